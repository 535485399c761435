import AuditLog
import Database
import Foundation
import RunningPrograms
import Testing

@testable import sen

/// What somebody did behind the program's back, and the words by which `sen audit verify` has to name it.
struct Tampering: Sendable, CustomTestStringConvertible {
    let what: String
    let sql: SQL
    /// The leaf that has to be named.
    let leaf: Int
    let code: AuditProblem.Code

    var testDescription: String { what }

    /// In a log of 4 cases, whose 8 entries are leaves 0 to 7: opened and accepted in turn.
    static let all = [
        Tampering(
            what: "the title of case 2 changed",
            sql: "UPDATE case_file SET title = 'Trang hoạt động bình thường' WHERE count = 2",
            leaf: 3,
            code: .rowChanged
        ),
        Tampering(
            what: "a line of case 3's timeline changed",
            sql: """
                UPDATE case_event SET at = at + 1 WHERE position = 1
                    AND case_id = (SELECT id FROM case_file WHERE count = 3)
                """,
            leaf: 5,
            code: .rowChanged
        ),
        Tampering(
            what: "the actor of an entry changed",
            sql: "UPDATE audit_entry SET actor = 'system:nobody' WHERE leaf_index = 4",
            leaf: 4,
            code: .entryChanged
        ),
        Tampering(
            what: "the content of an entry changed",
            sql: "UPDATE audit_entry SET content = CAST('{}' AS BLOB) WHERE leaf_index = 1",
            leaf: 1,
            code: .contentChanged
        ),
        Tampering(
            what: "an entry deleted",
            sql: "DELETE FROM audit_entry WHERE leaf_index = 6",
            leaf: 6,
            code: .entryMissing
        ),
    ]
}

@Suite("sen audit verify")
struct AuditVerifyTests {
    @Test("says that everything fits, with progress on standard error, while the folder is served")
    func fits() async throws {
        try await withCases(4) { (bench) async throws in
            let outcome = try await Program.run(["audit", "verify"] + bench.data)
            #expect(outcome.status == 0)
            #expect(outcome.output.hasPrefix("Khớp: 8 mục, 1 điểm kiểm tra có chữ ký đúng"))
            #expect(outcome.error.contains("Đã kiểm tra 8/8 mục"))
            let english = try await Program.run(["audit", "verify"] + bench.data, language: "en")
            #expect(english.output.hasPrefix("All fits: 8 entries, 1 checkpoints"))
        }
    }

    @Test(
        "names the first entry that does not fit, and what to do",
        arguments: Tampering.all
    )
    func namesFirstMisfit(tampering: Tampering) async throws {
        try await withCases(4) { (bench) async throws in
            try await bench.tamper(tampering.sql)
            let outcome = try await Program.run(["audit", "verify"] + bench.data)
            #expect(outcome.status == 1)
            let first = outcome.output.split(separator: "\n").first ?? ""
            #expect(
                first.hasPrefix("KHÔNG KHỚP, lần đầu tại: lá \(tampering.leaf)"),
                "\(outcome.output)"
            )
            #expect(outcome.output.contains(tampering.code.rawValue))
            #expect(outcome.output.contains("sen audit verify --data BẢN-SAO-LƯU"))
        }
    }

    @Test("names a case that the log has never heard of")
    func caseWithoutEntry() async throws {
        try await withCases(1) { (bench) async throws in
            let names = try await bench.served.database.read { transaction in
                try transaction.query("SELECT name FROM pragma_table_info('case_file')")
                    .map { row in try row[0] as String }
            }
            let columns = names.joined(separator: ", ")
            let values = names.map { ["id": "'invented'", "count": "99", "cause": "NULL"][$0] ?? $0 }
            try await bench.tamper(
                """
                INSERT INTO case_file (\(trusted: columns))
                SELECT \(trusted: values.joined(separator: ", ")) FROM case_file
                """
            )
            let outcome = try await Program.run(["audit", "verify"] + bench.data)
            #expect(outcome.status == 1)
            #expect(outcome.output.hasPrefix("KHÔNG KHỚP, lần đầu tại: hồ sơ invented"))
            #expect(outcome.output.contains("audit.row-without-entry"))
        }
    }

    @Test("refuses a history that another key signed")
    func otherKey() async throws {
        try await withCases(1) { (bench) async throws in
            let strangers = try #require(NoteSigner(keyText: try strangersKey(named: "sen-0000")))
            let outcome = try await Program.run(
                ["audit", "verify", "--key", strangers.verifyKey.description] + bench.data
            )
            #expect(outcome.status == 1)
            #expect(outcome.output.contains("audit.checkpoint-forged"))
        }
    }

    @Test("finds by a kept receipt that the database was replaced by an older copy of itself")
    func olderCopy() async throws {
        try await withCases(1) { (bench) async throws in
            let old = bench.beside("old")
            #expect(try await Program.run(["backup", old] + bench.data).status == 0)
            try await bench.openCases(1, from: 2)
            let receipt = bench.beside("receipt.json")
            let number = try await bench.number(of: 2)
            #expect(
                try await Program.run(["audit", "prove", number, "-o", receipt] + bench.data).status == 0
            )
            #expect(try await Program.run(["audit", "verify", "--data", old]).status == 0)
            let outcome = try await Program.run(["audit", "verify", "--data", old, "--kept", receipt])
            #expect(outcome.status == 1)
            #expect(outcome.output.hasPrefix("KHÔNG KHỚP, lần đầu tại: lá 2"))
        }
    }

    @Test(
        "says what to do about a folder without data, a file that is no database, and a schema of another time"
    )
    func cannotLook() async throws {
        try await withCases(1) { (bench) async throws in
            let missing = try await Program.run(["audit", "verify", "--data", bench.beside("nowhere")])
            #expect(missing.status == 2)
            #expect(missing.error.contains("Hãy kiểm tra lại đường dẫn sau --data"))
            let rubbish = bench.beside("rubbish")
            try PrivateFile.makeFolder(rubbish)
            try PrivateFile.write(Array(repeating: 7, count: 9_000), to: rubbish + "/sen.sqlite")
            let damaged = try await Program.run(
                ["audit", "verify", "--data", rubbish, "--key", bench.served.signer.verifyKey.description]
            )
            #expect(damaged.status == 2)
            #expect(damaged.error.contains("data.not-a-database"))
            try await bench.tamper("INSERT INTO migration (name, applied_at) VALUES ('from the future', 0)")
            let newer = try await Program.run(["audit", "verify"] + bench.data)
            #expect(newer.status == 2)
            #expect(newer.error.contains("data.newer"))
            try await bench.tamper("DELETE FROM migration WHERE name LIKE 'cases:%' OR name LIKE 'from%'")
            let older = try await Program.run(["audit", "verify"] + bench.data)
            #expect(older.status == 2)
            #expect(older.error.contains("data.older"))
        }
    }

    @Test("prints a public key that does not change")
    func key() async throws {
        try await withCases(1) { (bench) async throws in
            let outcome = try await Program.run(["audit", "key"] + bench.data)
            #expect(outcome.status == 0)
            #expect(outcome.output == bench.served.signer.verifyKey.description + "\n")
        }
    }
}
