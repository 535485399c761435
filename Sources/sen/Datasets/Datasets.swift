import ArgumentParser
import Datasets
import Documents
import Language
import Places
import Timekeeping

/// `sen datasets`: the shared database from the command line.
struct DatasetsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "datasets",
        abstract: Spoken.text(.Datasets.abstract),
        discussion: Spoken.text(.Datasets.discussion),
        subcommands: [List.self, Load.self, Export.self, Publish.self, VerifyPublished.self]
    )

    /// The dataset that a command works on.
    struct Named: ParsableArguments {
        @Argument(help: Spoken.help(.Datasets.datasetHelp, value: "DATASET")) var dataset: String

        func validate() throws {
            guard Dataset.ID(checking: dataset) != nil else {
                throw ValidationError(Spoken.text(.Datasets.notADataset))
            }
        }

        var id: Dataset.ID { Dataset.ID(rawValue: dataset) }
    }
}

extension DatasetsCommand {
    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: Spoken.text(.Datasets.listAbstract))
        @Option(name: .customLong("find"), help: Spoken.help(.Datasets.findHelp, value: "WORDS"))
        var words: String?
        @Flag(name: .customLong("json"), help: Spoken.help(.Installation.jsonHelp)) var isJSON = false
        @OptionGroup var installation: InstallationOptions

        func run() async throws {
            try await installation.look { installation in
                for stored in try await installation.datasets.list() where stored.matches(words ?? "") {
                    Terminal.output.write((isJSON ? Self.json(stored) : Self.row(stored)) + "\n")
                }
            }
        }

        private static func row(_ stored: StoredDataset) -> String {
            let dataset = stored.dataset
            let name = Spoken.text(dataset.classification.name)
            return [dataset.id.rawValue, dataset.owner.rawValue, name, dataset.title(Spoken.language)]
                .map { TerminalText.harmless($0) }.joined(separator: "  ")
        }

        private static func json(_ stored: StoredDataset) -> String {
            String(decoding: stored.dataset.canonicalText, as: UTF8.self)
        }
    }

    /// Writes records out, page by page.
    struct Export: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: Spoken.text(.Datasets.exportAbstract))
        @OptionGroup var named: Named
        @Option(name: .customLong("unit"), help: Spoken.help(.Installation.underHelp, value: "UNIT"))
        var unit: String?
        @Option(name: .customLong("from"), help: Spoken.help(.Datasets.fromHelp, value: "PERIOD"))
        var first: String?
        @Option(name: .customLong("to"), help: Spoken.help(.Datasets.toHelp, value: "PERIOD"))
        var last: String?
        @Option(name: .customLong("as-of"), help: Spoken.help(.Datasets.asOfHelp, value: "TIME"))
        var time: String?
        @Option(
            name: .customLong("xlsx"),
            help: Spoken.help(.Sheet.xlsxHelp, value: "FILE"),
            completion: .file(extensions: ["xlsx"])
        )
        var workbookFile: String?
        @OptionGroup var installation: InstallationOptions

        func validate() throws {
            guard time == nil || time.flatMap({ Instant(rfc3339: $0) }) != nil else {
                throw ValidationError(Spoken.text(.Datasets.notATime))
            }
        }

        func run() async throws {
            try await installation.look { installation in
                guard let workbookFile else {
                    return try await eachPage(installation) { records in
                        Terminal.output.write(records.map { $0.content + "\n" }.joined())
                    }
                }
                let stored = try await installation.datasets.find(named.id)
                let sheet = RecordSheet(stored, Spoken.language)
                let workbook = try XLSXWriter().workbook(at: workbookFile)
                try workbook.beginSheet(stored.dataset.id.rawValue, columns: sheet.columns)
                try await eachPage(installation) { records in
                    for record in records { try workbook.add(sheet.row(of: record.content)) }
                }
                try workbook.close()
            }
        }

        private func eachPage(
            _ installation: Installation,
            _ take: ([StoredRecord]) throws -> Void
        ) async throws {
            var filter = RecordFilter()
            (filter.firstPeriod, filter.lastPeriod) = (first, last)
            filter.states = [.accepted]
            let scope = try installation.scope(under: unit)
            var after: RecordKey?
            repeat {
                let page = try await installation.datasets.records(
                    in: named.id,
                    filter,
                    asOf: time.flatMap { Instant(rfc3339: $0) },
                    after: after,
                    countMax: DatasetStore.pageMax,
                    within: scope
                )
                try take(page.records)
                after = page.next
            } while after != nil
        }
    }
}
