import Datasets
import Hummingbird
import Language
import Places
import Serving
import Timekeeping

/// `GET /datasets/{id}/records`: the records that the reader may see.
struct RecordListRoute: Sendable {
    let house: ConsoleHouse

    private static let rowsMax = 50
    private static let columnsMax = 5
    /// Periods and units that the list boxes offer.
    private static let periodsMax = 24
    private static let unitsMax = 500

    func show(_ request: Request, _ context: SenContext) async throws -> Response {
        let visitor = try context.signedIn()
        let reach = DatasetReach(house: house)
        let stored = try await reach.find(context)
        let dataset = stored.dataset
        guard let terms = try await reach.terms(of: stored, visitor, request) else {
            return reach.askPurpose(of: stored, request)
        }
        let query = Self.query(of: request, dataset)
        let page = try await house.datasets.records(
            in: dataset.id,
            filter(of: query, dataset),
            after: QueryFields(request)["cursor"].map { RecordKey($0) },
            countMax: Self.rowsMax,
            within: terms
        )
        try await reach.note(.list, of: page.records, in: stored, under: terms, visitor)
        let frame = await house.frame(for: request, context)
        let fields = DatasetFields(stored)
        let words = house.recordWords(fields, frame.format)
        let columns = fields.columns(countMax: Self.columnsMax)
        let model = RecordListModel(
            dataset: dataset,
            columns: columns.map { .plain(words.title(of: $0.names)) },
            rows: page.records.map { Self.row($0, columns, words) },
            query: query,
            filters: filters(query, dataset, terms.scope),
            next: page.next?.text,
            mayAdd: reach.mayAdd(to: dataset, visitor)
        )
        return .page(RecordListView.document(model, in: frame))
    }

    private static func query(of request: Request, _ dataset: Dataset) -> ListQuery {
        let given = QueryFields(request)
        return ListQuery(
            path: ConsolePath.records(of: dataset.id.rawValue),
            filters: ["period", "unit", "state"].map { ($0, given[$0] ?? "") }
        )
    }

    private func filter(of query: ListQuery, _ dataset: Dataset) -> RecordFilter {
        var filter = RecordFilter()
        if dataset.period != nil, let period = query.value(of: "period") {
            (filter.firstPeriod, filter.lastPeriod) = (period, period)
        }
        if let state = query.value(of: "state").flatMap({ RecordState(rawValue: $0) }) {
            filter.states = [state]
        }
        if let unit = query.value(of: "unit") {
            let id = Places.Unit.ID(rawValue: unit)
            filter.units = Set(house.tree().subtree(of: id)).union([id])
        }
        return filter
    }

    private func filters(_ query: ListQuery, _ dataset: Dataset, _ scope: UnitScope) -> [ListFilter] {
        let states = ListFilter(
            name: "state",
            label: .state,
            options: RecordState.allCases.map { ($0.rawValue, $0.name) }
        )
        let units = house.tree().units.filter { scope.contains($0.id) }.prefix(Self.unitsMax)
        let places = ListFilter(
            name: "unit",
            label: .unit,
            options: units.map { ($0.id.rawValue, .nameOfUnit($0.name)) }
        )
        return (dataset.period.map { [periods($0, chosen: query.value(of: "period"))] } ?? [])
            + (dataset.unitField == nil ? [states] : [places, states])
    }

    /// The newest periods, and the chosen one whatever it is.
    private func periods(_ rule: PeriodRule, chosen: String?) -> ListFilter {
        let today = house.calendar.day(of: house.clock.now())
        var (periods, next): ([Period], Period?) = ([], Period(rule.type, containing: today))
        while let period = next, periods.count < Self.periodsMax {
            periods.append(period)
            next = period.previous(in: house.calendar)
        }
        if let chosen = chosen.flatMap({ Period($0) }), !periods.contains(chosen) { periods.append(chosen) }
        return ListFilter(
            name: "period",
            label: .DataPages.period,
            options: periods.map { ($0.text, .plain($0.written)) }
        )
    }

    private static func row(
        _ record: StoredRecord,
        _ columns: [FieldPath],
        _ words: RecordWords
    ) -> RecordListModel.Row {
        let value = RecordValue(json: record.content) ?? .null
        return RecordListModel.Row(
            key: record.key.text,
            cells: columns.map { column in
                value.value(at: column.names).map { words.value($0, at: column.pointer) } ?? "–"
            },
            state: record.state,
            changedAt: record.changedAt
        )
    }
}

extension ConsoleHouse {
    func recordWords(_ fields: DatasetFields, _ format: Formatting) -> RecordWords {
        let tree = tree()
        return RecordWords(fields, format) { name in
            (tree.unit(code: name) ?? tree.unit(Places.Unit.ID(rawValue: name)))?.name
        }
    }
}
