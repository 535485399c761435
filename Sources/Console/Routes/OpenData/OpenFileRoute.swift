import Datasets
import Hummingbird
import Language
import Places
import Serving
import Timekeeping

/// A format in which anybody may take an open dataset away.
enum OpenFormat: String, CaseIterable, Sendable {
    case csv, json, ndjson, geojson

    var name: Text {
        switch self {
        case .csv: .OpenData.csv
        case .json: .OpenData.json
        case .ndjson: .OpenData.ndjson
        case .geojson: .OpenData.geojson
        }
    }

    var contentType: String {
        switch self {
        case .csv: "text/csv; charset=utf-8"
        case .json: "application/json"
        case .ndjson: "application/x-ndjson"
        case .geojson: "application/geo+json"
        }
    }
}

/// `GET /open/{dataset}/data.{format}`: the accepted records, in memory that does not grow with them.
struct OpenFileRoute: Sendable {
    let house: ConsoleHouse
    let shelf: PublicationShelf

    /// Records of one piece: some hundred kilobytes in memory.
    private static let pieceRecords = 500

    func send(_ request: Request, _ context: SenContext) async throws -> Response {
        let stored = try await house.openDataset(context)
        let parts = (context.parameters.get("file") ?? "").split(separator: ".", maxSplits: 1)
        guard parts.count == 2, parts[0] == "data", let format = OpenFormat(rawValue: String(parts[1])) else {
            throw ServingError(.notFound, "no such file of a dataset")
        }
        let publication = try await shelf.publication(of: stored)
        let filter = try filter(QueryFields(request), stored.dataset)
        // Weak, since what it is made of may be a minute old.
        let tag =
            "W/\"\(stored.version)-\(publication.changedAt.microsecondsSince1970)-\(publication.records)\""
        var headers: HTTPFields = [
            .eTag: tag, .cacheControl: "public, max-age=\(PublicationShelf.keptSeconds)",
            .accessControlAllowOrigin: "*",
        ]
        if EntityTag.isKnown(tag, to: request) { return Response(status: .notModified, headers: headers) }
        // Asked before the answer begins: a filter that cannot be understood is told, not broken off.
        let first = try await page(stored, filter, after: nil)
        headers[.contentType] = format.contentType
        headers[.contentDisposition] =
            "attachment; filename=\"\(stored.dataset.id.rawValue).\(format.rawValue)\""
        let writer = OpenFileWriter(format: format, stored: stored, tree: house.tree())
        return Response(
            status: .ok,
            headers: headers,
            body: ResponseBody { sink in
                var (page, isFirst) = (first, true)
                while true {
                    let piece = writer.piece(page.records, isFirst: isFirst, isLast: page.next == nil)
                    try await sink.write(ByteBuffer(bytes: piece))
                    guard let next = page.next else { break }
                    (page, isFirst) = (try await self.page(stored, filter, after: next), false)
                }
                try await sink.finish(nil)
            }
        )
    }

    private func page(_ stored: StoredDataset, _ filter: RecordFilter, after key: RecordKey?) async throws
        -> RecordPage
    {
        try await house.datasets.openRecords(
            in: stored.dataset.id,
            filter,
            after: key,
            countMax: Self.pieceRecords
        )
    }

    private func filter(_ query: QueryFields, _ dataset: Dataset) throws -> RecordFilter {
        func period(_ name: String) throws -> String? {
            guard let text = query[name], !text.isEmpty else { return nil }
            guard let period = Period(text), period.type == dataset.period?.type else {
                throw DatasetError(.filterInvalid, "no period of the dataset", text: .OpenData.badFilter)
            }
            return period.text
        }
        // A condition that is left out would give more than was asked for, and look like the answer.
        guard !query.hasUnreadable else {
            throw DatasetError(.filterInvalid, "a field that is no UTF-8", text: .OpenData.badFilter)
        }
        var filter = RecordFilter()
        (filter.firstPeriod, filter.lastPeriod) = (try period("from"), try period("to"))
        if let unit = query["unit"], !unit.isEmpty { filter.unit = Places.Unit.ID(rawValue: unit) }
        return filter
    }
}

/// Writes records in a format, piece by piece.
struct OpenFileWriter: Sendable {
    let format: OpenFormat
    let stored: StoredDataset
    let tree: UnitTree
    private let columns: [RecordField]

    init(format: OpenFormat, stored: StoredDataset, tree: UnitTree) {
        (self.format, self.stored, self.tree) = (format, stored, tree)
        columns = Self.leaves(DatasetFields(stored).form.root)
    }

    /// Fields with one value each; a list stays one column, as JSON.
    private static func leaves(_ field: RecordField) -> [RecordField] {
        if case .group(let fields) = field.kind { return fields.flatMap { leaves($0) } }
        return [field]
    }

    func piece(_ records: [StoredRecord], isFirst: Bool, isLast: Bool) -> [UInt8] {
        var text = ""
        if isFirst { text += head }
        for (index, record) in records.enumerated() {
            let isFollowing = !(isFirst && index == 0)
            switch format {
            case .csv: text += row(record)
            case .ndjson: text += record.content + "\n"
            case .json: text += (isFollowing ? ",\n" : "\n") + record.content
            case .geojson: text += (isFollowing ? ",\n" : "\n") + feature(record)
            }
        }
        if isLast { text += foot }
        return Array(text.utf8)
    }

    private var head: String {
        switch format {
        // The byte order mark is what spreadsheets need to see the tones.
        case .csv:
            "\u{FEFF}" + CSVLine.text(of: columns.map { .text($0.path.joined(separator: "/")) })
        case .ndjson: ""
        case .json: "{\"dataset\":\"\(stored.dataset.id.rawValue)\",\"records\":["
        case .geojson: "{\"type\":\"FeatureCollection\",\"features\":["
        }
    }

    private var foot: String { format == .json || format == .geojson ? "\n]}\n" : "" }

    private func row(_ record: StoredRecord) -> String {
        let value = RecordValue(json: record.content) ?? .null
        return CSVLine.text(of: columns.map { Self.cell(value.value(at: $0.path)) })
    }

    private static func cell(_ value: RecordValue?) -> SheetCell {
        switch value {
        case nil, .null: .blank
        case .string(let text): .text(text)
        case .number(let text): .number(text)
        case .boolean(let isTrue): .boolean(isTrue)
        case .array, .object, .raw: .text(value?.json ?? "")
        }
    }

    /// Where the record itself says it is, or the middle of its unit; `null` where neither is known (RFC 7946, 3.2).
    private func feature(_ record: StoredRecord) -> String {
        let value = RecordValue(json: record.content) ?? .null
        let point =
            Self.position(value)
            ?? tree.unit(record.unit)?.location.map { ("\($0.longitude)", "\($0.latitude)") }
        let geometry = point.map { "{\"type\":\"Point\",\"coordinates\":[\($0.0),\($0.1)]}" } ?? "null"
        return """
            {"type":"Feature","id":\(RecordValue.string(record.key.text).json),"geometry":\(geometry),\
            "properties":\(record.content)}
            """
    }

    private static let names = [("longitude", "latitude"), ("lon", "lat"), ("lng", "lat")]

    private static func position(_ value: RecordValue) -> (String, String)? {
        guard case .object(let members) = value else { return nil }
        for (east, north) in names {
            if case .number(let x)? = value[east], case .number(let y)? = value[north] { return (x, y) }
        }
        return members.lazy.compactMap { position($0.value) }.first
    }
}
