package import Language

/// The page on which a list of websites is taken in: first the file, then what it would do, then what it did.
package struct WebsiteImportModel: Sendable {
    package struct Row: Sendable {
        package var line: Int
        package var outcome: Chip
        package var problems: [Text]

        package init(line: Int, outcome: Chip, problems: [Text]) {
            self.line = line
            self.outcome = outcome
            self.problems = problems
        }
    }

    package struct Report: Sendable {
        package var added: Int
        package var changed: Int
        package var unchanged: Int
        package var refused: Int
        /// Those to be seen, the refused ones first; at most as many as one page shows.
        package var rows: [Row]

        package init(added: Int, changed: Int, unchanged: Int, refused: Int, rows: [Row]) {
            self.added = added
            self.changed = changed
            self.unchanged = unchanged
            self.refused = refused
            self.rows = rows
        }

        package var count: Int { added + changed + unchanged + refused }
    }

    package enum Step: Sendable {
        case choose
        /// What it would do; `file` is the file itself in base64, which goes back with the confirmation, so that the
        /// server keeps nothing meanwhile.
        case confirm(Report, fileName: String, file: String)
        case done(Report)
    }

    package var step: Step
    package var error: Text?

    package init(step: Step, error: Text? = nil) {
        self.step = step
        self.error = error
    }
}
