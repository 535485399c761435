package import Places
package import Timekeeping

/// One change of a record, as the audit log tells of it, with the record's text as of then.
package struct RecordChange: Hashable, Sendable {
    package enum Action: String, CaseIterable, Hashable, Sendable {
        case put, approve, `return`, withdraw, erase

        /// What the audit log calls it; a record's first version and a later one are both put.
        init?(audited action: String) {
            switch action {
            case RecordAction.created, RecordAction.changed: self = .put
            case RecordAction.approved: self = .approve
            case RecordAction.returned: self = .return
            case RecordAction.withdrawn: self = .withdraw
            case Self.erased: self = .erase
            default: return nil
            }
        }

        /// ``AuditLog/AuditLog/erase(_:unit:by:at:in:)`` calls it so.
        static let erased = "audit.erased"
        static let audited = [
            RecordAction.created, RecordAction.changed, RecordAction.approved, RecordAction.returned,
            RecordAction.withdrawn, erased,
        ]
    }

    /// The place in the log, counted from 0: it grows from change to change, with gaps, and never moves.
    package let sequence: Int64
    package let action: Action
    package let at: Instant
    /// ``AuditLog/Actor/code``.
    package let actor: String
    /// The unit that the record belonged to with this version.
    package let unit: Unit.ID
    /// `nil` once a record of personal data is erased.
    package let key: RecordKey?
    /// `nil` once the record is erased.
    package let version: Int?
    /// SHA-256 of the record's text, in hexadecimal; `nil` once the record is erased.
    package let sha256: String?
    /// `nil` once the record is erased.
    package let record: StoredRecord?

    package var isErased: Bool { record == nil }
}

/// A stretch of a dataset's changes.
package struct ChangePage: Hashable, Sendable {
    package let changes: [RecordChange]
    /// After which place the next page begins; it moves on even when other datasets alone have changed.
    package let next: Int64
    /// The newest place that the log has, `-1` while it is empty.
    package let newest: Int64

    /// Records as the reader of `terms` sees them.
    ///
    /// The hash of a text that is not shown whole is left out: with it one could try out what is hidden.
    func masked(by terms: ReadingTerms) -> Self {
        let masked = changes.map { change -> RecordChange in
            guard let record = change.record, let shown = terms.masked([record]).first, shown != record else {
                return change
            }
            return RecordChange(
                sequence: change.sequence,
                action: change.action,
                at: change.at,
                actor: change.actor,
                unit: change.unit,
                key: change.key,
                version: change.version,
                sha256: nil,
                record: shown
            )
        }
        return Self(changes: masked, next: next, newest: newest)
    }

    /// Whether everything that has a place by now was looked at.
    package var isAtEnd: Bool { next >= newest }
}
