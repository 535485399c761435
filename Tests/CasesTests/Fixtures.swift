import AuditLog
import Cases
import Database
import Foundation
import Language
import Places
import Testing
import Timekeeping

/// Wednesday 25 November 2026 at 09:00 in Nghệ An.
let wednesdayMorning = Instant(secondsSince1970: 1_795_572_000)

let officer = Actor.account(UUID(uuid: (1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1)))
let leader = Actor.account(UUID(uuid: (1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2)))
let watcher = Actor.system("watch")

let commune = Places.Unit.ID(rawValue: "17329")
let otherCommune = Places.Unit.ID(rawValue: "17330")
let province = Places.Unit.ID(rawValue: "40")

func officeCalendar() throws -> WorkingCalendar {
    WorkingCalendar(
        civil: try #require(CivilCalendar(timeZoneNamed: "Asia/Ho_Chi_Minh")),
        holidays: .vietnamese,
        hours: .byDefault
    )
}

func draft(
    _ kind: CaseKind = .website,
    cause: String? = "website:1:hidden-links",
    observation: String? = nil,
    title: String = "Trang xã Đô Lương bị chèn liên kết ẩn",
    unit: Places.Unit.ID = commune,
    severity: CaseSeverity = .serious,
    detectedAt: Instant = wednesdayMorning,
    evidence: [CaseEvidence] = []
) -> CaseDraft {
    CaseDraft(
        kind: kind,
        cause: cause,
        observation: observation,
        subject: CaseSubject(kind: "website", id: "1", name: "doluong.nghean.gov.vn"),
        title: title,
        unit: unit,
        severity: severity,
        detectedAt: detectedAt,
        evidence: evidence
    )
}

func newCase(_ kind: CaseKind = .website, severity: CaseSeverity = .serious) throws -> Case {
    let rule = DeadlineRules.byDefault[kind: kind, severity: severity]
    return Case(
        id: CaseID(UUID(uuid: (0, 0, 0, 0, 0, 0, 0x70, 0, 0x80, 0, 0, 0, 0, 0, 0, 1))),
        number: CaseNumber(year: 2026, count: 412),
        draft: draft(kind, severity: severity),
        rule: rule,
        deadline: try officeCalendar().deadline(rule.allowance, from: wednesdayMorning),
        at: wednesdayMorning
    )
}

let patched = CaseAnswer(
    rootCause: .vulnerableSoftware,
    whatWasDone: "Đã vá phần mềm và đổi mật khẩu quản trị",
    by: officer,
    at: wednesdayMorning + .seconds(3600)
)
