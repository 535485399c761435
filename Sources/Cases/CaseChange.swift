package import AuditLog
package import Language
package import Timekeeping

/// One line of a case's timeline: who did what, when.
///
/// Lines are only ever added.
package struct CaseEvent: Hashable, Sendable {
    /// Counted from 1 in each case.
    package let position: Int
    package let at: Instant
    package let actor: Actor
    package let change: CaseChange
}

/// What changed, with the values that the sentence about it needs.
///
/// The database and the audit log keep it as JSON: names of cases and labels never change.
package enum CaseChange: Hashable, Sendable, Codable {
    case opened(deadline: Instant)
    case observed(times: Int)
    case severityRaised(from: Int, to: Int)
    case deadlineMoved(to: Instant)
    case reopened(times: Int, deadline: Instant)
    case accepted, started, verifying, approved, refusalConfirmed
    case assigned(to: String?)
    case answered(rootCause: String?, words: String?, whatWasDone: String)
    case recheckPassed(takenAt: Instant)
    case recheckFailed(takenAt: Instant, reason: String)
    case sentBack(reason: String)
    case refused(reason: String)
    case refusalOverruled(reason: String)
    case commented(text: String)
    case evidenceAdded(kind: String)
    case attached(name: String, sha256: String, bytes: Int)
    case related(number: String)
    case unrelated(number: String)
    case escalated(level: Int)

    /// `recheck-failed`, which lists and counts use.
    package var code: String {
        switch self {
        case .opened: "opened"
        case .observed: "observed"
        case .severityRaised: "severity-raised"
        case .deadlineMoved: "deadline-moved"
        case .reopened: "reopened"
        case .accepted: "accepted"
        case .started: "started"
        case .verifying: "verifying"
        case .approved: "approved"
        case .refusalConfirmed: "refusal-confirmed"
        case .assigned: "assigned"
        case .answered: "answered"
        case .recheckPassed: "recheck-passed"
        case .recheckFailed: "recheck-failed"
        case .sentBack: "sent-back"
        case .refused: "refused"
        case .refusalOverruled: "refusal-overruled"
        case .commented: "commented"
        case .evidenceAdded: "evidence-added"
        case .attached: "attached"
        case .related: "related"
        case .unrelated: "unrelated"
        case .escalated: "escalated"
        }
    }

    /// The sentence of the timeline, without who and when.
    package var text: Text {
        switch self {
        case .opened: .Case.eventOpened
        case .observed(let times): .Case.eventObserved(times: times)
        case .severityRaised(let from, let to):
            .Case.eventSeverityRaised(from: severityText(from), to: severityText(to))
        case .deadlineMoved: .Case.eventDeadlineMoved
        case .reopened(let times, _): .Case.eventReopened(times: times)
        case .accepted: .Case.eventAccepted
        case .started: .Case.eventStarted
        case .verifying: .Case.eventVerifying
        case .approved: .Case.eventApproved
        case .refusalConfirmed: .Case.eventRefusalConfirmed
        case .assigned(let to): to == nil ? .Case.eventUnassigned : .Case.eventAssigned
        case .answered(let cause, let words, let done):
            .Case.eventAnswered(cause: causeText(cause, words), whatWasDone: done)
        case .recheckPassed: .Case.eventRecheckPassed
        case .recheckFailed(_, let reason): .Case.eventRecheckFailed(reason)
        case .sentBack(let reason): .Case.eventSentBack(reason)
        case .refused(let reason): .Case.eventRefused(reason)
        case .refusalOverruled(let reason): .Case.eventRefusalOverruled(reason)
        case .commented(let text): .Case.eventCommented(text)
        case .evidenceAdded: .Case.eventEvidenceAdded
        case .attached(let name, _, _): .Case.eventAttached(name)
        case .related(let number): .Case.eventRelated(number)
        case .unrelated(let number): .Case.eventUnrelated(number)
        case .escalated(let level):
            .Case.eventEscalated((EscalationLevel(rawValue: level) ?? .nobody).text)
        }
    }
}

private func severityText(_ rank: Int) -> Text { (CaseSeverity(rawValue: rank) ?? .information).text }

private func causeText(_ code: String?, _ words: String?) -> Text? {
    guard let code, let cause = RootCause(code: code, words: words) else { return nil }
    guard let words = cause.words else { return cause.text }
    return .Case.causeInWords(words)
}
