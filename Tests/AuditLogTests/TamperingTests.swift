import Database
import Language
import Testing

@testable import AuditLog

/// One way to tamper with the database, and where the verifier has to find it.
struct Tampering: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let statements: [SQL]
    let code: AuditProblem.Code
    let leafIndex: UInt64?

    init(_ name: String, _ statements: [SQL], found code: AuditProblem.Code, at leafIndex: UInt64?) {
        testDescription = name
        self.statements = statements
        self.code = code
        self.leafIndex = leafIndex
    }
}

/// Makes the hashes of a tile others than they were.
private func spoil(_ bytes: Int, level: Int, number: Int) -> SQL {
    "UPDATE audit_tile SET hashes = \(zeros(bytes)) WHERE level = \(level) AND number = \(number)"
}

/// Of a registry with 700 things in 7 batches of 100.
private let tamperings = [
    Tampering(
        "a content is changed",
        ["UPDATE audit_entry SET content = \(Array("{}".utf8)) WHERE leaf_index = 123"],
        found: .contentChanged,
        at: 123
    ),
    Tampering(
        "a salt is changed",
        ["UPDATE audit_entry SET salt = \(zeros(16)) WHERE leaf_index = 0"],
        found: .contentChanged,
        at: 0
    ),
    Tampering(
        "the actor of an entry is changed",
        ["UPDATE audit_entry SET actor = 'system:other' WHERE leaf_index = 255"],
        found: .entryChanged,
        at: 255
    ),
    Tampering(
        "the time of the last entry is changed",
        ["UPDATE audit_entry SET at = at + 1 WHERE leaf_index = 699"],
        found: .entryChanged,
        at: 699
    ),
    Tampering(
        "an entry is deleted",
        ["DELETE FROM audit_entry WHERE leaf_index = 300"],
        found: .entryMissing,
        at: 300
    ),
    Tampering(
        "an entry is pulled out of the tree",
        ["UPDATE audit_entry SET leaf_index = NULL WHERE leaf_index = 42"],
        found: .entryMissing,
        at: 42
    ),
    Tampering(
        "the last entries are deleted",
        ["DELETE FROM audit_entry WHERE leaf_index >= 650"],
        found: .entryMissing,
        at: 650
    ),
    Tampering(
        "two entries are swapped",
        [
            "UPDATE audit_entry SET leaf_index = 9999 WHERE leaf_index = 10",
            "UPDATE audit_entry SET leaf_index = 10 WHERE leaf_index = 20",
            "UPDATE audit_entry SET leaf_index = 20 WHERE leaf_index = 9999",
        ],
        found: .entryChanged,
        at: 10
    ),
    Tampering(
        "a tile of leaves is changed",
        [spoil(8192, level: 0, number: 1)],
        found: .tileChanged,
        at: 256
    ),
    Tampering(
        "a tile above the leaves is changed",
        [spoil(64, level: 1, number: 0)],
        found: .tileChanged,
        at: 0
    ),
    Tampering(
        "a tile is deleted",
        ["DELETE FROM audit_tile WHERE level = 0 AND number = 2"],
        found: .tileChanged,
        at: 512
    ),
    Tampering(
        "a checkpoint is changed",
        ["UPDATE audit_checkpoint SET note = replace(note, '300', '301') WHERE size = 300"],
        found: .checkpointForged,
        at: 299
    ),
    Tampering(
        "a checkpoint stands at another size",
        ["UPDATE audit_checkpoint SET size = 301 WHERE size = 300"],
        found: .checkpointForged,
        at: 300
    ),
    Tampering(
        "the newest checkpoint is deleted",
        ["DELETE FROM audit_checkpoint WHERE size = 700"],
        found: .checkpointMissing,
        at: 600
    ),
    Tampering(
        "a domain row is changed behind the program's back",
        ["UPDATE thing SET name = 'other' WHERE id = 'a77'"],
        found: .rowChanged,
        at: 77
    ),
    Tampering(
        "a domain row is deleted behind the program's back",
        ["DELETE FROM thing WHERE id = 'a78'"],
        found: .rowMissing,
        at: 78
    ),
    Tampering(
        "a domain row is inserted behind the program's back",
        ["INSERT INTO thing (id, name) VALUES ('b', 'b')"],
        found: .rowWithoutEntry,
        at: nil
    ),
]

