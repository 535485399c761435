import Foundation
import RunningPrograms

/// CMR-1 over HTTP: the release program beside Kinto, which takes records, and datasette, which shows them.
struct SharedServing {
    private let count =
        ProcessInfo.processInfo.environment["BENCH_RECORDS"].flatMap { Int($0) } ?? 998_400
    /// Writes sent at most: as many new records as ten seconds can take.
    private let written = 60_000

    func run() async throws {
        guard (try? Program.built) != nil else {
            return print("serving: left out; build with `swift build -c release --product sen` first")
        }
        guard Replay.program != nil else { return print("serving: left out; install wrk first") }
        let more = MonthlyReports.lines(from: count, written)
        try await withTemporaryFolder { (folder) async throws in
            let file = folder.appending(path: "reports.ndjson")
            try MonthlyReports.write(count, to: file)
            try await measureSen(folder, file, more)
            try await DatasettePeer(folder: folder).measure(file, CMR1(count: count))
        }
        try await withTemporaryFolder { (folder) async throws in
            try await KintoPeer(folder: folder).measure(more)
        }
    }

    private func measureSen(_ folder: URL, _ file: URL, _ more: [String]) async throws {
        let scratch = try ScratchFolder("sen-bench")
        let served = ServedReports(folder: folder, data: scratch.path + "data")
        // The first start makes the database; the second one knows the units from its first moment.
        try await BareSen.start(in: scratch, environment: [:]).process.stop(within: .seconds(20))
        try await served.prepare(file)
        let sen = try await BareSen.start(in: scratch, environment: [:])
        let meter = ProcessMeter(sen.process.id)
        var replay = Replay(folder: folder, port: sen.port, headers: [try await served.key()])
        let cmr = CMR1(count: count)
        for (name, requests, aim) in cmr.readings(ServedReports.path) {
            try await one(name, replay, requests, meter, aim)
        }
        let puts = zip(cmr.keys(from: count, more.count), more).map { key, body in
            Replay.Request(method: "PUT", path: "\(ServedReports.path)/records/\(key)", body: body)
        }
        replay.headers.append("Content-Type: application/json")
        try await one("durable PUT of a new record", replay, puts, meter, "aim: 3,000/s, 20 ms")
        await sen.process.stop(within: .seconds(20))
    }

    private func one(
        _ name: String,
        _ replay: Replay,
        _ requests: [Replay.Request],
        _ meter: ProcessMeter,
        _ aim: String
    ) async throws {
        var outcome = Replay.Outcome()
        let cost = try await meter.costOfAll { outcome = try await replay.run(requests) }
        outcome.print("Sen: \(name)", cpuSeconds: cost.cpuSeconds, aim: aim)
    }
}

/// What is asked of the reports, the same of each system.
struct CMR1 {
    private static let (villages, forms, monthsMax) = (1_300, 12, 72)
    private static let distinct = 20_000
    let count: Int

    private var months: Int { max(1, min(count / (Self.villages * Self.forms), Self.monthsMax)) }

    static func month(_ index: Int) -> String {
        "\(2021 + index / 12)-\(index % 12 < 9 ? "0" : "")\(index % 12 + 1)"
    }

    /// Commune (from 1) and month of the `turn`-th question about a subtree.
    func subtree(_ turn: Int) -> (commune: Int, month: String) {
        (turn * 7 % 130 + 1, Self.month(turn * 31 % months))
    }

    func span(_ turn: Int, _ length: Int) -> (from: String, to: String) {
        let length = min(length, months)
        let first = turn % (months - length + 1)
        return (Self.month(first), Self.month(first + length - 1))
    }

    /// Month, form and unit of the `index`-th report.
    static func parts(_ index: Int) -> (month: String, form: String, commune: String, org: String) {
        let commune = "40.\(pad(index / 10 % 130 + 1, 3))"
        return (
            month(index / (villages * forms)), "F\(pad(index / villages % forms + 1, 2))", commune,
            "\(commune).\(pad(index % 10 + 1, 2))"
        )
    }

