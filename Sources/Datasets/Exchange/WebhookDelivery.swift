package import Access
package import AuditLog
import Database
import Language
package import Places
import Synchronization
import Timekeeping

/// For whom a subscription reads, asked anew for each batch.
package struct WebhookReader: Sendable {
    package let permit: Permit<ReadRecords>
    /// The units whose records they read by right of their own.
    package let own: UnitScope

    package init(permit: Permit<ReadRecords>, own: UnitScope) {
        self.permit = permit
        self.own = own
    }
}

/// What delivering needs of the world.
package struct WebhookSurroundings: Sendable {
    /// Sends one message and never takes longer than some seconds.
    package var send: @Sendable (WebhookPost) async -> WebhookOutcome
    /// The JSON of one change, as the feed of the API shows it, or only that there was one.
    package var render: @Sendable (RecordChange, _ isWhole: Bool) -> [UInt8]
    /// `nil` when the owner of a subscription does not hold any more, or may not read.
    package var reader: @Sendable (Actor, StoredDataset) async throws -> WebhookReader?
    /// From 0 to 1.
    package var chance: @Sendable () -> Double
    package var onFailure: @Sendable (any Error) -> Void

    package init(
        send: @escaping @Sendable (WebhookPost) async -> WebhookOutcome,
        render: @escaping @Sendable (RecordChange, _ isWhole: Bool) -> [UInt8],
        reader: @escaping @Sendable (Actor, StoredDataset) async throws -> WebhookReader?,
        chance: @escaping @Sendable () -> Double,
        onFailure: @escaping @Sendable (any Error) -> Void
    ) {
        self.send = send
        self.render = render
        self.reader = reader
        self.chance = chance
        self.onFailure = onFailure
    }
}

