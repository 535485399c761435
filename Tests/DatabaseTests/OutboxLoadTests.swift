import TestDatabases
import Testing
import Timekeeping

@testable import Database

private let start = Instant(secondsSince1970: 1_000)

/// Posts `count` messages about one thing, takes and finishes the first `taken`, and says in which order they came.
private func drain(_ taken: Int, of count: Int, _ database: any Database) async throws -> [String] {
    try await database.write { transaction in
        for number in 1...count {
            try Outbox.post("test.happened", subject: "a", body: "\(number)", at: start, in: transaction)
        }
    }
    var bodies: [String] = []
    for _ in 1...taken {
        // as the runner does it: with another look, which finds the subject at work
        let message = try await database.write { transaction in
            _ = try Outbox.tidy(at: start, in: transaction)
            return try Outbox.claim(at: start, countMax: 8, in: transaction)
        }.first
        guard let message else { break }
        _ = try await database.read { try Outbox.isAnythingDue(at: start, in: $0) }
        bodies.append(message.body)
        try await database.write { try Outbox.finish(message.id, in: $0) }
    }
    return bodies
}

@Test("a subject with 5,000 waiting messages is heard in order")
func manyOfOneSubject() async throws {
    try await onEachDatabase(Outbox.migrations, clock: WallClock { start }) { (each) async throws in
        #expect(try await drain(100, of: 5_000, each.database) == (1...100).map { "\($0)" })
    }
}

/// Gives `message` up, as after its last attempt.
private func park(_ message: OutboxMessage, in transaction: any Transaction) throws {
    let last = OutboxMessage(
        id: message.id,
        topic: message.topic,
        subject: message.subject,
        body: message.body,
        postedAt: message.postedAt,
        attempts: Outbox.attemptsMax
    )
    try Outbox.putOff(last, because: "x", at: start, in: transaction)
}

@Test("a message that is tried again comes before those about the same thing that were posted after it")
func triedAgainInOrder() async throws {
    try await onEachDatabase(Outbox.migrations, clock: WallClock { start }) { (each) async throws in
        try await each.database.write { transaction in
            for body in ["1", "2", "3"] {
                try Outbox.post("test.happened", subject: "a", body: body, at: start, in: transaction)
            }
            let first = try Outbox.claim(at: start, countMax: 8, in: transaction)[0]
            try park(first, in: transaction)
            #expect(try Outbox.claim(at: start, countMax: 8, in: transaction).map(\.body) == ["2"])
            try Outbox.retry(first.id, at: start, in: transaction)
        }
        let bodies = try await each.database.write { transaction in
            var bodies: [String] = []
            let later = start + .seconds(Outbox.leaseSeconds)
            while let next = try Outbox.claim(at: later, countMax: 8, in: transaction).first {
                bodies.append(next.body)
                try Outbox.finish(next.id, in: transaction)
            }
            return bodies
        }
        #expect(bodies == ["1", "2", "3"])
    }
}

@Test("messages that wait when the program is brought up to date are heard in their order")
func waitingAtUpgrade() async throws {
    let before = Array(Outbox.migrations.prefix(2))
    try await onEachDatabase(before, clock: WallClock { start }) { (each) async throws in
        try await each.database.write { transaction in
            for (subject, parked) in [("a", "x"), ("a", nil), ("b", nil), ("a", nil)] as [(String, String?)] {
                try transaction.execute(
                    """
                    INSERT INTO outbox (topic, subject, body, posted_at, next_attempt_at, parked_because)
                    VALUES ('test.happened', \(subject), '{}', \(start), \(start), \(parked))
                    """
                )
            }
        }
        try await Migrator(Outbox.migrations).migrate(each.database, clock: WallClock { start })
        var taken: [[String]] = []
        for _ in 1...3 {
            taken.append(
                try await each.database.write { transaction in
                    let messages = try Outbox.claim(at: start, countMax: 8, in: transaction)
                    for message in messages { try Outbox.finish(message.id, in: transaction) }
                    return messages.map { "\($0.subject)\($0.id)" }
                }
            )
        }
        #expect(taken == [["a2", "b3"], ["a4"], []])
    }
}
