import Access
import Database
import Foundation
import Language
import Places
import Timekeeping
import WebWatch

/// 10,000 websites: portals, schools and health stations of each unit, with a day of checks and two years of findings.
struct SeededWebsites {
    let province: SeededProvince

    private static let sorts = [
        ("Cổng thông tin điện tử", "state-portal"), ("Trường tiểu học", "internal"),
        ("Trường mầm non", "internal"),
        ("Trường trung học cơ sở", "internal"), ("Trạm y tế", "specialised-service"),
        ("Trang tin tổng hợp", "aggregated-news"),
    ]
    /// Of this many websites one has a chart of the whole day; the others only the present hour.
    private static let wholeDayEvery = 20
    private static let minutesBetweenChecks = 5
    private static let websitesPerWrite = 500

    func fill(_ dice: inout Dice) async throws {
        try await register()
        let numbers = try await province.database.read { transaction in
            try transaction.query("SELECT number, id, unit_id FROM website ORDER BY number").map { row in
                (number: try row[0] as Int64, id: try row[1] as String, unit: try row[2] as String)
            }
        }
        guard numbers.count == SeededProvince.websitesCount else {
            throw SeedError(what: "\(numbers.count) websites were registered")
        }
        let seed = dice.next()
        for start in stride(from: 0, to: numbers.count, by: Self.websitesPerWrite) {
            _ = try await province.database.write { transaction in
                for place in start..<min(start + Self.websitesPerWrite, numbers.count) {
                    let website = numbers[place]
                    try write(place, website.number, website.id, website.unit, seed, transaction)
                }
            }
        }
    }

    /// By the import that a province uses, with its entries in the log.
    private func register() async throws {
        let owners = province.owners
        var csv = "url,name,unit,kind,criticality,responsible,licence\n"
        for number in 0..<SeededProvince.websitesCount {
            let unit = owners[number % owners.count]
            let (sort, kind) = Self.sorts[number / owners.count % Self.sorts.count]
            let criticality = number.isMultiple(of: 7) ? "important" : "ordinary"
            csv +=
                "https://trang\(number).nghean.example/,\"\(sort) \(unit.name) số \(number)\","
            csv += "\(unit.id.rawValue),"
            csv += "\(kind),\(criticality),Nguyễn Thị Mẫu,\(kind == "aggregated-news" ? "01/GP" : "")\n"
        }
        let report = try await province.websites.importCSV(
            Array(csv.utf8),
            tree: province.tree,
            dryRun: false
        ) { [access = province.access] in try? access.permit(SeededProvince.administrator, on: $0) }
        if let refused = report.refused.first { throw SeedError(what: "\(refused)") }
    }

    /// Everything of one website.
    private func write(
        _ place: Int,
        _ number: Int64,
        _ id: String,
        _ unit: String,
        _ seed: UInt64,
        _ transaction: any Transaction
    ) throws {
        let now = SeededProvince.now
        let isBad = place.isMultiple(of: 20)
        let outline = Baseline(url: "https://trang\(place).nghean.example/", takenAt: now)
        let baseline = String(decoding: try JSONEncoder().encode(outline), as: UTF8.self)
        let milliseconds = Int((seed &+ UInt64(place) &* 7_919) % 900) + 50
        try transaction.execute(
            """
            UPDATE website_status SET health = \(isBad ? 4 : 1), light_at = \(now - .seconds(60)),
                deep_at = \(now - .seconds(1_800)), outcome = '200', total_ms = \(milliseconds)
            WHERE website_id = \(id)
            """
        )
        try transaction.execute(
            "INSERT INTO website_baseline (website_id, unit_id, baseline) VALUES (\(id), \(unit), \(baseline))"
        )
        try checks(place, number, unit, transaction)
        for old in 0..<3 { try finding(place, old, id, unit, isCleared: true, transaction) }
        if isBad { try finding(place, 3, id, unit, isCleared: false, transaction) }
    }

    private func checks(
        _ place: Int,
        _ number: Int64,
        _ unit: String,
        _ transaction: any Transaction
    ) throws {
        let minutes = place.isMultiple(of: Self.wholeDayEvery) ? 1_440 : 60
        try transaction.execute(
            """
            WITH RECURSIVE step (n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM step WHERE n < \(minutes / Self.minutesBetweenChecks))
            INSERT INTO website_check (website_number, at, unit_id, is_deep, is_answered, outcome, total_ms)
            SELECT \(number), \(SeededProvince.now.microsecondsSince1970) - n * 300000000, \(unit), n % 12 = 0,
                n % 50 <> 49, CASE WHEN n % 50 = 49 THEN 'timed-out' ELSE '200' END, 80 + n * 37 % 400 FROM step
            """
        )
        for (table, count, length) in [("website_hour", 24, 3_600), ("website_day", 30, 86_400)] {
            let micros = Int64(length) * 1_000_000
            let last = SeededProvince.now.microsecondsSince1970 / micros * micros
            try transaction.execute(
                """
                WITH RECURSIVE step (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM step WHERE n < \(count))
                INSERT INTO \(trusted: table)
                    (website_number, start, unit_id, checks, answered, fastest_ms, sum_ms, slowest_ms)
                SELECT \(number), \(last) - n * \(micros), \(unit), 12, 12 - n % 9 / 8, 80, 3000 + n * 137 % 900, 900
                FROM step
                """
            )
        }
    }

    private func finding(
        _ place: Int,
        _ which: Int,
        _ id: String,
        _ unit: String,
        isCleared: Bool,
        _ transaction: any Transaction
    ) throws {
        let evidence = [
            Evidence(.termGambling, quote: "Nhà cái uy tín số 1", place: "body > div", value: "nhà cái")
        ]
        let text = String(decoding: try JSONEncoder().encode(evidence), as: UTF8.self)
        let begin = SeededProvince.now - .seconds(isCleared ? (which + 1) * 86_400 * 90 : place)
        let key = "018f0000-0000-7000-8000-" + Self.hex(place * 4 + which)
        try transaction.execute(
            """
            INSERT INTO website_finding (id, website_id, unit_id, kind, severity, url, fingerprint, evidence, state,
                first_seen_at, last_seen_at, confirmed_at, cleared_at, sightings, clean_looks)
            VALUES (\(key), \(id), \(unit), \(CheckKind.hiddenLinks.rawValue), \(which == 2 ? "serious" : "critical"),
                'https://trang\(trusted: String(place)).nghean.example/', \(key), \(text),
                \(isCleared ? "cleared" : "confirmed"), \(begin), \(begin), \(begin),
                \(isCleared ? begin + .seconds(86_400) : nil), 2, 0)
            """
        )
    }

    static func hex(_ number: Int) -> String {
        let digits = String(number, radix: 16)
        return String(repeating: "0", count: 12 - digits.count) + digits
    }
}
