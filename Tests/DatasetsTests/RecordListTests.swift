import Datasets
import Places
import Testing
import Timekeeping

@Suite("Lists of records")
struct RecordListTests {
    private let id = Dataset.ID(rawValue: "report")

    private func keys(
        _ bench: DatasetBench,
        asOf instant: Instant? = nil,
        within scope: UnitScope = .everything,
        units: Set<Places.Unit.ID>? = nil,
        period: String? = nil,
        state: RecordState? = nil,
        where condition: RecordFilter.Condition? = nil
    ) async throws -> [String] {
        var filter = RecordFilter()
        filter.units = units
        (filter.firstPeriod, filter.lastPeriod) = (period, period)
        filter.states = Set([state].compactMap { $0 })
        filter.conditions = [condition].compactMap { $0 }
        return try await bench.store.records(in: id, filter, asOf: instant, within: scope).records.map(
            \.key.text
        )
    }

    private func field(_ text: String) throws -> FieldPath { try #require(FieldPath(text)) }

    /// Three months of two communes.
    private func fill(_ bench: DatasetBench) async throws {
        try await bench.declare()
        for (index, month) in ["2026-08", "2026-09", "2026-10"].enumerated() {
            try await bench.put(report("16681", month, people: index * 10, money: "\(index).5"))
            try await bench.put(report("16690", month, people: nil))
        }
    }

    @Test("units, periods, states and fields choose, and each condition is of the field's kind")
    func filters() async throws {
        try await onEachBench { bench in
            try await fill(bench)
            #expect(try await keys(bench, units: [otherCommune]).count == 3)
            #expect(try await keys(bench, within: .units([commune])).count == 3)
            #expect(try await keys(bench, within: .units([])) == [])
            let october = try await keys(bench, period: "2026-10")
            #expect(october == ["16681/2026-10", "16690/2026-10"])
            let people = try field("people")
            let many = try await keys(bench, where: .init(people, .greaterOrEqual, "10"))
            #expect(many == ["16681/2026-09", "16681/2026-10"])
            let money = try field("money")
            #expect(try await keys(bench, where: .init(money, .equal, "2.50")) == ["16681/2026-10"])
            #expect(try await keys(bench, state: .withdrawn) == [])
        }
    }

    @Test(
        "a condition that cannot be used is refused",
        arguments: [
            ("people", "many"), ("people", "1 OR 1=1"), ("org", "16681"), ("money", "0.001"), ("people", ""),
        ]
    )
    func refused(_ name: String, _ value: String) async throws {
        try await onEachBench { bench in
            try await bench.declare()
            let path = try field(name)
            #expect(
                try await code { try await keys(bench, where: .init(path, .equal, value)) }
                    == .filterInvalid
            )
        }
    }

    @Test("pages follow each other by key without gap or repetition")
    func pages() async throws {
        try await onEachBench { bench in
            try await fill(bench)
            var (seen, after): ([String], RecordKey?) = ([], nil)
            repeat {
                let page = try await bench.store.records(
                    in: id,
                    after: after,
                    countMax: 4,
                    within: .everything
                )
                seen += page.records.map(\.key.text)
                after = page.next
            } while after != nil
            #expect(seen == (try await keys(bench)))
            #expect(seen.count == 6)
        }
    }

    @Test("a list as of an instant has the versions that held then")
    func asOf() async throws {
        try await onEachBench { bench in
            try await fill(bench)
            let then = bench.clock.now
            bench.clock.advance(60)
            try await bench.put(report("16681", "2026-10", people: 99))
            try await bench.put(report("16681-01", "2026-10", people: 5))
            let people = try field("people")
            #expect(try await keys(bench, asOf: then).count == 6)
            #expect(
                try await keys(bench, asOf: then, where: .init(people, .equal, "20"))
                    == ["16681/2026-10"]
            )
            #expect(try await keys(bench, where: .init(people, .equal, "20")) == [])
            #expect(try await keys(bench, asOf: then - .seconds(1)) == [])
        }
    }
}
