package import AuditLog
import Database

extension CaseStore {
    /// How the verifier reads a case: its row, with the hashes over timeline, evidence and attachments worked out anew,
    /// so that a change of any of their rows is found.
    package static let auditedTable = AuditedTable(
        subjectKind: "case",
        ids: "SELECT id AS subject_id FROM case_file"
    ) { id, transaction in
        guard let id = Case.ID(id), var row = try transaction.caseRow(where: "id = \(id)") else { return nil }
        try row.recomputeHashes(in: transaction)
        return try row.content
    }
}

extension CaseRow {
    fileprivate mutating func recomputeHashes(in transaction: any Transaction) throws {
        let lines = try transaction.query(
            "SELECT \(TimelineLine.selected) FROM case_event WHERE case_id = \(it.id) ORDER BY position"
        )
        timelineSHA256 = try lines.reduce(RollingHash.start) { try TimelineLine(row: $1).hash(after: $0) }
        let evidence = try transaction.query(
            "SELECT \(CaseEvidence.selected) FROM case_evidence WHERE case_id = \(it.id) ORDER BY position"
        )
        evidenceSHA256 = try evidence.reduce(RollingHash.start) { try CaseEvidence(row: $1).hash(after: $0) }
        let files = try transaction.query(
            "SELECT \(CaseAttachment.selected) FROM case_attachment WHERE case_id = \(it.id) ORDER BY position"
        )
        attachmentsSHA256 = try files.reduce(RollingHash.start) {
            try CaseAttachment(row: $1).hash(after: $0)
        }
    }
}
