import Access
import Cases
package import Hummingbird
import Language
import Places
package import Serving
import Timekeeping

/// The units: as a tree on any day, and one with what it came from and what became of it.
///
/// Who is signed in may see all of them, since they are public; the numbers beside them are of the reader's own units.
package struct UnitRoutes: Sendable {
    private let house: ConsoleHouse

    /// Units that a search shows; who finds more types another word.
    private static let foundMax = 200

    package init(_ house: ConsoleHouse) { self.house = house }

    package func add(to router: Router<SenContext>) {
        router.get("/units") { request, context in
            _ = try context.signedIn()
            return try await page(nil, request, context)
        }
        router.get("/units/:id") { request, context in
            _ = try context.signedIn()
            return try await page(
                Places.Unit.ID(rawValue: try context.parameters.require("id")),
                request,
                context
            )
        }
    }

    private func page(
        _ id: Places.Unit.ID?,
        _ request: Request,
        _ context: SenContext
    ) async throws -> Response {
        let history = try await house.units.history()
        let asked = Asked(request, today: house.calendar.day(of: house.clock.now()), in: history)
        let tree = history.tree(at: asked.day)
        guard let unit = id.map({ history.units[$0] }) ?? tree.roots.first else {
            throw PlacesError(.unitNotFound, "no such unit")
        }
        let found =
            asked.search.isEmpty
            ? tree.children(of: unit.id) : tree.search(asked.search, countMax: Self.foundMax)
        let counts = try await counts(context)
        var model = UnitListModel(
            path: Self.path(of: unit, tree, history),
            facts: facts(of: unit, counts, context.language),
            asOf: asked.day,
            rows: found.map { row($0, counts) },
            predecessors: Self.predecessors(of: unit.id, history),
            successors: Self.successors(of: unit.id, history),
            query: ListQuery(
                path: id.map { ConsolePath.unit($0.rawValue) } ?? ConsolePath.units,
                search: asked.search,
                filters: [("at", asked.typed)]
            )
        )
        (model.at, model.mistake, model.isSearch) = (asked.typed, asked.mistake, !asked.search.isEmpty)
        return .page(UnitListView.document(model, in: await house.frame(for: request, context)))
    }

    /// From the root to the unit; for one that does not exist on the day, as it was when it began.
    private static func path(
        of unit: Places.Unit,
        _ tree: UnitTree,
        _ history: UnitHistory
    ) -> [(name: String, id: String)] {
        let path = tree.path(of: unit.id)
        let shown = path.isEmpty ? history.tree(at: unit.validFrom).path(of: unit.id) : path
        return shown.map { ($0.name, $0.id.rawValue) }
    }

    private func facts(
        of unit: Places.Unit,
        _ counts: CaseCounts?,
        _ language: Language
    ) -> [(name: Text, value: String)] {
        let format = Formatting(language: language, calendar: house.calendar)
        var facts: [(name: Text, value: String)] = [
            (.unitCode, unit.code), (.kind, unit.kind.text(language)),
            (.Units.exists, format.date(unit.validFrom)),
        ]
        if let end = unit.validTo { facts.append((.Units.ended, format.date(end))) }
        if let identifier = unit.electronicIdentifier {
            facts.append((.Units.electronicIdentifier, identifier.description))
        }
        if let area = unit.areaKm2 {
            facts.append((.Units.area, format.with(unit: "km²", format.number(area, decimals: 1))))
        }
        if let cases = counts?.byUnit[unit.id] { facts.append((.openCases, format.number(cases.open))) }
        return facts
    }

    /// The open cases of the reader's units; `nil` for who may see no cases at all.
    private func counts(_ context: SenContext) async throws -> CaseCounts? {
        let visitor = try context.signedIn()
        guard house.mayAnywhere(ReadCase.self, visitor) else { return nil }
        let scope = house.access.scope(of: visitor.principal, to: ReadCase.self)
        return try await house.cases.counts(within: scope)
    }

    private func row(_ unit: Places.Unit, _ counts: CaseCounts?) -> UnitListModel.Row {
        UnitListModel.Row(
            id: unit.id.rawValue,
            code: unit.code,
            name: unit.name,
            kind: unit.kind.text,
            openCases: counts?.byUnit[unit.id]?.open ?? 0,
            worst: counts?.byUnit[unit.id]?.worst?.chip
        )
    }
}

extension UnitRoutes {
    /// What the address asks for: a day, and words to search.
    private struct Asked {
        var day: Day
        /// As it was typed.
        var typed: String
        var mistake: FormMistake?
        var search: String

        /// A unit's first day is asked about as often as today, so a day may lie as far back as any unit.
        init(_ request: Request, today: Day, in history: UnitHistory) {
            search = request.uri.queryParameters.get("q")?.trimmed ?? ""
            typed = request.uri.queryParameters.get("at")?.trimmed ?? ""
            day = today
            guard !typed.isEmpty else { return }
            if let asked = Day(vietnamese: typed) ?? Day(iso8601: typed) {
                day = asked
            } else {
                mistake = FormMistake(.Units.dayUnreadable, in: "at")
            }
        }
    }

    private static func predecessors(
        of id: Places.Unit.ID,
        _ history: UnitHistory
    ) -> [UnitListModel.Succession] {
        history.successions.filter { $0.to == id }.map { succession($0, $0.from, history) }
    }

    private static func successors(
        of id: Places.Unit.ID,
        _ history: UnitHistory
    ) -> [UnitListModel.Succession] {
        history.successions.filter { $0.from == id }.map { succession($0, $0.to, history) }
    }

    private static func succession(
        _ succession: Succession,
        _ other: Places.Unit.ID,
        _ history: UnitHistory
    ) -> UnitListModel.Succession {
        UnitListModel.Succession(
            unit: (history.units[other]?.name ?? other.rawValue, other.rawValue),
            on: succession.day,
            decision: succession.decision,
            isPart: succession.share != .whole
        )
    }
}

extension Day {
    /// Reads `1/7/2025` and `01/07/2025`, as people in Viet Nam write a day.
    init?(vietnamese text: String) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 3, (1...2).contains(parts[0].utf8.count), (1...2).contains(parts[1].utf8.count),
            parts[2].utf8.count == 4, let day = Int(parts[0]), let month = Int(parts[1]),
            let year = Int(parts[2])
        else { return nil }
        self.init(year: year, month: month, day: day)
    }
}

extension String {
    fileprivate var trimmed: String {
        String(drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed())
    }
}
