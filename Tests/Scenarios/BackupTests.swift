import AuditLog
import Database
import Foundation
import RunningPrograms
import Testing

@testable import sen

@Suite("sen backup, sen restore")
struct BackupTests {
    @Test("a backup made under load opens, verifies, and restores to what was there")
    func roundTripUnderLoad() async throws {
        try await withCases(3) { (bench) async throws in
            let load = Task {
                for number in 4...400 where !Task.isCancelled { try await bench.openCases(1, from: number) }
            }
            let backup = bench.beside("backup")
            let outcome = try await Program.run(["backup", backup] + bench.data)
            load.cancel()
            try await load.value
            #expect(outcome.status == 0, "\(outcome.error)")
            #expect(outcome.output.contains("Bản sao mở được và khớp"))
            #expect(outcome.error.contains("Bản sao không có khóa ký nhật ký"))
            let restored = bench.beside("restored")
            let back = try await Program.run(["restore", backup, "--data", restored])
            #expect(back.status == 0, "\(back.error)")
            #expect(back.error.contains("hãy chép audit-signing.key"))
            #expect(try await Program.run(["audit", "verify", "--data", restored]).status == 0)
            let (copied, now) = (
                try await entries(in: restored), try await entries(in: bench.served.database)
            )
            #expect(copied.count >= 6)
            #expect(copied == Array(now.prefix(copied.count)))
        }
    }

    @Test("the key goes along only when it is asked for, with a warning, and readable by its owner alone")
    func key() async throws {
        try await withCases(1) { (bench) async throws in
            let (without, with) = (bench.beside("without"), bench.beside("with"))
            #expect(try await Program.run(["backup", without] + bench.data).status == 0)
            #expect(!DataFolder(without).hasKey)
            let outcome = try await Program.run(["backup", with, "--with-key"] + bench.data)
            #expect(outcome.error.contains("CẢNH BÁO"))
            #expect(try DataFolder(with).signer().verifyKey == bench.served.signer.verifyKey)
            for path in [with, without] {
                #expect(try DataFolder(path).verifyKey() == bench.served.signer.verifyKey)
                #expect(try PrivateFile.isPrivate(path))
                #expect(try PrivateFile.isPrivate(DataFolder(path).databasePath))
            }
        }
    }

    @Test("an existing target is not overwritten, and a failed backup leaves nothing behind")
    func targetExists() async throws {
        try await withCases(1) { (bench) async throws in
            let again = try await Program.run(["backup", bench.folder.path] + bench.data)
            #expect(again.status == 2)
            #expect(again.error.contains("data.target-exists"))
            try await bench.tamper("UPDATE case_file SET title = 'khác'")
            let damaged = try await Program.run(["backup", bench.beside("damaged")] + bench.data)
            #expect(damaged.status == 2)
            #expect(damaged.error.contains("audit.row-changed"))
            let left = try FileManager.default.contentsOfDirectory(atPath: bench.beside("."))
            #expect(left == ["data"])
        }
    }

    @Test("a folder in use or with data is not restored over; with --force its data lies aside")
    func force() async throws {
        try await withCases(1) { (bench) async throws in
            let backup = bench.beside("backup")
            #expect(try await Program.run(["backup", backup] + bench.data).status == 0)
            try await bench.openCases(1, from: 2)
            let refused = try await Program.run(["restore", backup] + bench.data)
            #expect(refused.status == 2)
            #expect(refused.error.contains("data.folder-not-empty"))
            let inUse = try await Program.run(["restore", backup, "--force"] + bench.data)
            #expect(inUse.status == 2)
            #expect(inUse.error.contains("data.in-use"))
            #expect(try await entries(in: bench.served.database).count == 4)
            bench.served.close()
            let forced = try await Program.run(["restore", backup, "--force"] + bench.data)
            #expect(forced.status == 0, "\(forced.error)")
            let aside = try FileManager.default.contentsOfDirectory(atPath: bench.beside("."))
                .filter { $0.hasPrefix("data.before-restore-") }
            #expect(aside.count == 1)
            #expect(try await entries(in: bench.beside(aside[0])).count == 4)
            #expect(try await entries(in: bench.folder.path).count == 2)
            // The key of the same log was there, and goes on signing.
            #expect(try bench.folder.signer().verifyKey == bench.served.signer.verifyKey)
            let served = try await bench.folder.openToServe(
                clock: World.clock,
                randomBytes: World.randomBytes
            )
            served.close()
        }
    }

    @Test("a backup that somebody changed is refused, and the data stays")
    func tamperedBackup() async throws {
        try await withCases(1) { (bench) async throws in
            let backup = bench.beside("backup")
            #expect(try await Program.run(["backup", backup] + bench.data).status == 0)
            let database = try await DataFolder(backup).openToRead()
            _ = try await database.write {
                try $0.execute("UPDATE audit_entry SET at = at + 1 WHERE leaf_index = 1")
            }
            database.close()
            bench.served.close()
            let outcome = try await Program.run(["restore", backup, "--force"] + bench.data)
            #expect(outcome.status == 2)
            #expect(outcome.error.contains("lần đầu tại: lá 1"))
            #expect(outcome.error.contains("Dữ liệu hiện có vẫn nguyên vẹn"))
            #expect(try await Program.run(["audit", "verify"] + bench.data).status == 0)
            #expect(
                Set(try FileManager.default.contentsOfDirectory(atPath: bench.beside("."))) == [
                    "backup", "data",
                ]
            )
        }
    }

    private func entries(in folder: String) async throws -> [[UInt8]] {
        let database = try await DataFolder(folder).openToRead()
        defer { database.close() }
        return try await entries(in: database)
    }

    private func entries(in database: any Database) async throws -> [[UInt8]] {
        try await database.read { transaction in
            try transaction.query("SELECT commitment FROM audit_entry ORDER BY id").map { row in try row[0] }
        }
    }
}
