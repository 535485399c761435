package import AuditLog
package import Database
package import Places
package import Timekeeping

/// The id of one case.
package typealias CaseID = ID<Case>

/// A matter that has an owner, a deadline and evidence, until it is closed or refused.
package struct Case: Hashable, Sendable {
    package typealias ID = CaseID

    /// A cause that comes back within so many days of the end re-opens the old case; later it is a new one.
    package static let recurrenceDays = 90

    package let id: ID
    package let number: CaseNumber
    package let kind: CaseKind
    package let cause: String?
    package var subject: CaseSubject
    package var title: String
    package let unit: Unit.ID
    package var severity: CaseSeverity
    package var ground: LegalGround
    package var basis: DeadlineRule.Basis
    package var state: CaseState
    package var deadline: Deadline
    /// When the case was first opened.
    package let openedAt: Instant
    /// When the present round was noticed: later than ``openedAt`` after a recurrence.
    package var detectedAt: Instant
    /// An account; keys and the program are never assignees.
    package var assignee: Actor?
    /// How often the cause was seen, the first time included.
    package var observations: Int
    /// How often it came back after its end.
    package var recurrences: Int
    package var escalation: EscalationLevel
    /// Counts the changes; a write that names an older one is refused.
    package var version: Int
    package var changedAt: Instant

    package init(
        id: ID,
        number: CaseNumber,
        draft: CaseDraft,
        rule: DeadlineRule,
        deadline: Deadline,
        at now: Instant
    ) {
        self.id = id
        self.number = number
        kind = draft.kind
        cause = draft.cause
        subject = draft.subject
        title = draft.title
        unit = draft.unit
        severity = draft.severity
        ground = rule.ground
        basis = rule.basis
        state = .new
        self.deadline = deadline
        openedAt = now
        detectedAt = draft.detectedAt
        observations = 1
        recurrences = 0
        escalation = .nobody
        version = 1
        changedAt = now
    }

    /// A case as the database has kept it.
    init(
        id: ID,
        number: CaseNumber,
        kind: CaseKind,
        cause: String?,
        subject: CaseSubject,
        title: String,
        unit: Unit.ID,
        severity: CaseSeverity,
        ground: LegalGround,
        basis: DeadlineRule.Basis,
        state: CaseState,
        deadline: Deadline,
        openedAt: Instant,
        detectedAt: Instant,
        assignee: Actor?,
        observations: Int,
        recurrences: Int,
        escalation: EscalationLevel,
        version: Int,
        changedAt: Instant
    ) {
        self.id = id
        self.number = number
        self.kind = kind
        self.cause = cause
        self.subject = subject
        self.title = title
        self.unit = unit
        self.severity = severity
        self.ground = ground
        self.basis = basis
        self.state = state
        self.deadline = deadline
        self.openedAt = openedAt
        self.detectedAt = detectedAt
        self.assignee = assignee
        self.observations = observations
        self.recurrences = recurrences
        self.escalation = escalation
        self.version = version
        self.changedAt = changedAt
    }

    /// Whether the deadline has passed while someone had still to act.
    package func isOverdue(at now: Instant) -> Bool { state.isWaitingForOwner && now > deadline.at }
}
