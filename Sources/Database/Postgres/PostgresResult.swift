import CPostgres

/// One result of libpq, cleared with the last use of it.
final class PostgresResult {
    let handle: OpaquePointer

    init(_ handle: OpaquePointer) { self.handle = handle }
    deinit { sen_pq_clear(handle) }

    var status: Int { Int(sen_pq_result_status(handle)) }
    var isFailure: Bool {
        status == SEN_PQ_FATAL_ERROR || status == SEN_PQ_BAD_RESPONSE
    }
    /// How many rows the statement changed.
    var changed: Int { sen_pq_changed(handle).flatMap { Int(String(cString: $0)) } ?? 0 }
    /// The command that was carried out, such as `COMMIT`.
    var command: String { sen_pq_command(handle).map { String(cString: $0) } ?? "" }
    var rowCount: Int { Int(sen_pq_row_count(handle)) }

    var parameterTypes: [PostgresType] {
        (0..<sen_pq_parameter_count(handle)).map { PostgresType(sen_pq_parameter_type(handle, $0)) }
    }

    /// Bytes of all values of one row.
    func byteCount(ofRow row: Int) -> Int {
        (0..<sen_pq_column_count(handle)).reduce(0) { $0 + Int(sen_pq_length(handle, Int32(row), $1)) }
    }

    var rows: [Row] {
        let types = (0..<sen_pq_column_count(handle)).map { PostgresType(sen_pq_column_type(handle, $0)) }
        return (0..<rowCount).map { row in
            Row(values: types.indices.map { value(row, $0, types[$0]) })
        }
    }

    private func value(_ row: Int, _ column: Int, _ type: PostgresType) -> SQLValue {
        let (row, column) = (Int32(row), Int32(column))
        guard sen_pq_is_null(handle, row, column) == 0 else { return .null }
        let bytes = UnsafeRawBufferPointer(
            start: sen_pq_value(handle, row, column),
            count: Int(sen_pq_length(handle, row, column))
        )
        return type.decode(bytes)
    }

    /// Why the statement failed.
    ///
    /// The server's main message names tables, columns and constraints; its detail, and any message about the form of a
    /// value, would show row values and is left out.
    var failure: DatabaseError {
        let state = field(SEN_PQ_FIELD_SQLSTATE) ?? ""
        let message = field(SEN_PQ_FIELD_MESSAGE) ?? "the server gave no reason"
        let detail = state.hasPrefix("22") ? "SQLSTATE \(state)" : "\(message) (\(state))"
        return DatabaseError(kind: kind(of: state), detail: detail)
    }

    var sqlState: String { field(SEN_PQ_FIELD_SQLSTATE) ?? "" }

    private func kind(of state: String) -> DatabaseError.Kind {
        let table = field(SEN_PQ_FIELD_TABLE) ?? ""
        switch state {
        case "23505": return .unique(uniqueColumns(of: table) ?? constraint)
        case "23514": return .check(constraint)
        case "23503": return .foreignKey
        case "23502": return .notNull("\(table).\(field(SEN_PQ_FIELD_COLUMN) ?? "")")
        default: return .init(sqlState: state)
        }
    }

    private var constraint: String { field(SEN_PQ_FIELD_CONSTRAINT) ?? "" }

    /// The columns as SQLite names them.
    ///
    /// Such as `item.year, item.number` from the detail `Key (year, number)=(2026, 7) already exists.`
    private func uniqueColumns(of table: String) -> String? {
        guard let detail = field(SEN_PQ_FIELD_DETAIL), let start = detail.firstIndex(of: "("),
            let end = detail.firstRange(of: ")=(")?.lowerBound, start < end
        else { return nil }
        return detail[detail.index(after: start)..<end].split(separator: ", ")
            .map { "\(table).\($0.filter { $0 != "\"" })" }.joined(separator: ", ")
    }

    private func field(_ name: Int) -> String? {
        sen_pq_error_field(handle, Int32(name)).map { String(cString: $0) }
    }
}

extension DatabaseError.Kind {
    /// The classes of PostgreSQL's manual, appendix A.
    fileprivate init(sqlState state: String) {
        self =
            switch state {
            case "53100": .full
            case "40001", "40P01", "55P03", "53300": .busy
            case "57014": .interrupted
            case "25006": .readOnly
            case "25P03", "57P01", "57P02", "57P03", "57P05": .unreachable
            case "XX001", "XX002": .corrupt
            case _ where state.hasPrefix("08"): .unreachable
            default: .other
            }
    }
}
