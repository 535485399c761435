import Database
import Language
import Places
import Testing
import Timekeeping

@testable import Cases

@Test("a case is opened with a number, a deadline from the table, one audit entry and one message")
func opening() async throws {
    try await withCases { bench in
        let opening = try await bench.store.open(draft(), by: bench.mayOpen())
        guard case .opened(let it) = opening else {
            Issue.record("\(opening) instead of an opened case")
            return
        }
        #expect(it.number.description == "HS-2026-0001")
        #expect(it.deadline.allowance == .days(5) && it.ground == .decision05Article11)
        #expect(try await bench.store.find(it.id, within: .units([commune])) == it)
        #expect(try await bench.store.find(it.number, within: .everything) == it)
        #expect(try await bench.audited() == ["case.opened"])
        #expect(try await bench.posted() == ["case.opened"])
    }
}

@Test("the same cause merges into the open case: counted, with its evidence, and with the higher severity")
func merging() async throws {
    try await withCases { bench in
        let evidence = CaseEvidence(kind: "hidden-links", quote: "nhà cái", takenAt: wednesdayMorning)
        let first = try await bench.open(draft(evidence: [evidence]))
        var second = evidence
        second.quote = "cá cược"
        let again = draft(severity: .critical, evidence: [evidence, second])
        guard case .merged(let it) = try await bench.store.open(again, by: bench.mayOpen()) else {
            Issue.record("the draft was not merged")
            return
        }
        #expect(it.id == first.id && it.observations == 2 && it.severity == .critical)
        #expect(it.deadline.at == wednesdayMorning + .seconds(86_400))
        #expect(
            try await bench.store.evidence(of: it.id, within: .everything).map(\.quote) == [
                "nhà cái", "cá cược",
            ]
        )
        let changes = try await bench.store.timeline(of: it.id, within: .everything).map(\.change.code)
        #expect(changes == ["opened", "observed", "severity-raised", "deadline-moved"])
        #expect(try await bench.audited() == ["case.opened", "case.merged"])
        #expect(try await bench.posted() == ["case.opened", "case.merged"])
    }
}

@Test("an observation that is told twice counts once and writes nothing the second time")
func repeated() async throws {
    try await withCases { bench in
        let told = draft(observation: "finding-1")
        let first = try await bench.open(told)
        #expect(try await bench.store.open(told, by: bench.mayOpen()) == .repeated(first))
        #expect(try await bench.audited().count == 1)
        #expect(try await bench.posted().count == 1)
    }
}

@Test("a cause that comes back after 89 days re-opens the closed case, with a new deadline and a count")
func recurrenceReopens() async throws {
    try await withCases { bench in
        let closed = try await bench.closed()
        bench.clock.advance(89 * 86_400)
        let again = draft(detectedAt: bench.clock.now)
        guard case .reopened(let it) = try await bench.store.open(again, by: bench.mayOpen()) else {
            Issue.record("the case was not re-opened")
            return
        }
        #expect(it.id == closed.id && it.state == .new && it.recurrences == 1)
        #expect(it.deadline.at > bench.clock.now)
        #expect(try await bench.posted().last == "case.reopened")
        #expect(try await bench.audited().last == "case.reopened")
    }
}

@Test("a cause that comes back after 91 days is a new case, related to the old one")
func lateRecurrenceIsNew() async throws {
    try await withCases { bench in
        let closed = try await bench.closed()
        bench.clock.advance(91 * 86_400)
        guard
            case .opened(let it) = try await bench.store.open(
                draft(detectedAt: bench.clock.now),
                by: bench.mayOpen()
            )
        else {
            Issue.record("no new case was opened")
            return
        }
        #expect(it.id != closed.id && it.number == CaseNumber(year: 2027, count: 1))
        #expect(try await bench.store.related(to: closed.id, within: .everything) == [it])
        #expect(try await bench.store.related(to: it.id, within: .everything).map(\.id) == [closed.id])
    }
}

@Test("the same cause in another unit is another case, and cases without a cause never meet")
func separateCases() async throws {
    try await withCases { bench in
        try await bench.open(draft())
        try await bench.open(draft(unit: otherCommune))
        try await bench.open(draft(cause: nil))
        try await bench.open(draft(cause: nil))
        #expect(try await bench.texts("SELECT id FROM case_file").count == 4)
    }
}

@Test("a permit for another unit opens nothing and leaves no trace, not even a number")
func openingRefused() async throws {
    try await withCases { bench in
        let code = await failure { _ = try await bench.store.open(draft(), by: bench.mayOpen(otherCommune)) }
        #expect(code == .notTheOwner)
        #expect(try await bench.audited() == [])
        #expect(try await bench.posted() == [])
        let next = try await bench.open(draft())
        #expect(next.number.count == 1)
    }
}

@Test("numbers have no gaps, also when many open at once and some are undone")
func gaplessNumbers() async throws {
    try await withCases { bench in
        // The same observation from two causes: the second is undone by the table, after it took a number.
        await withTaskGroup(of: Void.self) { group in
            for index in 0..<200 {
                group.addTask {
                    _ = try? await bench.database.write { transaction in
                        let writer = CaseWriter(
                            store: bench.store,
                            transaction: transaction,
                            actor: watcher,
                            now: bench.clock.now
                        )
                        _ = try writer.nextNumber()
                        throw CaseError(.storeFailed, "undone on purpose")
                    }
                    _ = try? await bench.store.open(draft(cause: "c\(index)"), by: bench.mayOpen())
                }
            }
        }
        let counts = try await bench.database.read {
            try $0.query("SELECT count FROM case_file ORDER BY count").map { row in try row[0] as Int }
        }
        #expect(counts == Array(1...200))
    }
}

@Test("text with quotes, tags and SQL is kept as it is")
func hostileText() async throws {
    try await withCases { bench in
        let evil = "'); DROP TABLE case_file;--<script>alert(1)</script>"
        let it = try await bench.open(draft(title: evil))
        #expect(try await bench.store.find(it.id, within: .everything).title == evil)
    }
}
