package import Access
import AuditLog
import Cryptography
import Database
import Language
package import Places
import Timekeeping

extension CaseStore {
    /// Adds a file to a case.
    ///
    /// - Throws: ``CaseErrorCode/attachmentTooLarge``, ``CaseErrorCode/attachmentTypeRefused``,
    ///   ``CaseErrorCode/attachmentEmpty`` or ``CaseErrorCode/attachmentsFull``.
    package func attach(
        _ content: [UInt8],
        named name: String,
        to id: Case.ID,
        by permit: Permit<WorkOnCase>
    ) async throws(CaseError) -> CaseAttachment {
        let type = try CaseAttachment.accepted(content)
        let name = CaseAttachment.safeName(name, type)
        let sha256 = BaseCoding.hex.encode(SHA256.hash(content))
        return try await write(by: permit.actor) { writer in
            let row = try writer.find(id, ownedBy: permit.unit, expecting: nil)
            let file = CaseAttachment(
                id: ids.make(),
                name: name,
                type: type,
                bytes: content.count,
                sha256: sha256,
                addedAt: writer.now,
                addedBy: permit.actor
            )
            var changed = row
            changed.attachmentsSHA256 = file.hash(after: row.attachmentsSHA256)
            let change = CaseChange.attached(name: name, sha256: sha256, bytes: content.count)
            try writer.save(&changed, after: row, [change], topic: .attached)
            try writer.insert(file, content, of: row.it)
            return file
        }
    }

    /// The files of a case, oldest first, without their content.
    package func attachments(
        of id: Case.ID,
        within scope: UnitScope
    ) async throws(CaseError) -> [CaseAttachment] {
        let owned = scope.condition(on: "unit_id")
        return try await database.read(throwing: CaseErrorCode.self) { transaction in
            try transaction.query(
                """
                SELECT \(CaseAttachment.selected) FROM case_attachment
                WHERE case_id = \(id) AND \(owned) ORDER BY position
                """
            ).map { try CaseAttachment(row: $0) }
        }
    }

    /// The bytes of one file.
    ///
    /// - Throws: ``CaseErrorCode/notFound`` also when it belongs to a unit outside `scope`; ``CaseErrorCode/storeFailed``
    ///   when the bytes no longer are those that were attached.
    package func content(
        of id: CaseAttachment.ID,
        within scope: UnitScope
    ) async throws(CaseError) -> [UInt8] {
        let owned = scope.condition(on: "unit_id")
        return try await database.read(throwing: CaseErrorCode.self) { transaction in
            let sha256: String? = try transaction.value(
                "SELECT sha256 FROM case_attachment WHERE id = \(id) AND \(owned)"
            )
            guard let sha256 else { throw CaseError(.notFound, "no such attachment within the scope") }
            var content: [UInt8] = []
            let chunks: SQL = """
                SELECT content FROM case_attachment_chunk WHERE attachment_id = \(id) ORDER BY position
                """
            try transaction.forEachRow(of: chunks) { row in content += try row[0] as [UInt8] }
            guard BaseCoding.hex.encode(SHA256.hash(content)) == sha256 else {
                throw CaseError(.storeFailed, "the bytes of an attachment do not fit its hash")
            }
            return content
        }
    }
}

extension CaseWriter {
    fileprivate func insert(_ file: CaseAttachment, _ content: [UInt8], of it: Case) throws {
        let count: Int? = try transaction.value(
            "SELECT count(*) FROM case_attachment WHERE case_id = \(it.id)"
        )
        guard let count, count < CaseAttachment.countMax else {
            throw CaseError(.attachmentsFull, "the case holds no more files")
        }
        try transaction.execute(
            """
            INSERT INTO case_attachment
                (id, case_id, position, unit_id, name, type, bytes, sha256, added_at, added_by)
            VALUES (\(file.id), \(it.id), \(count + 1), \(it.unit), \(file.name), \(file.type.rawValue),
                \(file.bytes), \(file.sha256), \(now), \(actor.code))
            """
        )
        for (index, start) in stride(from: 0, to: content.count, by: CaseAttachment.chunkBytes).enumerated() {
            let part = Array(content[start..<min(start + CaseAttachment.chunkBytes, content.count)])
            try transaction.execute(
                """
                INSERT INTO case_attachment_chunk (attachment_id, position, unit_id, content)
                VALUES (\(file.id), \(index + 1), \(it.unit), \(part))
                """
            )
        }
    }
}

extension CaseAttachment {
    static let selected: SQL = "id, name, type, bytes, sha256, added_at, added_by"

    init(row: Row) throws(DatabaseError) {
        self.init(
            id: try row[0],
            name: try row[1],
            type: try row.coded(2),
            bytes: try row[3],
            sha256: try row[4],
            addedAt: try row[5],
            addedBy: try row.required(try row.actor(6), 6)
        )
    }

    /// The hash of the attachments up to this one.
    func hash(after previous: String) -> String {
        RollingHash.next(
            after: previous,
            [
                id.description, name, type.rawValue, "\(bytes)", sha256, "\(addedAt.microsecondsSince1970)",
                addedBy.code,
            ]
        )
    }
}
