import Access
import Cases
import Database
import Hummingbird
import Identity
import Language
import Places
import Serving

/// `GET /cases`: the cases that the reader may see.
struct CaseListRoute: Sendable {
    let house: ConsoleHouse

    private static let rowsMax = 50

    func show(_ request: Request, _ context: SenContext) async throws -> Response {
        let visitor = try context.signedIn()
        let scope = house.access.scope(of: visitor.principal, to: ReadCase.self)
        let query = query(of: request)
        let filter = filter(of: query, visitor)
        let order = CaseOrder(rawValue: query.sort) ?? .deadline
        let given = QueryFields(request)["cursor"].flatMap { ListCursor($0, CaseCursor.init) }
        let cursor = given?.place.order == order ? given : nil
        let page = try await house.cases.list(
            filter,
            order: order,
            after: cursor?.place,
            countMax: Self.rowsMax,
            within: scope
        )
        let first = cursor?.first ?? 1
        let next = page.next.map { ListCursor(first: first + page.cases.count, place: $0) }
        let counts = try await house.cases.counts(within: scope)
        // The last page tells by itself how many there are, and counting reads all that the filter leaves.
        let total =
            if page.next == nil { first - 1 + page.cases.count } else if filter == Self.open {
                counts.open
            } else {
                try await house.cases.count(filter, within: scope)
            }
        let model = CaseListModel(
            rows: await rows(page.cases),
            views: Self.views(counts),
            query: query,
            page: ListPage(
                first: first,
                count: page.cases.count,
                total: total,
                next: next?.description
            ),
            filters: Self.filters,
            mayOpen: CaseFormRoute(house: house).mayOpen(visitor)
        )
        let frame = await house.frame(for: request, context, openCases: counts.open)
        return .page(CaseListView.document(model, in: frame))
    }

    private static let open: CaseFilter = {
        var filter = CaseFilter()
        filter.isOpen = true
        return filter
    }()

    private func query(of request: Request) -> ListQuery {
        let given = QueryFields(request)
        func value(_ name: String) -> String { given[name] ?? "" }
        let order = CaseOrder(rawValue: value("sort").replacing("-", with: ""))
        return ListQuery(
            path: ConsolePath.cases,
            search: value("q"),
            filters: [("state", value("state")), ("severity", value("severity")), ("kind", value("kind"))],
            sort: order?.rawValue ?? "",
            isDescending: order == .newest || order == .severity
        )
    }

    private func filter(of query: ListQuery, _ visitor: Visitor) -> CaseFilter {
        var filter = CaseFilter()
        filter.text = query.search.isEmpty ? nil : query.search
        for (name, value) in query.filters where !value.isEmpty {
            switch name {
            case "severity": filter.severities = CaseSeverity(code: value).map { [$0] } ?? []
            case "kind": filter.kinds = CaseKind(rawValue: value).map { [$0] } ?? []
            default: narrow(&filter, toView: value, visitor)
            }
        }
        if filter.states.isEmpty, filter.isOpen == nil, query.search.isEmpty { filter.isOpen = true }
        return filter
    }

    private func narrow(_ filter: inout CaseFilter, toView value: String, _ visitor: Visitor) {
        switch value {
        case "open": filter.isOpen = true
        case "overdue": filter.isOverdue = true
        case "mine": filter.assignee = visitor.principal.actor
        case "ended": filter.isOpen = false
        default: filter.states = CaseState.Kind(rawValue: value).map { [$0] } ?? []
        }
    }

    private static func views(_ counts: CaseCounts) -> [CaseListModel.View] {
        [
            .init(name: .openCases, value: "", count: counts.open),
            .init(name: .overdueCases, value: "overdue", count: counts.overdue),
        ]
            + [CaseState.Kind.new, .inProgress, .verifying].map { state in
                .init(name: state.text, value: state.rawValue, count: counts.byState[state] ?? 0)
            }
    }

    private static let filters = [
        ListFilter(
            name: "severity",
            label: .severity,
            options: CaseSeverity.allCases.reversed().map { ($0.code, $0.text) }
        ),
        ListFilter(name: "kind", label: .caseKind, options: CaseKind.allCases.map { ($0.rawValue, $0.text) }),
    ]

    private func rows(_ cases: [Case]) async -> [CaseListModel.Row] {
        let tree = house.tree()
        var rows: [CaseListModel.Row] = []
        for it in cases {
            var assignee: String?
            if let actor = it.assignee { assignee = await house.name(actor) }
            rows.append(
                CaseListModel.Row(
                    id: it.id.description,
                    number: it.number.description,
                    title: it.title,
                    unit: tree.unit(it.unit)?.name ?? it.unit.rawValue,
                    severity: it.severity.chip,
                    state: it.state.kind.chip,
                    assignee: assignee,
                    openedAt: it.openedAt,
                    standing: it.standing,
                    recurrences: it.recurrences
                )
            )
        }
        return rows
    }
}
