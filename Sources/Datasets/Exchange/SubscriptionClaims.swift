import AuditLog
import Database
import Language
import Places
import Timekeeping

/// The work of delivering, which any number of processes share: each subscription is one's for the time of a lease.
extension SubscriptionStore {
    /// Longer than a try can last, so that a lease ends only when its process did.
    static let leaseSeconds: Int64 = 120

    /// A subscription that is ours until the lease ends.
    struct Claim: Sendable {
        var subscription: Subscription
        /// Those that sign, the present one first.
        let secrets: [WebhookSecret]
        let lease: String
    }

    /// Those whose turn it is, at most `countMax`, the ones that wait longest first.
    func due(countMax: Int) async throws(SubscriptionError) -> [Subscription] {
        try await database.read(throwing: SubscriptionErrorCode.self) { transaction in
            let now = clock.now()
            return try transaction.query(
                """
                SELECT \(Subscription.selected) FROM subscription
                WHERE state = 'active' AND next_at <= \(now) AND leased_until <= \(now)
                ORDER BY next_at, id LIMIT \(countMax)
                """
            ).map { try Subscription(row: $0) }
        }
    }

    /// Takes a subscription; `nil` when another process was faster.
    func claim(_ id: Subscription.ID) async throws(SubscriptionError) -> Claim? {
        let lease = ids.make(Subscription.self).description
        return try await database.write(throwing: SubscriptionErrorCode.self) { transaction in
            let now = clock.now()
            let taken = try transaction.execute(
                """
                UPDATE subscription SET lease = \(lease), leased_until = \(now + .seconds(Self.leaseSeconds))
                WHERE id = \(id) AND state = 'active' AND next_at <= \(now) AND leased_until <= \(now)
                """
            )
            guard taken == 1 else { return nil }
            return Claim(
                subscription: try Self.find(id, within: .everything, in: transaction),
                secrets: try secrets(of: id, at: now, in: transaction),
                lease: lease
            )
        }
    }

    func secrets(
        of id: Subscription.ID,
        at now: Instant,
        in transaction: any Transaction
    ) throws -> [WebhookSecret] {
        let row = try transaction.first(
            "SELECT secret, secret_before, secret_before_until FROM subscription WHERE id = \(id)"
        )
        guard let row else { return [] }
        let (present, before, until): ([UInt8], [UInt8]?, Instant?) = (try row[0], try row[1], try row[2])
        let old = until.map { now < $0 } == true ? before : nil
        return try ([present] + [old].compactMap { $0 }).map { try open($0, of: id) }
    }

    /// Writes down what became of a try; `through` is the last place of the batch.
    ///
    /// - Returns: the claim as it goes on, or `nil` when it ends here: after a failure, or when the lease is another's.
    func finish(
        _ claim: Claim,
        through place: Int64,
        _ outcome: WebhookOutcome,
        pause: Duration,
        _ policy: DeliveryPolicy
    ) async throws(SubscriptionError) -> Claim? {
        let old = claim.subscription
        let failures = outcome.isTaken ? 0 : old.failures + 1
        let decision = policy.decide(outcome, failures: failures, deadInARow: old.deadInARow)
        return try await database.write(throwing: SubscriptionErrorCode.self) { transaction in
            let now = clock.now()
            var change: SQL = "last_status = \(outcome.status)"
            if outcome.isTaken {
                change += """
                    , place = \(place), failures = 0, dead_in_a_row = 0, delivered_at = \(now), next_at = \(now),
                    leased_until = \(now + .seconds(Self.leaseSeconds))
                    """
            } else {
                change += ", lease = NULL, leased_until = 0, next_at = \(now + pause)"
                switch decision {
                case .tryAgain: change += ", failures = \(failures)"
                case .letDie: change += ", failures = 0, dead_in_a_row = dead_in_a_row + 1, place = \(place)"
                case .giveUp(let reason):
                    change +=
                        ", failures = 0, state = 'dead', state_reason = \(reason.rawValue), place = \(place)"
                }
            }
            let isOurs = try transaction.execute(
                "UPDATE subscription SET \(change) WHERE id = \(old.id) AND lease = \(claim.lease)"
            )
            guard isOurs == 1 else { return nil }
            if !outcome.isTaken, decision != .tryAgain {
                try transaction.execute(
                    """
                    INSERT INTO subscription_dead_letter (subscription_id, after_place, through_place, at, tries,
                        status, failure)
                    VALUES (\(old.id), \(old.place), \(place), \(now), \(failures), \(outcome.status),
                        \(outcome.failure))
                    """
                )
            }
            if case .giveUp = decision, !outcome.isTaken {
                _ = try note("subscription.died", old.id, by: .system("webhooks"), in: transaction)
            }
            guard outcome.isTaken else { return nil }
            var next = claim
            next.subscription = try Self.find(old.id, within: .everything, in: transaction)
            return next
        }
    }

    /// Ends the claim; nothing was left to send up to `place`.
    func release(_ claim: Claim, through place: Int64) async throws(SubscriptionError) {
        try await database.write(throwing: SubscriptionErrorCode.self) { transaction in
            try transaction.send(
                """
                UPDATE subscription SET lease = NULL, leased_until = 0, place = \(place)
                WHERE id = \(claim.subscription.id) AND lease = \(claim.lease)
                """
            )
        }
    }

    /// Whoever made it may not read any more.
    func end(_ claim: Claim) async throws(SubscriptionError) {
        let id = claim.subscription.id
        try await database.write(throwing: SubscriptionErrorCode.self) { transaction in
            let reason = Subscription.DeadReason.ownerGone.rawValue
            let isOurs = try transaction.execute(
                """
                UPDATE subscription SET state = 'dead', state_reason = \(reason), lease = NULL, leased_until = 0
                WHERE id = \(id) AND lease = \(claim.lease)
                """
            )
            if isOurs == 1 { _ = try note("subscription.died", id, by: .system("webhooks"), in: transaction) }
        }
    }
}
