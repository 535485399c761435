import Access
import AuditLog
import Cases
import Console
import Database
import Datasets
import Foundation
import Hummingbird
import Identity
import Language
import Logging
import NIOCore
import NIOEmbedded
import Places
import Serving
import Timekeeping
import WebWatch

/// Every page of the console over 10,000 websites and 100,000 cases: the time from request to the last byte.
struct ConsoleBenchmark {
    private let repeats = 15
    private let aimMilliseconds = 50.0

    func run() async throws {
        try await withTemporaryFolder { (folder) async throws in
            let start = ContinuousClock.now
            let province = try await SeededProvince(in: folder)
            defer { province.database.close() }
            print(
                "console: a province of 10,000 websites and 100,000 cases made in \(ContinuousClock.now - start)"
            )
            let responder = try router(province).buildResponder()
            for reader in readers(province.tree) {
                for path in try await paths(province, reader) {
                    try await measure(path, reader, responder)
                }
            }
        }
    }

    private struct Reader {
        let name: String
        let principal: Principal
    }

    /// The plans of the database differ between all units, one, and more than it finds by an index.
    private func readers(_ tree: UnitTree) -> [Reader] {
        let actor = SeededProvince.administrator.actor
        let communes = tree.units.filter { $0.kind == .commune || $0.kind == .ward }
        let all = communes.map { RoleGrant(.officer, in: $0.id.rawValue) }
        return [
            Reader(name: "province", principal: SeededProvince.administrator),
            Reader(name: "1 unit", principal: Principal(actor: actor, grants: Array(all.prefix(1)))),
            Reader(name: "\(all.count) units", principal: Principal(actor: actor, grants: all)),
        ]
    }

    private func router(_ province: SeededProvince) throws -> Router<SenContext> {
        let house = try house(of: province)
        let router = Router(context: SenContext.self)
        BoardRoute(house).add(to: router)
        WebsiteRoutes(house).add(to: router)
        CaseRoutes(house).add(to: router)
        UnitRoutes(house).add(to: router)
        AccountRoutes(house).add(to: router)
        AuditRoutes(house).add(to: router)
        return router
    }

    private func house(of province: SeededProvince) throws -> ConsoleHouse {
        let reference = try ReferenceProvince.load()
        let trees = UnitTrees(reference.history)
        return ConsoleHouse(
            cases: province.cases,
            datasets: DatasetStore(
                database: province.database,
                audit: province.audit,
                clock: province.clock,
                ids: .timeOrdered(clock: province.clock) { UInt64.random(in: .min ... .max) },
                calendar: province.calendar,
                trees: { trees }
            ),
            watch: ConsoleWatch(
                websites: province.websites,
                punctuality: { nil },
                hexagons: Places.HexagonMap(cells: reference.hexagons),
                visitor: { _ in nil },
                pause: { _ in throw CancellationError() }
            ),
            access: province.access,
            identity: try province.identity(),
            audit: try province.auditPages(),
            units: province.units,
            tree: { province.tree },
            calendar: province.calendar,
            clock: province.clock,
            name: { $0.code },
            people: { _ in [] },
            isLab: false
        )
    }

    private func paths(_ province: SeededProvince, _ reader: Reader) async throws -> [String] {
        let websites = province.access.scope(of: reader.principal, to: ReadWebsite.self)
        let cases = province.access.scope(of: reader.principal, to: ReadCase.self)
        // The worst one has a whole day of checks and an open finding.
        let worst = try await province.websites.list(within: websites, by: .worst, limit: 1).websites.first
        let first = try await province.cases.list(within: cases).cases.first
        let lists = [
            "/", "/?kiosk", "/websites", "/websites?q=tieu+hoc+vinh", "/websites?q=khong+co+trang+nay",
            "/websites?state=incident&sort=worst", "/websites?sort=newest", "/websites?kind=aggregated-news",
            "/websites?criticality=important&q=mam+non", "/websites?unit=16681", "/websites?unit=40",
            "/websites/new", "/websites/import", "/cases", "/cases?sort=newest", "/cases?sort=severity",
            "/cases?state=overdue", "/cases?state=ended", "/cases?state=closed&severity=critical",
            "/cases?state=mine", "/cases?q=lien+ket+an", "/cases?q=khong+co+ho+so+nay",
            "/cases?q=HS-2026-0100", "/units", "/units?at=30/06/2025", "/units?q=do+luong",
            "/units/16681",
        ]
        let ofProvince = ["/accounts", "/accounts/new", "/audit", "/audit?unit=16681"]
        let mayAll = reader.principal == SeededProvince.administrator
        return lists + (mayAll ? ofProvince : []) + (worst.map { ["/websites/\($0.website.id)"] } ?? [])
            + (first.map { ["/cases/\($0.id)"] } ?? [])
    }

    private func measure(_ path: String, _ reader: Reader, _ responder: some HTTPResponder<SenContext>)
        async throws
    {
        var times: [Double] = []
        var bytes = 0
        for _ in 0..<repeats {
            let start = ContinuousClock.now
            let response = try await responder.respond(to: request(path), context: context(reader))
            guard response.status == .ok else { throw SeedError(what: "\(path) answers \(response.status)") }
            let body = CountingBody()
            try await response.body.write(body)
            bytes = body.bytes
            times.append((ContinuousClock.now - start) / .milliseconds(1))
        }
        times.sort()
        let (median, slowest) = (times[times.count / 2], times[times.count - 1])
        let columns = [
            "console: \(path)".padding(toLength: 62, withPad: " ", startingAt: 0),
            reader.name.padding(toLength: 10, withPad: " ", startingAt: 0),
            "\(rounded(median)) ms, slowest \(rounded(slowest)) ms".padding(
                toLength: 32,
                withPad: " ",
                startingAt: 0
            ),
            "\(bytes / 1024) KB".padding(toLength: 8, withPad: " ", startingAt: 0),
            "aim: 50 ms\(median > aimMilliseconds ? ", MISSED" : "")",
        ]
        print(columns.joined())
        fflush(nil)
    }

    private func rounded(_ number: Double) -> Double { (number * 10).rounded() / 10 }

    private func request(_ path: String) -> Request {
        let head = HTTPRequest(method: .get, scheme: "http", authority: "sen.example", path: path)
        return Request(head: head, body: RequestBody(buffer: ByteBuffer()))
    }

    private func context(_ reader: Reader) -> SenContext {
        var context = SenContext(
            source: ApplicationRequestContextSource(
                channel: EmbeddedChannel(),
                logger: Logger(label: "bench")
            )
        )
        context.visitor = Visitor(
            principal: reader.principal,
            name: "Nguyễn Thị Mẫu",
            accountID: "bench",
            formToken: "token"
        )
        return context
    }
}

private final class CountingBody: ResponseBodyWriter, @unchecked Sendable {
    var bytes = 0
    func write(_ buffer: ByteBuffer) async throws { bytes += buffer.readableBytes }
    func finish(_ trailingHeaders: HTTPFields?) async throws {}
}
