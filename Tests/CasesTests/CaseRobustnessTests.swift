import Access
import AuditLog
import Database
import Foundation
import Language
import Places
import Testing
import Timekeeping

@testable import Cases

@Test("fifty watchers that see one cause at once make one case with fifty observations")
func sameCauseAtOnce() async throws {
    try await withCases { bench in
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<50 { group.addTask { try await bench.open(draft()) } }
            try await group.waitForAll()
        }
        let page = try await bench.store.list(within: .everything)
        #expect(page.cases.map(\.observations) == [50])
        #expect(try await bench.audited().filter { $0 == "case.merged" }.count == 49)
        #expect(try await bench.store.timeline(of: page.cases[0].id, within: .everything).count == 50)
    }
}

@Test("the count begins anew with the year of Nghệ An, seven hours before that of UTC")
func newYear() async throws {
    try await withCases { bench in
        let lastMinute = try #require(Instant(rfc3339: "2026-12-31T16:59:00Z"))
        bench.clock.advance(Int((lastMinute - bench.clock.now).components.seconds))
        #expect(try await bench.open(draft(cause: "1")).number.description == "HS-2026-0001")
        bench.clock.advance(60)
        #expect(try await bench.open(draft(cause: "2")).number.description == "HS-2027-0001")
        #expect(try await bench.open(draft(cause: "3")).number.description == "HS-2027-0002")
    }
}

@Test("a clock that goes backwards loses nothing: lines keep their order, and the verifier is content")
func backwardClock() async throws {
    try await withCases { bench in
        let it = try await bench.open(draft())
        bench.clock.advance(-86_400)
        _ = try await bench.store.accept(it.id, expecting: it.version, by: bench.permit(officer))
        bench.clock.advance(-86_400)
        _ = try await bench.store.start(it.id, expecting: nil, by: bench.permit(officer))
        let lines = try await bench.store.timeline(of: it.id, within: .everything)
        #expect(lines.map(\.change.code) == ["opened", "accepted", "started"])
        #expect(lines.map(\.position) == [1, 2, 3])
        let again = draft(detectedAt: bench.clock.now)
        let opening = try await bench.store.open(again, by: bench.mayOpen())
        #expect(opening.theCase.id == it.id)
    }
}

@Test(
    "a row that somebody damaged is an error that says so, never a crash or a wrong case",
    arguments: [
        "UPDATE case_file SET allowance = 'soon'", "UPDATE case_file SET ground = 'nothing'",
        "UPDATE case_file SET id = 'x' WHERE count = 2", "UPDATE case_file SET assignee = 'account:nobody'",
        "UPDATE case_file SET answered_by = 'x' WHERE state = 'answered'",
        "UPDATE case_file SET root_cause = 'magic' WHERE state = 'answered'",
        "UPDATE case_file SET refused_by = '' WHERE state = 'refused'",
    ] as [SQL]
)
func damagedRows(damage: SQL) async throws {
    try await withCases { bench in
        _ = try await bench.answered(draft(cause: "answered"))
        let refused = try await bench.open(draft(cause: "refused"))
        _ = try await bench.store.refuse(refused.id, reason: "x", expecting: nil, by: bench.permit(leader))
        _ = try await bench.database.write { transaction in
            try transaction.execute("DELETE FROM case_event")
            try transaction.execute(damage)
        }
        let error = await #expect(throws: CaseError.self) {
            _ = try await bench.store.list(within: .everything)
        }
        #expect(error?.code == .storeFailed)
        #expect((error?.cause as? DatabaseError)?.kind == .unexpectedValue)
        #expect(error?.description.contains("doluong") == false)
    }
}

@Test("a line of the timeline that cannot be read is an error")
func damagedTimeline() async throws {
    try await withCases { bench in
        let it = try await bench.open(draft())
        _ = try await bench.database.write {
            try $0.execute("UPDATE case_event SET change = '{\"lost\":{}}'")
        }
        #expect(
            await failure { _ = try await bench.store.timeline(of: it.id, within: .everything) }
                == .storeFailed
        )
    }
}

