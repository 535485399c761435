import Database
import Language
import Synchronization
import Testing
import Timekeeping

@testable import Reactions

/// Deals with `test.happened` as a test says, and remembers what came.
private final class Listener: Reaction {
    static let topics: Set = ["test.happened"]
    private let heard = Mutex<[String]>([])
    private let body: @Sendable (OutboxMessage) async throws -> Void

    init(_ body: @escaping @Sendable (OutboxMessage) async throws -> Void = { _ in }) { self.body = body }

    var bodies: [String] { heard.withLock { $0 } }

    func react(to message: OutboxMessage) async throws {
        heard.withLock { $0.append(message.body) }
        try await body(message)
    }
}

private struct Poison: Error {}

extension LoopBench {
    fileprivate func post(_ subject: String, _ bodies: String..., topic: String = "test.happened")
        async throws
    {
        let now = clock.now
        try await database.write { transaction in
            for body in bodies {
                try Outbox.post(topic, subject: subject, body: body, at: now, in: transaction)
            }
        }
    }

    fileprivate func left() async throws -> Int { try await number("SELECT count(*) FROM outbox") }
}

@Test("messages about one thing are heard in their order, and are gone afterwards")
func orderOfOneSubject() async throws {
    try await withLoop { (bench) async throws in
        try await bench.post("a", "1", "2", "3")
        try await bench.post("b", "4")
        let listener = Listener()
        #expect(await bench.runner([listener]).drain() == 4)
        #expect(listener.bodies.filter { $0 != "4" } == ["1", "2", "3"])
        #expect(try await bench.left() == 0)
    }
}

@Test("a message that nobody waits for is removed")
func nobodysMessage() async throws {
    try await withLoop { (bench) async throws in
        try await bench.post("a", "1", topic: "test.unknown")
        await bench.runner([Listener()]).drain()
        #expect(try await bench.left() == 0)
    }
}

@Test(
    "a poisonous message is tried with growing waits, then set aside and told; it holds up only its own subject"
)
func poison() async throws {
    try await withLoop { (bench) async throws in
        let listener = Listener { if $0.body == "bad" { throw Poison() } }
        let runner = bench.runner([listener])
        try await bench.post("a", "bad", "after")
        try await bench.post("b", "other")
        await runner.drain()
        #expect(Set(listener.bodies) == ["bad", "other"])
        for _ in 1..<Outbox.attemptsMax {
            await runner.drain()
            bench.clock.advance(Outbox.waitSecondsMax)
        }
        await runner.drain()
        #expect(listener.bodies.filter { $0 == "bad" }.count == Outbox.attemptsMax)
        #expect(listener.bodies.last == "after")
        let told = bench.failures.all
        #expect(told.map(\.attempts) == Array(1...Outbox.attemptsMax))
        #expect(told.last?.isParked == true && told.dropLast().allSatisfy { !$0.isParked })
        #expect(
            told.last?.description.hasPrefix("Listener failed at test.happened 1, attempt 12, given up")
                == true
        )
        #expect(try await runner.parked().map(\.because) == ["Listener: Poison()"])
    }
}

@Test("what was set aside is dealt with when somebody has it tried again")
func triedAgain() async throws {
    try await withLoop { (bench) async throws in
        let isBroken = Mutex(true)
        let listener = Listener { _ in if isBroken.withLock({ $0 }) { throw Poison() } }
        let runner = bench.runner([listener])
        try await bench.post("a", "1")
        for _ in 1...Outbox.attemptsMax {
            await runner.drain()
            bench.clock.advance(Outbox.waitSecondsMax)
        }
        let parked = try #require(try await runner.parked().first)
        isBroken.withLock { $0 = false }
        try await runner.retry(parked.message.id)
        #expect(await runner.drain() == 1)
        #expect(try await bench.left() == 0)
    }
}

@Test("one reaction that fails does not keep another from the message")
func failsAlone() async throws {
    try await withLoop { (bench) async throws in
        let good = Listener()
        try await bench.post("a", "1")
        await bench.runner([Listener { _ in throw Poison() }, good]).drain()
        #expect(good.bodies == ["1"] && bench.failures.all.count == 1)
        #expect(try await bench.left() == 1)
    }
}

@Test("a message whose program was killed at work is dealt with a minute later, by any process")
func killedAtWork() async throws {
    try await withLoop { (bench) async throws in
        try await bench.post("a", "1", "2")
        let now = bench.clock.now
        let taken = try await bench.database.write { try Outbox.claim(at: now, countMax: 8, in: $0) }
        #expect(taken.map(\.body) == ["1"])
        let listener = Listener()
        let runner = bench.runner([listener])
        #expect(await runner.drain() == 0, "the second message waits for the first")
        bench.clock.advance(Outbox.leaseSeconds)
        #expect(await runner.drain() == 2)
        #expect(listener.bodies == ["1", "2"])
    }
}

@Test("a message that kills the program each time is set aside and told")
func killsEachTime() async throws {
    try await withLoop { (bench) async throws in
        try await bench.post("a", "1", "2")
        for _ in 1...Outbox.attemptsMax {
            let now = bench.clock.now
            _ = try await bench.database.write { try Outbox.claim(at: now, countMax: 1, in: $0) }
            bench.clock.advance(Outbox.leaseSeconds)
        }
        let listener = Listener()
        await bench.runner([listener]).drain()
        #expect(listener.bodies == ["2"])
        let trouble = try #require(bench.failures.all.first)
        #expect(trouble.isParked && (trouble.error as? ReactionError)?.code == .neverEnded)
    }
}

@Test("the running loop deals with what comes, and ends what it has begun when it is told to end")
func runs() async throws {
    try await withLoop { (bench) async throws in
        let (ended, end) = AsyncStream<Void>.makeStream()
        let listener = Listener { message in
            if message.body == "last" { end.finish() }
        }
        try await bench.post("a", "1", "2", "last")
        await bench.runner([listener]).run { _ in
            for await _ in ended {}
            throw CancellationError()
        }
        #expect(listener.bodies == ["1", "2", "last"])
        #expect(try await bench.left() == 0)
    }
}

@Test("a closed database is told of and ends nothing")
func databaseAway() async throws {
    try await withLoop { (bench) async throws in
        try await bench.post("a", "1")
        bench.database.close()
        #expect(await bench.runner([Listener()]).drain() == 0)
        #expect(bench.failures.all.map(\.reaction) == ["ReactionRunner"])
    }
}

@Test("messages of the program that cannot be read are failures of the reaction, and no trap")
func unreadable() async throws {
    try await withLoop { (bench) async throws in
        let topics = EveryReaction.list(bench.house).flatMap { type(of: $0).topics }
        for topic in topics { try await bench.post("no id", "no JSON", topic: topic) }
        for _ in topics {
            await bench.runner().drain()
            bench.clock.advance(Outbox.waitSecondsMax)
        }
        #expect(!bench.failures.all.isEmpty)
        #expect(bench.failures.all.allSatisfy { ($0.error as? ReactionError)?.code == .messageUnreadable })
    }
}
