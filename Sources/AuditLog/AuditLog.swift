package import Database
import Foundation
package import Timekeeping

/// The tamper-evident log of every change: what a store writes to, in the transaction of the change itself.
///
/// An entry costs its writer one `INSERT`; the ``Sequencer`` puts it into the tree afterwards.
package struct AuditLog: Sendable {
    private let salts: SaltPool

    /// `randomBytes` must be fit for keys: a salt that can be guessed gives away an erased content.
    package init(randomBytes: @escaping @Sendable (Int) -> [UInt8]) {
        salts = SaltPool(randomBytes: randomBytes)
    }

    /// Says that `actor` did `action` and that `content` is the subject's state now.
    ///
    /// The content is the canonical form of the new state, the same bytes that the subject's ``AuditedTable`` reads
    /// back; `null` when the subject is gone.
    package func append(
        _ action: String,
        of subject: AuditSubject,
        unit: String?,
        content: [UInt8],
        by actor: Actor,
        at instant: Instant,
        in transaction: any Transaction
    ) throws(DatabaseError) {
        let draft = AuditDraft(action, of: subject, unit: unit, content: content)
        try transaction.send(Self.insertEntry, try row(draft, by: actor, at: instant))
    }

    /// ``append(_:of:unit:content:by:at:in:)`` for many subjects that one actor changes in one transaction.
    ///
    /// Entries are in the order of `drafts`; they go in at the speed of a bulk load.
    package func append(
        _ drafts: [AuditDraft],
        by actor: Actor,
        at instant: Instant,
        in transaction: any Transaction
    ) throws {
        guard drafts.count >= Self.bulkMin else {
            for draft in drafts {
                try transaction.send(Self.insertEntry, try row(draft, by: actor, at: instant))
            }
            return
        }
        var left = drafts[...]
        _ = try transaction.load(into: "audit_entry", columns: Self.columns) {
            try left.popFirst().map { try row($0, by: actor, at: instant) }
        }
    }

    private func row(
        _ draft: AuditDraft,
        by actor: Actor,
        at instant: Instant
    ) throws(DatabaseError) -> [SQLValue] {
        let salt = salts.next()
        let entry = Entry(
            at: instant,
            action: draft.action,
            actor: actor.code,
            subject: draft.subject,
            unit: draft.unit,
            commitment: Entry.commitment(salt: salt, content: draft.content)
        )
        guard entry.isEncodable else {
            throw DatabaseError(
                kind: .check("audit_entry"),
                detail: "a text of an audit entry is empty or too long"
            )
        }
        return [
            entry.at.sqlValue, .text(entry.actor), .text(draft.action), .text(draft.subject.kind),
            .text(draft.subject.id), draft.unit.sqlValue, .blob(entry.commitment), .blob(salt),
            .blob(draft.content),
        ]
    }

    /// Fewer are sent one by one, since a bulk load has a price of its own.
    private static let bulkMin = 8
    private static let columns = [
        "at", "actor", "action", "subject_kind", "subject_id", "unit_id", "commitment", "salt", "content",
    ]

    private static let insertEntry = PreparedSQL(
        """
        INSERT INTO audit_entry (\(columns.joined(separator: ", ")))
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
        """
    )

    /// ``append(_:of:unit:content:by:at:in:)`` with the canonical JSON of `value`.
    ///
    /// The label differs, since bytes are `Encodable` too and would silently become a list of numbers.
    package func append(
        _ action: String,
        of subject: AuditSubject,
        unit: String?,
        encoding value: some Encodable,
        by actor: Actor,
        at instant: Instant,
        in transaction: any Transaction
    ) throws(DatabaseError) {
        try append(
            action,
            of: subject,
            unit: unit,
            content: Self.canonicalJSON(value),
            by: actor,
            at: instant,
            in: transaction
        )
    }

    /// JSON with sorted keys and without spaces: the same value has the same bytes.
    package static func canonicalJSON(_ content: some Encodable) throws(DatabaseError) -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        guard let data = try? encoder.encode(content) else {
            throw DatabaseError(
                kind: .unexpectedValue,
                detail: "the content of an audit entry has no JSON form"
            )
        }
        return Array(data)
    }

    /// Erases what all entries of `subject` say about its state, and leaves an entry that says so.
    ///
    /// Salt and content go, the commitments stay: no proof breaks, and nothing can be guessed from what is left.
    /// Returns how many entries lost their content.
    @discardableResult
    package func erase(
        _ subject: AuditSubject,
        unit: String?,
        by actor: Actor,
        at instant: Instant,
        in transaction: any Transaction
    ) throws(DatabaseError) -> Int {
        try append(
            "audit.erased",
            of: subject,
            unit: unit,
            content: [],
            by: actor,
            at: instant,
            in: transaction
        )
        let erased = try transaction.execute(
            """
            UPDATE audit_entry SET salt = NULL, content = NULL
            WHERE subject_id = \(subject.id) AND subject_kind = \(subject.kind) AND salt IS NOT NULL
            """
        )
        return erased - 1
    }
}

/// What an entry of ``AuditLog`` says, before it is known who did it and when.
package struct AuditDraft: Sendable {
    package let action: String
    package let subject: AuditSubject
    package let unit: String?
    /// The canonical form of the subject's new state.
    package let content: [UInt8]

    package init(_ action: String, of subject: AuditSubject, unit: String?, content: [UInt8]) {
        self.action = action
        self.subject = subject
        self.unit = unit
        self.content = content
    }
}
