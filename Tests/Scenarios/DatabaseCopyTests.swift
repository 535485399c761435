import Database
import Foundation
import RunningPrograms
import TestDatabases
import Testing
import Timekeeping

@testable import sen

@Suite(
    "sen database copy",
    .enabled(if: PostgresInstallation.found != nil, "\(PostgresInstallation.missing)"),
    .timeLimit(.minutes(10))
)
struct DatabaseCopyTests {
    @Test("there and back is identical, the log verifies on the way, and a full target is refused")
    func thereAndBack() async throws {
        try await withInstallation { bench in
            let added = try await bench.sen(
                "accounts",
                "add",
                "nguyen.van.a",
                "--full-name",
                "Nguyễn Văn A",
                "--unit",
                "17329",
                "--role",
                "officer"
            )
            try #require(added.status == 0, "\(added.error)")
            try await MastsDataset.fill(bench.served.database)
            bench.served.close()
            try await withDatabase(.postgres) { (each) async throws in
                let server = try #require(each.connection)
                let back = try ScratchFolder("sen-copy")
                let there = try await Program.run(["database", "copy", bench.folder.path, server])
                try #require(there.status == 0, "\(there.output)\(there.error)")
                let again = try await Program.run(["database", "copy", bench.folder.path, server])
                #expect(again.status == 2 && again.error.contains("data.target-exists"), "\(again.error)")
                let verdict = try await verify(server, bench.folder)
                #expect(verdict.status == 0, "\(verdict.output)\(verdict.error)")
                let home = try await Program.run(["database", "copy", server, back.path + "data"])
                #expect(home.status == 0 && home.output == there.output, "\(home.error)")
                let rows = try await each.database.read {
                    try $0.value("SELECT count(*) FROM unit", as: Int.self)
                }
                #expect(try #require(rows) > 400)
                // Keys that the database counts go on where they were.
                let last = try await each.database.write { transaction in
                    try Outbox.post("test", subject: "x", at: World.clock.now(), in: transaction)
                    return try transaction.value("SELECT max(id) FROM outbox", as: Int.self)
                }
                #expect(last != nil)
            }
        }
    }

    /// With the keys of the source, in a folder that has no database of its own.
    private func verify(_ server: String, _ source: DataFolder) async throws -> Program.Outcome {
        let folder = try ScratchFolder("sen-copy")
        try FileManager.default.copyItem(atPath: source.keyPath, toPath: folder.path + "audit-signing.key")
        return try await Program.run(
            ["audit", "verify", "--data", folder.path],
            environment: ["SEN_DATABASE_URL": server]
        )
    }
}
