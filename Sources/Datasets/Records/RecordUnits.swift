import Database
import Language
import Places
import Timekeeping

extension DatasetStore {
    /// The condition on records of `unit` and of what lies below it, by the tree of each record's own period: a merger of
    /// communes moves nothing that was reported before it.
    ///
    /// - Throws: `filterInvalid` for a unit that never was.
    func condition(_ unit: Unit.ID, _ filter: RecordFilter, of dataset: Dataset) throws(DatasetError) -> SQL {
        try checkKnown(unit)
        let trees = trees()
        guard let rule = dataset.period else {
            return UnitScope.units(Set(trees.tree(on: today).subtree(of: unit))).condition(on: "unit_id")
        }
        let spans = spans(of: unit, filter, rule.type, trees)
        let parts = spans.enumerated().compactMap { index, span -> SQL? in
            guard !span.units.isEmpty else { return nil }
            var condition = UnitScope.units(span.units).condition(on: "unit_id")
            if !span.from.isEmpty { condition += " AND period >= \(span.from)" }
            if index + 1 < spans.count { condition += " AND period < \(spans[index + 1].from)" }
            return condition
        }
        return parts.isEmpty ? "1 = 0" : "(\(.joined(parts, by: " OR ")))"
    }

    /// What lay below the unit, each from the period with which it began.
    private func spans(
        of unit: Unit.ID,
        _ filter: RecordFilter,
        _ type: PeriodType,
        _ trees: UnitTrees
    ) -> [(from: String, units: Set<Unit.ID>)] {
        let first = filter.firstPeriod.flatMap { Period($0) }?.lastDay
        let last = filter.lastPeriod.flatMap { Period($0) }?.lastDay
        var spans: [(from: String, units: Set<Unit.ID>)] = []
        if let first { spans.append(("", Set(trees.tree(on: first).subtree(of: unit)))) }
        for day in trees.changes(after: first, upTo: last) {
            guard let period = Period(type, containing: day) else { continue }
            let units = Set(trees.tree(on: period.lastDay).subtree(of: unit))
            if spans.last?.from == period.text { spans.removeLast() }
            if spans.last?.units != units { spans.append((period.text, units)) }
        }
        return spans
    }
}
