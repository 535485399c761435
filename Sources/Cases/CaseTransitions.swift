package import AuditLog
import Language
package import Timekeeping

// The state machine: each change is an event with one state before and one after it.
//
//     new -> accepted -> in progress -> answered -> verifying -> closed
//     answered, verifying -> in progress   (re-check failed, or sent back)
//     new, accepted, in progress -> refused -> new   (the unit above sends it back)
//     closed, refused and confirmed -> new   (the cause came back)

extension Case {
    package mutating func accept() throws(CaseError) {
        guard case .new = state else { throw wrongState("accept") }
        state = .accepted
    }

    package mutating func start() throws(CaseError) {
        guard case .accepted = state else { throw wrongState("start") }
        state = .inProgress
    }

    /// Gives the case to an account, or to nobody.
    package mutating func assign(to account: Actor?) throws(CaseError) {
        guard state.isOpen else { throw wrongState("assign") }
        guard account == nil || account?.kind == .account else {
            throw CaseError(.assigneeNotAccount, "an assignee must be an account")
        }
        assignee = account
    }

    /// Takes the owner's answer; a website case needs a root cause.
    package mutating func answer(_ answer: CaseAnswer) throws(CaseError) {
        guard case .inProgress = state else { throw wrongState("answer") }
        guard kind != .website || answer.rootCause != nil else {
            throw CaseError(.rootCauseMissing, "a website case was answered without a root cause")
        }
        state = .answered(answer)
    }

    package mutating func beginVerifying() throws(CaseError) {
        guard case .answered(let answer) = state else { throw wrongState("verify") }
        state = .verifying(answer)
    }

    /// Closes a website case: the re-check, taken at `takenAt`, found it clean.
    package mutating func passRecheck(takenAt: Instant, at now: Instant) throws(CaseError) {
        let answer = try answerToRecheck(takenAt: takenAt)
        state = .closed(.recheckPassed(answer, takenAt: takenAt, at: now))
    }

    /// Sends a website case back to work: the re-check, taken at `takenAt`, still found it.
    package mutating func failRecheck(takenAt: Instant) throws(CaseError) {
        _ = try answerToRecheck(takenAt: takenAt)
        state = .inProgress
    }

    private func answerToRecheck(takenAt: Instant) throws(CaseError) -> CaseAnswer {
        guard kind == .website else {
            throw CaseError(.recheckNotPossible, "a \(kind.rawValue) case cannot be re-checked")
        }
        let answer = try awaitedAnswer("re-check")
        guard takenAt > answer.at else {
            throw CaseError(.recheckTooOld, "the re-check is not later than the answer")
        }
        guard answer.rootCause != nil else {
            throw CaseError(.rootCauseMissing, "the answer has no root cause")
        }
        return answer
    }

    /// Closes any other case: a leader agrees with the answer.
    package mutating func approve(by leader: Actor, at now: Instant) throws(CaseError) {
        let answer = try awaitedAnswer("approve")
        guard kind != .website else {
            throw CaseError(.recheckMissing, "a website case closes by a passed re-check")
        }
        state = .closed(.approved(answer, by: leader, at: now))
    }

    /// A leader does not agree with the answer; the reason stands in the timeline.
    package mutating func sendBack() throws(CaseError) {
        _ = try awaitedAnswer("send back")
        state = .inProgress
    }

    package mutating func refuse(reason: String, by actor: Actor, at now: Instant) throws(CaseError) {
        switch state {
        case .new, .accepted, .inProgress:
            state = .refused(CaseRefusal(reason: reason, by: actor, at: now, confirmation: nil))
        case .answered, .verifying, .closed, .refused: throw wrongState("refuse")
        }
    }

    /// The unit above agrees that the case is not the owner's.
    package mutating func confirmRefusal(by actor: Actor, at now: Instant) throws(CaseError) {
        var refusal = try openRefusal("confirm refusal")
        refusal.confirmation = .init(by: actor, at: now)
        state = .refused(refusal)
    }

    /// The unit above sends the case back to its owner, who has to accept it anew.
    package mutating func overruleRefusal() throws(CaseError) {
        _ = try openRefusal("overrule refusal")
        state = .new
    }

    private func openRefusal(_ action: String) throws(CaseError) -> CaseRefusal {
        guard case .refused(let refusal) = state, refusal.confirmation == nil else {
            throw wrongState(action)
        }
        return refusal
    }

    private func awaitedAnswer(_ action: String) throws(CaseError) -> CaseAnswer {
        switch state {
        case .answered(let answer), .verifying(let answer): return answer
        case .new, .accepted, .inProgress, .closed, .refused: throw wrongState(action)
        }
    }

    private func wrongState(_ action: String, file: String = #fileID, line: Int = #line) -> CaseError {
        CaseError(
            .wrongState,
            "cannot \(action) a case that is \(state.kind.rawValue)",
            text: .Case.wrongState(number.description, state: state.kind.text),
            file: file,
            line: line
        )
    }
}
