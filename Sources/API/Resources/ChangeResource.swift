import Datasets
import HTTPTypes
import Hummingbird
import Language
import Places
import Serving

/// `GET /api/v1/datasets/{dataset}/changes`: what became of the records, one change after the other.
///
/// As a page, as NDJSON to the end of what there is, or as server-sent events that go on. The number of a change is its
/// place in the audit log: whoever names the last one he has misses nothing afterwards.
enum ChangeResource {
    static let operations: [Operation] = [
        .get(
            "/api/v1/datasets/{dataset}/changes",
            "listChanges",
            .API.listChanges,
            [after, lastEventID, .purpose, .limit(max: DatasetStore.changesMax)],
            answers: AnswerShape(
                content: .json(page),
                otherTypes: [RecordListResource.ndjson, ChangeEvents.type]
            ),
            list
        )
    ]

    /// The largest whole number that every reader of JSON keeps exactly (RFC 8259, 6).
    private static let placeMax = (1 << 53) - 1
    private static let after = Parameter.query("after", .integer(min: -1, max: placeMax), .API.changesAfter)
    private static let lastEventID = Parameter.header(
        "Last-Event-ID",
        .text(min: 1, max: 18, pattern: "^[0-9]{1,18}$"),
        .API.lastEventID
    )

    private static let page = Schema.object([
        .required("items", .list(ChangeShape.schema)), .required("next", .integer(min: -1)),
        .required("newest", .integer(min: -1)),
    ])

    private static func list(_ call: Call) async throws -> Answer {
        let asked = try await call.records()
        let accept = AcceptHeader(call.headers[.accept] ?? "")
        let start = HTTPField.Name(lastEventID.name).flatMap { call.headers[$0] }.flatMap { Int64($0) }
        var walk = ChangeWalk(asked: asked, call: call)
        walk.place = start ?? call.query["after"].flatMap { Int64($0) } ?? -1
        if accept.names(ChangeEvents.type) { return try await ChangeEvents(walk: walk).answer() }
        let isStream = accept.names(RecordListResource.ndjson)
        let count = isStream ? call.query["limit"].flatMap { Int($0) } ?? Int.max : call.limit
        let first = try await walk.page(countMax: count)
        if !isStream || !walk.isEachNoted { try await walk.note(isStream ? nil : first.changes) }
        guard isStream else {
            return .json([
                "items": .list(first.changes.map(ChangeShape.json)),
                "next": .integer(first.next), "newest": .integer(first.newest),
            ])
        }
        return Answer(
            content: .stream(type: RecordListResource.ndjson) { [walk] writer in
                var (walk, page, left) = (walk, first, count)
                while true {
                    if walk.isEachNoted { try await walk.note(page.changes) }
                    try await writer.write(ChangeShape.lines(page.changes))
                    left -= page.changes.count
                    guard !page.isAtEnd, left > 0 else { return }
                    page = try await walk.page(countMax: left)
                }
            }
        )
    }
}

/// The changes from a place on, page by page.
struct ChangeWalk: Sendable {
    var asked: AskedRecords
    var call: Call
    var place: Int64 = -1

    /// Of personal data each record that is handed out gets an entry; of other data the request gets one.
    var isEachNoted: Bool { asked.stored.dataset.classification == .personal }

    mutating func page(countMax: Int) async throws -> ChangePage {
        let page = try await call.house.datasets.changes(
            of: asked.stored.dataset.id,
            after: place,
            countMax: countMax,
            within: asked.scope
        )
        place = page.next
        return page
    }

    /// Writes down that these are read; `nil` when it is not known yet how many.
    func note(_ changes: [RecordChange]?) async throws {
        let records = changes?.compactMap(\.record)
        // Nothing of a person was handed out: nothing to tell him.
        if isEachNoted, records?.isEmpty == true { return }
        try await asked.note(.changes, records, call)
    }

    /// Asks anew who the caller is and what he may see.
    ///
    /// - Throws: when the key does not hold any more, or reaches the dataset no more.
    mutating func renew() async throws {
        call.context.visitor = try await KeyAuthentication(keys: call.house.keys).visitor(call.headers)
        asked = try await call.records()
    }
}

/// A change as the API shows it.
enum ChangeShape {
    static let schema = Schema.named(
        "RecordChange",
        .object([
            .required("sequence", .integer(min: 0)),
            .required("action", .choice(RecordChange.Action.allCases.map(\.rawValue))),
            .required("at", .instant), .required("actor", .string), .required("unit", .string),
            .required("key", .nullable(.string)), .required("version", .nullable(.integer(min: 1))),
            .required("sha256", .nullable(.string)), .required("erased", .flag),
            .required("record", .nullable(RecordShape.schema)),
        ])
    )

    static func json(_ change: RecordChange) -> JSON {
        [
            "sequence": .integer(change.sequence), "action": .text(change.action.rawValue),
            "at": JSON(change.at), "actor": .text(change.actor), "unit": .text(change.unit.rawValue),
            "key": JSON(change.key?.text), "version": JSON(change.version), "sha256": JSON(change.sha256),
            "erased": .flag(change.isErased), "record": change.record.map { RecordShape.json($0) } ?? .null,
        ]
    }

    static func lines(_ changes: [RecordChange]) -> ByteBuffer {
        ByteBuffer(bytes: changes.flatMap { json($0).bytes + [UInt8(ascii: "\n")] })
    }
}
