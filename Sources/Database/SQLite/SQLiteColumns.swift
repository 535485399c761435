import CSQLite

/// Tells SQLite to copy what is bound, since Swift's storage ends with the call.
private let copied = unsafeBitCast(-1, to: sqlite3_destructor_type.self)

extension SQLiteConnection {
    func bind(_ values: [SQLValue], to statement: OpaquePointer) throws(DatabaseError) {
        for (index, value) in values.enumerated() {
            let status = bind(value, to: statement, at: Int32(index + 1))
            guard status == SQLITE_OK else { throw failure() }
        }
    }

    /// Texts are bound with their length, so that a NUL inside one is kept.
    private func bind(_ value: SQLValue, to statement: OpaquePointer, at position: Int32) -> Int32 {
        switch value {
        case .null: return sqlite3_bind_null(statement, position)
        case .integer(let number): return sqlite3_bind_int64(statement, position, number)
        case .real(let number): return sqlite3_bind_double(statement, position, number)
        case .text(var text):
            return text.withUTF8 { bytes in
                bytes.withMemoryRebound(to: CChar.self) { characters in
                    let start = characters.baseAddress
                    guard let start else { return sqlite3_bind_text(statement, position, "", 0, copied) }
                    return sqlite3_bind_text64(
                        statement,
                        position,
                        start,
                        UInt64(characters.count),
                        copied,
                        UInt8(SQLITE_UTF8)
                    )
                }
            }
        case .blob(let bytes):
            guard !bytes.isEmpty else { return sqlite3_bind_zeroblob(statement, position, 0) }
            return bytes.withUnsafeBytes {
                sqlite3_bind_blob64(statement, position, $0.baseAddress, UInt64($0.count), copied)
            }
        }
    }

    func row(of statement: OpaquePointer) -> Row {
        Row(values: (0..<sqlite3_column_count(statement)).map { column(statement, $0) })
    }

    private func column(_ statement: OpaquePointer, _ index: Int32) -> SQLValue {
        switch sqlite3_column_type(statement, index) {
        case SQLITE_INTEGER: return .integer(sqlite3_column_int64(statement, index))
        case SQLITE_FLOAT: return .real(sqlite3_column_double(statement, index))
        case SQLITE_TEXT:
            let start = sqlite3_column_text(statement, index)
            let count = Int(sqlite3_column_bytes(statement, index))
            return .text(String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self))
        case SQLITE_BLOB:
            let start = sqlite3_column_blob(statement, index)
            let count = Int(sqlite3_column_bytes(statement, index))
            return .blob(Array(UnsafeRawBufferPointer(start: start, count: count)))
        default: return .null
        }
    }
}
