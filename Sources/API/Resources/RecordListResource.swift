import Access
import Datasets
import HTTPTypes
import Hummingbird
import Language
import Places
import Timekeeping

/// `/api/v1/datasets/{dataset}/records` and `/figures`: many records at once.
enum RecordListResource {
    static let operations: [Operation] = [
        .get(
            RecordResource.path,
            "listRecords",
            .API.listRecords,
            [.unitBelow, .from, .to] + filters + [
                .asOf, .purpose, .grant, .cursor, .limit(max: DatasetStore.pageMax),
            ],
            answers: AnswerShape(
                content: .json(.page(of: RecordShape.schema)),
                otherTypes: [ndjson]
            ),
            list
        ),
        .post(
            RecordResource.path,
            "putRecords",
            .API.putRecords,
            [.query("dry-run", .flag, .API.dryRun), .reason, .reasonQuery],
            body: .raw(types: [ndjson, "text/plain"], bytesMax: rowsBytesMax),
            answers: .json(RowShape.schema),
            RowShape.put
        ),
        .get(
            "/api/v1/datasets/{dataset}/figures",
            "listFigures",
            .API.listFigures,
            [
                .unitBelow, .query("below", .flag, .API.figuresBelow), .from, .to, .fields,
                .query("by-period", .flag, .API.byPeriod), .purpose, .grant,
            ],
            answers: .json(FigureShape.schema),
            FigureShape.list
        ),
    ]

    static let ndjson = "application/x-ndjson"
    /// Of a request with many records, which is in memory as a whole.
    static let rowsBytesMax = 8 << 20
    /// Records of one piece of a stream: some hundred kilobytes in memory.
    private static let pieceRecords = 500
    /// Conditions of one request: with the longest values they still fit into an address.
    private static let conditionsMax = 8

    private static let filters: [Parameter] = [
        .query("state", RecordShape.stateNames, .API.stateFilter),
        .query(
            "where",
            .text(min: 2, max: 100, pattern: "^[^<>=!]+(=|<>|!=|<=|>=|<|>)"),
            timesMax: conditionsMax,
            .API.whereFilter
        ), .fields,
    ]

    private static func list(_ call: Call) async throws -> Answer {
        let asked = try await call.records()
        let fields = try call.fields()
        let isStream = AcceptHeader(call.headers[.accept] ?? "").names(ndjson)
        let count = isStream ? call.query["limit"].flatMap { Int($0) } ?? Int.max : call.limit
        let walk = RecordWalk(
            asked: asked,
            filter: try filter(call, asked.stored.dataset),
            instant: call.instant(Parameter.asOf.name),
            call: call
        )
        let first = try await walk.page(
            after: try call.cursor { $0.isEmpty ? nil : RecordKey($0) },
            countMax: min(count, isStream ? pieceRecords : DatasetStore.pageMax)
        )
        let isEach = asked.stored.dataset.classification == .personal
        try await asked.note(.list, isStream && !isEach ? nil : first.records, call)
        guard isStream else {
            return call.page(RecordShape.json(first.records, fields), next: first.next?.text)
        }
        return Answer(
            content: .stream(type: ndjson) { writer in
                var (page, left) = (first, count)
                while true {
                    try await writer.write(lines(page.records, fields))
                    left -= page.records.count
                    guard let next = page.next, left > 0 else { return }
                    page = try await walk.page(after: next, countMax: min(left, pieceRecords))
                    if isEach { try await asked.note(.list, page.records, call) }
                }
            }
        )
    }

    private static func lines(_ records: [StoredRecord], _ fields: FieldSelection?) -> ByteBuffer {
        var bytes: [UInt8] = []
        for record in RecordShape.json(records, fields) {
            bytes += record.bytes
            bytes.append(UInt8(ascii: "\n"))
        }
        return ByteBuffer(bytes: bytes)
    }

    private static func filter(_ call: Call, _ dataset: Dataset) throws -> RecordFilter {
        var filter = RecordFilter()
        filter.unit = call.query["unit"].map { Places.Unit.ID(rawValue: $0) }
        filter.firstPeriod = try call.period("from", of: dataset)
        filter.lastPeriod = try call.period("to", of: dataset)
        filter.states = Set(RecordState.allCases.filter { $0.rawValue == call.query["state"] })
        filter.conditions = try (call.lists["where"] ?? []).map { text in
            guard let condition = RecordFilter.Condition(written: text) else {
                throw FieldFailure(
                    field: "where",
                    failure: DatasetError(.filterInvalid, "no field, comparison and value")
                )
            }
            return condition
        }
        return filter
    }
}

/// The pages of one list, each asked for when the one before is sent.
private struct RecordWalk: Sendable {
    let asked: AskedRecords
    let filter: RecordFilter
    let instant: Instant?
    let call: Call

    func page(after key: RecordKey?, countMax: Int) async throws -> RecordPage {
        try await call.house.datasets.records(
            in: asked.stored.dataset.id,
            filter,
            asOf: instant,
            after: key,
            countMax: countMax,
            within: asked.scope
        )
    }
}

extension Parameter {
    private static let periodText = Schema.text(
        min: 4,
        max: 10,
        pattern: "^[0-9]{4}(-Q[1-4]|-[0-9]{2}(-[0-9]{2})?)?$"
    )
    static let from = query("from", periodText, .API.fromPeriod)
    static let to = query("to", periodText, .API.toPeriod)
    static let fields = query("fields", .text(min: 1, max: 300), .API.fieldsWanted)
    static let unitBelow = query("unit", .text(min: 1, max: Places.Unit.ID.charactersMax), .API.unitSubtree)
}

extension Call {
    /// A period of the dataset's own length.
    func period(_ name: String, of dataset: Dataset) throws -> String? {
        guard let text = query[name] else { return nil }
        guard let period = Period(text), period.type == dataset.period?.type else {
            throw FieldFailure(
                field: name,
                failure: DatasetError(.filterInvalid, "no period of the dataset", text: .API.periodOther)
            )
        }
        return period.text
    }

    func fields() throws -> FieldSelection? {
        guard let text = query["fields"] else { return nil }
        guard let fields = FieldSelection(text) else {
            throw FieldFailure(
                field: "fields",
                failure: DatasetError(.filterInvalid, "no paths of fields", text: .API.fieldsUnreadable)
            )
        }
        return fields
    }
}

extension RecordFilter.Condition {
    private static let marks: Set<Character> = ["<", ">", "=", "!"]

    /// Reads a condition such as `population>=100` or `note=đã nộp`.
    init?(written text: String) {
        guard let start = text.firstIndex(where: Self.marks.contains),
            let field = FieldPath(String(text[..<start]))
        else { return nil }
        let rest = text[start...]
        // The longer ones first.
        let known: [(String, RecordFilter.Comparison)] = [
            ("<=", .lessOrEqual), (">=", .greaterOrEqual), ("<>", .notEqual), ("!=", .notEqual),
            ("<", .less), (">", .greater), ("=", .equal),
        ]
        guard let (mark, comparison) = known.first(where: { rest.hasPrefix($0.0) }) else { return nil }
        self.init(field, comparison, String(rest.dropFirst(mark.count)))
    }
}
