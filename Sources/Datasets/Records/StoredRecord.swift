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
    package let reason: String?
    /// When the first version was written.
    package let firstAt: Instant
    /// The id in the audit log, of personal data only.
    let subject: String?
    /// Canonical JSON.
    package let content: String

    /// Reads ``RecordTable/recordColumns``.
    init(_ row: Row) throws(DatabaseError) {
        let (key, periodText, stateText): (String, String, String) = (try row[0], try row[2], try row[5])
        guard let state = RecordState(rawValue: stateText) else {
            throw DatabaseError(kind: .unexpectedValue, detail: "a record has an unknown state")
        }
        self.key = RecordKey(key)
        self.state = state
        period = periodText.isEmpty ? nil : periodText
        unit = try row[1]
        version = try row[3]
        schemaVersion = try row[4]
        approvals = try row[6]
        changedAt = try row[7]
        actor = try row[8]
        through = try row[9]
        reason = try row[10]
        firstAt = try row[11]
        subject = try row[12]
        content = try row[13]
    }
}