@Test("a database that is closed is said to be unavailable, in words that say what to do")
func closedDatabase() async throws {
    try await withCases { bench in
        bench.database.close()
        let error = await #expect(throws: CaseError.self) {
            _ = try await bench.store.open(draft(), by: bench.mayOpen())
        }
        #expect(error?.code == .storeFailed && error?.category == .unavailable)
        #expect(error?.text == .storeFailed)
    }
}

@Test("every text that a person writes is refused when it is empty or too long, and leaves no trace")
func refusedTextsOfEveryWrite() async throws {
    try await withCases { bench in
        let it = try await bench.inProgress(draft())
        let before = try await bench.audited()
        let store = bench.store
        let writes: [@Sendable (String) async throws -> Void] = [
            { _ = try await store.comment(it.id, $0, by: bench.permit(officer)) },
            { _ = try await store.refuse(it.id, reason: $0, expecting: nil, by: bench.permit(leader)) },
            { _ = try await store.sendBack(it.id, reason: $0, expecting: nil, by: bench.permit(leader)) },
            { reason in
                let permit: Permit<DecideRefusal> = bench.permit(leader, province)
                _ = try await store.overruleRefusal(it.id, reason: reason, expecting: nil, by: permit)
            },
            { reason in
                let permit: Permit<VerifyCase> = bench.permit(watcher)
                _ = try await store.failRecheck(it.id, takenAt: wednesdayMorning, reason: reason, by: permit)
            },
            { done in
                let permit: Permit<WorkOnCase> = bench.permit(officer)
                _ = try await store.answer(
                    it.id,
                    rootCause: .uploadForm,
                    whatWasDone: done,
                    expecting: nil,
                    by: permit
                )
            },
            { words in
                let permit: Permit<WorkOnCase> = bench.permit(officer)
                _ = try await store.answer(
                    it.id,
                    rootCause: .other(words),
                    whatWasDone: "x",
                    expecting: nil,
                    by: permit
                )
            },
        ]
        for (index, write) in writes.enumerated() {
            #expect(await failure { try await write(" \n\u{0}") } == .textMissing, "write \(index)")
            let long = String(repeating: "ă", count: 10_001)
            #expect(await failure { try await write(long) } == .textTooLong, "write \(index)")
        }
        #expect(try await bench.audited() == before)
        #expect(try await bench.store.find(it.id, within: .everything) == it)
    }
}

@Test("every step that names an old version is refused and leaves no trace")
func staleVersions() async throws {
    try await withCases { bench in
        let it = try await bench.inProgress(draft())
        let before = try await bench.audited()
        let old = it.version - 1
        let store = bench.store
        let steps: [@Sendable () async throws -> Void] = [
            { _ = try await store.accept(it.id, expecting: old, by: bench.permit(officer)) },
            { _ = try await store.start(it.id, expecting: old, by: bench.permit(officer)) },
            { _ = try await store.assign(it.id, to: officer, expecting: old, by: bench.permit(leader)) },
            { _ = try await store.approve(it.id, expecting: old, by: bench.permit(leader)) },
            { _ = try await store.sendBack(it.id, reason: "x", expecting: old, by: bench.permit(leader)) },
            { _ = try await store.refuse(it.id, reason: "x", expecting: old, by: bench.permit(leader)) },
            { _ = try await store.confirmRefusal(it.id, expecting: old, by: bench.permit(leader, province)) },
            {
                let permit: Permit<DecideRefusal> = bench.permit(leader, province)
                _ = try await store.overruleRefusal(it.id, reason: "x", expecting: old, by: permit)
            },
            {
                let permit: Permit<WorkOnCase> = bench.permit(officer)
                _ = try await store.answer(
                    it.id,
                    rootCause: .uploadForm,
                    whatWasDone: "x",
                    expecting: old,
                    by: permit
                )
            },
        ]
        for (index, step) in steps.enumerated() {
            #expect(await failure(step) == .changedMeanwhile, "step \(index)")
        }
        #expect(try await bench.audited() == before)
    }
}

