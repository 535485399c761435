import Access
import AuditLog
import Cryptography
import Database
import Datasets
import Foundation
import HostileServers
import InternetAddresses
import Language
import Places
import Synchronization
import TestDatabases
import Testing
import Timekeeping
import WebFetch

@testable import sen

/// A receiver over real sockets: checks each message and keeps the numbers of the changes that it took.
private final class LiveReceiver: Sendable {
    private let state = Mutex((secret: WebhookSecret?.none, statuses: [Int](), taken: [Int64](), refused: 0))

    func trust(_ secret: WebhookSecret) { state.withLock { $0.secret = secret } }
    func answerFirst(_ statuses: [Int]) { state.withLock { $0.statuses = statuses } }
    var taken: [Int64] { state.withLock { $0.taken } }
    var refused: Int { state.withLock { $0.refused } }

    func serve(_ connection: HostileServer.Connection) {
        let text = connection.readPost()
        let status = state.withLock { state -> Int in
            guard state.statuses.isEmpty else { return state.statuses.removeFirst() }
            guard let secret = state.secret, let body = Self.body(text) else { return 400 }
            var verifier = WebhookVerifier(secrets: [secret])
            do throws(SubscriptionError) {
                _ = try verifier.take(Array(body.utf8), headers: Self.headers(text), at: World.clock.now())
            } catch {
                state.refused += 1
                return 400
            }
            state.taken += body.matches(of: /"sequence":(\d+)/).compactMap { Int64($0.1) }
            return 204
        }
        connection.answer([], status: "\(status) X")
    }

    private static func body(_ text: String) -> String? {
        text.firstRange(of: "\r\n\r\n").map { String(text[$0.upperBound...]) }
    }

    private static func headers(_ text: String) -> [(name: String, value: String)] {
        text.prefix { $0 != "{" }.split(separator: "\r\n").compactMap { line in
            let parts = line.split(separator: ": ", maxSplits: 1).map(String.init)
            return parts.count == 2 ? (parts[0], parts[1]) : nil
        }
    }
}

/// A dataset of changes, and who sends them over the network.
private struct WebhookScene {
    let datasets: DatasetStore
    let subscriptions: SubscriptionStore
    let delivery: WebhookDelivery
    let database: any Database
    let sequencer: Sequencer
    static let id = Dataset.ID(rawValue: "thay-doi")
    private static let top = ReferenceProvince.provinceID

    static func permit<A: Action>() -> Permit<A> { SystemAccess().permit(.system("test"), on: top) }

    init(_ database: any Database) async throws {
        self.database = database
        let trees = UnitTrees(try ReferenceProvince.load().history)
        datasets = DatasetStore(
            database: database,
            audit: AuditLog(randomBytes: World.randomBytes),
            clock: World.clock,
            ids: World.ids,
            calendar: World.civilCalendar,
            trees: { trees }
        )
        subscriptions = SubscriptionStore(
            datasets: datasets,
            box: try SealedBox(key: World.randomBytes(32), randomBytes: World.randomBytes),
            randomBytes: World.randomBytes,
            allowsLoopback: true
        )
        let key = try Ed25519PrivateKey(seed: World.randomBytes(32))
        let signer = try #require(NoteSigner(name: "sen.test", key: key))
        sequencer = Sequencer(database: database, signer: signer, clock: World.clock)
        var settings = FetchSettings()
        settings.fetchesPerHostMax = 16
        settings.allowedRanges = [try #require(AddressRange("127.0.0.0/8"))]
        let sender = WebhookSender(fetcher: try CurlFetcher(settings))
        var policy = DeliveryPolicy()
        policy.firstPauseSeconds = 0.01
        delivery = WebhookDelivery(
            store: subscriptions,
            policy: policy,
            around: WebhookSurroundings(
                send: { await sender.send($0) },
                render: { change, _ in Array(#"{"sequence":\#(change.sequence)}"#.utf8) },
                reader: { owner, _ in
                    WebhookReader(
                        permit: SystemAccess().permit(owner, on: ReferenceProvince.provinceID),
                        own: .everything
                    )
                },
                chance: { 0.5 },
                onFailure: { Issue.record("\($0)") }
            )
        )
        let declaration = """
            {"dataset": "thay-doi", "title": {"vi": "Thay đổi", "en": "Changes"},
            "description": {"vi": "Thử", "en": "Test"}, "owner": "40", "classification": "open",
            "legal-basis": "x", "key": ["id"], "fields": {"id": {"title": {"vi": "Mã", "en": "Id"}}},
            "schema": {"type": "object", "required": ["id"], "properties": {"id": {"type": "integer"}}}}
            """
        try await datasets.declare(try DatasetDeclaration(Array(declaration.utf8)), by: Self.permit())
    }

    func load(_ range: Range<Int>) async throws {
        let stored = try await datasets.find(Self.id)
        let intake = datasets.intake(of: stored, isCorrection: false, by: Self.permit())
        let records = try range.map { try intake.take(Array(#"{"id": \#($0)}"#.utf8)) }
        _ = try await datasets.put(records, to: stored, RecordOrigin(through: "test"), by: Self.permit())
        try await sequencer.drain()
    }

    func subscribe(_ receiver: LiveReceiver?, _ url: String) async throws -> Subscription.ID {
        let made = try await subscriptions.make(of: Self.id, to: url, after: -1, by: Self.permit())
        receiver?.trust(made.secret)
        return made.subscription.id
    }

    /// All numbers of the feed.
    func sequences() async throws -> [Int64] {
        var (all, place): ([Int64], Int64) = ([], -1)
        while true {
            let page = try await datasets.changes(of: Self.id, after: place, within: .everything)
            all += page.changes.map(\.sequence)
            place = page.next
            if page.isAtEnd { return all }
        }
    }
}

@Suite("Webhooks over the network")
struct WebhookScenarioTests {
    @Test(
        "10,000 changes reach a live receiver in order while a silent one and a failing one wait for themselves"
    )
    func manyChanges() async throws {
        try await onEachDatabase(AllMigrations.inOrder) { each in
            let scene = try await WebhookScene(each.database)
            let (live, failing) = (LiveReceiver(), LiveReceiver())
            failing.answerFirst([500, 503])
            try await withServer({ $0.waitForEnd() }) { silent in
                try await withServer({ live.serve($0) }) { good in
                    try await withServer({ failing.serve($0) }) { bad in
                        let silentID = try await scene.subscribe(nil, silent.url)
                        _ = try await scene.subscribe(live, good.url)
                        _ = try await scene.subscribe(failing, bad.url)
                        for start in stride(from: 0, to: 10_000, by: 2_500) {
                            try await scene.load(start..<start + 2_500)
                        }
                        let wanted = try await scene.sequences()
                        let start = ContinuousClock.now
                        let work = Task { [delivery = scene.delivery] in
                            await delivery.run { _ in try await Task.sleep(for: .milliseconds(20)) }
                        }
                        while live.taken.count < wanted.count || failing.taken.count < wanted.count {
                            try await Task.sleep(for: .milliseconds(20))
                        }
                        let seconds = (ContinuousClock.now - start) / .seconds(1)
                        print("\(each.kind): 2 x 10,000 changes in \(seconds) s")
                        work.cancel()
                        await work.value
                        #expect(live.taken == wanted && failing.taken == wanted)
                        #expect(live.refused == 0 && failing.refused == 0)
                        let waiting = try await scene.subscriptions.find(silentID, within: .everything)
                        #expect(waiting.place == -1 && waiting.deliveredAt == nil && waiting.state == .active)
                    }
                }
            }
        }
    }
}
