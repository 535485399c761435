import AuditLog
import Database
import Foundation
import Testing
import Timekeeping

private func page(
    _ registry: Registry,
    before cursor: Int64? = nil,
    countMax: Int = 50,
    _ change: @Sendable (inout EntryFilter) -> Void = { _ in }
) async throws -> EntryPage {
    var filter = EntryFilter()
    change(&filter)
    return try await registry.database.read { [filter] transaction in
        try registry.audit.page(matching: filter, before: cursor, countMax: countMax, in: transaction)
    }
}

private func ids(_ page: EntryPage) -> [String] { page.entries.map(\.entry.subject.id) }

@Test("pages go from the newest entry to the oldest without a gap")
func paging() async throws {
    try await withFullRegistry(120) { registry in
        var found: [String] = []
        var cursor: Int64?
        repeat {
            let next = try await page(registry, before: cursor)
            found += ids(next)
            cursor = next.next
        } while cursor != nil
        #expect(found == (0..<120).reversed().map { "a\($0)" })
    }
}

@Test("each filter lets through what it names and nothing else")
func filters() async throws {
    try await withRegistry { registry in
        try await registry.name("x", "tên", at: 100, unit: "40")
        try await registry.name("y", "tên", at: 200, unit: "16681")
        try await registry.name("x", "tên khác", at: 300, unit: nil)
        #expect(ids(try await page(registry)) == ["x", "y", "x"])
        #expect(ids(try await page(registry) { $0.subjectID = "y" }) == ["y"])
        #expect(ids(try await page(registry) { $0.subjectKind = "case" }).isEmpty)
        #expect(ids(try await page(registry) { $0.actor = .system("watch") }).isEmpty)
        #expect(ids(try await page(registry) { $0.action = "thing.named" }).count == 3)
        #expect(ids(try await page(registry) { $0.from = Instant(secondsSince1970: 200) }) == ["x", "y"])
        #expect(ids(try await page(registry) { $0.until = Instant(secondsSince1970: 200) }) == ["x"])
        #expect(ids(try await page(registry) { $0.scope = "unit_id IN ('16681') OR unit_id = 'a'" }) == ["y"])
    }
}

@Test(
    "a page has at least one entry and at most the limit, whatever is asked for",
    arguments: [-1, 0, 1, 10_000]
)
func pageLimits(asked: Int) async throws {
    try await withFullRegistry(250) { registry in
        let count = try await page(registry, countMax: asked).entries.count
        #expect(count == min(max(asked, 1), EntryPage.countMax))
    }
}

@Test("one entry is read by its id, unless the scope hides it")
func oneEntry() async throws {
    try await withRegistry { registry in
        try await registry.name("x", "tên")
        let (seen, hidden, absent) = try await registry.database.read { transaction in
            (
                try registry.audit.entry(id: 1, in: transaction),
                try registry.audit.entry(id: 1, scope: "unit_id = 'other'", in: transaction),
                try registry.audit.entry(id: 2, in: transaction)
            )
        }
        #expect(seen?.content == Array("{\"name\":\"tên\"}".utf8))
        #expect(seen?.leafIndex == nil)
        #expect((hidden, absent) == (nil, nil))
    }
}

@Test("content is JSON with sorted keys, so that the same state always has the same bytes")
func canonicalContent() throws {
    let content = try AuditLog.canonicalJSON(["b": "đường/phố", "a": "1"])
    #expect(String(decoding: content, as: UTF8.self) == "{\"a\":\"1\",\"b\":\"đường/phố\"}")
}