@Test("a step in the wrong state is refused and leaves no trace")
func wrongStates() async throws {
    try await withCases { bench in
        let it = try await bench.closed()
        let before = (try await bench.audited(), try await bench.posted())
        let store = bench.store
        let steps: [@Sendable () async throws -> Void] = [
            { _ = try await store.accept(it.id, expecting: nil, by: bench.permit(officer)) },
            { _ = try await store.start(it.id, expecting: nil, by: bench.permit(officer)) },
            { _ = try await store.assign(it.id, to: officer, expecting: nil, by: bench.permit(leader)) },
            { _ = try await store.approve(it.id, expecting: nil, by: bench.permit(leader)) },
            { _ = try await store.refuse(it.id, reason: "x", expecting: nil, by: bench.permit(leader)) },
            { _ = try await store.beginVerifying(it.id, by: bench.permit(watcher)) },
            { _ = try await store.passRecheck(it.id, takenAt: bench.clock.now, by: bench.permit(watcher)) },
        ]
        for (index, step) in steps.enumerated() {
            #expect(await failure(step) == .wrongState, "step \(index)")
        }
        #expect(try await bench.audited() == before.0)
        #expect(try await bench.posted() == before.1)
    }
}

@Test("a timeline of any length is read page by page, and the page after the last is empty")
func timelinePages() async throws {
    try await withCases { bench in
        let it = try await bench.open(draft())
        for number in 1...CaseStore.timelinePageMax {
            _ = try await bench.store.comment(it.id, "Ý kiến \(number)", by: bench.permit(officer))
        }
        let first = try await bench.store.timeline(of: it.id, within: .everything)
        #expect(first.count == CaseStore.timelinePageMax)
        let last = try #require(first.last?.position)
        let second = try await bench.store.timeline(of: it.id, after: last, within: .everything)
        #expect(second.map(\.change) == [.commented(text: "Ý kiến 200")])
        #expect(try await bench.store.timeline(of: it.id, after: last + 1, within: .everything).isEmpty)
    }
}

@Test("a deadline that runs into a year without holidays keeps the year that is missing")
func missingHolidaysAreKept() async throws {
    try await withCases { bench in
        let lateIn2027 = try #require(Instant(rfc3339: "2027-12-30T02:00:00Z"))
        let it = try await bench.open(draft(.task, severity: .serious, detectedAt: lateIn2027))
        #expect(it.deadline.yearWithoutHolidays == 2028)
        #expect(try await bench.store.find(it.id, within: .everything).deadline == it.deadline)
    }
}

@Test("a clock set back takes no deadline and no escalation back, and none is told twice when it comes again")
func backwardClockAndEscalation() async throws {
    try await withCases { bench in
        let it = try await bench.open(draft(.task, severity: .critical))
        let toDeadline = Int((it.deadline.at - bench.clock.now).components.seconds)
        func look() async throws -> [EscalationLevel] {
            var told: [EscalationLevel] = []
            for due in try await bench.store.dueEscalations() {
                if let level = try await bench.store.escalate(due.id, by: bench.permit(watcher)) {
                    told.append(level)
                }
            }
            return told
        }
        bench.clock.advance(toDeadline)
        #expect(try await look() == [.owner])
        bench.clock.advance(-7 * 86_400)
        #expect(try await look() == [])
        let now = try await bench.store.find(it.id, within: .everything)
        #expect(now.deadline == it.deadline && now.escalation == .owner)
        bench.clock.advance(7 * 86_400)
        #expect(try await look() == [], "the owner has been told")
        bench.clock.advance(4 * 86_400)
        #expect(try await look().last == .board)
    }
}
