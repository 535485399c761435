package import Places
package import Timekeeping

/// What a case is about: a website, an indicator, a unit.
package struct CaseSubject: Hashable, Sendable {
    /// Such as `website`.
    package var kind: String
    package var id: String
    /// As people know it.
    package var name: String

    package init(kind: String, id: String, name: String) {
        self.kind = kind
        self.id = id
        self.name = name
    }
}

/// A case before it has a number, or one more observation of a case that is there already.
package struct CaseDraft: Hashable, Sendable {
    package var kind: CaseKind
    /// Names the cause, such as `website:<id>:hidden-links`: drafts with the same one meet in one case.
    package var cause: String?
    /// Names this very observation, such as the id of the message that told of it: seen twice, it counts once.
    package var observation: String?
    package var subject: CaseSubject
    package var title: String
    package var unit: Unit.ID
    package var severity: CaseSeverity
    /// When it was noticed, from which the deadline runs.
    package var detectedAt: Instant
    /// The time that the matter itself has by law or by the province; `nil` for that of its kind and severity.
    package var rule: DeadlineRule?
    package var evidence: [CaseEvidence]

    package init(
        kind: CaseKind,
        cause: String? = nil,
        observation: String? = nil,
        subject: CaseSubject,
        title: String,
        unit: Unit.ID,
        severity: CaseSeverity,
        detectedAt: Instant,
        rule: DeadlineRule? = nil,
        evidence: [CaseEvidence] = []
    ) {
        self.kind = kind
        self.cause = cause
        self.observation = observation
        self.subject = subject
        self.title = title
        self.unit = unit
        self.severity = severity
        self.detectedAt = detectedAt
        self.rule = rule
        self.evidence = evidence
    }

    /// The draft with its texts cleaned and its limits kept.
    func checked() throws(CaseError) -> CaseDraft {
        var clean = self
        clean.title = try title.checked(as: .title)
        clean.subject.kind = try subject.kind.checked(as: .kind)
        clean.subject.id = try subject.id.checked(as: .cause)
        clean.subject.name = try subject.name.checked(as: .subject)
        clean.cause = try cause.map { (text) throws(CaseError) in try text.checked(as: .cause) }
        clean.observation = try observation.map { (text) throws(CaseError) in try text.checked(as: .cause) }
        clean.evidence = try evidence.map { (one) throws(CaseError) in try one.checked() }
        return clean
    }
}

/// What became of a draft.
package enum CaseOpening: Hashable, Sendable {
    case opened(Case)
    /// An open case has the same cause; the observation was added to it.
    case merged(Case)
    /// A case with the same cause had ended within ``Case/recurrenceDays``; it is open again.
    case reopened(Case)
    /// This very observation was known; nothing has changed.
    case repeated(Case)

    package var theCase: Case {
        switch self {
        case .opened(let it), .merged(let it), .reopened(let it), .repeated(let it): it
        }
    }
}
