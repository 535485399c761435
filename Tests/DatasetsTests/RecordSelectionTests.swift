import Database
import Places
import Testing
import Timekeeping

@testable import Datasets

@Suite("Parts of records, and records of a unit with what lies below it")
struct RecordSelectionTests {
    @Test("chosen fields keep their form; what a record has not is left out, and a list is no way to a field")
    func fields() async throws {
        try await onEachBench { bench in
            try await bench.declare()
            try await bench.put(
                #"{"org": "16681", "period": "2026-10", "money": 1.50, "place": {"lat": 1, "x": ["\"", 2]}}"#
            )
            let record = try await bench.record("16681/2026-10")
            func text(_ fields: String) -> String? { FieldSelection(fields)?.texts(of: [record]).first }
            #expect(text("money,khong") == #"{"money":1.5}"#)
            #expect(text("place/x,org/y") == #"{"place":{"x":["\"",2]}}"#)
            #expect(text("place/lat,place") == #"{"place":{"lat":1,"x":["\"",2]}}"#)
            #expect(text("place/x/0") == #"{"place":{}}"#)
            for none in ["", ",", "a,", "a//b", "/a", String(repeating: "a,", count: 100) + "a"] {
                #expect(FieldSelection(none) == nil, "\(none)")
            }
        }
    }

    @Test("a unit's records are those of what lay below it in their own period")
    func unitsOfPeriods() async throws {
        try await onEachBench { bench in
            try await bench.declare()
            // The village lies below the first commune; the second one began in July 2025.
            for (org, period) in [("16681-01", "2025-06"), ("16681", "2025-08"), ("16690", "2025-08")] {
                try await bench.put(report(org, period))
            }
            func keys(_ unit: Places.Unit.ID, _ first: String?, _ last: String?) async throws -> [String] {
                var filter = RecordFilter()
                (filter.unit, filter.firstPeriod, filter.lastPeriod) = (unit, first, last)
                return try await bench.store.records(
                    in: Dataset.ID(rawValue: "report"),
                    filter,
                    within: .everything
                )
                .records.map(\.key.text)
            }
            #expect(try await keys(province, nil, nil).count == 3)
            #expect(try await keys(commune, nil, nil) == ["16681-01/2025-06", "16681/2025-08"])
            #expect(try await keys(commune, "2025-07", "2025-12") == ["16681/2025-08"])
            #expect(try await keys(otherCommune, "2025-01", nil) == ["16690/2025-08"])
            #expect(try await keys(department, nil, nil).isEmpty)
            let none = Places.Unit.ID(rawValue: "khong-co")
            #expect(try await code { try await keys(none, nil, nil) } == .filterInvalid)
        }
    }

    @Test(
        "an exact sum is written with its digits, also below one and below zero",
        arguments: [
            (Int64(5), 2, 1, "0.05"), (-5, 2, 1, "-0.05"), (12_345, 2, 3, "123.45"), (7, 0, 1, "7"),
            (0, 1, 1, "0.0"),
        ]
    )
    func sumText(scaled: Int64, decimals: Int, records: Int, text: String) throws {
        let field = try #require(FieldPath("a"))
        let sum = UnitFigures.Sum(field: field, scaled: scaled, decimals: decimals, records: records)
        #expect(sum.text == text)
        let missing = UnitFigures.Sum(field: field, scaled: 0, decimals: decimals, records: 0)
        #expect(missing.text == nil)
    }
}
