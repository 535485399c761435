import Cryptography
import Database
import Foundation
import TestDatabases
import Testing
import Timekeeping

@testable import AuditLog

/// A made-up domain: things with a name, each change of which is audited.
struct Registry: Sendable {
    static let migration = Migration(
        "registry: create the things",
        ["CREATE TABLE thing (id TEXT PRIMARY KEY, name TEXT NOT NULL) \(.strict)"]
    )
    static let table = AuditedTable(
        subjectKind: "thing",
        ids: "SELECT id AS subject_id FROM thing",
        passiveActions: ["thing.read"]
    ) { id, transaction in
        try transaction.value("SELECT name FROM thing WHERE id = \(id)", as: String.self).map(content)
    }

    let database: any Database
    /// Another database object on the same data, as another process has one.
    let openAgain: @Sendable () throws -> any Database
    let audit = AuditLog { SecureRandom.bytes($0) }
    let signer: NoteSigner

    static func content(_ name: String) -> [UInt8] { Array("{\"name\":\"\(name)\"}".utf8) }
    static func subject(_ id: String) -> AuditSubject { AuditSubject(kind: "thing", id: id) }

    var sequencer: Sequencer { sequencer(on: database) }

    /// Its clock goes backwards, which must not matter.
    func sequencer(on database: any Database) -> Sequencer {
        Sequencer(database: database, signer: signer, clock: WallClock { Instant(secondsSince1970: -5) })
    }

    func name(_ id: String, _ name: String, at seconds: Int64 = 1, unit: String? = "40") async throws {
        try await database.write { [audit] transaction in
            try transaction.execute(
                """
                INSERT INTO thing (id, name) VALUES (\(id), \(name))
                ON CONFLICT (id) DO UPDATE SET name = excluded.name
                """
            )
            try audit.append(
                "thing.named",
                of: Self.subject(id),
                unit: unit,
                content: Self.content(name),
                by: .system("test"),
                at: Instant(secondsSince1970: seconds),
                in: transaction
            )
        }
    }

    /// Many things, a0, a1, and so on, in one transaction.
    func nameMany(_ range: Range<Int>) async throws {
        try await database.write { [audit] transaction in
            for number in range {
                let id = "a\(number)"
                try transaction.execute("INSERT INTO thing (id, name) VALUES (\(id), \(id))")
                try audit.append(
                    "thing.named",
                    of: Self.subject(id),
                    unit: nil,
                    content: Self.content(id),
                    by: .system("test"),
                    at: Instant(secondsSince1970: Int64(1000 - number)),
                    in: transaction
                )
            }
        }
    }

    func tamper(_ sql: SQL) async throws {
        try await database.write { transaction in _ = try transaction.execute(sql) }
    }

    func verify(keptElsewhere: [Checkpoint] = []) async throws -> AuditVerdict {
        let verifier = AuditVerifier(
            database: database,
            key: signer.verifyKey,
            tables: [Self.table],
            keptElsewhere: keptElsewhere
        )
        return try await verifier.verify()
    }

    func receipt(_ ids: String...) async throws -> Receipt {
        let key = signer.verifyKey
        return try await database.read(throwing: AuditErrorCode.self) { transaction in
            try Receipt.prove(ids.map(Self.subject), key: key, in: transaction)
        }
    }

    func checkpoint() async throws -> Checkpoint {
        let note = try await database.read { try TileStore(transaction: $0).newestCheckpoint()?.note }
        return try #require(Checkpoint(note: note ?? "", signedBy: signer.verifyKey))
    }
}

/// A blob of nothing but zeros.
func zeros(_ count: Int) -> [UInt8] { [UInt8](repeating: 0, count: count) }

/// An empty registry for one test, which runs on each database.
func withRegistry<T>(_ body: (Registry) async throws -> T) async throws -> T {
    try await onEachDatabase(AuditLog.migrations + [Registry.migration]) { (each) async throws in
        try await body(
            Registry(database: each.database, openAgain: each.openAgain, signer: someSigner())
        )
    }
}

/// A registry of `count` things in batches of 100, all in the tree.
func withFullRegistry<T>(_ count: Int = 700, _ body: (Registry) async throws -> T) async throws -> T {
    try await withRegistry { registry in
        for start in stride(from: 0, to: count, by: 100) {
            try await registry.nameMany(start..<min(start + 100, count))
            try await registry.sequencer.drain()
        }
        return try await body(registry)
    }
}