/// Sends each subscription its changes, one batch after the other, and many subscriptions at once.
///
/// A receiver that is slow, dead or hostile holds up its own subscription alone: each has its own place, its own
/// pauses and its own time limit, and those that wait for a pause to end take no slot. What is sent twice after a crash has
/// the same numbers of changes: a receiver drops what he has.
package final class WebhookDelivery: Sendable {
    /// Subscriptions that are served at once, so many that a hundred silent receivers leave slots for the others.
    package static let atOnceMax = 64
    /// Between two looks.
    package static let look = Duration.seconds(1)
    /// Batches after which a subscription gives its slot to others.
    private static let batchesMax = 200
    /// Of one look; the ones that wait longest come first.
    private static let dueMax = 1_000

    package let store: SubscriptionStore
    let policy: DeliveryPolicy
    let around: WebhookSurroundings
    /// Up to where the log was looked through for a subscription without finding anything: written to the database only
    /// with a delivery, since the log of busy datasets grows all day.
    private let lookedThrough = Mutex<[Subscription.ID: (from: Int64, to: Int64)]>([:])
    private let busy = Mutex<Set<Subscription.ID>>([])

    package init(
        store: SubscriptionStore,
        policy: DeliveryPolicy = DeliveryPolicy(),
        around: WebhookSurroundings
    ) {
        self.store = store
        self.policy = policy
        self.around = around
    }

    /// Works until its task is cancelled.
    package func run(pause: @Sendable (Duration) async throws -> Void) async {
        await withDiscardingTaskGroup { group in
            while !Task.isCancelled {
                do {
                    for subscription in try await ready() {
                        group.addTask { await self.serve(subscription.id) }
                    }
                } catch { around.onFailure(error) }
                do { try await pause(Self.look) } catch { return }
            }
        }
    }

    /// Serves everybody whose turn it is once, and returns when all are done.
    package func turn() async throws {
        let ready = try await ready()
        await withDiscardingTaskGroup { group in
            for subscription in ready { group.addTask { await self.serve(subscription.id) } }
        }
    }

    /// Those that have something to get, as many as there are slots; each has taken one.
    private func ready() async throws -> [Subscription] {
        var ready: [Subscription] = []
        for subscription in try await store.due(countMax: Self.dueMax) {
            let isFree = busy.withLock { $0.count < Self.atOnceMax && !$0.contains(subscription.id) }
            guard isFree, try await hasChanges(subscription) else { continue }
            if busy.withLock({ $0.insert(subscription.id).inserted }) { ready.append(subscription) }
        }
        return ready
    }

    private func hasChanges(_ subscription: Subscription) async throws -> Bool {
        let known = lookedThrough.withLock { $0[subscription.id] }
        let start =
            known.map { $0.from == subscription.place ? $0.to : subscription.place } ?? subscription.place
        let page = try await store.datasets.changes(
            of: subscription.dataset,
            after: start,
            countMax: 1,
            within: .everything
        )
        guard page.changes.isEmpty else { return true }
        lookedThrough.withLock { $0[subscription.id] = (subscription.place, page.next) }
        return false
    }

    /// Sends one subscription what there is, until nothing is left or a try fails.
    private func serve(_ id: Subscription.ID) async {
        defer { _ = busy.withLock { $0.remove(id) } }
        do {
            guard var claim = try await store.claim(id) else { return }
            for _ in 0..<Self.batchesMax {
                guard let next = try await deliver(claim) else { return }
                claim = next
            }
            try await store.release(claim, through: claim.subscription.place)
        } catch { around.onFailure(error) }
    }

    /// `nil` when the claim has ended.
    private func deliver(_ claim: SubscriptionStore.Claim) async throws -> SubscriptionStore.Claim? {
        let subscription = claim.subscription
        let stored = try await store.datasets.find(subscription.dataset)
        guard let reader = try await around.reader(subscription.owner, stored) else {
            try await store.end(claim)
            return nil
        }
        var page = try await page(subscription, after: subscription.place, stored, reader)
        while page.changes.isEmpty, !page.isAtEnd {
            page = try await self.page(subscription, after: page.next, stored, reader)
        }
        guard !page.changes.isEmpty else {
            try await store.release(claim, through: page.next)
            return nil
        }
        let batch = batch(of: page, stored, after: subscription.place)
        let outcome = try await send(batch, to: subscription, signedWith: claim.secrets, stored, reader)
        if Task.isCancelled, !outcome.isTaken {
            // The program ends: that is nothing the receiver could help.
            try await store.release(claim, through: subscription.place)
            return nil
        }
        let failures = subscription.failures + 1
        return try await store.finish(
            claim,
            through: batch.through,
            outcome,
            pause: policy.pause(after: failures, chance: around.chance()),
            policy
        )
    }

    private func page(
        _ subscription: Subscription,
        after place: Int64,
        _ stored: StoredDataset,
        _ reader: WebhookReader
    ) async throws -> ChangePage {
        try await store.datasets.changes(
            of: subscription.dataset,
            after: place,
            countMax: policy.changesMax,
            within: ReadingTerms(own: reader.own, of: stored.dataset, purpose: nil)
        )
    }
}

extension WebhookDelivery {
    /// One message: a stretch of the log and what happened in it.
    struct Batch: Sendable {
        let after: Int64
        let through: Int64
        let records: [StoredRecord]
        let body: [UInt8]
    }