@Test("tampering is found at the first entry that does not fit", arguments: tamperings)
func tamperingIsFound(tampering: Tampering) async throws {
    try await withFullRegistry { registry in
        for statement in tampering.statements { try await registry.tamper(statement) }
        let problem = try #require(try await registry.verify().problem)
        #expect(problem.code == tampering.code)
        #expect(problem.leafIndex == tampering.leafIndex)
        #expect(!problem.text(.vietnamese).isEmpty)
    }
}

@Test("of two changes, the one at the earlier leaf is named, whatever kinds they are")
func earlierOneIsNamed() async throws {
    try await withFullRegistry { registry in
        try await registry.tamper("UPDATE thing SET name = 'other' WHERE id = 'a130'")
        try await registry.tamper("UPDATE audit_entry SET content = \(zeros(2)) WHERE leaf_index = 140")
        #expect(try await registry.verify().problem?.leafIndex == 130)
        try await registry.tamper("UPDATE audit_entry SET actor = 'system:other' WHERE leaf_index = 120")
        let problem = try #require(try await registry.verify().problem)
        #expect((problem.code, problem.leafIndex) == (.entryChanged, 120))
        #expect(problem.subject == Registry.subject("a120"))
    }
}

@Test("when entry and tiles are rewritten together, the signed checkpoint contradicts both")
func rewrittenTogether() async throws {
    try await withFullRegistry(300) { registry in
        try await registry.tamper("UPDATE audit_entry SET actor = 'system:other' WHERE leaf_index = 120")
        try await registry.database.write { transaction in
            var tree = TreeBuilder()
            let rows = try transaction.query(
                "SELECT \(StoredEntry.columns) FROM audit_entry ORDER BY leaf_index"
            )
            for row in rows { tree.append(Merkle.leafHash(try StoredEntry(row).entry.encoded())) }
            for tile in tree.takeFinished() + tree.edge { try TileStore(transaction: transaction).keep(tile) }
        }
        let verdict = try await registry.verify()
        #expect((verdict.problem?.code, verdict.problem?.leafIndex) == (.checkpointDiffers, 100))
        #expect(verdict.checkpointCount == 2)
    }
}

@Test("a database that was replaced by an older copy of itself is found with a checkpoint kept elsewhere")
func olderCopy() async throws {
    try await withFullRegistry(300) { registry in
        let kept = try await registry.checkpoint()
        #expect(try await registry.verify(keptElsewhere: [kept]).problem == nil)
        try await registry.tamper("DELETE FROM audit_entry WHERE leaf_index >= 200")
        try await registry.tamper("DELETE FROM thing WHERE CAST(substr(id, 2) AS INTEGER) >= 200")
        try await registry.tamper("DELETE FROM audit_checkpoint WHERE size > 200")
        try await registry.tamper("UPDATE audit_tree SET size = 200")
        #expect(try await registry.verify().problem == nil)
        let problem = try await registry.verify(keptElsewhere: [kept]).problem
        #expect((problem?.code, problem?.leafIndex) == (.entryMissing, 200))
    }
}

@Test("a checkpoint of another key is a forged one")
func otherKey() async throws {
    try await withFullRegistry(100) { registry in
        let other = try someSigner(seed: 9)
        let note = try other.sign(try await registry.checkpoint().text)
        try await registry.tamper("UPDATE audit_checkpoint SET note = \(note)")
        #expect(try await registry.verify().problem?.code == .checkpointForged)
    }
}
