import AuditLog
import Database
import Foundation
import Testing

@testable import sen

/// What stands in the text of the rooms, held against what `sen` has wired.
@Suite("the assembly")
struct AssemblyTests {
    private static let sources = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "Sources")

    /// What the first group of `pattern` matches in the files of the rooms.
    private func found(_ pattern: Regex<(Substring, Substring)>) throws -> Set<String> {
        let files = FileManager.default.enumerator(atPath: Self.sources.path)
        var found: Set<String> = []
        while let path = files?.nextObject() as? String {
            guard path.hasSuffix(".swift") else { continue }
            let text = try String(contentsOf: Self.sources.appending(path: path), encoding: .utf8)
            found.formUnion(text.matches(of: pattern).map { String($0.1) })
        }
        return found
    }

    @Test("every migration that a room declares is applied, once")
    func migrations() throws {
        let declared = try found(/Migration\(\s*"([a-z]+: [^"]+)"/)
        let applied = AllMigrations.inOrder.map(\.name)
        #expect(declared.count >= 5)
        #expect(Set(applied) == declared, "add the room's line to AllMigrations")
        #expect(Set(applied).count == applied.count)
    }

    @Test("every kind of row that a room declares as audited is compared by the verifier, once")
    func auditedTables() throws {
        let declared = try found(/AuditedTable\(\s*subjectKind: "([^"]+)"/)
        let compared = AllAuditedTables.list.map(\.subjectKind)
        #expect(declared.count >= 4)
        #expect(Set(compared) == declared, "add the room's line to AllAuditedTables")
        #expect(Set(compared).count == compared.count)
    }
}
