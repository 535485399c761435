import Datasets
import Foundation
import JSONReading
import Places
import Testing

@Suite("Loading files of records")
struct RecordLoadingTests {
    private let id = Dataset.ID(rawValue: "report")

    /// Loads `lines` and returns the progress and the refused rows as `line code`.
    private func load(
        _ lines: [String],
        into bench: DatasetBench,
        _ change: (inout LoadOptions) -> Void = { _ in }
    ) async throws -> (LoadProgress, [String]) {
        let file = FileManager.default.temporaryDirectory.appending(path: "load-\(UUID().uuidString)")
        try Data(lines.map { $0 + "\n" }.joined().utf8).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        let handle = try FileHandle(forReadingFrom: file)
        var options = LoadOptions(origin: RecordOrigin(through: "import"))
        change(&options)
        var refused: [String] = []
        let progress = try await bench.store.load(
            LineReader(descriptor: handle.fileDescriptor),
            in: id,
            options,
            by: bench.permit(),
            onRefused: { refused.append("\($0.line) \($0.problem.issues[0].code)") },
            onProgress: { _ in }
        )
        return (progress, refused)
    }

    @Test("good rows are written, bad ones are reported by line, and the same file again changes nothing")
    func report() async throws {
        try await onEachBench { bench in
            try await bench.declare()
            let lines = [
                DatasetsTests.report("16681", people: 1), "", "{", DatasetsTests.report("16690", people: -1),
                DatasetsTests.report("16681-01", people: 2), DatasetsTests.report("nowhere"),
            ]
            let (first, refused) = try await load(lines, into: bench)
            #expect((first.rows, first.created, first.refused) == (5, 2, 3))
            #expect(refused == ["3 record.not-json", "4 schema.minimum", "6 record.unit-unknown"])
            let (again, _) = try await load(lines, into: bench)
            #expect((again.created, again.updated, again.unchanged) == (0, 0, 2))
            #expect(try await bench.sums(below: province, "2026-10") == ["16681 2 0/0 3/2"])
            #expect(try await bench.audited().count == 3)
        }
    }

    @Test("a key that comes again in one file makes one version after the other")
    func repeatedKey() async throws {
        try await onEachBench { bench in
            try await bench.declare()
            let (progress, _) = try await load(
                [1, 2, 2, 3].map { DatasetsTests.report(people: $0) },
                into: bench
            )
            #expect((progress.created, progress.updated, progress.unchanged) == (1, 2, 1))
            #expect(try await bench.record("16681/2026-10").version == 3)
            #expect(try await bench.sums(below: province, "2026-10") == ["16681 1 0/0 3/1"])
        }
    }

    @Test("a trial reports as the load would, and writes nothing")
    func trial() async throws {
        try await onEachBench { bench in
            try await bench.declare()
            let (progress, refused) = try await load([DatasetsTests.report(), "[]"], into: bench) {
                $0.isTrial = true
            }
            #expect((progress.rows, progress.refused) == (2, 1))
            #expect(refused == ["2 schema.type"])
            #expect(try await bench.audited() == ["dataset.declared report"])
        }
    }

    @Test("a load that was broken off goes on behind what is done, with the right line numbers")
    func resumed() async throws {
        try await onEachBench { bench in
            try await bench.declare()
            let lines = [
                DatasetsTests.report("16681", people: 1), DatasetsTests.report("16690", people: 2), "x",
            ]
            let (first, _) = try await load([lines[0]], into: bench)
            let (rest, refused) = try await load(lines, into: bench) { $0.from = first.endsAt }
            #expect((rest.rows, rest.created, rest.unchanged) == (2, 1, 0))
            #expect(refused == ["3 record.not-json"])
        }
    }

    @Test("more records than one batch are all there, and their sums are right")
    func manyBatches() async throws {
        try await onEachBench { bench in
            try await bench.declare(reportDeclaration(["key": #"["org", "period", "people"]"#]))
            let count = DatasetStore.loadBatchRecords + 10
            let lines = (0..<count).map { DatasetsTests.report(people: $0) }
            let (progress, _) = try await load(lines, into: bench)
            #expect(progress.created == count)
            let sum = count * (count - 1) / 2
            #expect(
                try await bench.sums(below: province, "2026-10") == ["16681 \(count) 0/0 \(sum)/\(count)"]
            )
        }
    }
}
