package import CSVReading
import Database
package import Language
package import Timekeeping

/// A file of units as it would change what is known: a report per row, and the changes to write when every
/// row is good.
///
/// Reading writes nothing, so it is the dry run too. Columns: `code`, `name` and `kind` are needed; `id`,
/// `parent` (an id), `electronic_identifier`, `valid_from`, `valid_to`, `latitude`, `longitude` and
/// `area_km2` may be there. A column that is missing leaves known units as they are in that respect; an empty
/// field empties it.
package struct UnitImport: Sendable {
    package struct Row: Sendable {
        /// The line of the file, counted from 1.
        package let line: Int
        package let outcome: Outcome
    }

    package enum Outcome: Hashable, Sendable {
        case added(Unit), changed(Unit), unchanged(Unit)
        /// What is wrong with the row, one sentence for each fault.
        case refused([Text])
    }

    package let rows: [Row]

    /// Rows of one file; more than all units of the country.
    package static let limits = CSVLimits(
        bytesMax: 8 * 1024 * 1024,
        rowsMax: UnitChanges.countMax + 1,
        columnsMax: 32
    )

    package var isGood: Bool { rows.allSatisfy { if case .refused = $0.outcome { false } else { true } } }

    /// What the good rows change.
    package var changes: UnitChanges {
        UnitChanges(
            units: rows.compactMap { row in
                switch row.outcome {
                case .added(let unit), .changed(let unit): unit
                case .unchanged, .refused: nil
                }
            }
        )
    }

    /// Reads the file against what is known; a new unit without a day exists from `today`.
    ///
    /// - Throws: ``PlacesError`` `.importInvalid` when the file as a whole cannot be read.
    package init(_ bytes: [UInt8], into history: UnitHistory, today: Day) throws(PlacesError) {
        var rows: [Row] = []
        var lines: [Unit.ID: Int] = [:]
        do {
            var table = try CSVTable(
                bytes,
                required: UnitRecord.required,
                optional: UnitRecord.optional,
                limits: Self.limits
            )
            let columns = Set(table.columns)
            while let next = try table.next() {
                let record: CSVRecord
                switch next {
                case .success(let read): record = read
                case .failure(let problem):
                    rows.append(Row(line: problem.line, outcome: .refused([problem.text])))
                    continue
                }
                var reading = UnitRecord(record: record, columns: columns, history: history, today: today)
                let outcome = reading.outcome(firstLines: &lines)
                rows.append(Row(line: record.line, outcome: outcome))
            }
        } catch {
            throw PlacesError(
                .importInvalid,
                "the file of units cannot be read",
                text: error.text,
                cause: error
            )
        }
        self.rows = Self.refusingUnknownParents(rows, history)
    }

    /// A parent may be known already or come anywhere in the same file.
    private static func refusingUnknownParents(_ rows: [Row], _ history: UnitHistory) -> [Row] {
        let inFile = rows.compactMap { row -> Unit.ID? in
            switch row.outcome {
            case .added(let unit), .changed(let unit), .unchanged(let unit): unit.id
            case .refused: nil
            }
        }
        let known = Set(inFile).union(history.units.keys)
        return rows.map { row in
            switch row.outcome {
            case .added(let unit), .changed(let unit):
                guard let parent = unit.parent, !known.contains(parent) else { return row }
                return Row(line: row.line, outcome: .refused([.unitParentUnknown(parent.rawValue)]))
            case .unchanged, .refused: return row
            }
        }
    }
}
