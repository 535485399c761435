import Database
import Dispatch
import TestDatabases
import Testing

/// A thread waits for another one.
final class Signal: Sendable {
    private let semaphore = DispatchSemaphore(value: 0)
    func give() { semaphore.signal() }
    func wait() { semaphore.wait() }
}

@Suite("Several processes on one database")
struct SeveralProcessTests {
    private static let rounds = 60

    private func makeCounter(_ database: any Database) async throws {
        _ = try await database.write { transaction in
            try transaction.execute(
                "CREATE TABLE counter (id \(.integer) PRIMARY KEY, last \(.integer)) \(.strict)"
            )
            try transaction.execute("INSERT INTO counter VALUES (1, 0)")
        }
    }

    @Test("what one reads and then writes, no other changes in between: no number is given twice or left out")
    func readThenWrite() async throws {
        try await onEachDatabase { (each) async throws in
            try await makeCounter(each.database)
            let others = try (0..<2).map { _ in try each.openAgain() }
            defer { for other in others { other.close() } }
            let numbers = try await withThrowingTaskGroup(of: [Int].self) { group in
                for database in [each.database] + others {
                    for _ in 0..<2 {
                        group.addTask {
                            try await (0..<Self.rounds).asyncMap { _ in try await next(database) }
                        }
                    }
                }
                return try await group.reduce(into: []) { $0 += $1 }
            }
            #expect(numbers.sorted() == Array(1...numbers.count), "\(each.kind)")
        }
    }

    private func next(_ database: any Database) async throws -> Int {
        try await database.write { transaction in
            let last: Int = try transaction.value("SELECT last FROM counter WHERE id = 1") ?? 0
            try transaction.execute("UPDATE counter SET last = \(last + 1) WHERE id = 1")
            return last + 1
        }
    }

    @Test("what another process has written is read at once")
    func readAtOnce() async throws {
        try await onEachDatabase { (each) async throws in
            try await makeCounter(each.database)
            let other = try each.openAgain()
            defer { other.close() }
            for round in 1...Self.rounds {
                #expect(try await next(round % 2 == 0 ? other : each.database) == round)
                for database in [each.database, other] {
                    let seen = try await database.read {
                        try $0.value("SELECT last FROM counter", as: Int.self)
                    }
                    #expect(seen == round, "\(each.kind)")
                }
            }
        }
    }
}

extension Sequence where Self: Sendable, Element: Sendable {
    fileprivate func asyncMap<T>(_ transform: (Element) async throws -> T) async throws -> [T] {
        var results: [T] = []
        for element in self { results.append(try await transform(element)) }
        return results
    }
}
