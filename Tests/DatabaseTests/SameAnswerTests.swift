import Database
import TestDatabases
import Testing
import Timekeeping

/// What a store may rely on, whichever database it has.
@Suite("The same answer from every database")
struct SameAnswerTests {
    private struct Stop: Error {}

    @Test("every kind of value comes back as it was given, NULL among them, and one statement takes them all")
    func values() async throws {
        try await onEachDatabase { (each) async throws in
            _ = try await each.database.write { transaction in
                try transaction.execute(
                    "CREATE TABLE kept (n \(.integer), r \(.real), t TEXT, b \(.blob)) \(.strict)"
                )
            }
            let rows: [[SQLValue]] = [
                [.integer(.min), .real(-0.1), .text(""), .blob([])],
                [.null, .null, .null, .null],
                [.integer(.max), .real(.greatestFiniteMagnitude), .text("Nghệ An 🏛"), .blob([0, 255])],
                [.integer(0), .integer(7), .text("'; --"), .null],
            ]
            for row in rows {
                _ = try await each.database.write { transaction in
                    try transaction.execute(
                        "INSERT INTO kept VALUES (\(row[0]), \(row[1]), \(row[2]), \(row[3]))"
                    )
                }
            }
            let kept = try await each.database.read {
                try $0.query("SELECT n, r, t, b FROM kept").map(\.values)
            }
            var expected = rows
            expected[3][1] = .real(7)
            #expect(kept == expected, "\(each.kind)")
        }
    }

    @Test("sums, counts, averages and comparisons have the same types and values")
    func figures() async throws {
        try await onEachDatabase { (each) async throws in
            _ = try await each.database.write { transaction in
                try transaction.execute("CREATE TABLE figure (n \(.integer) NOT NULL) \(.strict)")
                for number in [1, 2, 6] { try transaction.execute("INSERT INTO figure VALUES (\(number))") }
            }
            let row = try await each.database.read { transaction in
                try transaction.first(
                    """
                    SELECT sum(n), count(*), avg(n), max(n), min(n), coalesce(sum(n), 0),
                        sum(CASE WHEN n > 1 THEN 1 ELSE 0 END), avg(n) / 8, \(40_000) * sum(n), 'a' || 'b'
                    FROM figure
                    """
                )?.values
            }
            let expected: [SQLValue] = [
                .integer(9), .integer(3), .real(3), .integer(6), .integer(1), .integer(9), .integer(2),
                .real(0.375), .integer(360_000), .text("ab"),
            ]
            let found = try #require(row)
            for (index, value) in expected.enumerated() {
                let isSame = found[index] == value
                let isSameNumber = number(found[index]).map { $0 == number(value) } ?? false
                #expect(isSame || isSameNumber, "\(each.kind), column \(index): \(found[index])")
            }
        }
    }

    private func number(_ value: SQLValue) -> Double? {
        switch value {
        case .integer(let number): Double(number)
        case .real(let number): number
        default: nil
        }
    }

