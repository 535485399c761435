import Access
import Database
import Hummingbird
import Language
import Places
import Serving
import Timekeeping
import WebWatch

/// `GET /websites` and `GET /websites.csv`: the websites that the reader may see.
struct WebsiteListRoute: Sendable {
    let house: ConsoleHouse

    private static let rowsMax = 50
    /// What the small lines of the list show.
    private static let recentSeconds = 86_400

    func show(_ request: Request, _ context: SenContext) async throws -> Response {
        let visitor = try context.signedIn()
        let scope = house.access.scope(of: visitor.principal, to: ReadWebsite.self)
        let query = Self.query(of: request)
        let order = query.value(of: "sort").flatMap { WebsiteOrder(rawValue: $0) } ?? .name
        let cursor = QueryFields(request)["cursor"].flatMap { ListCursor($0, WebsiteCursor.init) }
        let store = house.watch.websites
        let page = try await store.list(
            filter(of: query),
            within: scope,
            by: order,
            after: cursor?.place.order == order ? cursor?.place : nil,
            limit: Self.rowsMax
        )
        let first = cursor?.place.order == order ? cursor?.first ?? 1 : 1
        let glances = try await store.glances(
            of: page.websites.map(\.website.id),
            since: house.clock.now() - .seconds(Self.recentSeconds),
            within: scope
        )
        let next = page.next.map { ListCursor(first: first + page.websites.count, place: $0) }
        let tree = house.tree()
        let model = WebsiteListModel(
            rows: page.websites.map { row($0, glances[$0.website.id] ?? WebsiteGlance(), tree) },
            query: query,
            page: ListPage(
                first: first,
                count: page.websites.count,
                total: page.total,
                next: next?.description
            ),
            filters: filters(query),
            mayAdd: WebsiteChoices(house: house).mayRegister(visitor)
        )
        return .page(WebsiteListView.document(model, in: await house.frame(for: request, context)))
    }

    func export(_ request: Request, _ context: SenContext) async throws -> Response {
        let visitor = try context.signedIn()
        let scope = house.access.scope(of: visitor.principal, to: ReadWebsite.self)
        let filter = filter(of: Self.query(of: request))
        let file = try await house.watch.websites.exportCSV(filter, within: scope)
        return Response(
            status: .ok,
            headers: [
                .contentType: "text/csv; charset=utf-8",
                .contentDisposition: "attachment; filename=\"websites.csv\"",
            ],
            body: .init(byteBuffer: ByteBuffer(bytes: file))
        )
    }

    private static func query(of request: Request) -> ListQuery {
        let given = QueryFields(request)
        func value(_ name: String) -> String { given[name] ?? "" }
        let names = ["state", "kind", "criticality", "unit", "sort"]
        return ListQuery(
            path: ConsolePath.websites,
            search: value("q"),
            filters: names.map { ($0, value($0)) }
        )
    }

    private func filter(of query: ListQuery) -> WebsiteFilter {
        var filter = WebsiteFilter()
        filter.text = query.search.isEmpty ? nil : query.search
        if let state = query.value(of: "state").flatMap({ WebsiteView.State(rawValue: $0) }) {
            state.narrow(&filter)
        }
        filter.kinds = query.value(of: "kind").flatMap { WebsiteKind(rawValue: $0) }.map { [$0] } ?? []
        filter.criticalities =
            query.value(of: "criticality").flatMap { Criticality(rawValue: $0) }.map { [$0] } ?? []
        if let unit = query.value(of: "unit") {
            filter.units = .units(Set(house.tree().subtree(of: Places.Unit.ID(rawValue: unit))))
        }
        return filter
    }

    private func filters(_ query: ListQuery) -> [ListFilter] {
        var filters = [
            ListFilter(
                name: "state",
                label: .state,
                options: WebsiteView.State.allCases.map { ($0.rawValue, $0.text) }
            ),
            ListFilter(
                name: "kind",
                label: .kindByLaw,
                options: WebsiteKind.allCases.map { ($0.rawValue, $0.text) }
            ),
            ListFilter(
                name: "criticality",
                label: .criticality,
                options: Criticality.allCases.map { ($0.rawValue, $0.text) }
            ),
            ListFilter(
                name: "sort",
                label: .sortedBy,
                none: .byName,
                options: [("worst", .worstFirst), ("newest", .newestFirst)]
            ),
        ]
        if let id = query.value(of: "unit"), let unit = house.tree().unit(Places.Unit.ID(rawValue: id)) {
            filters.insert(
                ListFilter(name: "unit", label: .unit, options: [(id, .nameOfUnit(unit.name))]),
                at: 0
            )
        }
        return filters
    }

    private func row(_ found: WatchedWebsite, _ glance: WebsiteGlance, _ tree: UnitTree)
        -> WebsiteListModel.Row
    {
        let details = found.website.details
        return WebsiteListModel.Row(
            id: found.website.id.description,
            name: details.name,
            address: details.address.url,
            unit: tree.unit(details.unit)?.name ?? details.unit.rawValue,
            state: found.chip,
            openFindings: glance.openFindings,
            responseTime: found.status.totalMilliseconds.map { .milliseconds($0) },
            recent: glance.recent,
            checkedAt: found.checkedAt
        )
    }
}

extension ListQuery {
    /// What a filter is set to; `nil` for “all”.
    func value(of filter: String) -> String? {
        filters.first { $0.name == filter }.flatMap { $0.value.isEmpty ? nil : $0.value }
    }
}

extension WebsiteView {
    /// What the filter of the list calls the state of a website.
    enum State: String, CaseIterable {
        case incident, attention, healthy, unchecked, paused, retired

        var text: Text {
            switch self {
            case .incident: .hasIncident
            case .attention: .wantsAttention
            case .healthy: .Websites.healthGood
            case .unchecked: .Websites.healthUnchecked
            case .paused: .websitePaused
            case .retired: .websiteRetiredState
            }
        }

        func narrow(_ filter: inout WebsiteFilter) {
            filter.states = [.watched]
            switch self {
            case .incident: filter.health = [.serious, .critical]
            case .attention: filter.health = [.attention]
            case .healthy: filter.health = [.good]
            case .unchecked: filter.health = [.unchecked]
            case .paused: filter.states = [.paused]
            case .retired: filter.states = [.retired]
            }
        }
    }
}
