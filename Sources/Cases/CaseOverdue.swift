package import Access
import Database
import Language
package import Places
import Timekeeping

extension CaseStore {
    /// Overdue cases that one look takes up; the next look takes the rest.
    package static let escalationsPerLook = 500

    /// Cases for which someone has to be told by now, the longest waiting first.
    package func dueEscalations() async throws(CaseError) -> [(id: Case.ID, unit: Unit.ID)] {
        let now = clock.now()
        return try await database.read(throwing: CaseErrorCode.self) { transaction in
            try transaction.query(
                """
                SELECT id, unit_id FROM case_file WHERE next_escalation_at <= \(now)
                ORDER BY next_escalation_at LIMIT \(Self.escalationsPerLook)
                """
            ).map { row in (id: try row[0], unit: try row[1]) }
        }
    }

    /// Notes that the next level was told, and posts `case.overdue`; doing it again changes nothing.
    ///
    /// - Returns: the level, or `nil` when there was nothing to tell.
    package func escalate(
        _ id: Case.ID,
        by permit: Permit<EscalateCase>
    ) async throws(CaseError) -> EscalationLevel? {
        try await write(by: permit.actor) { writer in
            var row = try writer.find(id, ownedBy: permit.unit, expecting: nil)
            let before = row
            let level = row.it.escalation(
                at: writer.now,
                plan: settings.escalation,
                calendar: settings.calendar
            )
            guard let level else { return nil }
            row.it.escalate(to: level)
            try writer.save(&row, after: before, [.escalated(level: level.rawValue)], topic: .overdue)
            return level
        }
    }
}
