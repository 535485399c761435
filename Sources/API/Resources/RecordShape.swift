import Datasets
import Places

/// A record as the API shows it.
enum RecordShape {
    private static let states = RecordState.allCases.map(\.rawValue)
    private static let fields: [Schema.Field] = [
        .required("key", .string), .required("unit", .string), .required("period", .nullable(.string)),
        .required("version", .integer(min: 1)), .required("schemaVersion", .integer(min: 1)),
        .required("state", .choice(states)), .required("approvals", .integer(min: 0)),
        .required("changedAt", .instant), .required("changedBy", .string), .required("through", .string),
        .required("reason", .nullable(.string)),
    ]
    static let schema = Schema.named("Record", .object(fields + [.required("record", .anything)]))
    /// Without the content.
    static let step = Schema.named("RecordVersion", .object(fields))
    static let stateNames = Schema.choice(states)

    private static func members(_ record: StoredRecord) -> [(String, JSON)] {
        [
            ("key", .text(record.key.text)), ("unit", .text(record.unit.rawValue)),
            ("period", JSON(record.period)), ("version", JSON(record.version)),
            ("schemaVersion", JSON(record.schemaVersion)), ("state", .text(record.state.rawValue)),
            ("approvals", JSON(record.approvals)), ("changedAt", JSON(record.changedAt)),
            ("changedBy", .text(record.actor)), ("through", .text(record.through)),
            ("reason", JSON(record.reason)),
        ]
    }

    /// The stored text stands in it as it is; `content` stands for it where only some fields are wanted.
    static func json(_ record: StoredRecord, content: String? = nil) -> JSON {
        JSON(members(record) + [("record", .written(content ?? record.content))])
    }

    static func step(_ record: StoredRecord) -> JSON { JSON(members(record)) }

    /// Records with the wanted fields.
    static func json(_ records: [StoredRecord], _ fields: FieldSelection?) -> [JSON] {
        guard let fields else { return records.map { json($0) } }
        return zip(records, fields.texts(of: records)).map { json($0, content: $1) }
    }
}
