import Database
import Datasets
import Hummingbird
import Language

/// `/api/v1/datasets/{dataset}/readings`: who read what, for the owner of the data and for those who answer the persons
/// that it is about.
enum ReadingResource {
    static let operations: [Operation] = [
        .get(
            "/api/v1/datasets/{dataset}/readings",
            "listReadings",
            .API.listReadings,
            [
                .query("key", .text(min: 1, max: RecordKey.bytesMax), .API.readingsKey), .cursor,
                .limit(max: DatasetStore.readingsMax),
            ],
            answers: .json(.page(of: schema))
        ) { call in
            let stored = try await call.dataset()
            let notes = try await call.house.datasets.readings(
                of: call.query["key"].map { RecordKey($0) },
                in: stored.dataset.id,
                before: try call.cursor { Int64($0) },
                countMax: call.limit,
                by: try call.permit(ReadReadings.self, on: stored.dataset.owner)
            )
            let isFull = notes.count == call.limit
            return call.page(notes.map(json), next: isFull ? notes.last.map { "\($0.entry)" } : nil)
        }
    ]

    private static let schema = Schema.named(
        "Reading",
        .object([
            .required("entry", .integer(min: 1)), .required("at", .instant), .required("actor", .string),
            .required("kind", .choice(RecordReading.Kind.allCases.map(\.rawValue))),
            .required("purpose", .nullable(.string)), .required("grant", .nullable(.string)),
            .required("key", .nullable(.string)), .required("records", .nullable(.integer(min: 0))),
        ])
    )

    private static func json(_ note: ReadingNote) -> JSON {
        [
            "entry": .integer(note.entry), "at": JSON(note.at), "actor": .text(note.actor),
            "kind": .text(note.kind.rawValue), "purpose": JSON(note.purpose),
            "grant": JSON(note.grant?.description), "key": JSON(note.key?.text),
            "records": JSON(note.records),
        ]
    }
}
