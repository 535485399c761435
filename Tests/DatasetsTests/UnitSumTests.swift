import Datasets
import Places
import Testing

@Suite("Counts and sums by unit and period")
struct UnitSumTests {
    @Test("each unit has the sums of all that lies below it, and a missing value is not zero")
    func sums() async throws {
        try await onEachBench { bench in
            try await bench.declare()
            try await bench.put(report("16681", people: 10, money: "1.25"))
            try await bench.put(report("16681-01", people: 3, money: "0"))
            try await bench.put(report("16690", people: nil, money: "-0.5"))
            // money first: the fields are in the order of their names.
            #expect(
                try await bench.sums(below: province, "2026-10") == [
                    "16681 2 125/2 13/2", "16690 1 -50/1 0/0",
                ]
            )
            #expect(try await bench.sums(below: commune, "2026-10") == ["16681-01 1 0/1 3/1"])
            let whole = try await bench.store.figures(
                in: Dataset.ID(rawValue: "report"),
                of: province,
                from: "2026-10",
                to: "2026-10"
            )
            #expect(whole.map(\.records) == [3])
            #expect(whole.first?.sums.map(\.scaled) == [75, 13])
        }
    }

    @Test("a change moves the sums by what changed, and a withdrawal takes the record out of them")
    func changes() async throws {
        try await onEachBench { bench in
            try await bench.declare()
            try await bench.put(report(people: 10))
            try await bench.put(report(people: 7))
            #expect(try await bench.sums(below: province, "2026-10") == ["16681 1 0/0 7/1"])
            _ = try await bench.store.withdraw(
                RecordKey("16681/2026-10"),
                in: Dataset.ID(rawValue: "report"),
                origin: RecordOrigin(through: "test", reason: "nhầm kỳ"),
                by: bench.permit(commune)
            )
            #expect(try await bench.sums(below: province, "2026-10") == [])
            try await bench.put(report(people: 8))
            #expect(try await bench.sums(below: province, "2026-10") == ["16681 1 0/0 8/1"])
        }
    }

    @Test("several periods are summed together or shown one by one")
    func periods() async throws {
        try await onEachBench { bench in
            try await bench.declare()
            for (month, people) in [("2026-08", 1), ("2026-09", 2), ("2026-10", 4)] {
                try await bench.put(report("16681", month, people: people))
            }
            #expect(try await bench.sums(below: province, "2026-08", "2026-09") == ["16681 2 0/0 3/2"])
            let each = try await bench.store.figures(
                in: Dataset.ID(rawValue: "report"),
                below: province,
                from: "2026-01",
                to: "2026-12",
                byPeriod: true
            )
            #expect(each.map(\.period) == ["2026-08", "2026-09", "2026-10"])
        }
    }
}
