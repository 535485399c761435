import Language

/// One entry of the audit log: what it says and what proves that it stands there.
struct AuditEntryModel: Sendable {
    var row: AuditModel.Row
    var unit: (id: String, name: String)?
    /// In hex.
    var commitment: String
    /// The recorded state as JSON; `nil` when it was erased.
    var content: String?
    /// Hashes from the leaf to the root, in base64; empty until the entry is sealed, and in a log of one entry.
    var proof: [String]
    /// Leaves of the tree that the proof leads to.
    var size: Int?
    var root: String?
}
