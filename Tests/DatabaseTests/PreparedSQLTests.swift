import TestDatabases
import Testing

@testable import Database

private let insertItem = PreparedSQL("INSERT INTO item (code, number) VALUES ($1, $2 + $2)")
private let findItem = PreparedSQL(
    "SELECT code, number FROM item WHERE number >= $2 AND code <> $1 ORDER BY code"
)

private func makeItems(_ database: any Database) async throws {
    _ = try await database.write { transaction in
        try transaction.execute(
            "CREATE TABLE item (code TEXT PRIMARY KEY, number \(.integer) NOT NULL) \(.strict)"
        )
    }
}

@Test("a kept statement binds its parameters by number, as often as it is run, in both databases")
func keptStatementBindsByNumber() async throws {
    try await onEachDatabase { (each) async throws in
        try await makeItems(each.database)
        try await each.database.write { (transaction) throws in
            for (number, code) in ["a'); DROP TABLE item;--", "b$1c"].enumerated() {
                #expect(try transaction.execute(insertItem, [.text(code), .integer(Int64(number))]) == 1)
            }
            try transaction.send(insertItem, [.text("đ"), .integer(2)])
        }
        let rows = try await each.database.read { (transaction) throws in
            try transaction.query(findItem, [.text("đ"), .integer(0)])
        }
        #expect(try rows.map { try $0[0] as String } == ["a'); DROP TABLE item;--", "b$1c"])
        #expect(try rows.map { try $0[1] as Int } == [0, 2])
    }
}

@Test("a kept statement that fails says why and can be run again, in both databases")
func keptStatementFailsAlone() async throws {
    try await onEachDatabase { (each) async throws in
        try await makeItems(each.database)
        try await each.database.write { (transaction) throws in
            try transaction.execute(insertItem, [.text("a"), .integer(1)])
            let failure = #expect(throws: DatabaseError.self) {
                try transaction.execute(insertItem, [.text("a"), .integer(2)])
            }
            guard case .unique? = failure?.kind else {
                Issue.record("\(each.kind): \(String(describing: failure))")
                return
            }
            #expect(try transaction.execute(insertItem, [.text("b"), .integer(2)]) == 1)
        }
    }
}

@Test("more kept statements than a connection keeps still give what they are asked for")
func moreKeptStatementsThanKept() async throws {
    try await withTemporaryDatabase { (database) async throws in
        try await database.read { (transaction) throws in
            for number in 0..<2 * SQLiteConnection.statementsMax {
                let sql = PreparedSQL("SELECT \(number) + $1")
                #expect(try transaction.query(sql, [.integer(1)]).first?[0] as Int? == number + 1)
            }
        }
    }
}
