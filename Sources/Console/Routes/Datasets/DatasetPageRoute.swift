import Access
import Datasets
import Hummingbird
import Language
import Places
import Serving
import Timekeeping

/// `GET /datasets/{id}`: the page of one dataset.
struct DatasetPageRoute: Sendable {
    let house: ConsoleHouse

    /// Periods before the shown one whose reporters are expected again.
    private static let periodsBefore = 12

    func show(_ request: Request, _ context: SenContext) async throws -> Response {
        let visitor = try context.signedIn()
        let reach = DatasetReach(house: house)
        let stored = try await reach.find(context)
        let dataset = stored.dataset
        let glance = try await house.datasets.glance(of: dataset.id)
        let terms = try await reach.terms(of: stored, visitor, request)
        var shown: DatasetModel.Figures?
        // Figures are of all records of a unit: neither without a purpose nor under a grant of some of them.
        if let terms, terms.isOfWholeUnits {
            shown = try await figures(of: stored, glance, within: terms)
            if shown != nil { try await reach.note(.figures, of: nil, in: stored, under: terms, visitor) }
        }
        let model = DatasetModel(
            dataset: dataset,
            owner: house.nameOfUnit(dataset.owner),
            glance: glance,
            freshness: Freshness(
                dataset,
                newest: glance.newestPeriod,
                today: today,
                calendar: house.calendar
            ),
            fields: DatasetFields(stored).lines,
            figures: shown,
            isPurposeWanted: terms == nil,
            mayAdd: reach.mayAdd(to: dataset, visitor),
            maySeeConnections: house.webhooks != nil
                && house.access.scope(of: visitor.principal, to: ManageSubscriptions.self) != .units([]),
            clock: try? await house.datasets.catalogueClocks()[dataset.id],
            mayReview: reach.may(ReviewDatasets.self, dataset.owner, visitor)
        )
        return .page(DatasetView.document(model, in: await house.frame(for: request, context)))
    }

    private var today: Day { house.calendar.day(of: house.clock.now()) }

    private func figures(
        of stored: StoredDataset,
        _ glance: DatasetGlance,
        within terms: ReadingTerms
    ) async throws -> DatasetModel.Figures? {
        let (dataset, store) = (stored.dataset, house.datasets)
        guard let newest = glance.newestPeriod, let period = Period(newest) else { return nil }
        let reports = try await store.reports(in: dataset.id, period: newest, within: terms.scope)
        var first = period
        for _ in 0..<Self.periodsBefore { first = first.previous(in: house.calendar) ?? first }
        let expected = try await store.reporters(
            in: dataset.id,
            from: first.text,
            to: newest,
            within: terms.scope
        )
        let byUnit = Dictionary(reports.map { ($0.unit, $0) }) { first, _ in first }
        let due = dataset.update.map { house.calendar.day(period.lastDay, plusDays: $0.dueDays) }
        let lines = expected.map { line(of: $0, byUnit[$0], due: due, stored, terms) }
        return DatasetModel.Figures(
            period: period.written,
            columns: dataset.summed.map { sum in
                (
                    dataset.fields[sum.path]?.title.text ?? .plain(sum.path.text),
                    dataset.fields[sum.path]?.unit
                )
            },
            lines: lines.sorted { VietnameseSortKey($0.unit) < VietnameseSortKey($1.unit) }
        )
    }

    private func line(
        of unit: Places.Unit.ID,
        _ report: UnitReport?,
        due: Day?,
        _ stored: StoredDataset,
        _ terms: ReadingTerms
    ) -> DatasetModel.UnitLine {
        let dataset = stored.dataset
        let sums = dataset.summed.map { wanted -> String? in
            guard terms.shows(wanted.path, of: unit),
                let sum = report?.sums.first(where: { $0.field == wanted.path }), sum.records > 0
            else { return nil }
            return Self.decimal(sum.scaled, decimals: sum.decimals)
        }
        return DatasetModel.UnitLine(
            unit: house.nameOfUnit(unit),
            id: unit.rawValue,
            standing: ReportStanding(
                first: report.map { house.calendar.day(of: $0.firstAt) },
                isAccepted: report.map { $0.accepted > 0 } ?? false,
                due: due,
                today: today,
                calendar: house.calendar
            ),
            sums: sums,
            isSuppressed: report.map { $0.accepted > 0 && $0.accepted < dataset.suppressBelow ?? 0 } ?? false
        )
    }

    /// A scaled sum in JSON's form.
    static func decimal(_ scaled: Int64, decimals: Int) -> String {
        guard decimals > 0 else { return String(scaled) }
        let digits = String(scaled.magnitude)
        let padded = String(repeating: "0", count: max(decimals + 1 - digits.count, 0)) + digits
        let fraction = padded.suffix(decimals).reversed().drop { $0 == "0" }.reversed()
        return (scaled < 0 ? "-" : "") + padded.dropLast(decimals)
            + (fraction.isEmpty ? "" : "." + String(fraction))
    }
}
