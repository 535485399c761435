import CPostgres

/// Rows on their way into a table by `COPY`, in its binary form (PostgreSQL manual, COPY, "Binary Format").
struct PostgresCopy {
    /// What is gathered before it is given to the connection.
    private static let bufferBytes = 1 << 18
    private static let signature = Array("PGCOPY\n".utf8) + [0xff, 0x0d, 0x0a, 0x00]
    /// No flags, and no extension of the header.
    private static let header = signature + [UInt8](repeating: 0, count: 8)
    private static let trailer: [UInt8] = [0xff, 0xff]

    /// One a column, as the table has them.
    let types: [PostgresType]
    private var buffer = header

    init(types: [PostgresType]) { self.types = types }

    /// Sends all rows; when `next` or a row fails the server forgets those that it has got.
    mutating func run(
        on connection: PostgresConnection,
        _ sql: String,
        _ next: () throws -> [SQLValue]?
    ) throws -> Int {
        try connection.finish()
        try connection.leavePipeline()
        try connection.beginCopy(sql)
        var count = 0
        do {
            while let row = try next() {
                try append(row)
                count += 1
                if buffer.count >= Self.bufferBytes { try hand(to: connection) }
            }
            buffer += Self.trailer
            try hand(to: connection)
        } catch {
            try? connection.endCopy(failing: true)
            throw error
        }
        try connection.endCopy(failing: false)
        return count
    }

    private mutating func append(_ row: [SQLValue]) throws(DatabaseError) {
        guard row.count == types.count else { throw .wrongRow }
        append(UInt16(clamping: row.count))
        for (value, type) in zip(row, types) {
            guard value != .null else {
                append(UInt32.max)
                continue
            }
            guard let bytes = type.encode(value) else { throw .wrongRow }
            append(UInt32(clamping: bytes.count))
            buffer += bytes
        }
    }

    private mutating func append<Word: FixedWidthInteger>(_ word: Word) {
        withUnsafeBytes(of: word.bigEndian) { buffer.append(contentsOf: $0) }
    }

    private mutating func hand(to connection: PostgresConnection) throws(DatabaseError) {
        try connection.putCopy(buffer)
        buffer.removeAll(keepingCapacity: true)
    }
}

extension PostgresConnection {
    /// `COPY` is the one thing that a pipeline does not take.
    fileprivate func leavePipeline() throws(DatabaseError) {
        guard sen_pq_exit_pipeline(handle) == 1 else { throw lost() }
    }

    fileprivate func enterPipeline() throws(DatabaseError) {
        guard sen_pq_enter_pipeline(handle) == 1 else { throw lost() }
    }

    fileprivate func beginCopy(_ sql: String) throws(DatabaseError) {
        do { try runAlone(sql) } catch {
            try enterPipeline()
            throw error
        }
    }

    fileprivate func putCopy(_ bytes: [UInt8]) throws(DatabaseError) {
        let status = bytes.withUnsafeBytes { buffer in
            sen_pq_put_copy(
                handle,
                buffer.baseAddress?.assumingMemoryBound(to: CChar.self),
                Int32(clamping: buffer.count)
            )
        }
        guard status == 1 else { throw lost() }
    }

    fileprivate func endCopy(failing: Bool) throws(DatabaseError) {
        guard sen_pq_end_copy(handle, failing ? "given up" : nil) == 1 else { throw lost() }
        var failure: DatabaseError?
        while let answer = sen_pq_get_result(handle) {
            let result = PostgresResult(answer)
            if result.isFailure { failure = failure ?? self.failure(of: result) }
        }
        if isLost { throw lost() }
        try enterPipeline()
        if let failure { throw failure }
    }
}
