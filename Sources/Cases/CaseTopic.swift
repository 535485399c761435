/// What the rest of the program hears about a case; the message's subject is the case's id.
package enum CaseTopic: String, CaseIterable, Sendable {
    case opened = "case.opened"
    case merged = "case.merged"
    case reopened = "case.reopened"
    case accepted = "case.accepted"
    case assigned = "case.assigned"
    case started = "case.started"
    /// The owner has answered; for a website case a re-check is wanted.
    case answered = "case.answered"
    case verifying = "case.verifying"
    /// A re-check failed or a leader disagreed: the owner goes on.
    case returned = "case.returned"
    case closed = "case.closed"
    /// The unit above has to decide.
    case refused = "case.refused"
    case refusalConfirmed = "case.refusal-confirmed"
    case refusalOverruled = "case.refusal-overruled"
    case commented = "case.commented"
    case evidenceAdded = "case.evidence-added"
    case attached = "case.attached"
    case related = "case.related"
    case unrelated = "case.unrelated"
    /// A level of the escalation was reached; the body names it.
    case overdue = "case.overdue"
}
