import Datasets
import Hummingbird
import Language
import Places
import Serving
import Timekeeping

/// `GET /datasets`: the catalogue, which everybody who is signed in may read.
struct DatasetListRoute: Sendable {
    let house: ConsoleHouse

    func show(_ request: Request, _ context: SenContext) async throws -> Response {
        _ = try context.signedIn()
        let query = Self.query(of: request)
        let all = try await house.datasets.list()
        let clocks = (try? await house.datasets.catalogueClocks()) ?? [:]
        let shown = all.filter { fits($0, query, clocks[$0.dataset.id]) }
        var rows: [DatasetListModel.Row] = []
        for stored in shown { rows.append(await row(stored, clocks[stored.dataset.id])) }
        let language = context.language
        rows.sort { VietnameseSortKey($0.title(language)) < VietnameseSortKey($1.title(language)) }
        let model = DatasetListModel(rows: rows, query: query, filters: filters(all))
        return .page(DatasetListView.document(model, in: await house.frame(for: request, context)))
    }

    private static func query(of request: Request) -> ListQuery {
        let given = QueryFields(request)
        return ListQuery(
            path: ConsolePath.datasets,
            search: given["q"] ?? "",
            filters: ["class", "owner", "clock"].map { ($0, given[$0] ?? "") }
        )
    }

    private func fits(_ stored: StoredDataset, _ query: ListQuery, _ clock: CatalogueClock?) -> Bool {
        if query.value(of: "clock") == Self.overdue, !(clock?.isOverdue ?? false) { return false }
        if let owner = query.value(of: "owner"), stored.dataset.owner.rawValue != owner { return false }
        if let name = query.value(of: "class"), let wanted = Classification(rawValue: name),
            stored.dataset.classification != wanted
        {
            return false
        }
        return query.search.isEmpty || stored.matches(query.search)
    }

    private static let overdue = "overdue"

    private func filters(_ all: [StoredDataset]) -> [ListFilter] {
        let owners = Set(all.map(\.dataset.owner)).sorted()
        return [
            ListFilter(
                name: "class",
                label: .DataPages.classification,
                options: Classification.allCases.map { ($0.rawValue, $0.name) }
            ),
            ListFilter(
                name: "owner",
                label: .DataPages.owner,
                options: owners.map { ($0.rawValue, .nameOfUnit(house.nameOfUnit($0))) }
            ),
            ListFilter(
                name: "clock",
                label: .Published.clocks,
                options: [(Self.overdue, .Published.overdue)]
            ),
        ]
    }

    /// A dataset that cannot be counted now is listed all the same.
    private func row(_ stored: StoredDataset, _ clock: CatalogueClock?) async -> DatasetListModel.Row {
        let dataset = stored.dataset
        let glance = try? await house.datasets.glance(of: dataset.id)
        return DatasetListModel.Row(
            id: dataset.id.rawValue,
            title: dataset.title.text,
            owner: house.nameOfUnit(dataset.owner),
            classification: dataset.classification,
            update: dataset.update.map { .DataPages.every($0.every) } ?? .DataPages.noRule,
            records: glance?.records,
            changedAt: glance?.changedAt,
            clock: clock
        )
    }
}

extension ConsoleHouse {
    /// Its name today; the id of one that is no more.
    func nameOfUnit(_ id: Places.Unit.ID) -> String { tree().unit(id)?.name ?? id.rawValue }
}
