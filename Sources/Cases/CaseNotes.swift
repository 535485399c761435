package import Access
import AuditLog
import Database
import Language
import Places
import Timekeeping

// What is added to a case without changing where it stands: comments and evidence. They leave the version alone,
// so that a comment does not spoil the answer that someone is writing.

extension CaseStore {
    package func comment(
        _ id: Case.ID,
        _ text: String,
        by permit: Permit<CommentCase>
    ) async throws(CaseError) -> Case {
        let text = try text.checked(as: .comment)
        return try await write(by: permit.actor) { writer in
            let row = try writer.find(id, ownedBy: permit.unit, expecting: nil)
            return try writer.add([.commented(text: text)], to: row, topic: .commented)
        }
    }

    /// Writes what the program itself has to say into the timeline; the same `observation` is written once.
    package func note(
        _ id: Case.ID,
        _ text: String,
        observation: String,
        by permit: Permit<CommentCase>
    ) async throws(CaseError) -> Case {
        let text = try text.checked(as: .comment)
        let observation = try observation.checked(as: .cause)
        return try await write(by: permit.actor) { writer in
            let row = try writer.find(id, ownedBy: permit.unit, expecting: nil)
            guard try writer.remember(observation, of: row.it) else { return row.it }
            return try writer.add([.commented(text: text)], to: row, topic: .commented)
        }
    }

    /// Keeps evidence that is not there yet.
    ///
    /// - Throws: ``CaseErrorCode/evidenceFull`` when the case can hold no more.
    package func addEvidence(
        _ evidence: [CaseEvidence],
        to id: Case.ID,
        by permit: Permit<WorkOnCase>
    ) async throws(CaseError) -> Case {
        let evidence = try evidence.map { (one) throws(CaseError) in try one.checked() }
        return try await write(by: permit.actor) { writer in
            let row = try writer.find(id, ownedBy: permit.unit, expecting: nil)
            var changed = row
            let taken = try writer.take(evidence, into: &changed)
            guard !taken.isFull else { throw CaseError(.evidenceFull, "the case holds no more evidence") }
            guard !taken.new.isEmpty else { return row.it }
            let changes = taken.new.map { CaseChange.evidenceAdded(kind: $0.evidence.kind) }
            try writer.save(&changed, after: row, changes, topic: .evidenceAdded)
            try writer.insert(taken, of: row.it)
            return changed.it
        }
    }
}

extension CaseWriter {
    /// Adds lines to the timeline, and nothing else.
    func add(_ changes: [CaseChange], to found: CaseRow, topic: CaseTopic) throws -> Case {
        var row = found
        try save(&row, after: found, changes, topic: topic)
        return row.it
    }

    /// Returns whether the observation is new.
    fileprivate func remember(_ observation: String, of it: Case) throws(DatabaseError) -> Bool {
        try transaction.execute(
            """
            INSERT INTO case_observation (observation, case_id, unit_id) VALUES (\(observation), \(it.id), \(it.unit))
            ON CONFLICT (observation) DO NOTHING
            """
        ) == 1
    }
}
