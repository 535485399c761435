import TestDatabases
import Testing
import Timekeeping

@testable import Database

private let start = Instant(secondsSince1970: 1_000)

private func withOutbox(_ body: (any Database) async throws -> Void) async throws {
    try await onEachDatabase(Outbox.migrations, clock: WallClock { start }) { (each) async throws in
        try await body(each.database)
    }
}

private func claim(
    _ database: any Database,
    at instant: Instant,
    countMax: Int = 10,
    besides busy: Set<String> = []
) async throws -> [OutboxMessage] {
    try await database.write { transaction in
        _ = try Outbox.tidy(at: instant, in: transaction)
        return try Outbox.claim(at: instant, countMax: countMax, besides: busy, in: transaction)
    }
}

private func post(_ database: any Database, _ subjects: String..., at instant: Instant = start) async throws {
    try await database.write { transaction in
        for subject in subjects {
            try Outbox.post("case.opened", subject: subject, at: instant, in: transaction)
        }
    }
}

@Test("a message of a transaction that is undone is never seen")
func undone() async throws {
    struct Stop: Error {}
    try await withOutbox { (database) async throws in
        await #expect(throws: Stop.self) {
            try await database.write { transaction in
                try Outbox.post("case.opened", subject: "1", at: start, in: transaction)
                throw Stop()
            }
        }
        #expect(try await claim(database, at: start).isEmpty)
    }
}

@Test("messages are taken one of each subject, in the order of posting, and the rest when those are finished")
func takenInOrder() async throws {
    try await withOutbox { (database) async throws in
        try await post(database, "1", "1", "2")
        let first = try await claim(database, at: start)
        #expect(first.map(\.subject) == ["1", "2"] && first.map(\.attempts) == [1, 1])
        #expect(try await claim(database, at: start, besides: ["1", "2"]).isEmpty)
        try await database.write { for message in first { try Outbox.finish(message.id, in: $0) } }
        let second = try await claim(database, at: start)
        #expect(second.map(\.subject) == ["1"] && second[0].id > first[0].id)
        try await database.write { try Outbox.finish(second[0].id, in: $0) }
        #expect(try await !database.read { try Outbox.isAnythingDue(at: start, in: $0) })
    }
}

@Test("a subject that is at work or waits hides its own messages and no others, however many it has")
func busySubject() async throws {
    try await withOutbox { (database) async throws in
        for _ in 0...200 { try await post(database, "busy") }
        try await post(database, "other")
        let first = try await claim(database, at: start, countMax: 1)
        #expect(first.map(\.subject) == ["busy"])
        #expect(try await claim(database, at: start, besides: ["busy"]).map(\.subject) == ["other"])
        try await database.write { _ = try Outbox.putOff(first[0], because: "away", at: start, in: $0) }
        #expect(try await claim(database, at: start).isEmpty, "the second waits for the first")
        #expect(try await !database.read { try Outbox.isAnythingDue(at: start, in: $0) })
        #expect(try await claim(database, at: start + .seconds(2)).map(\.id) == first.map(\.id))
        #expect(try await claim(database, at: start + .seconds(60), besides: ["busy", "other"]).isEmpty)
    }
}

@Test("no more are taken than there is room for")
func room() async throws {
    try await withOutbox { (database) async throws in
        try await post(database, "1", "2", "3")
        #expect(try await claim(database, at: start, countMax: 2).count == 2)
        #expect(try await claim(database, at: start, countMax: 0).isEmpty)
        #expect(try await claim(database, at: start, countMax: 2).map(\.subject) == ["3"])
    }
}

@Test("a taken message comes again when whoever took it was never heard of again")
func lease() async throws {
    try await withOutbox { (database) async throws in
        try await post(database, "1")
        _ = try await claim(database, at: start)
        let end = start + .seconds(Outbox.leaseSeconds)
        #expect(try await claim(database, at: end - .seconds(1)).isEmpty)
        #expect(try await claim(database, at: end).map(\.attempts) == [2])
    }
}

@Test("a failed message waits twice as long each time, is parked at the end, and can be tried again")
func putOffAndParked() async throws {
    try await withOutbox { (database) async throws in
        try await post(database, "1")
        var now = start
        for attempt in 1...Outbox.attemptsMax {
            let message = try #require(try await claim(database, at: now).first)
            #expect(message.attempts == attempt)
            let moment = now
            let isParked = try await database.write {
                try Outbox.putOff(message, because: "mail server is away", at: moment, in: $0)
            }
            #expect(isParked == (attempt == Outbox.attemptsMax))
            now = now + .seconds(1 << min(attempt, 10))
            #expect(try await claim(database, at: now - .seconds(1)).isEmpty)
        }
        let later = now + .seconds(1_000_000)
        #expect(try await claim(database, at: later).isEmpty)
        let parked = try await database.read { try Outbox.parked(countMax: 10, in: $0).map(\.because) }
        #expect(parked == ["mail server is away"])
        try await database.write { transaction in
            for (message, _) in try Outbox.parked(countMax: 10, in: transaction) {
                try Outbox.retry(message.id, at: later, in: transaction)
            }
        }
        #expect(try await claim(database, at: later).map(\.attempts) == [1])
    }
}

@Test("a message that ends the program at each attempt is parked as well")
func poisonous() async throws {
    try await withOutbox { (database) async throws in
        try await post(database, "1", "1")
        var now = start
        for _ in 1...Outbox.attemptsMax {
            #expect(try await claim(database, at: now).count == 1)
            now = now + .seconds(Outbox.leaseSeconds)
        }
        let end = now
        #expect(try await database.write { try Outbox.tidy(at: end, in: $0).map(\.id) } == [1])
        #expect(try await claim(database, at: now).map(\.id) == [2], "what is parked holds up nothing")
        #expect(try await database.read { try Outbox.parked(countMax: 10, in: $0).count } == 1)
    }
}

@Test("messages that a clock which was set back left in the future are due at once")
func clockSetBack() async throws {
    try await withOutbox { (database) async throws in
        try await post(database, "1", at: start + .seconds(86_400))
        #expect(try await database.read { try Outbox.isAnythingDue(at: start, in: $0) })
        #expect(try await claim(database, at: start).count == 1)
        try await post(database, "2", at: start + .seconds(Outbox.waitSecondsMax))
        #expect(try await claim(database, at: start).isEmpty, "a wait that is in order is kept")
    }
}
