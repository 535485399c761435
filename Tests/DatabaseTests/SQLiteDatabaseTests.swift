import Database
import Foundation
import Language
import Testing
import Timekeeping

/// A database in a temporary folder of its own, for one test.
func withTemporaryDatabase<T>(_ body: (SQLiteDatabase) async throws -> T) async throws -> T {
    let folder = FileManager.default.temporaryDirectory.appending(path: "sen-test-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let database = try SQLiteDatabase(path: folder.appending(path: "sen.sqlite").path)
    defer {
        database.close()
        try? FileManager.default.removeItem(at: folder)
    }
    return try await body(database)
}

@Test("a backup is a whole database of its own")
func backUp() async throws {
    try await withTemporaryDatabase { (database) async throws in
        try await makeTable(database)
        _ = try await database.write { try $0.execute("INSERT INTO item VALUES (\("a"), \(7))") }
        let copyPath = database.path + ".backup"
        try await database.backUp(to: copyPath)
        let copy = try SQLiteDatabase(path: copyPath)
        defer { copy.close() }
        let number = try await copy.read { try $0.value("SELECT number FROM item", as: Int.self) }
        #expect(number == 7)
    }
}

@Test("a sound file is told from one with a damaged page")
func damage() async throws {
    try await withTemporaryDatabase { (database) async throws in
        try await makeTable(database)
        _ = try await database.write { transaction in
            for number in 0..<2_000 {
                try transaction.execute("INSERT INTO item VALUES (\("code \(number)"), \(number))")
            }
        }
        #expect(try await database.damage() == nil)
        let copyPath = database.path + ".copy"
        try await database.backUp(to: copyPath)
        var bytes = try Data(contentsOf: URL(filePath: copyPath))
        bytes.replaceSubrange(20_000..<21_000, with: Data(repeating: 0xff, count: 1_000))
        try bytes.write(to: URL(filePath: copyPath))
        let copy = try SQLiteDatabase(path: copyPath)
        defer { copy.close() }
        #expect(try await copy.damage() != nil)
    }
}
