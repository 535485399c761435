import AuditLog
import Language
import Testing
import Timekeeping

@testable import Cases

private let later = wednesdayMorning + .seconds(7200)

/// A case of `kind` in the state that the name says, reached by its own transitions.
private func caseIn(_ state: CaseState.Kind, _ kind: CaseKind = .website) throws -> Case {
    var it = try newCase(kind)
    if state == .new { return it }
    if state == .refused {
        try it.refuse(reason: "Không phải trang của xã", by: leader, at: later)
        return it
    }
    try it.accept()
    if state == .accepted { return it }
    try it.start()
    if state == .inProgress { return it }
    try it.answer(patched)
    if state == .answered { return it }
    try it.beginVerifying()
    if state == .verifying { return it }
    if kind == .website {
        try it.passRecheck(takenAt: later, at: later)
    } else {
        try it.approve(by: leader, at: later)
    }
    return it
}

private typealias Event = @Sendable (inout Case) throws(CaseError) -> Void

/// Each event, and the states of a website case that allow it.
private let events: [(name: String, allowed: Set<CaseState.Kind>, event: Event)] = [
    ("accept", [.new], { (it) throws(CaseError) in try it.accept() }),
    ("start", [.accepted], { (it) throws(CaseError) in try it.start() }),
    ("answer", [.inProgress], { (it) throws(CaseError) in try it.answer(patched) }),
    ("verify", [.answered], { (it) throws(CaseError) in try it.beginVerifying() }),
    (
        "pass", [.answered, .verifying],
        { (it) throws(CaseError) in try it.passRecheck(takenAt: later, at: later) }
    ),
    ("fail", [.answered, .verifying], { (it) throws(CaseError) in try it.failRecheck(takenAt: later) }),
    ("send back", [.answered, .verifying], { (it) throws(CaseError) in try it.sendBack() }),
    (
        "refuse", [.new, .accepted, .inProgress],
        { (it) throws(CaseError) in try it.refuse(reason: "x", by: leader, at: later) }
    ),
    ("confirm", [.refused], { (it) throws(CaseError) in try it.confirmRefusal(by: leader, at: later) }),
    ("overrule", [.refused], { (it) throws(CaseError) in try it.overruleRefusal() }),
    (
        "assign", [.new, .accepted, .inProgress, .answered, .verifying, .refused],
        { (it) throws(CaseError) in try it.assign(to: officer) }
    ),
]

@Test("each event is allowed in its states, and everywhere else is refused and changes nothing")
func everyEventInEveryState() throws {
    for (name, allowed, event) in events {
        for state in CaseState.Kind.allCases {
            let before = try caseIn(state)
            #expect(before.state.kind == state)
            var after = before
            do throws(CaseError) {
                try event(&after)
                #expect(allowed.contains(state), "\(name) was allowed in \(state)")
            } catch {
                #expect(!allowed.contains(state), "\(name) was refused in \(state): \(error)")
                #expect(error.code == .wrongState)
                #expect(after == before)
            }
        }
    }
}

@Test("a website case is not answered without a root cause, another kind is")
func rootCauseIsRequired() throws {
    var answer = patched
    answer.rootCause = nil
    var website = try caseIn(.inProgress)
    #expect(code { () throws(CaseError) in try website.answer(answer) } == .rootCauseMissing)
    var task = try caseIn(.inProgress, .task)
    try task.answer(answer)
    #expect(task.state == .answered(answer))
}

@Test("a website case closes by a re-check taken after the answer, and by nothing else")
func websiteNeedsRecheck() throws {
    var it = try caseIn(.verifying)
    #expect(code { () throws(CaseError) in try it.approve(by: leader, at: later) } == .recheckMissing)
    #expect(
        code { () throws(CaseError) in try it.passRecheck(takenAt: patched.at, at: later) } == .recheckTooOld
    )
    let taken = patched.at + .seconds(1)
    try it.passRecheck(takenAt: taken, at: later)
    #expect(it.state == .closed(.recheckPassed(patched, takenAt: taken, at: later)))
    #expect(it.state.endedAt == later)
}

@Test("another kind closes by a leader's approval, and cannot be re-checked")
func leaderApproves() throws {
    var it = try caseIn(.answered, .audit)
    #expect(
        code { () throws(CaseError) in try it.passRecheck(takenAt: later, at: later) } == .recheckNotPossible
    )
    try it.approve(by: leader, at: later)
    #expect(it.state == .closed(.approved(patched, by: leader, at: later)))
}

@Test("a confirmed refusal ends the case; an overruled one makes the owner accept anew")
func refusals() throws {
    var confirmed = try caseIn(.refused)
    #expect(confirmed.state.isOpen && confirmed.state.isWaitingForOwner)
    try confirmed.confirmRefusal(by: leader, at: later)
    #expect(confirmed.state.endedAt == later)
    #expect(code { () throws(CaseError) in try confirmed.overruleRefusal() } == .wrongState)
    var overruled = try caseIn(.refused)
    try overruled.overruleRefusal()
    #expect(overruled.state == .new)
}

@Test("only an account can be the assignee, and an ended case has nobody to assign")
func assignees() throws {
    var it = try caseIn(.accepted)
    try it.assign(to: officer)
    #expect(it.assignee == officer)
    #expect(code { () throws(CaseError) in try it.assign(to: watcher) } == .assigneeNotAccount)
    try it.assign(to: nil)
    #expect(it.assignee == nil)
    var ended = try caseIn(.refused)
    try ended.confirmRefusal(by: leader, at: later)
    #expect(code { () throws(CaseError) in try ended.assign(to: officer) } == .wrongState)
}

@Test("the refusal of an event names the case and its state in both languages")
func refusalTexts() throws {
    var it = try caseIn(.closed)
    let error = #expect(throws: CaseError.self) { try it.accept() }
    #expect(error?.text(.vietnamese).contains("HS-2026-0412") == true)
    #expect(error?.text(.vietnamese).contains("Đã đóng") == true)
    #expect(error?.text(.english).contains("Closed") == true)
}

/// The code that `body` fails with; `nil` when it does not fail.
func code(_ body: () throws(CaseError) -> Void) -> CaseErrorCode? {
    do throws(CaseError) { try body() } catch { return error.code }
    return nil
}
