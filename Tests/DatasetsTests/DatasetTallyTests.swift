import Database
import Testing

@testable import Datasets

@Suite("How many records a dataset has, without counting them")
struct DatasetTallyTests {
    private let id = Dataset.ID(rawValue: "report")

    private func tally(_ bench: DatasetBench) async throws -> Int? {
        try await bench.database.read { try DatasetTally.kept(of: id, in: $0)?.records }
    }

    @Test("the tally follows what is written, corrected, withdrawn and erased, and is what a count would say")
    func follows() async throws {
        try await onEachBench { bench in
            try await bench.declare()
            #expect(try await bench.store.glance(of: id).changedAt == nil)
            for commune in ["16681", "16690"] { try await bench.put(report(commune)) }
            bench.clock.advance(5)
            try await bench.put(report(people: 3))
            try await bench.put(report(people: 3))
            let two = try await bench.store.glance(of: id)
            #expect(two.records == 2 && two.changedAt == bench.clock.now && two.newestPeriod == "2026-10")
            bench.clock.advance(5)
            let because = RecordOrigin(through: "test", reason: "sai")
            let key = RecordKey("16690/2026-10")
            _ = try await bench.store.withdraw(key, in: id, origin: because, by: bench.permit())
            #expect(try await bench.store.glance(of: id).records == 2, "a withdrawn record is still one")
            #expect(try await bench.store.glance(of: id).changedAt == bench.clock.now)
            _ = try await bench.store.erase(key, in: id, origin: because, by: bench.permit(department))
            let counted = try await bench.database.read { transaction in
                try transaction.value("SELECT count(*) FROM record_1", as: Int.self)
            }
            #expect(try await bench.store.glance(of: id).records == counted)
            #expect(counted == 1)
        }
    }

    @Test("a write that is refused leaves the tally as it was")
    func refused() async throws {
        try await onEachBench { bench in
            try await bench.declare()
            try await bench.put(report())
            let again = try await code { try await bench.put(report(people: 1), expecting: .absent) }
            #expect(again == .recordChangedMeanwhile)
            #expect(try await tally(bench) == 1)
        }
    }

    @Test("a dataset that is older than the tallies is counted by a look, and for good by the next write")
    func older() async throws {
        try await onEachBench { bench in
            try await bench.declare()
            _ = try await bench.database.write { try $0.execute("DELETE FROM dataset_tally") }
            #expect(try await tally(bench) == nil)
            #expect(try await bench.store.glance(of: id).records == 0)
            try await bench.put(report())
            #expect(try await tally(bench) == 1)
            try await bench.put(report("16690"))
            #expect(try await tally(bench) == 2)
        }
    }
}
