import Access
import ArgumentParser
import Foundation
import Language
import Places

extension Units {
    /// Takes units (CSV) or boundaries (GeoJSON) in.
    struct Import: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: Spoken.text(.unitsImportAbstract),
            discussion: Spoken.text(.unitsImportDiscussion)
        )
        @Argument(
            help: Spoken.help(.Installation.importFileHelp, value: "FILE.csv|FILE.geojson"),
            completion: .file(extensions: ["csv", "geojson", "json"])
        )
        var file: String
        @Flag(name: .customLong("dry-run"), help: Spoken.help(.Installation.dryRunHelp)) var isTrial = false
        @Flag(name: .customLong("problems-only"), help: Spoken.help(.Installation.problemsOnlyHelp))
        var problemsOnly = false
        @Flag(name: .customLong("json"), help: Spoken.help(.Installation.jsonHelp)) var isJSON = false
        @OptionGroup var installation: InstallationOptions

        /// By the name of the file, or by its first sign when it is piped in.
        private func isGeoJSON(_ bytes: [UInt8]) -> Bool {
            let name = file.lowercased()
            if name.hasSuffix(".csv") { return false }
            return name.hasSuffix("json") || bytes.first { $0 > 0x20 } == UInt8(ascii: "{")
        }

        func run() async throws {
            let bytes = try InputFile.read(file)
            let (report, writing) = try await installation.change { installation in
                isGeoJSON(bytes)
                    ? try await takeBoundaries(bytes, into: installation)
                    : try await takeUnits(bytes, into: installation)
            }
            Terminal.output.write(report.text(isJSON: isJSON, problemsOnly: problemsOnly))
            Ending.complain(Spoken.text(report.sums(writing)))
            guard report.isGood else { throw Ending.doesNotFit }
        }

        /// All rows or none: units refer to each other.
        private func takeUnits(
            _ bytes: [UInt8],
            into installation: Installation
        ) async throws -> (ImportReport, ImportReport.Writing) {
            let read = try await Ending.told {
                try UnitImport(bytes, into: try await installation.units.history(), today: World.today)
            }
            let report = ImportReport(read)
            guard read.isGood, !isTrial else { return (report, isTrial ? .tried : .nothing) }
            try await installation.units.save(read.changes, by: permit(in: installation))
            return (report, .written)
        }

        /// Those that some unit has; a map of the whole country has many others.
        private func takeBoundaries(
            _ bytes: [UInt8],
            into installation: Installation
        ) async throws -> (ImportReport, ImportReport.Writing) {
            let file = try await Ending.told { try BoundaryFile(bytes) }
            let read = BoundaryImport(file, on: installation.tree)
            let known = try await installation.units.boundaries(of: .everything)
            let new = UnitChanges(boundaries: read.boundaries.filter { known[$0.key] != $0.value })
            if !isTrial { try await installation.units.save(new, by: permit(in: installation)) }
            return (
                ImportReport(file, read, on: installation.tree, known: known), isTrial ? .tried : .written
            )
        }

        private func permit(in installation: Installation) -> Permit<ChangeUnits> {
            installation.permit(on: installation.top())
        }
    }
}

extension ImportReport {
    init(_ read: UnitImport) {
        rows = read.rows.map { row in
            switch row.outcome {
            case .added: Row(line: row.line, .added)
            case .changed: Row(line: row.line, .changed)
            case .unchanged: Row(line: row.line, .unchanged)
            case .refused(let problems): Row(line: row.line, .refused, problems: problems)
            }
        }
    }

    /// A row for each feature of the file, in its order; `known` are the boundaries from before.
    init(
        _ file: BoundaryFile,
        _ read: BoundaryImport,
        on tree: UnitTree,
        known: [Unit.ID: Boundary]
    ) {
        let ids = Dictionary(tree.units.map { ($0.code, $0.id) }) { first, _ in first }
        var problems = read.problems[...]
        rows = file.features.map { feature in
            guard let id = ids[feature.code] else {
                return Row(line: feature.number, .refused, problems: problems.popFirst().map { [$0] } ?? [])
            }
            guard let before = known[id] else { return Row(line: feature.number, .added) }
            return Row(line: feature.number, before == feature.boundary ? .unchanged : .changed)
        }
    }
}
