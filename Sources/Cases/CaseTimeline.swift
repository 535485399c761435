import AuditLog
import Database
import Language
package import Places
import Timekeeping

/// One line of the timeline as its table keeps it.
struct TimelineLine {
    let position: Int
    let at: Instant
    let actor: String
    let kind: String
    let change: String

    init(position: Int, at: Instant, actor: Actor, change: CaseChange) throws {
        self.position = position
        self.at = at
        self.actor = actor.code
        kind = change.code
        self.change = String(decoding: try AuditLog.canonicalJSON(change), as: UTF8.self)
    }

    init(row: Row) throws(DatabaseError) {
        position = try row[0]
        at = try row[1]
        actor = try row[2]
        kind = try row[3]
        change = try row[4]
    }

    static let selected: SQL = "position, at, actor, kind, change"

    /// The hash of the timeline up to this line.
    func hash(after previous: String) -> String {
        RollingHash.next(after: previous, ["\(position)", "\(at.microsecondsSince1970)", actor, change])
    }

    func insert(into it: Case, _ transaction: any Transaction) throws(DatabaseError) {
        try transaction.execute(
            """
            INSERT INTO case_event (case_id, position, unit_id, at, actor, kind, change)
            VALUES (\(it.id), \(position), \(it.unit), \(at), \(actor), \(kind), \(change))
            """
        )
    }

    func event() throws(DatabaseError) -> CaseEvent {
        guard let actor = Actor(code: actor), let change = readJSON(change, as: CaseChange.self) else {
            throw DatabaseError(
                kind: .unexpectedValue,
                detail: "line \(position) of a timeline is unreadable"
            )
        }
        return CaseEvent(position: position, at: at, actor: actor, change: change)
    }
}

extension CaseStore {
    /// Lines of a timeline that one page shows.
    package static let timelinePageMax = 200

    /// The lines after `position`, oldest first, at most ``timelinePageMax``.
    package func timeline(
        of id: Case.ID,
        after position: Int = 0,
        within scope: UnitScope
    ) async throws(CaseError) -> [CaseEvent] {
        let owned = scope.condition(on: "unit_id")
        return try await database.read(throwing: CaseErrorCode.self) { transaction in
            let rows = try transaction.query(
                """
                SELECT \(TimelineLine.selected) FROM case_event
                WHERE case_id = \(id) AND position > \(position) AND \(owned)
                ORDER BY position LIMIT \(Self.timelinePageMax)
                """
            )
            guard !rows.isEmpty || position > 0 else {
                throw CaseError(.notFound, "no timeline within the scope")
            }
            return try rows.map { try TimelineLine(row: $0).event() }
        }
    }
}
