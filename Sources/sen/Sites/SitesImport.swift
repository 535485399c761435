import ArgumentParser
import Language
import Places
import WebWatch

extension Sites {
    /// Takes a list of websites in; exit code 1 says that some rows were refused.
    struct Import: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: Spoken.text(.Sites.importAbstract),
            discussion: Spoken.text(.Sites.importDiscussion)
        )
        @Argument(
            help: Spoken.help(.Installation.importFileHelp, value: "FILE.csv"),
            completion: .file(extensions: ["csv"])
        )
        var file: String
        @Flag(name: .customLong("dry-run"), help: Spoken.help(.Installation.dryRunHelp)) var isTrial = false
        @Flag(name: .customLong("problems-only"), help: Spoken.help(.Installation.problemsOnlyHelp))
        var problemsOnly = false
        @Flag(name: .customLong("json"), help: Spoken.help(.Installation.jsonHelp)) var isJSON = false
        @OptionGroup var installation: InstallationOptions

        func run() async throws {
            let bytes = try InputFile.read(file)
            let report = try await installation.change { try await take(bytes, into: $0) }
            Terminal.output.write(report.text(isJSON: isJSON, problemsOnly: problemsOnly))
            Ending.complain(Spoken.text(report.sums(isTrial ? .tried : .written)))
            guard report.isGood else { throw Ending.doesNotFit }
        }

        private func take(_ bytes: [UInt8], into installation: Installation) async throws -> ImportReport {
            let progress = Progress(language: Spoken.language, text: Text.Installation.importProgress)
            // A file that is no list at all could not be looked at; its rows were not refused.
            let report = try await Ending.told {
                try await installation.websites.importCSV(
                    bytes,
                    tree: installation.tree,
                    dryRun: isTrial,
                    progress: { progress.show(UInt64($0), of: UInt64($1)) },
                    permit: { installation.permit(on: $0) }
                )
            }
            if !isTrial { progress.finish() }
            return ImportReport(report)
        }
    }
}

extension ImportReport {
    init(_ report: WebsiteImportReport) {
        rows = report.rows.map { row in
            switch row.outcome {
            case .added: Row(line: row.line, .added)
            case .changed: Row(line: row.line, .changed)
            case .unchanged: Row(line: row.line, .unchanged)
            case .refused(let problems): Row(line: row.line, .refused, problems: problems)
            }
        }
    }
}
