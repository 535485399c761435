import Access
import AuditLog
import Cryptography
import Database
import Foundation
import Language
import Places
import Synchronization
import Testing
import Timekeeping

@testable import Datasets

/// A receiver that answers as a test says and keeps what it took.
final class Receiver: Sendable {
    private let state = Mutex((answers: [WebhookOutcome](), posts: [WebhookPost]()))

    var posts: [WebhookPost] { state.withLock { $0.posts } }
    /// What the next posts are answered; 204 after that.
    func answer(_ answers: WebhookOutcome...) { state.withLock { $0.answers += answers } }

    func take(_ post: WebhookPost) -> WebhookOutcome {
        state.withLock { state in
            state.posts.append(post)
            return state.answers.isEmpty ? .answered(status: 204) : state.answers.removeFirst()
        }
    }

    /// The numbers of all changes of the posts that were taken, in the order in which they came.
    var sequences: [Int64] { posts.flatMap(numbers) }
}

private func numbers(_ post: WebhookPost) -> [Int64] {
    let text = String(decoding: post.body, as: UTF8.self)
    return text.matches(of: /"n":(\d+)/).compactMap { Int64($0.1) }
}

/// Subscriptions of a bench and who delivers them.
struct WebhookBench: Sendable {
    let bench: DatasetBench
    let store: SubscriptionStore
    let delivery: WebhookDelivery
    let receiver: Receiver
    private static let id = Dataset.ID(rawValue: "report")

