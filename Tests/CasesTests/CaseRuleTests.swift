import AuditLog
import Language
import Testing
import Timekeeping

@testable import Cases

@Test("the shipped table has a rule for each kind and severity, and only the 5-day report calls itself law")
func shippedRules() throws {
    let shipped = try DeadlineRules(table: DeadlineRules.shipped)
    #expect(shipped == .byDefault)
    #expect(shipped.count == CaseKind.allCases.count * CaseSeverity.allCases.count)
    for kind in CaseKind.allCases {
        for severity in CaseSeverity.allCases where shipped[kind: kind, severity: severity].basis == .law {
            #expect(shipped[kind: kind, severity: severity].ground == .decision05Article11)
            #expect(shipped[kind: kind, severity: severity].allowance == .days(5))
        }
    }
    #expect(shipped[kind: .website, severity: .critical].allowance == .hours(24))
}

@Test("a rule of the settings replaces the shipped one; what no table names gets the province's default")
func ownRules() throws {
    let own = try DeadlineRules(table: "# ours\nwebsite critical 4h setting province-rule")
    let merged = DeadlineRules.byDefault.replacing(with: own)
    #expect(merged[kind: .website, severity: .critical].allowance == .hours(4))
    #expect(merged[kind: .website, severity: .serious].allowance == .days(5))
    let missing = own[kind: .task, severity: .critical]
    #expect(missing.allowance == .workingDays(3) && missing.basis == .setting)
}

@Test(
    "a table of rules that cannot be read names the line and the problem",
    arguments: [
        ("website critical 24h setting", DeadlineRules.TableError.Problem.fiveWordsWanted),
        ("site critical 24h setting province-rule", .unknownKind),
        ("website bad 24h setting province-rule", .unknownSeverity),
        ("website critical 0h setting province-rule", .notATime),
        ("website critical 24h wish province-rule", .unknownBasis),
        ("website critical 24h law nd-1", .unknownGround),
    ]
)
func badRules(line: String, problem: DeadlineRules.TableError.Problem) {
    #expect(throws: DeadlineRules.TableError(line: 1, problem: problem)) { try DeadlineRules(table: line) }
    let twice = "task critical 1h setting province-rule"
    #expect(throws: DeadlineRules.TableError(line: 2, problem: .ruleTwice)) {
        try DeadlineRules(table: twice + "\n" + twice)
    }
}

@Test("an overdue case is told to its owner, a working day later to the unit above, two later to the board")
func escalationLevels() throws {
    let calendar = try officeCalendar()
    var it = try newCase(.task, severity: .critical)  // due Friday 27 November at 17:00
    func level(_ instant: Instant) -> EscalationLevel? {
        it.escalation(at: instant, plan: .byDefault, calendar: calendar)
    }
    let due = it.deadline.at
    #expect(level(due - .seconds(1)) == nil)
    #expect(level(due) == .owner)
    #expect(level(due + .seconds(2 * 86_400)) == .owner)  // Sunday: no working day has passed
    #expect(level(due + .seconds(3 * 86_400)) == .parent)
    #expect(level(due + .seconds(4 * 86_400)) == .board)
    it.escalate(to: .owner)
    #expect(level(due) == nil)
    #expect(it.nextEscalation(plan: .byDefault, calendar: calendar) == due + .seconds(3 * 86_400))
    it.escalate(to: .board)
    it.escalate(to: .owner)
    #expect(it.escalation == .board)
    #expect(it.nextEscalation(plan: .byDefault, calendar: calendar) == nil)
}

@Test("a case that waits for a re-check or has ended is told to nobody")
func answeredIsNotEscalated() throws {
    let calendar = try officeCalendar()
    var it = try newCase()
    try it.accept()
    try it.start()
    try it.answer(patched)
    let muchLater = it.deadline.at + .seconds(30 * 86_400)
    #expect(it.escalation(at: muchLater, plan: .byDefault, calendar: calendar) == nil)
    #expect(it.nextEscalation(plan: .byDefault, calendar: calendar) == nil)
    #expect(!it.isOverdue(at: muchLater))
    try it.failRecheck(takenAt: muchLater)
    #expect(it.escalation(at: muchLater, plan: .byDefault, calendar: calendar) == .board)
    #expect(it.isOverdue(at: muchLater))
}

@Test("a plan whose levels or days do not rise is refused")
func badPlans() {
    #expect(
        EscalationPlan([
            .init(.board, workingDaysAfterDeadline: 0), .init(.owner, workingDaysAfterDeadline: 1),
        ]) == nil
    )
    #expect(
        EscalationPlan([
            .init(.owner, workingDaysAfterDeadline: 2), .init(.board, workingDaysAfterDeadline: 1),
        ]) == nil
    )
    #expect(EscalationPlan([.init(.nobody, workingDaysAfterDeadline: 0)]) == nil)
    #expect(EscalationPlan([.init(.owner, workingDaysAfterDeadline: -1)]) == nil)
    #expect(EscalationPlan([.init(.owner, workingDaysAfterDeadline: 0)]) != nil)
}

@Test(
    "the same cause merges into an open case, re-opens one that ended up to 90 days ago, and is new after that"
)
func recurrence() throws {
    var it = try newCase()
    #expect(it.meeting(observedAt: wednesdayMorning) == .merge)
    try it.refuse(reason: "x", by: leader, at: wednesdayMorning)
    #expect(it.meeting(observedAt: wednesdayMorning) == .merge)
    try it.confirmRefusal(by: leader, at: wednesdayMorning)
    let lastInstant = wednesdayMorning + .seconds(90 * 86_400)
    #expect(it.meeting(observedAt: lastInstant) == .reopen)
    #expect(it.meeting(observedAt: lastInstant + .seconds(1)) == .openRelated)
    #expect(it.meeting(observedAt: wednesdayMorning - .seconds(5)) == .reopen)
}

@Test("a merge counts, raises the severity when it is higher, and never moves the deadline later")
func merging() throws {
    var it = try newCase(.website, severity: .serious)
    #expect(it.merge(severity: .attention) == nil)
    #expect(it.merge(severity: .critical) == .serious)
    #expect(it.observations == 3 && it.severity == .critical)
    let rule = DeadlineRules.byDefault[kind: .website, severity: .critical]
    let before = it.deadline
    it.tighten(to: rule, deadline: Deadline(at: before.at + .seconds(1), allowance: .hours(24)))
    #expect(it.deadline == before)
    it.tighten(to: rule, deadline: Deadline(at: before.at - .seconds(1), allowance: .hours(24)))
    #expect(it.deadline.allowance == .hours(24) && it.ground == .decree147Article23 && it.basis == .setting)
}

@Test("a re-opened case begins a new round: new, counted, with a new deadline and nobody told yet")
func reopening() throws {
    var it = try newCase()
    let rule = DeadlineRules.byDefault[kind: .website, severity: .serious]
    let deadline = Deadline(at: wednesdayMorning + .seconds(99), allowance: .hours(1))
    #expect(
        code { () throws(CaseError) in try it.reopen(draft: draft(), rule: rule, deadline: deadline) }
            == .wrongState
    )
    it.escalate(to: .parent)
    try it.refuse(reason: "x", by: leader, at: wednesdayMorning)
    try it.confirmRefusal(by: leader, at: wednesdayMorning)
    try it.reopen(draft: draft(severity: .information), rule: rule, deadline: deadline)
    #expect(it.state == .new && it.recurrences == 1 && it.observations == 2)
    #expect(it.severity == .serious && it.escalation == .nobody && it.deadline == deadline)
}
