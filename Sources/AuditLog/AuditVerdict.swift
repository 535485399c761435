package import Language

/// What the verifier found.
package struct AuditVerdict: Hashable, Sendable {
    /// Leaves that were checked, waiting entries not counted.
    package var entryCount: UInt64
    package var checkpointCount: Int
    /// The root over all checked leaves, to compare with a copy kept elsewhere.
    package var root: [UInt8]
    /// The first entry that does not fit; `nil` when everything does.
    package var problem: AuditProblem?
}

/// The first place at which the log and the database do not fit each other.
package struct AuditProblem: Hashable, Sendable {
    package enum Code: String, CaseIterable, Hashable, Sendable {
        case entryMissing = "audit.entry-missing"
        case entryChanged = "audit.entry-changed"
        case contentChanged = "audit.content-changed"
        case tileChanged = "audit.tile-changed"
        case checkpointForged = "audit.checkpoint-forged"
        case checkpointDiffers = "audit.checkpoint-differs"
        case checkpointMissing = "audit.checkpoint-missing"
        case rowChanged = "audit.row-changed"
        case rowMissing = "audit.row-missing"
        case rowWithoutEntry = "audit.row-without-entry"
    }

    package var code: Code
    /// The leaf that does not fit; `nil` for an entry that has none yet, and for a row without an entry.
    package var leafIndex: UInt64?
    /// The row in `audit_entry`; `nil` when the row is what is missing.
    package var entryID: Int64?
    package var subject: AuditSubject?

    package var text: Text {
        switch code {
        case .entryMissing: .auditEntryMissing
        case .entryChanged: .auditEntryChanged
        case .contentChanged: .auditContentChanged
        case .tileChanged: .auditTileChanged
        case .checkpointForged: .auditCheckpointForged
        case .checkpointDiffers: .auditCheckpointDiffers
        case .checkpointMissing: .auditCheckpointMissing
        case .rowChanged: .auditRowChanged
        case .rowMissing: .auditRowMissing
        case .rowWithoutEntry: .auditRowWithoutEntry
        }
    }
}

extension AuditProblem {
    init(_ code: Code, _ stored: StoredEntry) {
        self.init(
            code: code,
            leafIndex: stored.leafIndex.map { UInt64(clamping: $0) },
            entryID: stored.id,
            subject: stored.entry.subject
        )
    }
}

/// How far a verification has come.
package struct AuditProgress: Hashable, Sendable {
    package var entriesDone: UInt64
    package var entriesTotal: UInt64
}
