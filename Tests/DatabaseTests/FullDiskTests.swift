import Database
import Testing

/// SQLite answers a page limit exactly as it answers a full disk: `SQLITE_FULL`.
@Suite("A full disk")
struct FullDiskTests {
    private static let pagesMax = 64
    private static let largeBytes = 40_000

    private func fill(_ database: SQLiteDatabase) async throws {
        _ = try await database.write { transaction in
            try transaction.execute(
                "CREATE TABLE large (number \(.integer) PRIMARY KEY, body \(.blob)) \(.strict)"
            )
        }
        _ = try await database.write {
            try $0.execute("PRAGMA max_page_count = \(trusted: "\(Self.pagesMax)")")
        }
        for number in 0..<Self.pagesMax {
            _ = try await database.write { try insert(number, in: $0) }
        }
    }

    private func insert(_ number: Int, in transaction: any Transaction) throws {
        let body = [UInt8](repeating: 7, count: Self.largeBytes)
        try transaction.execute("INSERT INTO large VALUES (\(number), \(body))")
    }

    @Test("the write that does not fit says so, and what was answered before stays")
    func refusedAndKept() async throws {
        try await withTemporaryDatabase { (database) async throws in
            do {
                try await fill(database)
                Issue.record("64 rows of 40 KB fitted into 64 pages of 4 KB")
            } catch let error as DatabaseError {
                #expect(error.kind == .full)
            }
            let kept = try await database.read { try $0.value("SELECT count(*) FROM large", as: Int.self) }
            #expect(try #require(kept) > 0)
        }
    }

    @Test("writing goes on when there is room again")
    func goesOn() async throws {
        try await withTemporaryDatabase { (database) async throws in
            try? await fill(database)
            _ = try await database.write { try $0.execute("DELETE FROM large") }
            _ = try await database.write { try insert(1_000, in: $0) }
            let kept = try await database.read { try $0.value("SELECT count(*) FROM large", as: Int.self) }
            #expect(kept == 1)
        }
    }

    @Test("writers that share a commit with the one that does not fit are each answered")
    func everyoneIsAnswered() async throws {
        try await withTemporaryDatabase { (database) async throws in
            try? await fill(database)
            let before =
                try await database.read { try $0.value("SELECT count(*) FROM large", as: Int.self) } ?? 0
            let succeeded = await withTaskGroup(of: Bool.self) { group in
                for number in 2_000..<2_040 {
                    group.addTask { (try? await database.write { try insert(number, in: $0) }) != nil }
                }
                return await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
            }
            let after =
                try await database.read { try $0.value("SELECT count(*) FROM large", as: Int.self) } ?? 0
            #expect(after == before + succeeded, "an answer and the file disagree")
        }
    }
}