    /// Indexes all over the reports.
    var samples: [Int] { (0..<Self.distinct).map { $0 &* 7_919 % count } }

    func keys(from first: Int, _ count: Int) -> [String] { (first..<first + count).map(Self.key) }

    static func key(_ index: Int) -> String {
        let parts = parts(index)
        return "\(parts.month)/\(parts.form)/\(parts.org)"
    }

    /// The questions, of Sen's API.
    func readings(_ path: String) -> [(String, [Replay.Request], String)] {
        let sums = "fields=population,revenue_vnd,cases_received"
        func figures(_ length: Int) -> [Replay.Request] {
            (0..<60).map { turn in
                let span = span(turn, length)
                return Replay.Request(
                    path: "\(path)/figures?unit=40&below=true&from=\(span.from)&to=\(span.to)&\(sums)"
                )
            }
        }
        let subtrees = (0..<2_000).map { turn in
            let (commune, month) = subtree(turn)
            return Replay.Request(
                path: "\(path)/records?unit=c\(commune)&from=\(month)&to=\(month)&limit=200"
            )
        }
        return [
            (
                "read by key", samples.map { Replay.Request(path: "\(path)/records/\(Self.key($0))") },
                "aim: 8,000/s"
            ),
            ("a subtree in a month, 120 records", subtrees, "aim: 400 µs"),
            ("a month by commune, 3 sums", figures(1), "aim: 200 µs"),
            ("a year by commune, 3 sums", figures(12), "aim: 1,000 µs"),
            ("all by commune, 3 sums", figures(monthsMax), "aim: 5,000 µs"),
        ]
    }

    private var monthsMax: Int { Self.monthsMax }

    static func pad(_ number: Int, _ digits: Int) -> String {
        let text = String(number)
        return String(repeating: "0", count: max(0, digits - text.count)) + text
    }
}

/// The installation that the reports are put into: units, dataset, key.
struct ServedReports {
    static let path = "/api/v1/datasets/monthly-report"
    let folder: URL
    /// The data folder of the program.
    let data: String

    func prepare(_ file: URL) async throws {
        let (units, pack) = (folder.appending(path: "units.csv"), folder.appending(path: "cmr1.yaml"))
        try Data(Self.units.utf8).write(to: units)
        let title = #"{"vi": "CMR-1", "en": "CMR-1"}"#
        let text = """
            {"pack": "cmr1", "version": 1, "title": \(title), "description": \(title),
            "datasets": [\(SharedProvince.declaration(classification: "open"))]}
            """
        try Data(text.utf8).write(to: pack)
        _ = try await command(["units", "import", units.path])
        _ = try await command(["pack", "apply", pack.path])
        _ = try await command(["datasets", "load", "monthly-report", file.path])
    }

    /// The header with a key that may write everywhere.
    func key() async throws -> String {
        let words = ["accounts", "keys", "make", "--name", "bench", "--role", "leader", "--unit", "40"]
        return "Authorization: Bearer \(try await command(words).split(separator: "\n").first ?? "")"
    }

    private func command(_ words: [String]) async throws -> String {
        let outcome = try await Program.run(words + ["--data", data], language: "en")
        guard outcome.status == 0 else { throw ReplayError.said(outcome.error + outcome.output) }
        return outcome.output
    }

    private static var units: String {
        var lines = ["code,name,kind,id,parent,valid_from"]
        for commune in 1...130 {
            let code = "40.\(CMR1.pad(commune, 3))"
            lines.append("\(code),\(code),commune,c\(commune),40,2020-01-01")
            for village in 1...10 {
                let inner = "\(code).\(CMR1.pad(village, 2))"
                lines.append("\(inner),\(inner),other,c\(commune)-\(village),c\(commune),2020-01-01")
            }
        }
        return lines.joined(separator: "\n") + "\n"
    }
}
