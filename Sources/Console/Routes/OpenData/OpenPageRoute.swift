import Datasets
import Foundation
import Hummingbird
import Language
import Places
import Serving
import Timekeeping

/// `GET /open/{dataset}`: one open dataset with its map, its first records and its files.
struct OpenPageRoute: Sendable {
    let house: ConsoleHouse
    let shelf: PublicationShelf

    private static let (rowsMax, columnsMax, barsMax) = (10, 6, 24)

    func show(_ request: Request, _ context: SenContext) async throws -> Response {
        let stored = try await house.openDataset(context)
        let (dataset, publication) = (stored.dataset, try await shelf.publication(of: stored))
        let frame = house.fragmentFrame(for: request, context)
        let (fields, words) = (DatasetFields(stored), house.recordWords(DatasetFields(stored), frame.format))
        let columns = fields.columns(countMax: Self.columnsMax)
        let first = try await house.datasets.openRecords(in: dataset.id, countMax: Self.rowsMax).records
        let rows = first.map { record in
            let value = RecordValue(json: record.content) ?? .null
            return columns.map { column in
                value.value(at: column.names).map { words.value($0, at: column.pointer) } ?? "–"
            }
        }
        let model = OpenDatasetModel(
            dataset: dataset,
            owner: house.nameOfUnit(dataset.owner),
            publication: publication,
            freshness: house.freshness(of: dataset, publication),
            fields: fields.lines,
            downloads: OpenFormat.allCases.map {
                .init(name: $0.name, path: ConsolePath.download(dataset.id.rawValue, as: $0.rawValue))
            },
            drawing: try await drawing(stored, publication, frame),
            preview: (columns.map { .plain(words.title(of: $0.names)) }, rows),
            address: house.base(request) + ConsolePath.open(dataset.id.rawValue) + "/data",
            isSynthetic: first.contains { $0.through == "demo" }
        )
        return .page(OpenDatasetView.document(model, in: frame))
    }

    /// The first summed field that has figures, or how many records there are where nothing is summed.
    private func drawing(_ stored: StoredDataset, _ publication: Publication, _ frame: Frame) async throws
        -> OpenDatasetModel.Drawing?
    {
        let dataset = stored.dataset
        guard publication.records > 0, let root = house.tree().roots.first?.id else { return nil }
        let terms = ReadingTerms.ofEverybody(dataset)
        let (first, last) = (publication.periods?.last ?? "", publication.periods?.last ?? "~")
        let figures = try await house.datasets.figures(
            in: dataset.id,
            below: root,
            from: first,
            to: last
        )
        let sum = dataset.summed.map(\.path).first { field in
            terms.shows(field)
                && figures.contains { $0.sums.contains { $0.field == field && $0.records > 0 } }
        }
        let measured = Measured(dataset: dataset, field: sum, frame: frame)
        let byUnit = Dictionary(figures.map { ($0.unit, $0) }) { first, _ in first }
        let tree = house.tree()
        let cells = house.watch.hexagons.cells.compactMap { id, cell -> ValueMap.Cell? in
            guard let unit = tree.unit(id) else { return nil }
            let value = byUnit[id].flatMap { measured.value($0) }
            return ValueMap.Cell(
                name: unit.name,
                column: cell.column,
                row: cell.row,
                value: value?.number,
                written: value?.written ?? ""
            )
        }
        guard cells.contains(where: { $0.value != nil }) else { return nil }
        return OpenDatasetModel.Drawing(
            title: measured.title,
            period: publication.periods.flatMap { Period($0.last)?.written } ?? "",
            map: ValueMap(cells: cells.sorted { ($0.row, $0.column) < ($1.row, $1.column) }),
            chart: try await chart(stored, publication, root, measured)
        )
    }

    private func chart(
        _ stored: StoredDataset,
        _ publication: Publication,
        _ root: Places.Unit.ID,
        _ measured: Measured
    ) async throws -> BarChart? {
        guard let newest = publication.periods.flatMap({ Period($0.last) }),
            let oldest = publication.periods.flatMap({ Period($0.first) }), newest.text != oldest.text
        else { return nil }
        var periods = [newest]
        while let first = periods.last, first.text > oldest.text, periods.count < Self.barsMax,
            let before = first.previous(in: house.calendar)
        {
            periods.append(before)
        }
        let figures = try await house.datasets.figures(
            in: stored.dataset.id,
            of: root,
            from: periods.last?.text ?? newest.text,
            to: newest.text,
            fields: measured.field.map { [$0] } ?? [],
            byPeriod: true
        )
        let byPeriod = Dictionary(figures.map { ($0.period ?? "", $0) }) { first, _ in first }
        return BarChart(
            bars: periods.reversed().map { period in
                let value = byPeriod[period.text].flatMap { measured.value($0) }
                return BarChart.Bar(
                    label: period.written,
                    value: value?.number,
                    written: value?.written ?? measured.frame.say(.OpenData.noData)
                )
            }
        )
    }
}

/// What is drawn of figures: a field's sum, or the number of records.
private struct Measured {
    let dataset: Dataset
    let field: FieldPath?
    let frame: Frame

    var title: String {
        guard let field else { return frame.say(.OpenData.records) }
        let title = dataset.fields[field]?.title(frame.language) ?? field.text
        return title + (dataset.fields[field]?.unit.map { " (\($0))" } ?? "")
    }

    /// `nil` when no record has the field.
    func value(_ figures: UnitFigures) -> (number: Double, written: String)? {
        guard let field else { return (Double(figures.records), frame.format.number(figures.records)) }
        guard let text = figures.sums.first(where: { $0.field == field })?.text, let number = Double(text)
        else { return nil }
        return (number, WrittenNumber.text(of: text, frame.language))
    }
}
