import Datasets
import Foundation
import Language
import Places
import Testing
import Timekeeping

@Suite("Writing records")
struct RecordWritingTests {
    @Test(
        "a record is created, changed, and left alone when it is the same, with one audit entry for each change"
    )
    func lifecycle() async throws {
        try await onEachBench { bench in
            try await bench.declare()
            #expect(try await bench.put(report()) == .created)
            #expect(try await bench.put(report(people: 100)) == .unchanged(version: 1))
            bench.clock.advance(60)
            #expect(try await bench.put(report(people: 120), reason: "đếm lại") == .updated(version: 2))
            let record = try await bench.record("16681/2026-10")
            #expect(record.content == #"{"org":"16681","people":120,"period":"2026-10"}"#)
            #expect((record.version, record.reason, record.through) == (2, "đếm lại", "test"))
            #expect(record.state == .accepted)
            #expect((record.unit, record.period) == (commune, "2026-10"))
            #expect(
                try await bench.audited() == [
                    "dataset.declared report", "record.created report/16681/2026-10",
                    "record.changed report/16681/2026-10",
                ]
            )
        }
    }

    @Test("every version is kept and read as of its time, also when the clock went back")
    func versions() async throws {
        try await onEachBench { bench in
            try await bench.declare()
            let start = bench.clock.now
            try await bench.put(report(people: 1))
            bench.clock.advance(60)
            try await bench.put(report(people: 2))
            bench.clock.advance(-3_600)
            try await bench.put(report(people: 3))
            let versions = try await bench.store.versions(
                of: RecordKey("16681/2026-10"),
                in: Dataset.ID(rawValue: "report"),
                within: .everything
            )
            #expect(versions.map(\.version) == [3, 2, 1])
            #expect(zip(versions, versions.dropFirst()).allSatisfy { $0.changedAt > $1.changedAt })
            #expect(try await bench.record("16681/2026-10", asOf: start).version == 1)
            #expect(try await bench.record("16681/2026-10", asOf: start + .seconds(59)).version == 1)
            #expect(try await bench.record("16681/2026-10", asOf: start + .seconds(60)).version == 2)
            #expect(try await bench.record("16681/2026-10", asOf: start + .seconds(61)).version == 3)
            #expect(
                try await code { try await bench.record("16681/2026-10", asOf: start - .seconds(1)) }
                    == .recordNotFound
            )
        }
    }

    @Test("a writer that has seen another version is refused, and nothing is written")
    func expectations() async throws {
        try await onEachBench { bench in
            try await bench.declare()
            #expect(
                try await code { try await bench.put(report(), expecting: .version(1)) }
                    == .recordChangedMeanwhile
            )
            #expect(try await bench.put(report(), expecting: .absent) == .created)
            #expect(
                try await code { try await bench.put(report(people: 5), expecting: .absent) }
                    == .recordChangedMeanwhile
            )
            #expect(try await bench.put(report(people: 5), expecting: .version(1)) == .updated(version: 2))
            #expect(try await bench.audited().count == 3)
            #expect(try await bench.sums(below: province, "2026-10") == ["16681 1 0/0 5/1"])
        }
    }

    @Test(
        "what does not fit is refused with its reason",
        arguments: [
            (#"{"org": "16681", "period": "2026-10", "people": -1}"#, DatasetErrorCode.recordInvalid),
            (#"{"org": "16681", "period": "2026-13"}"#, .recordInvalid),
            (#"{"org": "16681", "period": "2026"}"#, .recordInvalid),
            (#"{"org": "", "period": "2026-10"}"#, .recordInvalid),
            (#"{"org": "nowhere", "period": "2026-10"}"#, .unitUnknown),
            // The second commune began in July 2025.
            (#"{"org": "16690", "period": "2025-06"}"#, .unitUnknown),
            (#"{"org": "16681", "period": "2026-10", "money": 1.005}"#, .recordInvalid),
            (#"{"org": "16681", "period": "2026-10", "money": 1e30}"#, .recordInvalid),
            (#"{"org": "16681", "period": "2026-10", "place": {"lat": "x"}}"#, .recordInvalid),
            (#"{"org": "16681", "org": "16681", "period": "2026-10"}"#, .recordNotJSON),
            ("{", .recordNotJSON),
        ]
    )
    func refused(_ json: String, _ expected: DatasetErrorCode) async throws {
        try await onEachBench { bench in
            try await bench.declare()
            #expect(try await code { try await bench.put(json) } == expected)
            #expect(try await bench.audited() == ["dataset.declared report"])
        }
    }

    @Test("an officer writes for the own unit and what lies below it, and for no other")
    func reach() async throws {
        try await onEachBench { bench in
            try await bench.declare()
            #expect(try await bench.put(report("16681-01"), by: commune) == .created)
            #expect(try await code { try await bench.put(report("16690"), by: commune) } == .unitOutOfReach)
            #expect(
                try await code { try await bench.record("16681-01/2026-10", within: .units([otherCommune])) }
                    == .recordNotFound
            )
        }
    }

    @Test("a key is the same however its letters are composed, and can be taken apart")
    func keys() async throws {
        try await onEachBench { bench in
            try await bench.declare(
                reportDeclaration(["key": #"["note"]"#, "unit": "", "period": "", "update": ""])
            )
            let record = { (note: String) in #"{"org": "16681", "period": "-", "note": "\#(note)"}"# }
            #expect(try await bench.put(record("Đô Lương".precomposedStringWithCanonicalMapping)) == .created)
            #expect(
                try await bench.put(record("Đô Lương".decomposedStringWithCanonicalMapping))
                    == .updated(version: 2)
            )
            try await bench.put(record(#"a/b%\"c"#))
            #expect(try await bench.record("a%2Fb%25%22c").unit == department)
        }
    }

    @Test("a record of a locked period is taken only with a reason")
    func locked() async throws {
        try await onEachBench { bench in
            try await bench.declare(
                reportDeclaration(["update": #"{"every": "month", "due-days": 5, "lock-days": 20}"#])
            )
            #expect(try await code { try await bench.put(report(period: "2026-10")) } == .periodLocked)
            #expect(try await bench.put(report(period: "2026-10"), reason: "nộp chậm do lũ") == .created)
            #expect(try await bench.put(report(period: "2026-11")) == .created)
        }
    }
}

extension RecordWritingTests {
    private func report(_ org: String = "16681", period: String = "2026-10", people: Int = 100) -> String {
        DatasetsTests.report(org, period, people: people)
    }
}
