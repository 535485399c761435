package import Language
package import Timekeeping

/// One page of the audit log, and the checkpoint that covers it.
package struct AuditModel: Sendable {
    package struct Row: Sendable {
        package var id: Int
        /// Its place in the tree; `nil` until the sequencer has placed it.
        package var leaf: Int?
        package var at: Instant
        package var actor: (name: String, code: String)
        package var action: Text
        package var actionCode: String
        package var subject: (name: String, href: String?)
        package var isErased: Bool

        package init(
            id: Int,
            leaf: Int?,
            at: Instant,
            actor: (name: String, code: String),
            action: Text,
            actionCode: String,
            subject: (name: String, href: String?),
            isErased: Bool
        ) {
            self.id = id
            self.leaf = leaf
            self.at = at
            self.actor = actor
            self.action = action
            self.actionCode = actionCode
            self.subject = subject
            self.isErased = isErased
        }
    }

    package struct Checkpoint: Sendable {
        package var size: Int
        /// Base64 of the root hash.
        package var root: String
        package var at: Instant
        package var signer: String

        package init(size: Int, root: String, at: Instant, signer: String) {
            self.size = size
            self.root = root
            self.at = at
            self.signer = signer
        }
    }

    package var rows: [Row]
    package var checkpoint: Checkpoint?
    package var query: ListQuery
    /// Where the list goes on; `nil` on the last page.
    package var next: String?
    package var filters: [ListFilter]

    package init(
        rows: [Row],
        checkpoint: Checkpoint?,
        query: ListQuery,
        next: String?,
        filters: [ListFilter]
    ) {
        self.rows = rows
        self.checkpoint = checkpoint
        self.query = query
        self.next = next
        self.filters = filters
    }
}
