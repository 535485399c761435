import Language

/// What became of each row of a file: a line for each on standard output, the sums on standard error.
struct ImportReport {
    enum Outcome: String, Encodable { case added, changed, unchanged, refused }

    struct Row: Encodable {
        let line: Int
        let outcome: Outcome
        /// What is wrong, one sentence for each fault.
        var problems: [String] = []

        init(line: Int, _ outcome: Outcome, problems: [Text] = []) {
            self.line = line
            self.outcome = outcome
            self.problems = problems.map { Printable.text(Spoken.text($0)) }
        }
    }

    let rows: [Row]

    var isGood: Bool { count(.refused) == 0 }

    func count(_ outcome: Outcome) -> Int { rows.count { $0.outcome == outcome } }

    /// The rows as text or JSON; with `problemsOnly`, those that were refused.
    func text(isJSON: Bool, problemsOnly: Bool) -> String {
        let shown = problemsOnly ? rows.filter { $0.outcome == .refused } : rows
        return shown.map { (isJSON ? JSONLine.text($0) : Self.line($0)) + "\n" }.joined()
    }

    /// How many rows there are of each kind; `wrote` tells whether the good ones were written.
    func sums(_ writing: Writing) -> Text {
        .Installation.importSums(
            rows: number(rows.count),
            added: number(count(.added)),
            changed: number(count(.changed)),
            unchanged: number(count(.unchanged)),
            refused: number(count(.refused)),
            writing.text
        )
    }

    private func number(_ count: Int) -> String { Spoken.number(UInt64(count)) }

    private static func line(_ row: Row) -> String {
        let outcome = Spoken.text(.Installation.importOutcome(row.outcome.rawValue))
        let problems = row.problems.isEmpty ? "" : ": " + row.problems.joined(separator: " ")
        return Spoken.text(.Installation.importRow(row.line)) + "  " + outcome + problems
    }

    /// What was done with the good rows.
    enum Writing {
        case written, tried, nothing

        fileprivate var text: Text {
            switch self {
            case .written: .Installation.importWritten
            case .tried: .Installation.importTried
            case .nothing: .Installation.importNothing
            }
        }
    }
}
