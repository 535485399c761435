import AuditLog
import Database
import Foundation
import Language
import Testing

@testable import sen

@Suite("the data folder")
struct DataFolderTests {
    private func code(_ body: () async throws -> Void) async -> DataFolderErrorCode? {
        do { try await body() } catch { return (error as? DataFolderError)?.code }
        return nil
    }

    private func open(_ folder: DataFolder) async throws -> ServedFolder {
        try await folder.openToServe(clock: World.clock, randomBytes: World.randomBytes)
    }

    @Test("one process serves a folder, others only read it, and a released one can be served again")
    func lock() async throws {
        try await withCases(1) { (bench) async throws in
            let second = await code { _ = try await open(bench.folder) }
            #expect(second == .inUse)
            let reader = try await bench.folder.openToRead()
            reader.close()
            bench.served.close()
            let again = try await open(bench.folder)
            #expect(again.signer.verifyKey == bench.served.signer.verifyKey)
            again.close()
        }
    }

    @Test("the key is made once, mode 0600, in a form that can be read back")
    func keyFile() async throws {
        try await withCases(0) { (bench) async throws in
            let attributes = try FileManager.default.attributesOfItem(atPath: bench.folder.keyPath)
            #expect((attributes[.posixPermissions] as? NSNumber)?.intValue == 0o600)
            let text = try String(contentsOfFile: bench.folder.keyPath, encoding: .utf8)
            #expect(text.hasPrefix("PRIVATE+KEY+sen-"))
            let damaged = text.trimmingCharacters(in: .newlines).dropLast(8) + "AAAAAAA="
            #expect(NoteSigner(keyText: String(damaged)) == nil)
            #expect(NoteSigner(keyText: bench.served.signer.verifyKey.description) == nil)
        }
    }

    @Test("a signed log never gets a new key: a missing, foreign, open or damaged one stops the start")
    func keyProblems() async throws {
        try await withCases(1) { (bench) async throws in
            bench.served.close()
            let keyPath = bench.folder.keyPath
            let kept = keyPath + ".kept"
            try FileManager.default.moveItem(atPath: keyPath, toPath: kept)
            #expect(await code { _ = try await open(bench.folder) } == .keyMissing)
            try PrivateFile.write(Array(try strangersKey(named: "sen-0000").utf8), to: keyPath)
            #expect(await code { _ = try await open(bench.folder) } == .keyMismatch)
            try FileManager.default.removeItem(atPath: keyPath)
            try PrivateFile.write(Array("not a key".utf8), to: keyPath)
            #expect(await code { _ = try await open(bench.folder) } == .keyUnreadable)
            try FileManager.default.removeItem(atPath: keyPath)
            try FileManager.default.moveItem(atPath: kept, toPath: keyPath)
            try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: keyPath)
            #expect(await code { _ = try await open(bench.folder) } == .keyTooOpen)
            try PrivateFile.protect(keyPath)
            #expect(await code { try await open(bench.folder).close() } == nil)
        }
    }

    @Test("the schema of all rooms is there, and each kind of row that the log tells of is compared")
    func everyRoom() async throws {
        #expect(Set(AllMigrations.inOrder.map(\.name)).count == AllMigrations.inOrder.count)
        let kinds = Set(AllAuditedTables.list.map(\.subjectKind))
        #expect(kinds.count == AllAuditedTables.list.count)
        #expect(kinds.isSuperset(of: ["case", "unit"]))
    }

    @Test("every reason to refuse a folder has a stable code of its own and a sentence in both languages")
    func texts() {
        for code in DataFolderErrorCode.allCases {
            #expect(code.rawValue.hasPrefix("data."))
            #expect(code.text.vi != code.text.en)
        }
    }
}
