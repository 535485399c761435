package import Access
package import AuditLog
package import Cryptography
import Database
import Language
package import Places
import Timekeeping

/// Keeps the subscriptions of all datasets, their secrets and their dead letters.
package struct SubscriptionStore: Sendable {
    /// Of one dataset: each one is a reader of its changes.
    package static let perDatasetMax = 100
    /// How long the secret before the present one still signs, so that a receiver changes when it suits him.
    package static let secretOverlap = Duration.seconds(24 * 3_600)
    /// Dead letters of one answer, the newest first.
    package static let deadLettersMax = 200

    let database: any Database
    let audit: AuditLog
    let clock: WallClock
    let ids: IDMaker
    let randomBytes: @Sendable (Int) -> [UInt8]
    /// What secrets are sealed with.
    let box: SealedBox
    let datasets: DatasetStore
    /// Whether `http` to this machine is a target, as in the lab.
    package let allowsLoopback: Bool

    package init(
        datasets: DatasetStore,
        box: SealedBox,
        randomBytes: @escaping @Sendable (Int) -> [UInt8],
        allowsLoopback: Bool
    ) {
        (database, audit, clock, ids) = (datasets.database, datasets.audit, datasets.clock, datasets.ids)
        self.datasets = datasets
        self.box = box
        self.randomBytes = randomBytes
        self.allowsLoopback = allowsLoopback
    }

    /// Makes a subscription for whom the permit is; the secret is told once.
    ///
    /// It begins after `place`, or with what comes from now on.
    /// - Throws: `targetInvalid`, `tooMany`, `cursorInvalid`.
    package func make(
        of dataset: Dataset.ID,
        to target: String,
        after place: Int64? = nil,
        by permit: Permit<ManageSubscriptions>
    ) async throws(SubscriptionError) -> (subscription: Subscription, secret: WebhookSecret) {
        guard let target = WebhookTarget(target, allowsLoopback: allowsLoopback) else {
            throw SubscriptionError(.targetInvalid, "no https address")
        }
        let secret = WebhookSecret(bytes: randomBytes(WebhookSecret.byteCount))
        let id: Subscription.ID = ids.make()
        let subscription = try await database.write(throwing: SubscriptionErrorCode.self) { transaction in
            let now = clock.now()
            let count: Int? = try transaction.value(
                "SELECT count(*) FROM subscription WHERE dataset_id = \(dataset.rawValue)"
            )
            guard count ?? 0 < Self.perDatasetMax else {
                throw SubscriptionError(.tooMany, "the dataset has \(Self.perDatasetMax) subscriptions")
            }
            let start = try Self.checked(place, in: transaction)
            try transaction.execute(
                """
                INSERT INTO subscription (id, dataset_id, unit_id, owner, target, created_at, state, secret,
                    secrets_made, place, generation, failures, dead_in_a_row, next_at, leased_until)
                VALUES (\(id), \(dataset.rawValue), \(permit.unit), \(permit.actor.code), \(target.text), \(now),
                    'active', \(try seal(secret, of: id)), 1, \(start), 0, 0, 0, \(now), 0)
                """
            )
            return try note("subscription.created", id, by: permit.actor, in: transaction)
        }
        return (subscription, secret)
    }

    /// The subscriptions of a dataset, or of all, whose unit lies within `scope`, the oldest first.
    package func list(
        of dataset: Dataset.ID? = nil,
        within scope: UnitScope
    ) async throws(SubscriptionError) -> [Subscription] {
        try await database.read(throwing: SubscriptionErrorCode.self) { transaction in
            let ours: SQL = dataset.map { "dataset_id = \($0.rawValue)" } ?? "1 = 1"
            return try transaction.query(
                """
                SELECT \(Subscription.selected) FROM subscription
                WHERE \(ours) AND \(scope.condition(on: "unit_id")) ORDER BY created_at, id
                """
            ).map { try Subscription(row: $0) }
        }
    }

    /// - Throws: `notFound` also when it is another unit's.
    package func find(
        _ id: Subscription.ID,
        within scope: UnitScope
    ) async throws(SubscriptionError) -> Subscription {
        try await database.read(throwing: SubscriptionErrorCode.self) {
            try Self.find(id, within: scope, in: $0)
        }
    }

    /// The newest dead letters of a subscription.
    package func deadLetters(
        of id: Subscription.ID,
        within scope: UnitScope
    ) async throws(SubscriptionError) -> [DeadLetter] {
        try await database.read(throwing: SubscriptionErrorCode.self) { transaction in
            _ = try Self.find(id, within: scope, in: transaction)
            return try transaction.query(
                """
                SELECT \(DeadLetter.selected) FROM subscription_dead_letter
                WHERE subscription_id = \(id) ORDER BY id DESC LIMIT \(Self.deadLettersMax)
                """
            ).map { try DeadLetter(row: $0) }
        }
    }

    /// - Throws: `wrongState` unless it is active.
    @discardableResult
    package func pause(
        _ id: Subscription.ID,
        within scope: UnitScope,
        by permit: Permit<ManageSubscriptions>
    ) async throws(SubscriptionError) -> Subscription {
        try await change(id, within: scope, "subscription.paused", by: permit) { found, _ in
            guard found.state == .active else { throw SubscriptionError(.wrongState, "it is not active") }
            return "state = 'paused', lease = NULL, leased_until = 0"
        }
    }

    /// Goes on from where it was.
    ///
    /// - Throws: `wrongState` when it is active.
    @discardableResult
    package func resume(
        _ id: Subscription.ID,
        within scope: UnitScope,
        by permit: Permit<ManageSubscriptions>
    ) async throws(SubscriptionError) -> Subscription {
        try await change(id, within: scope, "subscription.resumed", by: permit) { [clock] found, _ in
            guard found.state != .active else { throw SubscriptionError(.wrongState, "it is active") }
            return """
                state = 'active', state_reason = NULL, owner = \(permit.actor.code), failures = 0,
                dead_in_a_row = 0, next_at = \(clock.now()), lease = NULL, leased_until = 0
                """
        }
    }

    /// Sends everything after `place` once more, under new ids, whatever state it was in.
    ///
    /// - Throws: `cursorInvalid`.
    @discardableResult
    package func replay(
        _ id: Subscription.ID,
        after place: Int64,
        within scope: UnitScope,
        by permit: Permit<ManageSubscriptions>
    ) async throws(SubscriptionError) -> Subscription {
        try await change(id, within: scope, "subscription.replayed", by: permit) { [clock] _, transaction in
            let start = try Self.checked(place, in: transaction)
            return """
                state = 'active', state_reason = NULL, owner = \(permit.actor.code), place = \(start),
                generation = generation + 1, failures = 0, dead_in_a_row = 0, next_at = \(clock.now()),
                lease = NULL, leased_until = 0
                """
        }
    }

    /// Makes a new secret, told once; the one before signs beside it for ``secretOverlap``.
    package func rotateSecret(
        of id: Subscription.ID,
        within scope: UnitScope,
        by permit: Permit<ManageSubscriptions>
    ) async throws(SubscriptionError) -> WebhookSecret {
        let secret = WebhookSecret(bytes: randomBytes(WebhookSecret.byteCount))
        try await change(id, within: scope, "subscription.secret-rotated", by: permit) { _, _ in
            let until = clock.now() + Self.secretOverlap
            return """
                secret_before = secret, secret_before_until = \(until), secret = \(try seal(secret, of: id)),
                secrets_made = secrets_made + 1
                """
        }
        return secret
    }

    @discardableResult
    private func change(
        _ id: Subscription.ID,
        within scope: UnitScope,
        _ action: String,
        by permit: Permit<ManageSubscriptions>,
        _ decide: @escaping @Sendable (Subscription, any Transaction) throws -> SQL
    ) async throws(SubscriptionError) -> Subscription {
        try await database.write(throwing: SubscriptionErrorCode.self) { transaction in
            let found = try Self.find(id, within: scope, in: transaction)
            let change = try decide(found, transaction)
            try transaction.execute("UPDATE subscription SET \(change) WHERE id = \(id)")
            return try note(action, id, by: permit.actor, in: transaction)
        }
    }

    private static func checked(_ place: Int64?, in transaction: any Transaction) throws -> Int64 {
        let newest = try ChangeReading.newest(in: transaction)
        guard let place else { return newest }
        guard (-1...max(newest, -1)).contains(place) else {
            throw SubscriptionError(.cursorInvalid, "the log has no such place")
        }
        return place
    }
}

