import AuditLog
import Database
import Foundation
import TestDatabases

/// CMR-1: monthly reports of 130 communes and 1,300 villages, loaded, read by key, by subtree and by period.
///
/// 998,400 records are 64 months; `BENCH_RECORDS` asks for fewer.
struct SharedDatabaseBenchmark {
    private let count =
        ProcessInfo.processInfo.environment["BENCH_RECORDS"].flatMap { Int($0) } ?? 998_400

    func run() async throws {
        try await withTemporaryFolder { (folder) async throws in
            let file = folder.appending(path: "reports.ndjson")
            try MonthlyReports.write(count, to: file)
            let bytes = try FileManager.default.attributesOfItem(atPath: file.path)[.size] as? Int ?? 0
            print("shared: \(count) monthly reports, \(bytes >> 20) MB of NDJSON")
            let database = try SQLiteDatabase(path: folder.appending(path: "sen.sqlite").path)
            defer { database.close() }
            try await measure(database, "SQLite", file, meter: nil)
        }
        guard let installation = PostgresInstallation.found else {
            return print("shared: PostgreSQL left out: \(PostgresInstallation.missing)")
        }
        try await withTemporaryFolder { (folder) async throws in
            let file = folder.appending(path: "reports.ndjson")
            try MonthlyReports.write(count, to: file)
            let cluster = try await PostgresCluster(installation, options: [])
            let database = try PostgresDatabase(PostgresSettings(connection: cluster.url("postgres")))
            defer { database.close() }
            try await measure(database, "PostgreSQL", file, meter: cluster.processID.map { ProcessMeter($0) })
        }
    }

    /// `meter` is of the server, whose CPU counts too.
    private func measure(_ database: any Database, _ name: String, _ file: URL, meter: ProcessMeter?)
        async throws
    {
        let shared = try await SharedProvince(database)
        let aim = meter == nil ? "aim: 50 µs" : "aim: 100 µs"
        let load = try await costs(meter) { try await shared.load(file, expecting: count) }
        load.print("\(name): bulk load", count: count, aim: aim)
        let leaves = try await costs(meter) { _ = try await shared.sequencer.drain() }
        leaves.print("\(name): the same, put into the tree", count: count)
        print("\(name): \(ProcessMeter(getpid()).peakMegabytes) MB resident at most (aim: 200)")
        try await shared.check(records: count)
        try await read(shared, name, meter)
    }

    private func read(_ shared: SharedProvince, _ name: String, _ meter: ProcessMeter?) async throws {
        let months = shared.months(of: count)
        let queries: [(String, Int, String, (Int) async throws -> Int)] = [
            ("Q1 by key", 20_000, "", { try await shared.key($0, of: count) }),
            ("Q2 subtree in a month", 2_000, "aim: 400 µs", { try await shared.subtree($0, months) }),
            (
                "Q3 a month by commune, 3 sums", 2_000, "aim: 200 µs",
                { try await shared.figures($0, months, 1) }
            ),
            (
                "Q4 a year by commune, 3 sums", 500, "aim: 1,000 µs",
                { try await shared.figures($0, months, 12) }
            ),
            (
                "Q5 all by commune, 3 sums", 100, "aim: 5,000 µs",
                { try await shared.figures($0, months, months.count) }
            ),
        ]
        for (what, times, aim, query) in queries {
            var rows = 0
            let cost = try await costs(meter) { for turn in 0..<times { rows += try await query(turn) } }
            cost.print("\(name): \(what), \(rows / times) rows", count: times, aim: aim)
        }
    }

    private func costs(_ meter: ProcessMeter?, _ body: () async throws -> Void) async throws -> Cost {
        guard let meter else { return try await Cost.of(body) }
        var own = Cost(cpuSeconds: 0, wallSeconds: 0)
        let server = try await meter.costOfAll { own = try await Cost.of(body) }
        return own + server
    }
}
