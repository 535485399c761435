import Testing

@testable import Database

private let insertItem = PreparedSQL("INSERT INTO item (code, number) VALUES ($1, $2 + $2)")
private let findItem = PreparedSQL(
    "SELECT code, number FROM item WHERE number >= $2 AND code <> $1 ORDER BY code"
)

@Test("a kept statement binds its parameters by number, as often as it is run")
func keptStatementBindsByNumber() async throws {
    let rows = try await withTemporaryDatabase { (database) async throws in
        try await database.write { (transaction) throws in
            try transaction.execute(
                "CREATE TABLE item (code TEXT PRIMARY KEY, number INTEGER NOT NULL) STRICT"
            )
            for (number, code) in ["a'); DROP TABLE item;--", "b\0c", "đ"].enumerated() {
                try transaction.execute(insertItem, [.text(code), .integer(Int64(number))])
            }
        }
        return try await database.read { (transaction) throws in
            try transaction.query(findItem, [.text("đ"), .integer(0)])
        }
    }
    #expect(try rows.map { try $0[0] as String } == ["a'); DROP TABLE item;--", "b\0c"])
    #expect(try rows.map { try $0[1] as Int } == [0, 2])
}

@Test("a kept statement that fails says why and can be run again")
func keptStatementFailsAlone() async throws {
    try await withTemporaryDatabase { (database) async throws in
        try await database.write { (transaction) throws in
            try transaction.execute(
                "CREATE TABLE item (code TEXT PRIMARY KEY, number INTEGER NOT NULL) STRICT"
            )
            try transaction.execute(insertItem, [.text("a"), .integer(1)])
            let failure = #expect(throws: DatabaseError.self) {
                try transaction.execute(insertItem, [.text("a"), .integer(2)])
            }
            #expect(failure?.kind == .unique("item.code"))
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

@Test("a transaction that keeps no statements runs the same text with the same values")
func keptStatementAsSQL() {
    let (text, values) = SQL(findItem, [.text("đ"), .integer(7)]).rendered(for: .postgres)
    #expect(text == "SELECT code, number FROM item WHERE number >= $1 AND code <> $2 ORDER BY code")
    #expect(values == [.integer(7), .text("đ")])
}
