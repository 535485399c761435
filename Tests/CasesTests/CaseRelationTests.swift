import Access
import AuditLog
import Database
import Places
import Testing

@testable import Cases

extension CaseBench {
    fileprivate func relate(_ a: Case, _ b: Case) async throws -> Case {
        try await store.relate(a.id, to: b.id, by: permit(officer, a.unit), and: permit(officer, b.unit))
    }

    /// With a permit for another unit than the other case's.
    fileprivate func relate(_ a: Case, _ b: Case, mayWorkIn unit: Places.Unit.ID) async throws -> Case {
        try await store.relate(a.id, to: b.id, by: permit(officer, a.unit), and: permit(officer, unit))
    }

    fileprivate func unrelate(_ a: Case, _ b: Case) async throws -> Case {
        try await store.unrelate(a.id, from: b.id, by: permit(officer, a.unit), and: permit(officer, b.unit))
    }

    fileprivate func changes(of it: Case) async throws -> [CaseChange] {
        try await store.timeline(of: it.id, within: .everything).dropFirst().map(\.change)
    }
}

@Test("two cases are related and taken apart from either side: a line, an audit entry and a message for each")
func relatedAndUndone() async throws {
    try await withCases { bench in
        let one = try await bench.open(draft(cause: "1"))
        let two = try await bench.open(draft(cause: "2", unit: otherCommune))
        #expect(try await bench.relate(one, two) == bench.store.find(one.id, within: .everything))
        #expect(try await bench.store.related(to: two.id, within: .everything).map(\.id) == [one.id])
        #expect(try await bench.store.related(to: one.id, within: .units([commune])) == [])
        _ = try await bench.unrelate(two, one)
        #expect(try await bench.store.related(to: one.id, within: .everything) == [])
        let (first, second) = ("\(one.number)", "\(two.number)")
        #expect(try await bench.changes(of: one) == [.related(number: second), .unrelated(number: second)])
        #expect(try await bench.changes(of: two) == [.related(number: first), .unrelated(number: first)])
        let steps = ["opened", "opened", "related", "related", "unrelated", "unrelated"].map { "case.\($0)" }
        #expect(try await bench.audited() == steps)
        #expect(try await bench.posted() == steps)
        let subjects = try await bench.texts("SELECT subject_id FROM audit_entry ORDER BY id")
        #expect(Set(subjects[2...3]) == [one.id.description, two.id.description])
        #expect(try await bench.store.find(one.id, within: .everything).version == one.version)
    }
}

@Test("what is related already is not related again, from neither side, and what is not is not undone")
func relatingIsIdempotent() async throws {
    try await withCases { bench in
        let (one, two) = (
            try await bench.open(draft(cause: "1")), try await bench.open(draft(cause: "2"))
        )
        _ = try await bench.unrelate(one, two)
        #expect(try await bench.audited().count == 2)
        for (a, b) in [(one, two), (one, two), (two, one)] { _ = try await bench.relate(a, b) }
        #expect(try await bench.audited().count == 4)
        for (a, b) in [(two, one), (one, two)] { _ = try await bench.unrelate(a, b) }
        #expect(try await bench.audited().count == 6)
        #expect(try await bench.posted().count == 6)
    }
}

@Test("a case is not related to itself, nor to one of a unit for which there is no permit")
func relationsRefused() async throws {
    try await withCases { bench in
        let one = try await bench.open(draft(cause: "1"))
        let two = try await bench.open(draft(cause: "2", unit: otherCommune))
        #expect(await failure { _ = try await bench.relate(one, one) } == .relatedToItself)
        for unit in [commune, province] {
            #expect(await failure { _ = try await bench.relate(one, two, mayWorkIn: unit) } == .notFound)
        }
        #expect(try await bench.store.related(to: one.id, within: .everything) == [])
        #expect(try await bench.audited() == ["case.opened", "case.opened"])
        #expect(try await bench.posted() == ["case.opened", "case.opened"])
    }
}

@Test("a case has 50 related ones at most, whichever side asks, and a refused one leaves no trace")
func relationsLimited() async throws {
    try await withCases { bench in
        let one = try await bench.open(draft(cause: "0"))
        for count in 1...CaseStore.relatedMax {
            _ = try await bench.relate(one, bench.open(draft(cause: "\(count)")))
        }
        let other = try await bench.open(draft(cause: "x"))
        let before = try await bench.audited()
        #expect(await failure { _ = try await bench.relate(one, other) } == .relationsFull)
        #expect(await failure { _ = try await bench.relate(other, one) } == .relationsFull)
        #expect(try await bench.audited() == before)
        #expect(try await bench.changes(of: other) == [])
        let first = try await bench.store.related(to: one.id, within: .everything)[0]
        _ = try await bench.unrelate(first, one)
        _ = try await bench.relate(other, one)
    }
}

@Test("a case is named by its number, also in small letters and with blanks around it, or by its id")
func references() async throws {
    try await withCases { bench in
        let it = try await bench.open(draft())
        let names = ["\(it.number)", " \(it.number.description.lowercased())\n", it.id.description]
        for name in names {
            let named = try #require(CaseReference(name))
            #expect(try await bench.store.find(named, within: .units([commune])).id == it.id)
            #expect(
                await failure { _ = try await bench.store.find(named, within: .units([otherCommune])) }
                    == .notFound
            )
        }
        for text in ["", "  ", "412", "HS-2026", "HS-2026-0412 HS-2026-0413", "HS-2026-0000"] {
            #expect(CaseReference(text) == nil, "\(text)")
        }
    }
}
