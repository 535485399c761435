import Database
import Foundation
import RunningPrograms
import TestDatabases
import Testing

@Suite(
    "two sen serve on one PostgreSQL",
    .enabled(if: PostgresInstallation.found != nil, "\(PostgresInstallation.missing)"),
    .timeLimit(.minutes(10))
)
struct TwoServersTests {
    private static let path = "/api/v1/websites"

    @Test("both show the same at once, one watches, and when it is killed the other goes on alone")
    func shareTheWork() async throws {
        try await withDatabase(.postgres) { (each) async throws in
            let url = ["SEN_DATABASE_URL": try #require(each.connection)]
            let (first, second) = try await startTwo(url)
            let key = try await makeKey(first, url)
            let (a, b) = (APICaller(port: first.port, key: key), APICaller(port: second.port, key: key))
            try await addWebsite(first, url)
            for caller in [a, b] { #expect(try await caller.get(Self.path).contains("mot.example.vn")) }
            #expect(try await becomesTrue { try await holders(each.database) == 1 }, "nobody watches")
            first.process.signal(SIGKILL)
            _ = await first.process.wait(atMost: .seconds(10))
            #expect(try await b.get(Self.path).contains("mot.example.vn"))
            #expect(
                try await becomesTrue { try await holders(each.database) == 1 },
                "nobody took the watch over"
            )
            let verdict = try await run(second, url, "audit", "verify")
            #expect(verdict.status == 0, "\(verdict.output)\(verdict.error)")
            #expect(await second.process.stop(within: .seconds(20)) == .exited(0))
        }
    }

    @Test("a backup is left to the server's own tools, and a folder with data of its own is not passed over")
    func refusals() async throws {
        try await withDatabase(.postgres) { (each) async throws in
            let url = ["SEN_DATABASE_URL": try #require(each.connection)]
            let sen = try await BareSen.start(in: try ScratchFolder("sen-two"), environment: url)
            let backup = try await run(sen, url, "backup", sen.folder.path + "copy")
            #expect(
                backup.status == 2 && backup.error.contains("data.backed-up-by-server"),
                "\(backup.error)"
            )
            let folder = try ScratchFolder("sen-two")
            try FileManager.default.createDirectory(
                atPath: folder.path + "data",
                withIntermediateDirectories: true
            )
            try Data().write(to: URL(filePath: folder.path + "data/sen.sqlite"))
            let both = try await Program.run(
                ["serve"],
                environment: url.merging(["SEN_DATA_FOLDER": folder.path + "data"]) { $1 }
            )
            #expect(both.status == 2 && both.error.contains("data.two-databases"), "\(both.error)")
            let away = try await Program.run(
                ["serve"],
                environment: [
                    "SEN_DATABASE_URL": "host=/nowhere dbname=x password=geheim",
                    "SEN_DATA_FOLDER": folder.path + "other",
                ]
            )
            #expect(
                away.status == 2 && away.error.contains("data.server-away") && !away.error.contains("geheim")
            )
        }
    }

    /// The second has the keys of the first, as an operator gives them to it.
    private func startTwo(_ url: [String: String]) async throws -> (BareSen, BareSen) {
        let first = try await BareSen.start(in: try ScratchFolder("sen-two"), environment: url)
        let folder = try ScratchFolder("sen-two")
        try FileManager.default.createDirectory(
            atPath: folder.path + "data",
            withIntermediateDirectories: true
        )
        for name in ["audit-signing.key", "server-secret.key"] {
            try FileManager.default.copyItem(
                atPath: first.folder.path + "data/" + name,
                toPath: folder.path + "data/" + name
            )
        }
        return (first, try await BareSen.start(in: folder, environment: url))
    }

    private func run(_ sen: BareSen, _ url: [String: String], _ words: String...) async throws
        -> Program.Outcome
    {
        try await Program.run(words + ["--data", sen.folder.path + "data"], environment: url)
    }

    private func makeKey(_ sen: BareSen, _ url: [String: String]) async throws -> String {
        let words = ["accounts", "keys", "make", "--name", "Thử", "--role", "leader", "--unit", "40"]
        let made = try await Program.run(words + ["--data", sen.folder.path + "data"], environment: url)
        try #require(made.status == 0, "\(made.error)")
        return made.output.trimmingCharacters(in: .whitespacesAndNewlines)
    }

    private func addWebsite(_ sen: BareSen, _ url: [String: String]) async throws {
        let file = sen.folder.path + "sites.csv"
        try Data("url,name,unit\nhttps://mot.example.vn/,Trang một,17329\n".utf8).write(
            to: URL(filePath: file)
        )
        let added = try await run(sen, url, "sites", "import", file)
        try #require(added.status == 0, "\(added.output)\(added.error)")
    }

    /// Connections that hold the lock of the one that watches (PostgresHold).
    private func holders(_ database: any Database) async throws -> Int {
        try await database.read { transaction in
            try transaction.value(
                "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND classid = 7562606 AND objid = 2 AND granted"
            ) ?? 0
        }
    }

    private func becomesTrue(_ condition: () async throws -> Bool) async throws -> Bool {
        for _ in 0..<600 {
            if try await condition() { return true }
            try await Task.sleep(for: .milliseconds(100))
        }
        return false
    }
}
