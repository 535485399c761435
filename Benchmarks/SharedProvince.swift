import Access
import AuditLog
import Cryptography
import Database
import Datasets
import Foundation
import JSONReading
import Language
import Places
import Timekeeping

/// The units, the dataset and the store of CMR-1.
struct SharedProvince {
    private static let id = Dataset.ID(rawValue: "monthly-report")
    private static let province = Places.Unit.ID(rawValue: "40")

    let store: DatasetStore
    let sequencer: Sequencer
    private let permit: Permit<WriteRecords>
    private let trees: UnitTrees

    init(_ database: any Database) async throws {
        let clock = WallClock { Instant(Date()) }
        let trees = try Self.units()
        let system = SystemAccess()
        self.trees = trees
        permit = system.permit(.system("benchmark"), on: Self.province)
        let key = try Ed25519PrivateKey(seed: [UInt8](repeating: 7, count: 32))
        guard let signer = NoteSigner(name: "sen.example/benchmark", key: key) else {
            throw Wrong("no signer")
        }
        sequencer = Sequencer(database: database, signer: signer, clock: clock)
        store = DatasetStore(
            database: database,
            audit: AuditLog(randomBytes: SecureRandom.bytes),
            clock: clock,
            ids: .timeOrdered(clock: clock) { UInt64.random(in: .min ... .max) },
            calendar: CivilCalendar(timeZone: TimeZone(identifier: "Asia/Ho_Chi_Minh") ?? .gmt),
            trees: { trees }
        )
        let migrations = Outbox.migrations + AuditLog.migrations + DatasetMigrations.all
        try await Migrator(migrations).migrate(database, clock: clock)
        let declaration = try DatasetDeclaration(Array(Self.declaration(classification: "shared").utf8))
        try await store.declare(declaration, by: system.permit(.system("benchmark"), on: Self.province))
    }

    func load(_ file: URL, expecting count: Int) async throws {
        let handle = try FileHandle(forReadingFrom: file)
        defer { try? handle.close() }
        let progress = try await store.load(
            LineReader(descriptor: handle.fileDescriptor),
            in: Self.id,
            LoadOptions(origin: RecordOrigin(through: "benchmark")),
            by: permit,
            onRefused: { print("shared: line \($0.line) was refused: \($0.problem.text.en)") },
            onProgress: { _ in }
        )
        guard progress.created == count, progress.refused == 0 else {
            throw Wrong("the load took \(progress)")
        }
    }

    /// Whether the sums are what the records say.
    func check(records: Int) async throws {
        let all = try await store.figures(in: Self.id, of: Self.province, from: "0000", to: "9999")
        guard all.map(\.records) == [records] else { throw Wrong("the sums count \(all.map(\.records))") }
    }

    func months(of count: Int) -> [String] {
        (0..<max(1, count / 15_600)).map { "\(2021 + $0 / 12)-\($0 % 12 < 9 ? "0" : "")\($0 % 12 + 1)" }
    }

    func key(_ turn: Int, of count: Int) async throws -> Int {
        let index = turn &* 7_919 % count
        let (commune, village) = (index / 10 % 130 + 1, index % 10 + 1)
        let (month, form) = (
            months(of: count)[min(index / 15_600, months(of: count).count - 1)], index / 1_300 % 12 + 1
        )
        let key = "\(month)/F\(Self.two(form))/\(Self.code(commune)).\(Self.two(village))"
        return try await store.record(RecordKey(key), in: Self.id, within: .everything).content.utf8.count
    }

    func subtree(_ turn: Int, _ months: [String]) async throws -> Int {
        var filter = RecordFilter()
        filter.units = Set(
            trees.tree(on: try Self.day()).subtree(of: Places.Unit.ID(rawValue: "c\(turn % 130 + 1)"))
        )
        filter.firstPeriod = months[turn % months.count]
        filter.lastPeriod = filter.firstPeriod
        return try await store.records(in: Self.id, filter, countMax: 1_000, within: .everything).records
            .count
    }

    func figures(_ turn: Int, _ months: [String], _ length: Int) async throws -> Int {
        let length = min(length, months.count)
        let first = turn % (months.count - length + 1)
        return try await store.figures(
            in: Self.id,
            below: Self.province,
            from: months[first],
            to: months[first + length - 1],
            fields: Self.asked
        ).count
    }
}

extension SharedProvince {
    private struct Wrong: Error {
        let what: String
        init(_ what: String) { self.what = what }
    }

    private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    private static func code(_ commune: Int) -> String { "40." + String(String(1_000 + commune).dropFirst()) }
    /// A day on which all units exist, as they do from the first to the last report.
    private static func day() throws -> Day {
        guard let day = Day(year: 2020, month: 1, day: 1) else { throw Wrong("no such day") }
        return day
    }

    private static func units() throws -> UnitTrees {
        let start = try day()
        func unit(_ id: String, _ code: String, _ kind: UnitKind, in parent: Places.Unit.ID?) throws
            -> Places.Unit
        {
            Unit(
                id: Places.Unit.ID(rawValue: id),
                code: code,
                name: code,
                kind: kind,
                parent: parent,
                validFrom: start
            )
        }
        var units = [try unit("40", "40", .province, in: nil)]
        for commune in 1...130 {
            units.append(try unit("c\(commune)", code(commune), .commune, in: province))
            for village in 1...10 {
                let code = code(commune) + "." + two(village)
                units.append(
                    try unit(
                        "c\(commune)-\(village)",
                        code,
                        .other,
                        in: Places.Unit.ID(rawValue: "c\(commune)")
                    )
                )
            }
        }
        return UnitTrees(UnitHistory(units: units, successions: []))
    }

    private static let sums = [
        "population", "households", "poor_households", "near_poor_households", "births", "deaths",
        "in_migrants",
        "out_migrants", "revenue_vnd", "expenditure_vnd", "investment_vnd", "cases_received", "cases_on_time",
        "cases_late", "complaints",
    ]

    /// What a page of figures shows beside each other.
    private static let asked = Set(
        ["population", "revenue_vnd", "cases_received"].compactMap { FieldPath($0) }
    )

    static func declaration(classification: String) -> String {
        func field(_ name: String, _ more: String = "") -> String {
            #""\#(name)": {"title": {"vi": "\#(name)", "en": "\#(name)"}\#(more)}"#
        }
        let fields =
            ["org", "period", "form"].map { field($0) } + [field("status", #", "index": "text""#)]
            + sums.map { field($0, #", "sum": true"#) }
        return """
            {"dataset": "monthly-report", "title": {"vi": "Báo cáo tháng", "en": "Monthly report"},
            "description": {"vi": "CMR-1", "en": "CMR-1"}, "owner": "40", "classification": "\(classification)",
            "legal-basis": "CMR-1", "key": ["period", "form", "org"], "unit": "org",
            "period": {"type": "month", "field": "period"}, "update": {"every": "month", "due-days": 5},
            "fields": {\(fields.joined(separator: ", "))}, "schema": \(MonthlyReports.schema)}
            """
    }
}
