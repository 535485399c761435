import Database
import Testing
import Timekeeping

private let start = Instant(secondsSince1970: 1_000)

private func withOutbox(_ body: (SQLiteDatabase) async throws -> Void) async throws {
    try await withTemporaryDatabase { (database) async throws in
        try await Migrator(Outbox.migrations).migrate(database, clock: WallClock { start })
        try await body(database)
    }
}

private func due(_ database: SQLiteDatabase, at instant: Instant) async throws -> [OutboxMessage] {
    try await database.write { try Outbox.due(at: instant, countMax: 10, in: $0) }
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
        #expect(try await due(database, at: start).isEmpty)
    }
}

@Test("a message is due until it is finished, in the order of posting")
func dueUntilFinished() async throws {
    try await withOutbox { (database) async throws in
        try await database.write { transaction in
            try Outbox.post("case.opened", subject: "1", at: start, in: transaction)
            try Outbox.post("case.closed", subject: "1", body: #"{"cause":"x"}"#, at: start, in: transaction)
        }
        let messages = try await due(database, at: start)
        #expect(messages.map(\.topic) == ["case.opened", "case.closed"])
        try await database.write { try Outbox.finish(messages[0].id, in: $0) }
        #expect(try await due(database, at: start).map(\.topic) == ["case.closed"])
    }
}

@Test("a failed message waits twice as long each time and is parked at the end")
func putOffAndParked() async throws {
    try await withOutbox { (database) async throws in
        try await database.write { try Outbox.post("case.opened", subject: "1", at: start, in: $0) }
        var now = start
        for attempt in 1...Outbox.attemptsMax {
            let message = try #require(try await due(database, at: now).first)
            #expect(message.attempts == attempt - 1)
            let moment = now
            try await database.write {
                try Outbox.putOff(message, because: "mail server is away", at: moment, in: $0)
            }
            #expect(try await due(database, at: now).isEmpty)
            now = now + .seconds(1 << min(attempt, 10))
        }
        #expect(try await due(database, at: now + .seconds(1_000_000)).isEmpty)
        let reason = try await database.read {
            try $0.value("SELECT parked_because FROM outbox", as: String.self)
        }
        #expect(reason == "mail server is away")
    }
}
