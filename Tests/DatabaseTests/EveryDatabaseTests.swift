import Database
import Foundation
import TestDatabases
import Testing

func makeTable(_ database: any Database) async throws {
    _ = try await database.write { transaction in
        try transaction.execute(
            "CREATE TABLE item (code TEXT PRIMARY KEY, number \(.integer) NOT NULL CHECK (number >= 0)) \(.strict)"
        )
    }
}

@Test("an interpolated value is bound and never becomes SQL")
func boundValues() async throws {
    let evil = "x'); DROP TABLE item;--"
    try await onEachDatabase { (each) async throws in
        let database = each.database
        try await makeTable(database)
        _ = try await database.write { try $0.execute("INSERT INTO item VALUES (\(evil), \(1))") }
        let read = try await database.read { try $0.value("SELECT code FROM item", as: String.self) }
        #expect(read == evil)
    }
}

@Test("writers that come together share commits, and a failing one undoes only itself")
func groupCommit() async throws {
    try await onEachDatabase { (each) async throws in
        let database = each.database
        try await makeTable(database)
        await withTaskGroup(of: Void.self) { group in
            for number in 0..<400 {
                group.addTask {
                    _ = try? await database.write { transaction in
                        try transaction.execute("INSERT INTO item VALUES (\("k\(number / 2)"), \(number))")
                    }
                }
            }
        }
        let count = try await database.read { try $0.value("SELECT count(*) FROM item", as: Int.self) }
        #expect(count == 200)
    }
}

@Test("each kind of broken constraint is told apart")
func constraintKinds() async throws {
    try await onEachDatabase { (each) async throws in
        let database = each.database
        try await makeTable(database)
        _ = try await database.write { try $0.execute("INSERT INTO item VALUES (\("a"), \(1))") }
        await #expect(throws: DatabaseError.self) {
            try await database.write { try $0.execute("INSERT INTO item VALUES (\("b"), \(-1))") }
        }
        do {
            _ = try await database.write { try $0.execute("INSERT INTO item VALUES (\("a"), \(1))") }
            Issue.record("a second row with the same key was accepted")
        } catch let error as DatabaseError {
            #expect(error.kind == .unique("item.code"))
        }
    }
}

@Test("a closed database refuses work instead of hanging")
func closed() async throws {
    try await onEachDatabase { (each) async throws in
        let database = each.database
        database.close()
        await #expect(throws: DatabaseError.self) {
            _ = try await database.write { try $0.execute("SELECT 1") }
        }
    }
}
