import Cryptography
import Database
import Datasets
import Language

/// Copies every table of one database into another one, in one transaction, and proves that nothing changed.
struct DatabaseCopy {
    /// Rows that are asked for at once: with the largest ones, pieces of attachments, some 16 MB.
    static let pageRows = 64
    /// What a database has that was only migrated.
    private static let madeByMigrations: Set<String> = ["migration", "audit_tree"]

    let source: any Database
    let target: any Database

    /// Rows and hash of one table, the same on both sides.
    struct Proof: Hashable, Sendable {
        let table: String
        let rows: Int
        let sha256: [UInt8]
    }

    /// `onTable` hears of each table that is copied.
    ///
    /// - Throws: `targetExists` when the target holds data, `copyDamaged` when a table is not what it was.
    func run(onTable: @escaping @Sendable (_ done: Int, _ total: Int) -> Void) async throws -> [Proof] {
        let (source, target) = (source, target)
        let proofs = try await target.write { transaction in
            try source.readHere { from in
                let tables = try from.tables()
                try Self.makeTables(of: from, in: transaction)
                try Self.refuseFull(transaction, tables)
                if transaction.dialect == .sqlite {
                    try transaction.execute("PRAGMA defer_foreign_keys = ON")
                }
                return try tables.enumerated().map { place, table in
                    onTable(place, tables.count)
                    return try Self.copy(table, from: from, to: transaction)
                }
            }
        }
        // Read again after the commit, in the order of the keys, as it now lies in the target.
        let kept = try await target.read { transaction in
            try proofs.map { proof in
                let table = try transaction.tables().first { $0.name == proof.table }
                return try table.map { try Self.proof(of: $0, in: transaction) }
            }
        }
        for (proof, found) in zip(proofs, kept) where found != proof {
            throw DataFolderError(.copyDamaged, "the table \(proof.table) is not what it was")
        }
        return proofs
    }

    /// A dataset brings tables of its own; a target that has datasets is refused as soon as its rows are found.
    private static func makeTables(of source: any Transaction, in target: any Transaction) throws {
        let names = (try source.tables() + target.tables()).map(\.name).count { $0 == "dataset" }
        guard names == 2, try target.first("SELECT 1 FROM dataset LIMIT 1") == nil else { return }
        try DatasetStore.makeTables(of: source, in: target)
    }

    private static func refuseFull(_ transaction: any Transaction, _ tables: [Table]) throws {
        let present = Set(try transaction.tables())
        for table in tables {
            guard present.contains(where: { $0.name == table.name && Set($0.columns) == Set(table.columns) })
            else {
                throw DataFolderError(.older, "the two databases have different tables: \(table.name)")
            }
            let name: SQL = "\(trusted: table.name)"
            if madeByMigrations.contains(table.name) {
                try transaction.execute("DELETE FROM \(name)")
            } else if try transaction.first("SELECT 1 FROM \(name) LIMIT 1") != nil {
                throw DataFolderError(.targetExists, "the target has rows in \(table.name)")
            }
        }
    }

    private static func copy(
        _ table: Table,
        from source: any Transaction,
        to target: any Transaction
    ) throws -> Proof {
        var rows = TableRows(table, source)
        var hash = TableHash()
        let count = try target.load(into: table.name, columns: table.columns) {
            let row = try rows.next()
            if let row { hash.take(row) }
            return row
        }
        return Proof(table: table.name, rows: count, sha256: hash.finish())
    }

    private static func proof(of table: Table, in transaction: any Transaction) throws -> Proof {
        // By the names in their order, which a table that was altered may have got in another one.
        var rows = TableRows(table, transaction)
        var hash = TableHash()
        var count = 0
        while let row = try rows.next() {
            hash.take(row)
            count += 1
        }
        return Proof(table: table.name, rows: count, sha256: hash.finish())
    }
}

/// The rows of a table in the order of its key, a page at a time.
private struct TableRows {
    private let table: Table
    private let transaction: any Transaction
    private var page: [Row] = []
    private var place = 0
    private var isOver = false

    init(_ table: Table, _ transaction: any Transaction) {
        self.table = table
        self.transaction = transaction
    }

    mutating func next() throws -> [SQLValue]? {
        if place == page.count, !isOver { try turn() }
        guard place < page.count else { return nil }
        defer { place += 1 }
        return page[place].values
    }

    private mutating func turn() throws {
        let key = table.key.isEmpty ? table.columns : table.key
        let names = key.joined(separator: ", ")
        var behind: SQL = "1 = 1"
        if let last = page.last {
            let places = key.compactMap { table.columns.firstIndex(of: $0) }
            let values = SQL.joined(places.map { "\(last.values[$0])" }, by: ", ")
            behind = "(\(trusted: names)) > (\(values))"
        }
        page = try transaction.query(
            """
            SELECT \(trusted: table.columns.joined(separator: ", ")) FROM \(trusted: table.name)
            WHERE \(behind) ORDER BY \(trusted: names) LIMIT \(DatabaseCopy.pageRows)
            """
        )
        place = 0
        isOver = page.count < DatabaseCopy.pageRows
    }
}

/// SHA-256 over all values of all rows, each with its kind and its length.
private struct TableHash {
    private var hasher = SHA256Hasher()

    mutating func take(_ row: [SQLValue]) {
        for value in row {
            switch value {
            case .null: take(0, [])
            case .integer(let number): take(1, Self.bytes(UInt64(bitPattern: number)))
            case .real(let number): take(2, Self.bytes(number.bitPattern))
            case .text(let text): take(3, Array(text.utf8))
            case .blob(let bytes): take(4, bytes)
            }
        }
    }

    mutating func finish() -> [UInt8] { hasher.finish() }

    private mutating func take(_ kind: UInt8, _ bytes: [UInt8]) {
        hasher.update(kind)
        hasher.update(Self.bytes(UInt64(bytes.count)))
        hasher.update(bytes)
    }

    private static func bytes(_ word: UInt64) -> [UInt8] { withUnsafeBytes(of: word.bigEndian) { Array($0) } }
}
