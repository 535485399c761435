import ArgumentParser
import Datasets
import Foundation
import JSONReading
import Language

extension DatasetsCommand {
    /// Takes records in; exit code 1 says that some rows were refused.
    struct Load: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: Spoken.text(.Datasets.loadAbstract),
            discussion: Spoken.text(.Datasets.loadDiscussion)
        )
        @OptionGroup var named: Named
        @Argument(
            help: Spoken.help(.Datasets.fileHelp, value: "FILE"),
            completion: .file(extensions: ["ndjson", "jsonl"])
        )
        var file: String
        @Flag(name: .customLong("dry-run"), help: Spoken.help(.Installation.dryRunHelp)) var isTrial = false
        @Option(name: .customLong("reason"), help: Spoken.help(.Datasets.reasonHelp, value: "TEXT"))
        var reason: String?
        @Option(name: .customLong("skip-bytes"), help: Spoken.help(.Datasets.skipHelp, value: "BYTES"))
        var skipped = 0
        @Flag(name: .customLong("json"), help: Spoken.help(.Installation.jsonHelp)) var isJSON = false
        @OptionGroup var installation: InstallationOptions

        func run() async throws {
            let handle = file == "-" ? FileHandle.standardInput : FileHandle(forReadingAtPath: file)
            guard let handle else {
                Ending.complain(Spoken.text(.Audit.noSuchFile(Printable.text(file))))
                throw Ending.couldNotLook
            }
            let progress = try await installation.change { try await load(handle, into: $0) }
            Ending.complain(Spoken.text(sums(progress)))
            guard progress.refused == 0 else { throw Ending.doesNotFit }
        }

        private func load(_ handle: FileHandle, into installation: Installation) async throws -> LoadProgress
        {
            var options = LoadOptions(origin: RecordOrigin(through: "command", reason: reason))
            (options.isTrial, options.from) = (isTrial, skipped)
            let (printer, line) = (RecordPrinter(isJSON: isJSON), ProgressLine())
            defer { line.clear() }
            var done = LoadProgress()
            do {
                return try await installation.datasets.load(
                    LineReader(descriptor: handle.fileDescriptor),
                    in: named.id,
                    options,
                    by: installation.permit(on: installation.top()),
                    onRefused: { printer.show($0.line, $0.problem) },
                    onProgress: { progress in
                        done = progress
                        let refused = Spoken.number(UInt64(progress.refused))
                        let rows = Spoken.number(UInt64(progress.rows))
                        line.say(Spoken.text(.Datasets.loadProgress(rows: rows, refused: refused)))
                    }
                )
            } catch {
                line.clear()
                if done.endsAt > skipped, !isTrial {
                    Ending.complain(Spoken.text(.Datasets.goOn(bytes: done.endsAt)))
                }
                guard let failure = error as? LineReader.Failure else { throw error }
                Ending.complain(Spoken.text(.Datasets.unreadable(String(cString: strerror(failure.errno)))))
                throw Ending.couldNotLook
            }
        }

        private func sums(_ progress: LoadProgress) -> Text {
            func number(_ count: Int) -> String { Spoken.number(UInt64(count)) }
            return .Installation.importSums(
                rows: number(progress.rows),
                added: number(progress.created),
                changed: number(progress.updated),
                unchanged: number(progress.unchanged),
                refused: number(progress.refused),
                isTrial ? .Installation.importTried : .Installation.importWritten
            )
        }
    }
}

extension RecordPrinter {
    /// The places of a refused record.
    func show(_ line: Int, _ problem: RecordProblem) {
        for issue in problem.issues { show(line, issue.text, code: issue.code, place: issue.pointer) }
    }
}
