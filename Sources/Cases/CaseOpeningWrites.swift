package import Access
import Database
import Language
import Timekeeping

extension CaseStore {
    /// Opens a case, or adds the observation to the case that has the same cause.
    ///
    /// - An open case of the unit with the same cause: the observation is counted, its evidence kept, the severity
    ///   raised when it is higher.
    /// - One that ended within ``Case/recurrenceDays``: it opens again, and the recurrence is counted.
    /// - One that ended before that: a new case, related to it.
    /// - An observation that was told before changes nothing, so that messages may come twice.
    package func open(
        _ draft: CaseDraft,
        by permit: Permit<OpenCase>
    ) async throws(CaseError) -> CaseOpening {
        let draft = try draft.checked()
        guard permit.unit == draft.unit else {
            throw CaseError(.notTheOwner, "the permit is for another unit than the draft")
        }
        return try await write(by: permit.actor) { writer in
            if let known = try writer.caseKnowing(draft) { return .repeated(known.it) }
            guard let newest = try writer.newestCase(like: draft) else { return try writer.open(draft) }
            switch newest.it.meeting(observedAt: draft.detectedAt) {
            case .merge: return try writer.merge(draft, into: newest)
            case .reopen: return try writer.reopen(newest, with: draft)
            case .openRelated: return try writer.open(draft, relatedTo: newest.it)
            }
        }
    }
}

extension CaseWriter {
    fileprivate func caseKnowing(_ draft: CaseDraft) throws -> CaseRow? {
        guard let observation = draft.observation else { return nil }
        return try transaction.caseRow(
            where: "id = (SELECT case_id FROM case_observation WHERE observation = \(observation))"
        )
    }

    /// The open case with the draft's cause, or else the one that ended last.
    fileprivate func newestCase(like draft: CaseDraft) throws -> CaseRow? {
        guard let cause = draft.cause else { return nil }
        return try transaction.caseRow(
            where: """
                cause = \(cause) AND unit_id = \(draft.unit)
                ORDER BY CASE WHEN ended_at IS NULL THEN 0 ELSE 1 END, ended_at DESC LIMIT 1
                """
        )
    }

    fileprivate func open(_ draft: CaseDraft, relatedTo old: Case? = nil) throws -> CaseOpening {
        let (rule, deadline) = store.settings.deadline(of: draft, draft.severity)
        let it = Case(
            id: store.ids.make(),
            number: try nextNumber(),
            draft: draft,
            rule: rule,
            deadline: deadline,
            at: now
        )
        var changes = [CaseChange.opened(deadline: deadline.at)]
        if let old { changes.append(.related(number: old.number.description)) }
        var row = CaseRow(it: it)
        let evidence = try take(draft.evidence, into: &row)
        try insert(row, changes, topic: .opened)
        try keep(evidence, draft.observation, of: it)
        if let old { _ = try insertRelation(it.id, old.id) }
        return .opened(it)
    }

    fileprivate func merge(_ draft: CaseDraft, into found: CaseRow) throws -> CaseOpening {
        var row = found
        let before = row.it.merge(severity: draft.severity)
        var changes = [CaseChange.observed(times: row.it.observations)]
        if let before {
            changes.append(.severityRaised(from: before.rawValue, to: row.it.severity.rawValue))
            let (rule, deadline) = store.settings.deadline(of: draft, row.it.severity)
            let due = row.it.deadline.at
            row.it.tighten(to: rule, deadline: deadline)
            if row.it.deadline.at != due { changes.append(.deadlineMoved(to: row.it.deadline.at)) }
            row.it.version += 1
        }
        let evidence = try take(draft.evidence, into: &row)
        try save(&row, after: found, changes, topic: .merged)
        try keep(evidence, draft.observation, of: row.it)
        return .merged(row.it)
    }

    fileprivate func reopen(_ found: CaseRow, with draft: CaseDraft) throws -> CaseOpening {
        var row = found
        let severity = max(row.it.severity, draft.severity)
        let (rule, deadline) = store.settings.deadline(of: draft, severity)
        try row.it.reopen(draft: draft, rule: rule, deadline: deadline)
        row.it.version += 1
        let change = CaseChange.reopened(times: row.it.recurrences, deadline: deadline.at)
        let evidence = try take(draft.evidence, into: &row)
        try save(&row, after: found, [change], topic: .reopened)
        try keep(evidence, draft.observation, of: row.it)
        return .reopened(row.it)
    }

    /// What a draft brings along; a case that is full keeps what it has.
    private func keep(_ evidence: TakenEvidence, _ observation: String?, of it: Case) throws {
        try insert(evidence, of: it)
        guard let observation else { return }
        try transaction.execute(
            """
            INSERT INTO case_observation (observation, case_id, unit_id)
            VALUES (\(observation), \(it.id), \(it.unit))
            """
        )
    }
}
