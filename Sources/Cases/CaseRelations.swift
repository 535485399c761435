package import Access
import AuditLog
import Database
import Language
package import Places

// Which cases belong together. A relation has no direction: both cases show it, both timelines tell of it, and each
// has its entry in the audit log, because the newest entry of a case has to fit its row.

/// A case as a person or a program names it.
package enum CaseReference: Hashable, Sendable {
    case id(Case.ID)
    case number(CaseNumber)

    /// Reads an id or a number with blanks around it; `nil` when it is neither.
    package init?(_ text: String) {
        let words = text.split(whereSeparator: \.isWhitespace)
        guard words.count == 1, let word = words.first.map(String.init) else { return nil }
        if let number = CaseNumber(word) {
            self = .number(number)
        } else {
            guard let id = Case.ID(word) else { return nil }
            self = .id(id)
        }
    }
}

extension CaseStore {
    /// To how many others a person can relate one case: the page shows them all, and what has more is no case but
    /// a programme.
    package static let relatedMax = 50

    /// The case that is meant, if it belongs to a unit within `scope`.
    package func find(
        _ reference: CaseReference,
        within scope: UnitScope
    ) async throws(CaseError) -> Case {
        switch reference {
        case .id(let id): try await find(id, within: scope)
        case .number(let number): try await find(number, within: scope)
        }
    }

    /// Relates two cases, each with the permit for its unit; what is related already stays as it is.
    ///
    /// - Throws: ``CaseErrorCode/relationsFull`` when one of them has ``relatedMax`` others.
    package func relate(
        _ id: Case.ID,
        to other: Case.ID,
        by permit: Permit<WorkOnCase>,
        and otherPermit: Permit<WorkOnCase>
    ) async throws(CaseError) -> Case {
        guard id != other else { throw CaseError(.relatedToItself, "a case was related to itself") }
        return try await write(by: permit.actor) { writer in
            let one = try writer.find(id, ownedBy: permit.unit, expecting: nil)
            let two = try writer.find(other, ownedBy: otherPermit.unit, expecting: nil)
            guard try writer.insertRelation(id, other) else { return one.it }
            for row in [one, two] where try writer.relations(of: row.it) > Self.relatedMax {
                throw CaseError(.relationsFull, "\(row.it.number) has as many related cases as it can")
            }
            _ = try writer.add([.related(number: "\(one.it.number)")], to: two, topic: .related)
            return try writer.add([.related(number: "\(two.it.number)")], to: one, topic: .related)
        }
    }

    /// Undoes ``relate(_:to:by:and:)``, from either side; what is not related stays as it is.
    package func unrelate(
        _ id: Case.ID,
        from other: Case.ID,
        by permit: Permit<WorkOnCase>,
        and otherPermit: Permit<WorkOnCase>
    ) async throws(CaseError) -> Case {
        try await write(by: permit.actor) { writer in
            let one = try writer.find(id, ownedBy: permit.unit, expecting: nil)
            let two = try writer.find(other, ownedBy: otherPermit.unit, expecting: nil)
            guard try writer.removeRelation(id, other) else { return one.it }
            _ = try writer.add([.unrelated(number: "\(one.it.number)")], to: two, topic: .unrelated)
            return try writer.add([.unrelated(number: "\(two.it.number)")], to: one, topic: .unrelated)
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
    /// Keeps one row for both directions; returns whether it is new.
    func insertRelation(_ a: Case.ID, _ b: Case.ID) throws(DatabaseError) -> Bool {
        let (first, second) = inOrder(a, b)
        return try transaction.execute(
            """
            INSERT INTO case_relation (first_id, second_id, added_at, added_by)
            VALUES (\(first), \(second), \(now), \(actor.code)) ON CONFLICT (first_id, second_id) DO NOTHING
            """
        ) == 1
    }

    /// Returns whether there was one.
    fileprivate func removeRelation(_ a: Case.ID, _ b: Case.ID) throws(DatabaseError) -> Bool {
        let (first, second) = inOrder(a, b)
        return try transaction.execute(
            "DELETE FROM case_relation WHERE first_id = \(first) AND second_id = \(second)"
        ) == 1
    }

    fileprivate func relations(of it: Case) throws(DatabaseError) -> Int {
        try transaction.value(
            "SELECT count(*) FROM case_relation WHERE first_id = \(it.id) OR second_id = \(it.id)"
        ) ?? 0
    }

    private func inOrder(_ a: Case.ID, _ b: Case.ID) -> (Case.ID, Case.ID) {
        a.description < b.description ? (a, b) : (b, a)
    }
}
