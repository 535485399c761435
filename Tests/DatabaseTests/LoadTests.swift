import Database
import TestDatabases
import Testing

private struct Stop: Error {}

@Suite("Many rows at once")
struct LoadTests {
    private static let staged = StagedTable("incoming", [.init("code", .text), .init("number", .integer)])

    private func rows(_ numbers: Range<Int>) -> () -> [SQLValue]? {
        var left = numbers.makeIterator()
        return { left.next().map { [.text("k\($0)"), .integer(Int64($0))] } }
    }

    private func count(_ database: any Database) async throws -> Int {
        try await database.read { try $0.value("SELECT count(*) FROM item") ?? 0 }
    }

    @Test("rows of every kind are loaded as they are, NULL and empty among them")
    func kinds() async throws {
        try await onEachDatabase { (each) async throws in
            let rows: [[SQLValue]] = [
                [.integer(.min), .real(-0.5), .text(""), .blob([])], [.null, .null, .null, .null],
                [.integer(7), .real(7), .text("Nghệ An 🏛\\\t\n"), .blob([0, 255])],
            ]
            let (loaded, kept) = try await each.database.write { transaction in
                try transaction.execute(
                    "CREATE TABLE kept (n \(.integer), r \(.real), t TEXT, b \(.blob)) \(.strict)"
                )
                var left = rows.makeIterator()
                let count = try transaction.load(into: "kept", columns: ["n", "r", "t", "b"]) { left.next() }
                return (count, try transaction.query("SELECT n, r, t, b FROM kept").map(\.values))
            }
            #expect(loaded == 3 && kept == rows, "\(each.kind)")
        }
    }

    @Test(
        "staged rows are taken over with ON CONFLICT, a thousand at a time, and each time only the new ones"
    )
    func upsert() async throws {
        try await onEachDatabase { (each) async throws in
            try await makeTable(each.database)
            for start in [0, 500, 1_000] {
                let changed = try await each.database.write { transaction in
                    #expect(try transaction.stage(Self.staged, rows: rows(start..<start + 1_000)) == 1_000)
                    return try transaction.execute(
                        """
                        INSERT INTO item (code, number) SELECT code, number FROM incoming WHERE 1 = 1
                        ON CONFLICT (code) DO UPDATE SET number = item.number + 1
                        """
                    )
                }
                #expect(changed == 1_000)
            }
            #expect(try await count(each.database) == 2_000)
            let raised = try await each.database.read {
                try $0.value("SELECT sum(number) FROM item", as: Int.self)
            }
            #expect(raised == (0..<2_000).reduce(0, +) + 1_000, "\(each.kind)")
        }
    }

    @Test("a row that breaks a rule is refused by its rule, none of the rows stays, and the body can go on")
    func brokenRule() async throws {
        try await onEachDatabase { (each) async throws in
            try await makeTable(each.database)
            try await each.database.write { transaction in
                try transaction.execute("INSERT INTO item VALUES ('k5', 5)")
                do {
                    _ = try transaction.load(into: "item", columns: ["code", "number"], rows: rows(0..<9))
                    Issue.record("a second row with the same key was accepted")
                } catch let error as DatabaseError {
                    #expect(error.kind == .unique("item.code"), "\(each.kind)")
                }
                try transaction.execute("INSERT INTO item VALUES ('other', 1)")
            }
            #expect(try await count(each.database) == 2)
        }
    }

    @Test("rows that end with a failure leave nothing, and the failure comes out as it is")
    func failingSource() async throws {
        try await onEachDatabase { (each) async throws in
            try await makeTable(each.database)
            await #expect(throws: Stop.self) {
                try await each.database.write { transaction in
                    let some = rows(0..<3)
                    _ = try transaction.load(into: "item", columns: ["code", "number"]) {
                        guard let row = some() else { throw Stop() }
                        return row
                    }
                }
            }
            #expect(try await count(each.database) == 0)
            let short = await #expect(throws: DatabaseError.self) {
                try await each.database.write { transaction in
                    _ = try transaction.load(into: "item", columns: ["code", "number"]) { [.text("a")] }
                }
            }
            #expect(short?.kind == .unexpectedValue, "\(each.kind)")
            try await each.database.write { transaction in
                _ = try transaction.load(into: "item", columns: ["code", "number"], rows: rows(0..<3))
            }
            #expect(try await count(each.database) == 3)
        }
    }
}