    /// As many of the page's changes as a body may hold, one at least.
    ///
    /// Of data that needs a grant only numbers, kinds and times are sent: a message goes to whoever answers at an address,
    /// while the feed is read with a key, for a purpose, and is written down.
    func batch(of page: ChangePage, _ stored: StoredDataset, after place: Int64, through last: Int64 = .max)
        -> Batch
    {
        let isWhole = !stored.dataset.classification.needsGrant
        var (parts, bytes, taken): ([[UInt8]], Int, [RecordChange]) = ([], 0, [])
        let changes = page.changes.filter { $0.sequence <= last }
        for change in changes {
            let part = around.render(change, isWhole)
            guard parts.isEmpty || bytes + part.count <= policy.bodyBytesMax else { break }
            parts.append(part)
            taken.append(change)
            bytes += part.count + 1
        }
        let end = taken.count == changes.count ? min(page.next, last) : taken.last?.sequence ?? page.next
        var body = Array(#"{"type":"records.changed","dataset":"\#(stored.dataset.id.rawValue)","#.utf8)
        body += #""after":\#(place),"through":\#(end),"changes":["#.utf8
        body += parts.joined(separator: [UInt8(ascii: ",")])
        body += "]}".utf8
        return Batch(
            after: place,
            through: end,
            records: isWhole ? taken.compactMap(\.record) : [],
            body: body
        )
    }

    /// The reading is written down before anything leaves the house.
    private func send(
        _ batch: Batch,
        to subscription: Subscription,
        signedWith secrets: [WebhookSecret],
        _ stored: StoredDataset,
        _ reader: WebhookReader,
        mark: String = ""
    ) async throws -> WebhookOutcome {
        if !batch.records.isEmpty {
            let reading = RecordReading(.changes, purpose: nil)
            try await store.datasets.noteReading(reading, of: batch.records, in: stored, by: reader.permit)
        }
        let message = WebhookMessage(
            id: "\(subscription.id).\(subscription.generation)\(mark).\(batch.after)-\(batch.through)",
            at: store.clock.now(),
            body: batch.body
        )
        let post = WebhookPost(
            target: subscription.target,
            headers: [("content-type", "application/json")] + message.headers(signedWith: secrets),
            body: batch.body
        )
        return await around.send(post)
    }

    /// Sends a dead letter once more, now, made anew from the log; what was erased meanwhile is not in it.
    ///
    /// - Throws: `deadLetterNotFound`, `notFound`, `wrongState` when whoever made the subscription may not read.
    package func replay(
        deadLetter number: Int64,
        of id: Subscription.ID,
        within scope: UnitScope,
        by permit: Permit<ManageSubscriptions>
    ) async throws -> WebhookOutcome {
        let subscription = try await store.find(id, within: scope)
        guard let letter = try await store.deadLetter(number, of: id) else {
            throw SubscriptionError(.deadLetterNotFound, "no such dead letter")
        }
        let stored = try await store.datasets.find(subscription.dataset)
        guard let reader = try await around.reader(subscription.owner, stored) else {
            throw SubscriptionError(.wrongState, "the owner may not read")
        }
        var (place, outcome) = (letter.after, WebhookOutcome.answered(status: 204))
        let secrets = try await store.presentSecrets(of: id)
        while place < letter.through, outcome.isTaken {
            let page = try await page(subscription, after: place, stored, reader)
            let batch = batch(of: page, stored, after: place, through: letter.through)
            if page.changes.contains(where: { $0.sequence <= letter.through }) {
                let mark = ".\(store.clock.now().microsecondsSince1970)"
                outcome = try await send(
                    batch,
                    to: subscription,
                    signedWith: secrets,
                    stored,
                    reader,
                    mark: mark
                )
            }
            place = batch.through
        }
        try await store.noteReplay(of: letter, outcome, by: permit)
        return outcome
    }
}

extension SubscriptionStore {
    func deadLetter(_ number: Int64, of id: Subscription.ID) async throws(SubscriptionError) -> DeadLetter? {
        try await database.read(throwing: SubscriptionErrorCode.self) { transaction in
            try transaction.first(
                """
                SELECT \(DeadLetter.selected) FROM subscription_dead_letter
                WHERE id = \(number) AND subscription_id = \(id)
                """
            ).map { try DeadLetter(row: $0) }
        }
    }

    func presentSecrets(of id: Subscription.ID) async throws(SubscriptionError) -> [WebhookSecret] {
        try await database.read(throwing: SubscriptionErrorCode.self) {
            try secrets(of: id, at: clock.now(), in: $0)
        }
    }

    func noteReplay(
        of letter: DeadLetter,
        _ outcome: WebhookOutcome,
        by permit: Permit<ManageSubscriptions>
    ) async throws(SubscriptionError) {
        try await database.write(throwing: SubscriptionErrorCode.self) { transaction in
            if outcome.isTaken {
                try transaction.execute(
                    "UPDATE subscription_dead_letter SET replayed_at = \(clock.now()) WHERE id = \(letter.number)"
                )
            }
            _ = try note(
                "subscription.letter-replayed",
                letter.subscription,
                by: permit.actor,
                in: transaction
            )
        }
    }
}