    @Test("a body that goes on after a statement that failed keeps what it did before and after")
    func goesOn() async throws {
        try await onEachDatabase { (each) async throws in
            try await makeTable(each.database)
            try await each.database.write { transaction in
                try transaction.execute("INSERT INTO item VALUES ('a', 1)")
                #expect(throws: DatabaseError.self) {
                    try transaction.execute("INSERT INTO item VALUES ('a', 2)")
                }
                try transaction.execute("INSERT INTO item VALUES ('b', 2)")
            }
            #expect(try await codes(each.database) == ["a", "b"], "\(each.kind)")
        }
    }

    @Test("a body that takes no notice of a statement that failed keeps the rest")
    func takesNoNotice() async throws {
        try await onEachDatabase { (each) async throws in
            try await makeTable(each.database)
            try await each.database.write { transaction in
                try transaction.execute("INSERT INTO item VALUES ('a', 1)")
                _ = try? transaction.execute("INSERT INTO item VALUES ('a', 2)")
            }
            #expect(try await codes(each.database) == ["a"], "\(each.kind)")
        }
    }

    @Test("a statement that nobody looks at fails its body, and only that one")
    func sentAndForgotten() async throws {
        try await onEachDatabase { (each) async throws in
            try await makeTable(each.database)
            await withTaskGroup(of: Void.self) { group in
                for number in 0..<40 {
                    group.addTask {
                        _ = try? await each.database.write { transaction in
                            try transaction.send("INSERT INTO item VALUES (\("k\(number)"), \(number))")
                            try transaction.send("INSERT INTO item VALUES (\("l\(number)"), \(20 - number))")
                        }
                    }
                }
            }
            #expect(try await codes(each.database).count == 42, "\(each.kind)")
        }
    }

    @Test("a body that throws undoes all it did, and the error comes out as it is")
    func thrown() async throws {
        try await onEachDatabase { (each) async throws in
            try await makeTable(each.database)
            await #expect(throws: Stop.self) {
                try await each.database.write { transaction in
                    try transaction.execute("INSERT INTO item VALUES ('a', 1)")
                    try transaction.send("INSERT INTO item VALUES ('b', 1)")
                    throw Stop()
                }
            }
            #expect(try await codes(each.database) == [])
        }
    }

    @Test("rows are handed over one by one, and other statements may run between them")
    func rowByRow() async throws {
        try await onEachDatabase { (each) async throws in
            try await makeTable(each.database)
            try await each.database.write { transaction in
                for number in 0..<3_000 {
                    try transaction.send("INSERT INTO item VALUES (\("k\(10_000 + number)"), \(number))")
                }
            }
            let sum = try await each.database.read { transaction in
                var sum = 0
                try transaction.forEachRow(of: "SELECT number FROM item WHERE number >= \(1) ORDER BY code") {
                    row in
                    let number: Int = try row[0]
                    guard number % 100 == 0 else { return }
                    sum += try transaction.value("SELECT number FROM item WHERE number = \(number)") ?? 0
                }
                return sum
            }
            #expect(sum == (1...29).reduce(0) { $0 + $1 * 100 }, "\(each.kind)")
            await #expect(throws: Stop.self) {
                try await each.database.read { transaction in
                    try transaction.forEachRow(of: "SELECT number FROM item") { _ in throw Stop() }
                }
            }
            #expect(try await codes(each.database).count == 3_000)
        }
    }

    @Test("a reader sees one state from its first statement to its last")
    func oneState() async throws {
        try await onEachDatabase { (each) async throws in
            try await makeTable(each.database)
            let database = each.database
            let (before, after) = try await each.database.read { transaction in
                let count: SQL = "SELECT count(*) FROM item"
                let before: Int? = try transaction.value(count)
                let written = Signal()
                Task {
                    _ = try? await database.write { try $0.execute("INSERT INTO item VALUES ('a', 1)") }
                    written.give()
                }
                written.wait()
                return (before, try transaction.value(count, as: Int.self))
            }
            #expect(before == 0 && after == 0, "\(each.kind)")
            #expect(try await codes(each.database) == ["a"])
        }
    }

    @Test("a text is found by its bytes: order and comparison know no language")
    func byBytes() async throws {
        try await onEachDatabase { (each) async throws in
            try await makeTable(each.database)
            try await each.database.write { transaction in
                for code in ["a", "B", "đ", "Z", "e", "_"] {
                    try transaction.execute("INSERT INTO item VALUES (\(code), \(1))")
                }
            }
            #expect(try await codes(each.database) == ["B", "Z", "_", "a", "e", "đ"], "\(each.kind)")
        }
    }

    private func codes(_ database: any Database) async throws -> [String] {
        try await database.read {
            try $0.query("SELECT code FROM item ORDER BY code").map { row in try row[0] }
        }
    }
}
