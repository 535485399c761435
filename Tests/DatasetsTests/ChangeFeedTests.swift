import AuditLog
import Cryptography
import Database
import Datasets
import Places
import Testing
import Timekeeping

extension DatasetBench {
    /// Gives the log's entries their places.
    func sequence() async throws {
        let key = try Ed25519PrivateKey(seed: Array(repeating: 1, count: 32))
        let signer = try #require(NoteSigner(name: "sen.test", key: key))
        try await Sequencer(database: database, signer: signer, clock: clock.wall).drain()
    }

    /// All changes after `cursor`, page by page.
    func changes(
        of id: String = "report",
        after cursor: Int64 = -1,
        countMax: Int = DatasetStore.changesMax,
        within scope: UnitScope = .everything
    ) async throws -> [RecordChange] {
        var (changes, page): ([RecordChange], ChangePage?) = ([], nil)
        repeat {
            page = try await store.changes(
                of: Dataset.ID(rawValue: id),
                after: page?.next ?? cursor,
                countMax: countMax,
                within: scope
            )
            changes += page?.changes ?? []
        } while page?.isAtEnd == false
        return changes
    }
}

@Suite("The change feed of a dataset")
struct ChangeFeedTests {
    private let key = RecordKey("16681/2026-10")
    private let id = Dataset.ID(rawValue: "report")
    private let because = RecordOrigin(through: "test", reason: "thử")

    @Test("it tells each change once, in order, with the text as of then, and nothing of other datasets")
    func inOrder() async throws {
        try await onEachBench { bench in
            try await bench.declare()
            try await bench.declare(reportDeclaration(["dataset": #""report-2""#]))
            for people in 1...7 {
                try await bench.put(report(people: people))
                try await bench.put(report("16690", people: people))
                try await bench.put(report(people: people), in: "report-2")
            }
            #expect(try await bench.changes().isEmpty)
            try await bench.sequence()
            for countMax in [1, 3, 500] {
                let changes = try await bench.changes(countMax: countMax)
                #expect(changes.count == 14)
                #expect(changes.map(\.sequence) == changes.map(\.sequence).sorted())
                let own = changes.filter { $0.key == key }
                #expect(own.map(\.version) == Array(1...7))
                #expect(
                    own.map { $0.record?.content ?? "" }
                        == (1...7).map {
                            #"{"org":"16681","people":\#($0),"period":"2026-10"}"#
                        }
                )
                #expect(changes.allSatisfy { $0.action == .put && $0.actor == officer.code && !$0.isErased })
            }
            let last = try #require(try await bench.changes().last)
            #expect(try await bench.changes(after: last.sequence).isEmpty)
            try await bench.put(report(people: 8))
            try await bench.sequence()
            #expect(try await bench.changes(after: last.sequence).map(\.version) == [8])
        }
    }

    @Test("steps are told by their names, and what happened before an erasure is told without its text")
    func steps() async throws {
        try await onEachBench { bench in
            try await bench.declare(
                reportDeclaration(["classification": #""personal""#, "suppress-below": "2"])
            )
            try await bench.put(report())
            _ = try await bench.store.withdraw(key, in: id, origin: because, by: bench.permit())
            try await bench.sequence()
            let before = try await bench.changes()
            #expect(before.map(\.action) == [.put, .withdraw])
            #expect(before.map { $0.record?.state } == [.accepted, .withdrawn])
            #expect(before[0].sha256 == before[1].sha256 && before[0].key == key)
            try await bench.store.erase(key, in: id, origin: because, by: bench.permit(department))
            try await bench.put(report(people: 5))
            try await bench.sequence()
            let after = try await bench.changes()
            #expect(after.map(\.action) == [.put, .withdraw, .erase, .put])
            #expect(after.map(\.isErased) == [true, true, true, false])
            #expect(after.map { $0.key == nil && $0.sha256 == nil } == [true, true, true, false])
            #expect(after.last?.version == 1)
        }
    }

    @Test("units out of sight are left out, a place that the log has not is refused, and so is no dataset")
    func bounds() async throws {
        try await onEachBench { bench in
            try await bench.declare()
            try await bench.put(report())
            try await bench.put(report("16690"))
            try await bench.sequence()
            #expect(try await bench.changes(within: .units([otherCommune])).map(\.unit) == [otherCommune])
            #expect(try await bench.changes(within: .units([])).isEmpty)
            let newest = try await bench.store.newestPlace()
            #expect(try await code { try await bench.changes(after: newest + 1) } == .cursorInvalid)
            #expect(try await code { try await bench.changes(after: -2) } == .cursorInvalid)
            #expect(try await code { try await bench.changes(of: "none") } == .datasetNotFound)
        }
    }
}
