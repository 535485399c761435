package import Access
import AuditLog
import Database
import Language
package import Places
import Timekeeping

// What is added to a case without changing where it stands: comments, evidence, relations. They leave the version
// alone, so that a comment does not spoil the answer that someone is writing.

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

    /// Relates two cases, both of which the caller must be able to see.
    package func relate(
        _ id: Case.ID,
        to other: Case.ID,
        within scope: UnitScope,
        by permit: Permit<WorkOnCase>
    ) async throws(CaseError) -> Case {
        guard id != other else { throw CaseError(.relatedToItself, "a case was related to itself") }
        return try await write(by: permit.actor) { writer in
            let row = try writer.find(id, ownedBy: permit.unit, expecting: nil)
            guard let found = try writer.transaction.caseRow(where: "id = \(other)"),
                scope.contains(found.it.unit)
            else { throw CaseError(.notFound, "no such other case within the scope") }
            try writer.insertRelation(id, other)
            return try writer.add(
                [.related(number: found.it.number.description)],
                to: row,
                topic: .related
            )
        }
    }

    /// The related cases that lie within `scope`, by number.
    package func related(to id: Case.ID, within scope: UnitScope) async throws(CaseError) -> [Case] {
        let owned = scope.condition(on: "unit_id")
        return try await database.read(throwing: CaseErrorCode.self) { transaction in
            try transaction.query(
                """
                SELECT \(CaseRow.selected) FROM case_file WHERE \(owned) AND id IN (
                    SELECT second_id FROM case_relation WHERE first_id = \(id)
                    UNION SELECT first_id FROM case_relation WHERE second_id = \(id)
                ) ORDER BY year, count
                """
            ).map { try CaseRow(row: $0).it }
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

    /// Keeps one row for both directions.
    func insertRelation(_ a: Case.ID, _ b: Case.ID) throws {
        let (first, second) = a.description < b.description ? (a, b) : (b, a)
        let changed = try transaction.execute(
            """
            INSERT INTO case_relation (first_id, second_id, added_at, added_by)
            VALUES (\(first), \(second), \(now), \(actor.code)) ON CONFLICT (first_id, second_id) DO NOTHING
            """
        )
        guard changed == 1 else { throw CaseError(.alreadyRelated, "the two cases are related already") }
    }
}
