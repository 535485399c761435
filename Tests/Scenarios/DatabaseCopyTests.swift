import Access
import AuditLog
import Database
import Datasets
import Foundation
import Places
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
            try await addRecord(to: bench.served.database)
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

    /// A dataset, whose tables are made while the program runs, and one record with an earlier version.
    private func addRecord(to database: any Database) async throws {
        let log = AuditLog(randomBytes: World.randomBytes)
        let history = try await UnitStore(database: database, audit: log, clock: World.clock).history()
        let trees = UnitTrees(history)
        let store = DatasetStore(
            database: database,
            audit: log,
            clock: World.clock,
            ids: World.ids,
            calendar: World.civilCalendar,
            trees: { trees }
        )
        let declaration = try DatasetDeclaration(Array(Self.declaration.utf8))
        let province = ReferenceProvince.provinceID
        try await store.declare(declaration, by: SystemAccess().permit(.system("test"), on: province))
        for masts in [3, 4] {
            _ = try await store.put(
                Array(#"{"unit": "17329", "masts": \#(masts)}"#.utf8),
                in: declaration.dataset.id,
                origin: RecordOrigin(through: "test"),
                by: SystemAccess().permit(.system("test"), on: province)
            )
        }
    }

    private static let declaration = """
        {"dataset": "masts", "title": {"vi": "Cột", "en": "Masts"}, "description": {"vi": "Cột", "en": "Masts"},
        "owner": "40", "classification": "open", "legal-basis": "x", "key": ["unit"], "unit": "unit",
        "fields": {"unit": {"title": {"vi": "Xã", "en": "Commune"}},
            "masts": {"title": {"vi": "Cột", "en": "Masts"}, "sum": true, "index": "integer"}},
        "schema": {"type": "object"}}
        """

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
