import Datasets
import Language
import Places

/// Counts and exact sums by unit and period.
enum FigureShape {
    private static let sum = Schema.object([
        .required("field", .string), .required("sum", .nullable(.string)),
        .required("records", .nullable(.integer(min: 0))),
    ])
    static let schema = Schema.named(
        "Figures",
        .object([
            .required(
                "items",
                .list(
                    .object([
                        .required("unit", .string), .required("period", .nullable(.string)),
                        .required("records", .nullable(.integer(min: 0))), .required("suppressed", .flag),
                        .required("sums", .list(sum)),
                    ])
                )
            )
        ])
    )

    /// Before and behind all periods, which are digits and hyphens.
    private static let (always, ever) = ("", "~")

    static func list(_ call: Call) async throws -> Answer {
        let asked = try await call.records()
        let (id, dataset) = (asked.stored.dataset.id, asked.stored.dataset)
        let top = call.query["unit"].map { Places.Unit.ID(rawValue: $0) } ?? call.house.tree().roots.first?.id
        guard let unit = top, asked.scope.contains(unit) else { throw UnitResource.unknown("unit") }
        let from = try call.period("from", of: dataset) ?? always
        let to = try call.period("to", of: dataset) ?? ever
        let fields = try (call.query["fields"]?.split(separator: ",", omittingEmptySubsequences: false))
            .map { try $0.map { try path(String($0), dataset) } }.map(Set.init)
        let figures = try await call.house.datasets.figures(
            in: id,
            call.flag("below") ? .below(unit) : .of(unit),
            from: from,
            to: to,
            fields: fields,
            byPeriod: call.flag("by-period"),
            within: asked.scope
        )
        try await asked.note(.figures, nil, call)
        return .json(["items": .list(figures.map { json($0, dataset.suppressBelow) })])
    }

    private static func path(_ text: String, _ dataset: Dataset) throws -> FieldPath {
        guard let path = FieldPath(text), dataset.fields[path]?.sum == true else {
            throw FieldFailure(
                field: "fields",
                failure: DatasetError(.filterInvalid, "a field without sums", text: .API.fieldNotSummed)
            )
        }
        return path
    }

    /// What is about fewer than `least` persons is not shown, so that no figure is about one of them.
    private static func json(_ figures: UnitFigures, _ least: Int?) -> JSON {
        let isHidden = figures.records < least ?? 0
        let sums = figures.sums.map { sum -> JSON in
            let isFew = isHidden || sum.records > 0 && sum.records < least ?? 0
            return [
                "field": .text(sum.field.text), "sum": JSON(isFew ? nil : sum.text),
                "records": JSON(isFew ? nil : sum.records),
            ]
        }
        return [
            "unit": .text(figures.unit.rawValue), "period": JSON(figures.period),
            "records": JSON(isHidden ? nil : figures.records), "suppressed": JSON(isHidden),
            "sums": .list(sums),
        ]
    }
}
