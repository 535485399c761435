import Access
import Cases
import Database
package import Hummingbird
import Identity
import Language
import Places
package import Serving
import Timekeeping
import WebWatch

/// `GET /`: the board; with `?kiosk` for a wall.
package struct BoardRoute: Sendable {
    let house: ConsoleHouse

    init(house: ConsoleHouse) { self.house = house }
    package init(_ house: ConsoleHouse) { self.house = house }

    package func add(to router: Router<SenContext>) { router.get("/", use: show) }

    /// As many as stand beside the map without scrolling.
    private static let findingsShown = 8
    private static let casesShown = 8

    private func show(_ request: Request, _ context: SenContext) async throws -> Response {
        let visitor = try context.signedIn()
        let events = ConsolePath.events(of: LivePage.board.name)
        let frame = await house.frame(for: request, context, events: events)
        var model = try await model(for: visitor, context.language)
        model.isKiosk = QueryFields(request)["kiosk"] != nil
        return .page(BoardView.document(model, in: frame))
    }

    /// The parts that change.
    func fragments(for visitor: Visitor, _ frame: Frame) async throws -> [LiveFragment] {
        let model = try await model(for: visitor, frame.language)
        return [
            LiveFragment(name: "board-tiles", html: BoardView.tiles(model, frame)),
            LiveFragment(name: "board-map", html: BoardView.map(model, frame)),
            LiveFragment(name: "board-findings", html: BoardView.findings(model, frame)),
            LiveFragment(name: "board-cases", html: BoardView.cases(model, frame)),
        ]
    }

    private func model(for visitor: Visitor, _ language: Language) async throws -> BoardModel {
        let now = house.clock.now()
        let websites = house.access.scope(of: visitor.principal, to: ReadWebsite.self)
        let cases = house.access.scope(of: visitor.principal, to: ReadCase.self)
        let store = house.watch.websites
        let statistics = try await store.statistics(within: websites)
        let counts = try await house.cases.counts(within: cases)
        let months = BoardMonths(at: now, in: house.calendar)
        let tree = house.tree()
        let map = BoardMap(
            tree: tree,
            layout: house.watch.hexagons,
            websites: websites,
            outlines: house.watch.outlines()
        )
        return BoardModel(
            title: Self.title(tree, visitor.principal.grants.map(\.unit))(language),
            websites: statistics.watched,
            incidents: statistics.incidents,
            incidentsToday: try await store.incidents(since: now - .seconds(86_400), within: websites),
            checksOnTime: await house.watch.punctuality()?.share,
            openCases: counts.open,
            casesNotAccepted: counts.byState[.new] ?? 0,
            overdueCases: counts.overdue,
            longestOverdue: counts.overdue == 0 ? nil : try await longestOverdue(at: now, cases),
            medianToClose: try await house.cases.medianTimeToClose(since: months.this, within: cases),
            medianToCloseBefore: try await house.cases.medianTimeToClose(
                since: months.before,
                until: months.this,
                within: cases
            ),
            map: map.drawn(statistics, counts),
            findings: try await findings(tree, websites),
            cases: try await caseLines(tree, cases),
            isKiosk: false,
            mayAddWebsite: WebsiteChoices(house: house).mayRegister(visitor)
        )
    }

    /// “Trung tâm điều hành số tỉnh Nghệ An”, of the unit at the top of what the reader sees.
    private static func title(_ tree: UnitTree, _ grants: [String]) -> Text {
        let units = grants.compactMap { tree.unit(Places.Unit.ID(rawValue: $0)) }
        let root = tree.roots.first { root in units.contains { $0.id == root.id } }
        return .operationsCentre(of: (root ?? units.first ?? tree.roots.first)?.name ?? "")
    }

    private func longestOverdue(at now: Instant, _ scope: UnitScope) async throws -> Duration? {
        var overdue = CaseFilter()
        overdue.isOverdue = true
        let page = try await house.cases.list(overdue, order: .deadline, countMax: 1, within: scope)
        return page.cases.first.map { now - $0.deadline.at }
    }

    private func findings(_ tree: UnitTree, _ scope: UnitScope) async throws -> [BoardModel.Finding] {
        let store = house.watch.websites
        let newest = try await store.newestFindings(within: scope, limit: Self.findingsShown)
        let names = try await store.names(of: Set(newest.map(\.website)), within: scope)
        return newest.map { found in
            BoardModel.Finding(
                state: found.finding.severity.chip,
                kind: found.finding.kind.name,
                website: names[found.website] ?? "",
                href: ConsolePath.website(found.website.description),
                unit: tree.unit(found.unit)?.name ?? found.unit.rawValue,
                detail: found.finding.evidence.first.map { $0.reason.text($0.value) },
                at: found.confirmedAt ?? found.firstSeenAt
            )
        }
    }

    private func caseLines(_ tree: UnitTree, _ scope: UnitScope) async throws -> [BoardModel.CaseLine] {
        var open = CaseFilter()
        open.isOpen = true
        let page = try await house.cases.list(
            open,
            order: .deadline,
            countMax: Self.casesShown,
            within: scope
        )
        return page.cases.map { $0.line(tree) }
    }
}

/// When this month and the one before began.
struct BoardMonths {
    let this: Instant
    let before: Instant

    init(at now: Instant, in calendar: CivilCalendar) {
        let today = calendar.day(of: now)
        let first = calendar.day(today, plusDays: 1 - today.day)
        let last = calendar.day(first, plusDays: -1)
        this = calendar.instant(first)
        before = calendar.instant(calendar.day(last, plusDays: 1 - last.day))
    }
}
