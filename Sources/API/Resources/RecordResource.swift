import Access
import Datasets
import Hummingbird
import Language
import Places
import Timekeeping

/// `/api/v1/datasets/{dataset}/records/{key}`: one record, read and written by its key.
enum RecordResource {
    static let path = "/api/v1/datasets/{dataset}/records"

    static let operations: [Operation] = [
        .get(
            "\(path)/{key}",
            "getRecord",
            .API.getRecord,
            [.asOf, .purpose, .grant],
            answers: .json(RecordShape.schema),
            hasVersion: true,
            one
        ),
        Operation(
            method: .put,
            path: "\(path)/{key}",
            id: "putRecord",
            summary: .API.putRecord,
            parameters: [.ifMatch, .ifNoneMatch, .reason, .reasonQuery, .idempotencyKey],
            body: .raw(types: ["application/json"], bytesMax: recordBytesMax),
            answer: .json(written, [.ok, .created]),
            hasVersion: true,
            handle: put
        ),
        .get(
            "\(path)/{key}/versions",
            "listRecordVersions",
            .API.listRecordVersions,
            [.purpose, .grant, .cursor],
            answers: .json(.page(of: RecordShape.schema)),
            versions
        ),
    ]

    /// A record is a form or a report of one month; what is larger is a file.
    private static let recordBytesMax = 1 << 20

    static let outcomes = ["created", "updated", "unchanged"]
    private static let written = Schema.named(
        "WrittenRecord",
        .object([
            .required("key", .string), .required("outcome", .choice(outcomes)),
            .required("version", .integer(min: 1)),
        ])
    )

    private static func one(_ call: Call) async throws -> Answer {
        let asked = try await call.records()
        let record = try await call.house.datasets.record(
            try call.recordKey(),
            in: asked.stored.dataset.id,
            asOf: call.instant(Parameter.asOf.name),
            within: asked.scope
        )
        try await asked.note(.record, [record], call)
        return .json(RecordShape.json(record)).version(record.version)
    }

    private static func put(_ call: Call) async throws -> Answer {
        let permit = try call.widest(WriteRecords.self)
        let (key, outcome) = try await call.house.datasets.put(
            call.bytes,
            as: try call.recordKey(),
            in: try call.datasetID(),
            expecting: try expectation(call),
            origin: try call.origin(reason: try call.reason()),
            by: permit
        )
        let answer = Answer.json(
            [
                "key": .text(key.text), "outcome": .text(code(of: outcome)),
                "version": JSON(outcome.version),
            ],
            outcome == .created ? .created : .ok
        )
        .version(outcome.version)
        let path = call.target.prefix { $0 != "?" }
        return outcome == .created ? answer.location(String(path)) : answer
    }

    static func code(of outcome: RecordOutcome) -> String {
        switch outcome {
        case .created: "created"
        case .updated: "updated"
        case .unchanged: "unchanged"
        }
    }

    private static func expectation(_ call: Call) throws -> RecordExpectation {
        let match = call.headers[.ifMatch]
        if call.headers[.ifNoneMatch] != nil {
            guard match == nil else {
                let failure = APIError(.versionInvalid, "both If-Match and If-None-Match")
                throw FieldFailure(field: Parameter.ifNoneMatch.name, failure: failure)
            }
            return .absent
        }
        guard match != nil else { return .anything }
        return call.expectedVersion.map { .version($0) } ?? .present
    }

    private static func versions(_ call: Call) async throws -> Answer {
        let asked = try await call.records()
        let page = try await call.house.datasets.versions(
            of: try call.recordKey(),
            in: asked.stored.dataset.id,
            before: try call.cursor { text in Int(text).flatMap { $0 > 0 ? $0 : nil } },
            within: asked.scope
        )
        // An earlier version may have been of another unit.
        let seen = page.filter { asked.scope.contains($0.unit) }
        try await asked.note(.versions, Array(seen.prefix(1)), call)
        let isFull = page.count == DatasetStore.versionsMax
        return call.page(
            seen.map { RecordShape.json($0) },
            next: isFull ? page.last.map { "\($0.version)" } : nil
        )
    }
}
