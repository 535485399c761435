import AuditLog
import Cryptography
import Database
import Foundation
import Timekeeping

/// A million entries: what appending, sequencing and verifying them costs.
struct AuditLogBenchmark {
    private let count = 1_000_000
    /// Entries of one transaction, as a bulk import writes them.
    private let entriesPerWrite = 1_000
    private let content = Array("{\"name\":\"\(String(repeating: "a", count: 300))\"}".utf8)

    func run() async throws {
        try await withTemporaryFolder { (folder) async throws in
            let database = try SQLiteDatabase(path: folder.appending(path: "sen.sqlite").path)
            defer { database.close() }
            let clock = WallClock { Instant(Date()) }
            try await Migrator(AuditLog.migrations).migrate(database, clock: clock)
            let key = try Ed25519PrivateKey.generate(randomBytes: SecureRandom.bytes)
            guard let signer = NoteSigner(name: "sen-bench", key: key) else { return }
            try await append(to: database)
            let sequencer = Sequencer(database: database, signer: signer, clock: clock)
            try await Cost.of { _ = try await sequencer.drain() }.print("audit: sequence", count: count)
            try await verify(database, key: signer.verifyKey, tables: [], named: "audit: verify")
            let table = AuditedTable(subjectKind: "thing", ids: "SELECT '' AS subject_id WHERE 1 = 0") {
                [content] _, _ in content
            }
            try await verify(
                database,
                key: signer.verifyKey,
                tables: [table],
                named: "audit: verify with rows"
            )
        }
    }

    private func append(to database: SQLiteDatabase) async throws {
        let audit = AuditLog(randomBytes: SecureRandom.bytes)
        // Made beforehand: what they cost is not the log's.
        let subjects = (0..<count).map { AuditSubject(kind: "thing", id: Self.id(of: $0)) }
        let cost = try await Cost.of {
            for start in stride(from: 0, to: count, by: entriesPerWrite) {
                try await database.write { [content, entriesPerWrite] transaction in
                    for number in start..<start + entriesPerWrite {
                        try audit.append(
                            "thing.named",
                            of: subjects[number],
                            unit: "16681",
                            content: content,
                            by: .system("bench"),
                            at: Instant(secondsSince1970: Int64(number)),
                            in: transaction
                        )
                    }
                }
            }
        }
        cost.print("audit: append", count: count, aim: "aim: 4 µs")
    }

    private func verify(
        _ database: SQLiteDatabase,
        key: NoteVerifyKey,
        tables: [AuditedTable],
        named name: String
    ) async throws {
        let verifier = AuditVerifier(database: database, key: key, tables: tables)
        let cost = try await Cost.of {
            let verdict = try await verifier.verify()
            guard verdict.problem == nil else { fatalError("the log does not fit") }
        }
        cost.print(name, count: count, aim: "aim: 30 s")
    }

    /// A UUIDv7 as in real life, three entries for each.
    private static func id(of number: Int) -> String {
        let digits = String(number / 3, radix: 16)
        return "018f0000-0000-7000-8000-" + String(repeating: "0", count: 12 - digits.count) + digits
    }
}
