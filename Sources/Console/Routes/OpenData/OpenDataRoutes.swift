import Datasets
package import Hummingbird
import Language
import Places
package import Serving
import Timekeeping

/// What everybody may read without signing in: the catalogue of open data, its datasets and their files.
///
/// Nothing here looks at who asks, so that nothing can depend on it; only open datasets are ever looked up.
package struct OpenDataRoutes: Sendable {
    private let house: ConsoleHouse
    private let shelf: PublicationShelf

    package init(_ house: ConsoleHouse) {
        self.house = house
        shelf = PublicationShelf(house)
    }

    package func add(to router: Router<SenContext>) {
        let files = OpenFileRoute(house: house, shelf: shelf)
        let pages = OpenPageRoute(house: house, shelf: shelf)
        router.get("/open", use: list)
        router.get("/open/:id") { request, context in
            // No dataset has a point in its name.
            guard context.parameters.get("id") == "catalog.jsonld" else {
                return try await pages.show(request, context)
            }
            return try await OpenCatalogueRoute(house: house, shelf: shelf).show(request, context)
        }
        router.get("/open/:id/:file", use: files.send)
    }

    private func list(_ request: Request, _ context: SenContext) async throws -> Response {
        let given = QueryFields(request)
        let query = ListQuery(
            path: ConsolePath.openData,
            search: given["q"] ?? "",
            filters: [("owner", given["owner"] ?? "")]
        )
        let all = try await house.datasets.openDatasets()
        let owner = query.value(of: "owner")
        let shown = all.filter { stored in
            (owner.map { stored.dataset.owner.rawValue == $0 } ?? true)
                && (query.search.isEmpty || stored.matches(query.search))
        }
        var rows: [OpenListModel.Row] = []
        for stored in shown { rows.append(try await row(stored)) }
        let language = context.language
        rows.sort { VietnameseSortKey($0.title(language)) < VietnameseSortKey($1.title(language)) }
        let owners = Set(all.map(\.dataset.owner)).sorted()
        let model = OpenListModel(
            place: house.tree().roots.first?.name ?? "Sen",
            rows: rows,
            query: query,
            filters: [
                ListFilter(
                    name: "owner",
                    label: .DataPages.owner,
                    options: owners.map { ($0.rawValue, .nameOfUnit(house.nameOfUnit($0))) }
                )
            ]
        )
        return .page(OpenListView.document(model, in: house.fragmentFrame(for: request, context)))
    }

    private func row(_ stored: StoredDataset) async throws -> OpenListModel.Row {
        let (dataset, publication) = (stored.dataset, try await shelf.publication(of: stored))
        return OpenListModel.Row(
            id: dataset.id.rawValue,
            title: dataset.title.text,
            description: dataset.description.text,
            owner: house.nameOfUnit(dataset.owner),
            update: dataset.update.map { .DataPages.every($0.every) } ?? .DataPages.noRule,
            records: publication.records,
            newest: publication.periods?.last,
            changedAt: publication.changedAt,
            freshness: house.freshness(of: dataset, publication)
        )
    }
}

extension ConsoleHouse {
    func freshness(of dataset: Dataset, _ publication: Publication) -> Freshness {
        Freshness(
            dataset,
            newest: publication.periods?.last,
            today: calendar.day(of: clock.now()),
            calendar: calendar
        )
    }

    /// The open dataset that the address names.
    func openDataset(_ context: SenContext) async throws -> StoredDataset {
        guard let id = context.parameters.get("id").flatMap({ Dataset.ID(checking: $0) }) else {
            throw DatasetError(.datasetNotFound, "the address names no dataset")
        }
        return try await datasets.openDataset(id)
    }

    /// Where Sen is for whoever asks: as it is set, or as the request says.
    func base(_ request: Request) -> String {
        if let set = identity.address { return set.hasSuffix("/") ? String(set.dropLast()) : set }
        let host = request.head.authority ?? ""
        let isHost = host.utf8.allSatisfy { byte in
            (0x30...0x3A).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
                || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-")
        }
        return "http://" + (isHost && !host.isEmpty ? host : "localhost")
    }
}