    init(
        _ bench: DatasetBench,
        _ policy: DeliveryPolicy = DeliveryPolicy(),
        mayRead: @escaping @Sendable () -> Bool = { true },
        send: (@Sendable (WebhookPost) async -> WebhookOutcome)? = nil
    ) throws {
        let receiver = Receiver()
        self.bench = bench
        self.receiver = receiver
        store = SubscriptionStore(
            datasets: bench.store,
            box: try SealedBox(key: Array(repeating: 1, count: 32), randomBytes: SecureRandom.bytes),
            randomBytes: SecureRandom.bytes,
            allowsLoopback: false
        )
        delivery = WebhookDelivery(
            store: store,
            policy: policy,
            around: WebhookSurroundings(
                send: send ?? { receiver.take($0) },
                render: { change, isWhole in
                    let text = isWhole ? change.record?.content ?? "null" : "null"
                    return Array(#"{"n":\#(change.sequence),"record":\#(text)}"#.utf8)
                },
                reader: { owner, _ in
                    guard mayRead() else { return nil }
                    return WebhookReader(
                        permit: SystemAccess().permit(owner, on: province),
                        own: .everything
                    )
                },
                chance: { 0.5 },
                onFailure: { Issue.record("\($0)") }
            )
        )
    }

    func make(
        after place: Int64? = -1,
        to target: String = "https://nhan.example/hook"
    ) async throws -> (subscription: Subscription, secret: WebhookSecret) {
        try await store.make(of: Self.id, to: target, after: place, by: bench.permit())
    }

    func find(_ id: Subscription.ID) async throws -> Subscription {
        try await store.find(id, within: .everything)
    }

    func put(_ numbers: ClosedRange<Int>) async throws {
        for people in numbers { try await bench.put(report(people: people)) }
        try await bench.sequence()
    }

    func signed(_ post: WebhookPost, by secret: WebhookSecret) throws -> String {
        var verifier = WebhookVerifier(secrets: [secret])
        return try verifier.take(post.body, headers: post.headers, at: bench.clock.now)
    }
}

func subscriptionCode(_ body: () async throws -> some Any) async throws -> SubscriptionErrorCode? {
    do {
        _ = try await body()
        return nil
    } catch let error as SubscriptionError { return error.code }
}

@Suite("Subscriptions")
struct WebhookDeliveryTests {
    @Test(
        "a receiver gets each change once, signed and in order, in batches, and nothing when nothing is new"
    )
    func inOrder() async throws {
        try await onEachBench { bench in
            try await bench.declare()
            var policy = DeliveryPolicy()
            policy.changesMax = 3
            let hooks = try WebhookBench(bench, policy)
            let (subscription, secret) = try await hooks.make()
            try await hooks.put(1...7)
            try await hooks.delivery.turn()
            #expect(hooks.receiver.posts.count == 3)
            #expect(hooks.receiver.sequences == (try await bench.changes().map(\.sequence)))
            #expect(Set(try hooks.receiver.posts.map { try hooks.signed($0, by: secret) }).count == 3)
            try await hooks.delivery.turn()
            #expect(hooks.receiver.posts.count == 3)
            let after = try await hooks.find(subscription.id)
            #expect((after.state, after.failures, after.lastStatus) == (.active, 0, 204))
            #expect(after.place >= hooks.receiver.sequences.last ?? .max)
            let reads = try await bench.audited().filter { $0.hasPrefix("record.read") }
            #expect(reads == Array(repeating: "record.read report", count: 3))
            let first = String(decoding: hooks.receiver.posts[0].body, as: UTF8.self)
            #expect(
                first.contains(#""people":1"#)
                    && first.hasPrefix(#"{"type":"records.changed","dataset":"report""#)
            )
        }
    }

    @Test("a body has a limit, and a change that is larger than it goes alone")
    func bounded() async throws {
        try await onEachBench { bench in
            try await bench.declare()
            var policy = DeliveryPolicy()
            policy.bodyBytesMax = 150
            let hooks = try WebhookBench(bench, policy)
            _ = try await hooks.make()
            try await hooks.put(1...5)
            try await hooks.delivery.turn()
            #expect(hooks.receiver.posts.map { numbers($0).count } == [2, 2, 1])
            policy.bodyBytesMax = 1
            let narrow = try WebhookBench(bench, policy)
            _ = try await narrow.make()
            try await narrow.delivery.turn()
            #expect(narrow.receiver.posts.map { numbers($0).count } == [1, 1, 1, 1, 1])
        }
    }

    @Test("a failed batch is tried again later with the same id, and all of it comes in order after the 200")
    func triedAgain() async throws {
        try await onEachBench { bench in
            try await bench.declare()
            let hooks = try WebhookBench(bench)
            let (subscription, _) = try await hooks.make()
            try await hooks.put(1...4)
            hooks.receiver.answer(.answered(status: 500), .failed("timed-out"))
            try await hooks.delivery.turn()
            try await hooks.delivery.turn()
            #expect(hooks.receiver.posts.count == 1)
            #expect(try await hooks.find(subscription.id).failures == 1)
            bench.clock.advance(5)
            try await hooks.delivery.turn()
            let twice = try await hooks.find(subscription.id)
            #expect((twice.failures, twice.lastStatus) == (2, nil))
            bench.clock.advance(10)
            try await hooks.delivery.turn()
            let ids = hooks.receiver.posts.map { $0.headers[1].value }
            #expect(ids.count == 3 && Set(ids).count == 1)
            #expect(try await hooks.find(subscription.id).failures == 0)
            #expect(numbers(hooks.receiver.posts[2]) == (try await bench.changes().map(\.sequence)))
        }
    }

    @Test("what is not taken after all tries is a dead letter that can be sent again; three in a row end it")
    func deadLetters() async throws {
        try await onEachBench { bench in
            try await bench.declare()
            var policy = DeliveryPolicy()
            (policy.triesMax, policy.changesMax) = (2, 1)
            let hooks = try WebhookBench(bench, policy)
            let (subscription, _) = try await hooks.make()
            let id = subscription.id
            try await hooks.put(1...5)
            for _ in 1...6 { hooks.receiver.answer(.answered(status: 503)) }
            for turn in 1...6 {
                try await hooks.delivery.turn()
                bench.clock.advance(60)
                #expect(hooks.receiver.posts.count == turn)
            }
            let dead = try await hooks.find(id)
            #expect((dead.state, dead.stateReason) == (.dead, .unreachable))
            let letters = try await hooks.store.deadLetters(of: id, within: .everything)
            #expect(letters.count == 3 && letters.allSatisfy { $0.status == 503 && $0.tries == 2 })
            try await hooks.delivery.turn()
            #expect(hooks.receiver.posts.count == 6)
            let first = try #require(letters.last)
            let outcome = try await hooks.delivery.replay(
                deadLetter: first.number,
                of: id,
                within: .everything,
                by: bench.permit()
            )
            #expect(outcome.isTaken && numbers(hooks.receiver.posts[6]) == numbers(hooks.receiver.posts[0]))
            #expect(Set(hooks.receiver.posts.map { $0.headers[1].value }).count == 4)
            let again = try await hooks.store.deadLetters(of: id, within: .everything)
            #expect(again.map { $0.replayedAt != nil } == [false, false, true])
            try await hooks.store.resume(id, within: .everything, by: bench.permit())
            try await hooks.delivery.turn()
            #expect(hooks.receiver.posts.count == 9)
            let log = try await bench.audited().filter { $0.hasPrefix("subscription") }
            let actions = ["created", "died", "letter-replayed", "resumed"]
            #expect(log == actions.map { "subscription.\($0) \(id)" })
        }
    }

    @Test(
        "a receiver that says 410 gets nothing more, and one whose owner may not read ends without a message"
    )
    func ended() async throws {
        try await onEachBench { bench in
            try await bench.declare()
            let hooks = try WebhookBench(bench)
            let gone = try await hooks.make().subscription.id
            try await hooks.put(1...2)
            hooks.receiver.answer(.answered(status: 410))
            try await hooks.delivery.turn()
            #expect(try await hooks.find(gone).stateReason == .gone)
            let blind = try WebhookBench(bench, mayRead: { false })
            let id = try await blind.make().subscription.id
            try await blind.delivery.turn()
            #expect(try await blind.find(id).stateReason == .ownerGone)
            #expect(blind.receiver.posts.isEmpty)
        }
    }

    @Test("a redirect is no answer, and of data that needs a grant only numbers and kinds are sent")
    func careful() async throws {
        #expect(!WebhookOutcome.answered(status: 302).isTaken && WebhookOutcome.answered(status: 299).isTaken)
        try await onEachBench { bench in
            try await bench.declare(reportDeclaration(["classification": #""restricted""#]))
            let hooks = try WebhookBench(bench)
            _ = try await hooks.make()
            try await hooks.put(1...2)
            try await hooks.delivery.turn()
            let text = String(decoding: try #require(hooks.receiver.posts.first).body, as: UTF8.self)
            #expect(!text.contains("people") && numbers(hooks.receiver.posts[0]).count == 2)
            #expect(try await bench.audited().allSatisfy { !$0.hasPrefix("record.read") })
        }
    }

    @Test("pausing, going on, replaying and a new secret do what they say, and leave an entry each")
    func managed() async throws {
        try await onEachBench { bench in
            try await bench.declare()
            let hooks = try WebhookBench(bench)
            let (made, secret) = try await hooks.make(after: nil)
            let id = made.id
            try await hooks.store.pause(id, within: .everything, by: bench.permit())
            let paused = try await subscriptionCode {
                try await hooks.store.pause(id, within: .everything, by: bench.permit())
            }
            #expect(paused == .wrongState)
            try await hooks.put(1...3)
            try await hooks.delivery.turn()
            #expect(hooks.receiver.posts.isEmpty)
            try await hooks.store.resume(id, within: .everything, by: bench.permit())
            try await hooks.delivery.turn()
            #expect(hooks.receiver.sequences.count == 3)
            try await hooks.store.replay(id, after: -1, within: .everything, by: bench.permit())
            let new = try await hooks.store.rotateSecret(of: id, within: .everything, by: bench.permit())
            try await hooks.delivery.turn()
            #expect(numbers(hooks.receiver.posts[1]) == numbers(hooks.receiver.posts[0]))
            let post = hooks.receiver.posts[1]
            #expect(try hooks.signed(post, by: secret) == hooks.signed(post, by: new))
            bench.clock.advance(24 * 3_600 + 1)
            try await hooks.put(4...4)
            try await hooks.delivery.turn()
            let last = try #require(hooks.receiver.posts.last)
            #expect(throws: SubscriptionError.self) { try hooks.signed(last, by: secret) }
            #expect(throws: Never.self) { try hooks.signed(last, by: new) }
            let log = try await bench.audited().filter { $0.hasPrefix("subscription") }
            let actions = ["created", "paused", "resumed", "replayed", "secret-rotated"]
            #expect(log == actions.map { "subscription.\($0) \(id)" })
        }
    }

    @Test("what is out of sight, too much, or no address is refused; a secret is nowhere in clear")
    func refused() async throws {
        try await onEachBench { bench in
            try await bench.declare()
            let hooks = try WebhookBench(bench)
            let (made, secret) = try await hooks.make()
            let scope = UnitScope.units([commune])
            #expect(
                try await subscriptionCode { try await hooks.store.find(made.id, within: scope) } == .notFound
            )
            #expect(try await hooks.store.list(within: scope).isEmpty)
            #expect(
                try await subscriptionCode { try await hooks.make(to: "http://x.example/") } == .targetInvalid
            )
            #expect(try await subscriptionCode { try await hooks.make(after: 1_000) } == .cursorInvalid)
            for _ in 1..<SubscriptionStore.perDatasetMax { _ = try await hooks.make() }
            #expect(try await subscriptionCode { try await hooks.make() } == .tooMany)
            let kept: [UInt8] = try await bench.database.read { transaction in
                try transaction.value("SELECT secret FROM subscription WHERE id = \(made.id)") ?? []
            }
            #expect(!kept.isEmpty && kept != secret.bytes)
            #expect(kept.count > secret.bytes.count)
        }
    }

    @Test("two processes share the work: none sends what the other sends, and one that died leaves its lease")
    func shared() async throws {
        try await onEachBench { bench in
            try await bench.declare()
            let hooks = try WebhookBench(bench)
            let id = try await hooks.make().subscription.id
            try await hooks.put(1...3)
            let taken = try await hooks.store.claim(id)
            let other = try await hooks.store.claim(id)
            #expect(taken != nil && other == nil)
            try await hooks.delivery.turn()
            #expect(hooks.receiver.posts.isEmpty)
            bench.clock.advance(Int(SubscriptionStore.leaseSeconds) + 1)
            try await hooks.delivery.turn()
            #expect(hooks.receiver.posts.count == 1)
            let stale = try #require(taken)
            let late = try await hooks.store.finish(
                stale,
                through: 0,
                .answered(status: 500),
                pause: .seconds(1),
                DeliveryPolicy()
            )
            #expect(late == nil)
            #expect(try await hooks.find(id).failures == 0)
        }
    }

    @Test("pauses double from 5 seconds to an hour, and differ from receiver to receiver")
    func pauses() {
        let policy = DeliveryPolicy()
        #expect((1...4).map { policy.pause(after: $0, chance: 0.5) } == [5, 10, 20, 40].map { .seconds($0) })
        #expect(policy.pause(after: 1_000, chance: 0.5) == .seconds(3_600))
        #expect(policy.pause(after: 1, chance: 0) == .seconds(4))
        #expect(policy.pause(after: 1, chance: 1) == .seconds(6))
    }
}
