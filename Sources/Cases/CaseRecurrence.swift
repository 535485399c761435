import Language
package import Timekeeping

/// What an observation means for the newest case with the same cause.
package enum CaseMeeting: Hashable, Sendable {
    /// The case is open: the observation belongs to it.
    case merge
    /// It ended not long ago: it comes back to life.
    case reopen
    /// It ended long ago: a new case, related to it.
    case openRelated
}

extension Case {
    /// What a new observation, noticed at `instant`, does to this case.
    ///
    /// A clock that went backwards may put the observation before the end; it still re-opens.
    package func meeting(observedAt instant: Instant) -> CaseMeeting {
        guard let ended = state.endedAt else { return .merge }
        return instant - ended <= .seconds(Self.recurrenceDays * 86_400) ? .reopen : .openRelated
    }

    /// Counts one more observation and takes the higher severity.
    ///
    /// - Returns: the severity before, when it rose.
    package mutating func merge(severity observed: CaseSeverity) -> CaseSeverity? {
        observations += 1
        guard observed > severity else { return nil }
        defer { severity = observed }
        return severity
    }

    /// A higher severity may have less time; the deadline never moves later by it.
    package mutating func tighten(to rule: DeadlineRule, deadline earlier: Deadline) {
        guard earlier.at < deadline.at else { return }
        deadline = earlier
        ground = rule.ground
        basis = rule.basis
    }

    /// Begins a new round of an ended case: the owner accepts anew, and the deadline runs anew.
    package mutating func reopen(draft: CaseDraft, rule: DeadlineRule, deadline: Deadline) throws(CaseError) {
        guard !state.isOpen else { throw CaseError(.wrongState, "only an ended case can be re-opened") }
        state = .new
        severity = max(severity, draft.severity)
        observations += 1
        recurrences += 1
        detectedAt = draft.detectedAt
        self.deadline = deadline
        ground = rule.ground
        basis = rule.basis
        escalation = .nobody
    }
}
