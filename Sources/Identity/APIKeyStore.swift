package import AuditLog
package import Database
import Language
import Timekeeping

/// Keeps the API keys: only their hashes, so that a key is shown once and never again.
package struct APIKeyStore: Sendable {
    /// Keys on one page of a list; a province has some dozens.
    package static let listMax = 1_000

    let records: IdentityRecords

    package init(_ records: IdentityRecords) { self.records = records }

    /// Makes a key; `text` is what the other system is given, shown once.
    package func make(
        _ draft: APIKeyDraft,
        by permit: some KeyWritePermit,
        reaching reach: PermitReach
    ) async throws(IdentityError) -> (key: APIKey, text: String) {
        let actor = permit.actor
        return try await records.write { writer in
            guard reach.mayGrant(draft.grant.unit) else {
                throw IdentityError(.grantOutOfReach, "the key's unit lies outside the permit")
            }
            let token = try writer.records.makeToken()
            let key = APIKey(
                id: writer.records.ids.make(),
                name: draft.name,
                grant: draft.grant,
                createdAt: writer.now,
                endsAt: writer.now + .seconds(draft.days * 24 * 3600)
            )
            try writer.insert(key, token)
            try writer.log("key.made", key, by: actor)
            return (key, APIKey.textPrefix + token.text)
        }
    }

    /// Ends a key at once.
    ///
    /// - Throws: ``IdentityErrorCode/keyNotFound`` also when it is another unit's.
    package func revoke(
        _ id: APIKey.ID,
        by permit: some KeyWritePermit,
        reaching reach: PermitReach
    ) async throws(IdentityError) -> APIKey {
        let actor = permit.actor
        return try await records.write { writer in
            guard var key = try writer.transaction.key(where: "id = \(id)"), reach.covers(key.grant.unit)
            else {
                throw IdentityError(.keyNotFound, "no such key within the permit")
            }
            guard key.revokedAt == nil else { throw IdentityError(.wrongState, "revoked already") }
            key.revokedAt = writer.now
            try writer.transaction.execute(
                "UPDATE api_key SET revoked_at = \(key.revokedAt) WHERE id = \(id)"
            )
            try writer.log("key.revoked", key, by: actor)
            return key
        }
    }

    /// The key with this id, held or ended.
    ///
    /// - Throws: ``IdentityErrorCode/keyNotFound``.
    package func find(_ id: APIKey.ID) async throws(IdentityError) -> APIKey {
        guard let key = try await records.read({ try $0.key(where: "id = \(id)") }) else {
            throw IdentityError(.keyNotFound, "no such key")
        }
        return key
    }

    /// Whom a key speaks for; counts as a use, which is written at most once a minute.
    ///
    /// - Throws: ``IdentityErrorCode/keyRefused``, the same for a forged, an expired and a revoked one.
    package func find(_ text: String) async throws(IdentityError) -> APIKey {
        guard text.hasPrefix(APIKey.textPrefix),
            let token = SecretToken(String(text.dropFirst(APIKey.textPrefix.count)))
        else { throw IdentityError(.keyRefused, "no key looks like it") }
        let now = records.clock.now()
        let found = try await records.read { try $0.key(where: "token_hash = \(token.hash)") }
        guard let found, found.holds(at: now) else { throw IdentityError(.keyRefused, "no key that holds") }
        if found.needsStoring(useAt: now) {
            await records.noteUse { writer in
                try writer.transaction.execute(
                    "UPDATE api_key SET used_at = \(now) WHERE id = \(found.id)"
                )
            }
        }
        return found
    }

    /// The keys whose unit meets `condition`, which is about the column `unit_id`, the newest first.
    package func list(where condition: SQL) async throws(IdentityError) -> [APIKey] {
        try await records.read { transaction in
            try transaction.query(
                """
                SELECT \(APIKey.selected) FROM api_key WHERE \(condition)
                ORDER BY created_at DESC, id DESC LIMIT \(Self.listMax)
                """
            ).map { row in try APIKey(row: row) }
        }
    }

    /// How the verifier reads a key back.
    package static let auditedTable = AuditedTable(
        subjectKind: "key",
        ids: "SELECT id AS subject_id FROM api_key"
    ) { id, transaction in
        guard let id = APIKey.ID(id) else { return nil }
        return try transaction.key(where: "id = \(id)")?.content
    }
}

extension AccountWriter {
    fileprivate func insert(_ key: APIKey, _ token: SecretToken) throws(DatabaseError) {
        try transaction.execute(
            """
            INSERT INTO api_key (id, token_hash, name, role, unit_id, created_at, ends_at)
            VALUES (\(key.id), \(token.hash), \(key.name), \(key.grant.role.rawValue), \(key.grant.unit),
                \(key.createdAt), \(key.endsAt))
            """
        )
    }

    fileprivate func log(_ action: String, _ key: APIKey, by actor: Actor) throws(DatabaseError) {
        try records.audit.append(
            action,
            of: APIKey.subject(key.id),
            unit: key.grant.unit,
            content: key.content,
            by: actor,
            at: now,
            in: transaction
        )
    }
}

extension Transaction {
    fileprivate func key(where condition: SQL) throws(DatabaseError) -> APIKey? {
        guard let row = try first("SELECT \(APIKey.selected) FROM api_key WHERE \(condition)") else {
            return nil
        }
        return try APIKey(row: row)
    }
}
