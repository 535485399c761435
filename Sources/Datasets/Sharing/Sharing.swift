package import Access
import AuditLog
import Database
import Language
package import Places
import Timekeeping

/// What the rest of the program hears of a sharing request; the message's subject is its id.
package enum SharingTopic: String, Sendable {
    case requested = "sharing.requested"
    case decided = "sharing.decided"
}

extension DatasetStore {
    /// Requests of a page.
    package static let sharingMax = 200

    /// Asks the owner of a dataset to share some of it with `grantee`.
    ///
    /// - Throws: as ``SharingTerms``; `unitOutOfReach` when the grantee is not one of the permit's units.
    package func askToShare(
        _ id: Dataset.ID,
        with grantee: Unit.ID,
        _ terms: SharingTerms,
        by permit: Permit<RequestSharing>
    ) async throws(DatasetError) -> SharingRequest {
        let tree = trees().tree(on: today)
        guard tree.contains(permit.unit, grantee) else {
            throw DatasetError(.unitOutOfReach, "the grantee lies outside of the permit")
        }
        guard tree.unit(terms.unit) != nil else { throw DatasetError(.unitUnknown, "no such unit today") }
        return try await database.write(throwing: DatasetErrorCode.self) { transaction in
            let stored = try shelf.dataset(id, in: transaction)
            try terms.check(against: stored)
            let now = clock.now()
            let request = SharingRequest(
                id: ids.make(),
                dataset: id,
                owner: stored.dataset.owner,
                grantee: grantee,
                asked: terms,
                askedBy: SharingRequest.Act(by: permit.actor, at: now),
                state: .pending,
                version: 1,
                changedAt: now
            )
            try transaction.execute(
                """
                INSERT INTO sharing_request (id, dataset_id, unit_id, grantee_id, state, asked, asked_by, asked_at,
                    version, changed_at)
                VALUES (\(request.id), \(id.rawValue), \(request.owner), \(grantee), 'pending',
                    \(utf8Text(try AuditLog.canonicalJSON(terms))), \(permit.actor.code), \(now), 1, \(now))
                """
            )
            try told(request, "sharing.requested", .requested, by: permit.actor, in: transaction)
            return request
        }
    }

    /// Grants what was asked for, or less of it.
    package func grantSharing(
        _ id: SharingRequest.ID,
        _ terms: SharingTerms,
        by permit: Permit<DecideSharing>
    ) async throws(DatasetError) -> SharingRequest {
        let tree = trees().tree(on: today)
        return try await decide(id, "sharing.granted", by: permit) { request, stored, act in
            try terms.check(against: stored)
            guard tree.contains(request.asked.unit, terms.unit) else {
                throw DatasetError(.sharingInvalid, "another unit than asked for", text: .Sharing.more)
            }
            try request.grant(terms, act)
        }
    }

    package func refuseSharing(
        _ id: SharingRequest.ID,
        reason: String,
        legalBasis: String,
        by permit: Permit<DecideSharing>
    ) async throws(DatasetError) -> SharingRequest {
        try await decide(id, "sharing.refused", by: permit) { request, _, act in
            try request.refuse(reason: reason, legalBasis: legalBasis, act)
        }
    }

    /// Ends a grant before its time; what was read under it stays in the log.
    package func revokeSharing(
        _ id: SharingRequest.ID,
        reason: String,
        by permit: Permit<DecideSharing>
    ) async throws(DatasetError) -> SharingRequest {
        try await decide(id, "sharing.revoked", by: permit) { request, _, act in
            try request.revoke(reason: reason, act)
        }
    }

    /// The request, if its dataset's owner or its grantee is within `scope`.
    package func sharingRequest(
        _ id: SharingRequest.ID,
        within scope: UnitScope
    ) async throws(DatasetError) -> SharingRequest {
        try await database.read(throwing: DatasetErrorCode.self) { transaction in
            let found = try Self.sharing(id, in: transaction)
            guard scope.contains(found.owner) || scope.contains(found.grantee) else {
                throw DatasetError(.sharingNotFound, "no such request within the scope")
            }
            return found
        }
    }

    /// The newest requests of one dataset, or of all, whose owner or grantee is within `scope`.
    package func sharingRequests(
        in dataset: Dataset.ID? = nil,
        within scope: UnitScope
    ) async throws(DatasetError) -> [SharingRequest] {
        try await database.read(throwing: DatasetErrorCode.self) { transaction in
            let both: SQL = "(\(scope.condition(on: "unit_id")) OR \(scope.condition(on: "grantee_id")))"
            let one: SQL = dataset.map { "dataset_id = \($0.rawValue)" } ?? "1 = 1"
            return try transaction.query(
                """
                SELECT \(SharingRequest.selected) FROM sharing_request WHERE \(one) AND \(both)
                ORDER BY asked_at DESC, id DESC LIMIT \(Self.sharingMax)
                """
            ).map { try SharingRequest($0) }
        }
    }

    static func sharing(_ id: SharingRequest.ID, in transaction: any Transaction) throws -> SharingRequest {
        let row = try transaction.first(
            "SELECT \(SharingRequest.selected) FROM sharing_request WHERE id = \(id)"
        )
        guard let row else { throw DatasetError(.sharingNotFound, "no such request") }
        return try SharingRequest(row)
    }

    /// Only who decides for the owner of today finds the request.
    private func decide(
        _ id: SharingRequest.ID,
        _ action: String,
        by permit: Permit<DecideSharing>,
        _ body: @escaping @Sendable (inout SharingRequest, StoredDataset, SharingRequest.Act) throws -> Void
    ) async throws(DatasetError) -> SharingRequest {
        try await database.write(throwing: DatasetErrorCode.self) { transaction in
            var request = try Self.sharing(id, in: transaction)
            let stored = try shelf.dataset(request.dataset, in: transaction)
            guard permit.unit == stored.dataset.owner else {
                throw DatasetError(.sharingNotFound, "the permit is not for the owner of the dataset")
            }
            let now = clock.now()
            try body(&request, stored, SharingRequest.Act(by: permit.actor, at: now))
            request.version += 1
            request.changedAt = now
            try save(request, in: transaction)
            try told(request, action, .decided, by: permit.actor, in: transaction)
            return request
        }
    }

    private func save(_ request: SharingRequest, in transaction: any Transaction) throws {
        let (terms, act) = request.decided
        let granted = try terms.map { utf8Text(try AuditLog.canonicalJSON($0)) }
        try transaction.execute(
            """
            UPDATE sharing_request SET state = \(request.state.kind.rawValue), granted = \(granted),
                decided_by = \(act?.by), decided_at = \(act?.at),
                refusal_reason = \(request.refusal?.reason), refusal_basis = \(request.refusal?.legalBasis),
                revoked_by = \(request.revocation?.act.by), revoked_at = \(request.revocation?.act.at),
                revocation_reason = \(request.revocation?.reason), version = \(request.version),
                changed_at = \(request.changedAt)
            WHERE id = \(request.id)
            """
        )
    }

    private func told(
        _ request: SharingRequest,
        _ action: String,
        _ topic: SharingTopic,
        by actor: Actor,
        in transaction: any Transaction
    ) throws {
        try audit.append(
            action,
            of: AuditSubject(kind: SharingRequest.subjectKind, id: request.id.description),
            unit: request.owner.rawValue,
            content: try request.content(),
            by: actor,
            at: request.changedAt,
            in: transaction
        )
        try Outbox.post(
            topic.rawValue,
            subject: request.id.description,
            at: request.changedAt,
            in: transaction
        )
    }
}
