import Database
import Language
import Testing

@testable import AuditLog

/// A statement that breaks one rule of the schema, in a registry of ten things.
private let broken: [(rule: String, statement: SQL)] = [
    ("a leaf index is not negative", "UPDATE audit_entry SET leaf_index = -1 WHERE leaf_index = 0"),
    ("an actor is not empty", "UPDATE audit_entry SET actor = ''"),
    ("an action is not empty", "UPDATE audit_entry SET action = ''"),
    ("a subject's kind is not empty", "UPDATE audit_entry SET subject_kind = ''"),
    ("a subject's id is not empty", "UPDATE audit_entry SET subject_id = ''"),
    ("a unit is not too long", "UPDATE audit_entry SET unit_id = \(String(repeating: "0", count: 600))"),
    ("a commitment has 32 bytes", "UPDATE audit_entry SET commitment = \(zeros(31))"),
    ("a salt does not go without its content", "UPDATE audit_entry SET salt = NULL"),
    ("a content does not go without its salt", "UPDATE audit_entry SET content = NULL"),
    ("there is one tree", "INSERT INTO audit_tree (id, size) VALUES (2, 0)"),
    ("a tree's size is not negative", "UPDATE audit_tree SET size = -1"),
    ("a tile's level exists", "UPDATE audit_tile SET level = 8"),
    ("a tile's number is not negative", "UPDATE audit_tile SET number = -1"),
    ("a tile is not empty", "UPDATE audit_tile SET hashes = \(zeros(0))"),
    ("a tile holds whole hashes", "UPDATE audit_tile SET hashes = \(zeros(33))"),
    ("a tile is not too wide", "UPDATE audit_tile SET hashes = \(zeros(8224))"),
    ("a checkpoint covers something", "UPDATE audit_checkpoint SET size = 0"),
]

@Test("the schema refuses what no entry, tile or checkpoint may be", arguments: broken.indices)
func brokenRules(index: Int) async throws {
    try await withFullRegistry(10) { registry in
        do {
            try await registry.tamper(broken[index].statement)
            Issue.record("not held: \(broken[index].rule)")
        } catch let error as DatabaseError {
            guard case .check = error.kind else {
                Issue.record("\(broken[index].rule): \(error.kind)")
                return
            }
        }
    }
}

@Test("no two entries have one leaf, and no two checkpoints one size")
func uniqueness() async throws {
    try await withFullRegistry(200) { registry in
        for statement: SQL in [
            "UPDATE audit_entry SET leaf_index = 5 WHERE leaf_index = 6",
            "INSERT INTO audit_checkpoint (size, note, signed_at) VALUES (200, 'x', 0)",
        ] {
            do {
                try await registry.tamper(statement)
                Issue.record("two of one kind were accepted")
            } catch let error as DatabaseError {
                guard case .unique = error.kind else {
                    Issue.record("\(error.kind)")
                    return
                }
            }
        }
    }
}

@Test("an erased content that is put back wrong is found, and one that is put back right fits")
func contentPutBack() async throws {
    try await withFullRegistry(10) { registry in
        let (salt, content) = try await registry.database.read { transaction in
            let row = try transaction.query("SELECT salt, content FROM audit_entry WHERE leaf_index = 4")[0]
            return (try row[0] as [UInt8], try row[1] as [UInt8])
        }
        try await registry.tamper("UPDATE audit_entry SET salt = NULL, content = NULL WHERE leaf_index = 4")
        #expect(try await registry.verify().problem == nil)
        try await registry.tamper(
            "UPDATE audit_entry SET salt = \(salt), content = \(zeros(2)) WHERE leaf_index = 4"
        )
        #expect(try await registry.verify().problem?.leafIndex == 4)
        try await registry.tamper("UPDATE audit_entry SET content = \(content) WHERE leaf_index = 4")
        #expect(try await registry.verify().problem == nil)
    }
}

@Test("each problem and each refusal has a code of its own and a sentence in both languages")
func sentences() {
    let problems = AuditProblem.Code.allCases.map { AuditProblem(code: $0) }
    #expect(Set(problems.map(\.text.vi)).count == problems.count)
    #expect(Set(problems.map(\.text.en)).count == problems.count)
    let codes = AuditErrorCode.allCases
    #expect(Set(codes.map(\.text.vi)).count == codes.count)
    for code in codes { #expect(code.rawValue.hasPrefix("audit.") && code.text.en.hasSuffix(".")) }
}
