import Database
import Synchronization
import Testing

@testable import AuditLog

private struct PowerCut: Error {}

/// A database whose writes stop working at the n-th statement, as if the power had gone.
private struct FailingDatabase: Database {
    let inner: any Database
    let statementsUntilCut: Int

    func read<T: Sendable>(_ body: @escaping @Sendable (any Transaction) throws -> T) async throws -> T {
        try await inner.read(body)
    }

    func write<T: Sendable>(_ body: @escaping @Sendable (any Transaction) throws -> T) async throws -> T {
        try await inner.write { [statementsUntilCut] transaction in
            let failing = FailingTransaction(inner: transaction, left: statementsUntilCut)
            let result = try body(failing)
            if failing.left == 0 { throw PowerCut() }
            return result
        }
    }

    func readHere<T>(_ body: (any Transaction) throws -> T) throws -> T { try inner.readHere(body) }

    func close() { inner.close() }
}

private final class FailingTransaction: Transaction {
    let inner: any Transaction
    var dialect: Dialect { inner.dialect }
    var left: Int

    init(inner: any Transaction, left: Int) {
        self.inner = inner
        self.left = left
    }

    private func count() throws(DatabaseError) {
        guard left > 0 else { throw DatabaseError(kind: .other, detail: "the power is gone") }
        left -= 1
    }

    func query(_ sql: SQL) throws(DatabaseError) -> [Row] {
        try count()
        return try inner.query(sql)
    }

    func execute(_ sql: SQL) throws(DatabaseError) -> Int {
        try count()
        return try inner.execute(sql)
    }

    func send(_ sql: SQL) throws(DatabaseError) { _ = try execute(sql) }

    func query(_ sql: PreparedSQL, _ values: [SQLValue]) throws(DatabaseError) -> [Row] {
        try count()
        return try inner.query(sql, values)
    }

    func execute(_ sql: PreparedSQL, _ values: [SQLValue]) throws(DatabaseError) -> Int {
        try count()
        return try inner.execute(sql, values)
    }

    func send(_ sql: PreparedSQL, _ values: [SQLValue]) throws(DatabaseError) {
        _ = try execute(sql, values)
    }

    func load(into table: String, columns: [String], rows next: () throws -> [SQLValue]?) throws -> Int {
        try count()
        return try inner.load(into: table, columns: columns, rows: next)
    }

    func forEachRow(of sql: SQL, _ body: (Row) throws -> Void) throws {
        try count()
        try inner.forEachRow(of: sql, body)
    }
}

@Test("a crash at any statement of a batch leaves nothing of it, and the next start makes the same tree")
func crashAnywhere() async throws {
    try await withFullRegistry(254) { registry in
        try await registry.nameMany(254..<258)
        let before = try await registry.checkpoint()
        var statements = 0
        while true {
            let failing = FailingDatabase(inner: registry.database, statementsUntilCut: statements)
            do {
                try await registry.sequencer(on: failing).step()
                break
            } catch {
                statements += 1
                let published = try await registry.checkpoint()
                #expect(published == before)
                let verdict = try await registry.verify()
                #expect((verdict.entryCount, verdict.problem) == (254, nil))
            }
        }
        // Size, edge tile, entries, leaves, a full tile, two at the edge, checkpoint, size; and once after the last.
        #expect(statements == 10)
        let verdict = try await registry.verify()
        #expect((verdict.entryCount, verdict.problem) == (258, nil))
        let after = try await registry.checkpoint()
        #expect(after.size == 258)
    }
}
