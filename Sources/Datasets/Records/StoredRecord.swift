import AuditLog
import Database
package import Places
package import Timekeeping

/// One version of a record.
package struct StoredRecord: Hashable, Sendable {
    package let key: RecordKey
    package let unit: Unit.ID
    /// `nil` for a register.
    package let period: String?
    /// Counted from 1.
    package let version: Int
    package let schemaVersion: Int
    package let state: RecordState
    /// How many of those who have to agree did.
    package let approvals: Int
    package let changedAt: Instant
    /// ``AuditLog/Actor/code`` of who wrote this version.
    package let actor: String
    package let through: String
    package internal(set) var reason: String?
    /// When the first version was written.
    package let firstAt: Instant
    /// The id in the audit log, of personal data only.
    let subject: String?
    /// Canonical JSON.
    package internal(set) var content: String

    /// Reads ``RecordTable/recordColumns``.
    init(_ row: Row) throws(DatabaseError) {
        guard let state = RecordState(rawValue: try row.text(5)) else {
            throw DatabaseError(kind: .unexpectedValue, detail: "a record has an unknown state")
        }
        let periodText = try row.text(2)
        self.state = state
        key = RecordKey(try row.text(0))
        period = periodText.isEmpty ? nil : periodText
        unit = Unit.ID(rawValue: try row.text(1))
        version = Int(try row.integer(3))
        schemaVersion = Int(try row.integer(4))
        approvals = Int(try row.integer(6))
        changedAt = Instant(microsecondsSince1970: try row.integer(7))
        actor = try row.text(8)
        through = try row.text(9)
        reason = row.values[10] == .null ? nil : try row.text(10)
        firstAt = Instant(microsecondsSince1970: try row.integer(11))
        subject = row.values[12] == .null ? nil : try row.text(12)
        content = try row.text(13)
    }
}