extension SubscriptionStore {
    static func find(
        _ id: Subscription.ID,
        within scope: UnitScope,
        in transaction: any Transaction
    ) throws -> Subscription {
        let row = try transaction.first("SELECT \(Subscription.selected) FROM subscription WHERE id = \(id)")
        guard let row, case let found = try Subscription(row: row), scope.contains(found.unit) else {
            throw SubscriptionError(.notFound, "no such subscription within the scope")
        }
        return found
    }

    /// Writes the audit entry of what the row now says.
    func note(
        _ action: String,
        _ id: Subscription.ID,
        by actor: Actor,
        in transaction: any Transaction
    ) throws -> Subscription {
        let subscription = try Self.find(id, within: .everything, in: transaction)
        try audit.append(
            action,
            of: AuditSubject(kind: Self.subjectKind, id: id.description),
            unit: subscription.unit.rawValue,
            content: try Self.content(of: id, in: transaction) ?? AuditedTable.gone,
            by: actor,
            at: clock.now(),
            in: transaction
        )
        return subscription
    }

    private static let subjectKind = "subscription"

    private struct Statement: Encodable {
        let dataset, unit, owner, target, state: String
        let reason: String?
        let createdAt: Int64
        let secretsMade, replays: Int
    }

    /// What the log says: not how far it is, which changes all the time, and nothing of the secret.
    private static func content(of id: Subscription.ID, in transaction: any Transaction) throws -> [UInt8]? {
        let row = try transaction.first(
            """
            SELECT dataset_id, unit_id, owner, target, state, state_reason, created_at, secrets_made, generation
            FROM subscription WHERE id = \(id)
            """
        )
        guard let row else { return nil }
        return try AuditLog.canonicalJSON(
            Statement(
                dataset: try row[0],
                unit: try row[1],
                owner: try row[2],
                target: try row[3],
                state: try row[4],
                reason: try row[5],
                createdAt: try row[6],
                secretsMade: try row[7],
                replays: try row[8]
            )
        )
    }

    /// How the verifier reads a subscription back.
    package static let auditedTable = AuditedTable(
        subjectKind: "subscription",
        ids: "SELECT id AS subject_id FROM subscription"
    ) { id, transaction in
        try Subscription.ID(id).flatMap { try content(of: $0, in: transaction) }
    }

    func seal(_ secret: WebhookSecret, of id: Subscription.ID) throws -> [UInt8] {
        try box.seal(secret.bytes, for: Array("subscription \(id)".utf8))
    }

    func open(_ sealed: [UInt8], of id: Subscription.ID) throws -> WebhookSecret {
        WebhookSecret(bytes: try box.open(sealed, for: Array("subscription \(id)".utf8)))
    }
}
