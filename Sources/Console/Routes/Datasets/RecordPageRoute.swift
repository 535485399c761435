import Access
import AuditLog
import Datasets
import Hummingbird
import Language
import Places
import Serving
import Timekeeping

/// `GET /datasets/{id}/record?key=`: one record with its versions.
struct RecordPageRoute: Sendable {
    let house: ConsoleHouse

    private var reach: DatasetReach { DatasetReach(house: house) }

    func show(_ request: Request, _ context: SenContext) async throws -> Response {
        let stored = try await reach.find(context)
        let key = RecordKey(QueryFields(request)["key"] ?? "")
        return try await page(of: key, in: stored, request, context)
    }

    func page(
        of key: RecordKey,
        in stored: StoredDataset,
        _ request: Request,
        _ context: SenContext,
        error: Text? = nil,
        status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        let visitor = try context.signedIn()
        let dataset = stored.dataset
        guard let terms = try await reach.terms(of: stored, visitor, request) else {
            return reach.askPurpose(of: stored, request)
        }
        let versions = try await house.datasets.versions(
            of: key,
            in: dataset.id,
            within: terms
        )
        guard let record = versions.first else {
            throw DatasetError(.recordNotFound, "a record without versions")
        }
        try await reach.note(.versions, of: versions, in: stored, under: terms, visitor)
        let frame = await house.frame(for: request, context)
        let words = house.recordWords(DatasetFields(stored), frame.format)
        let given = QueryFields(request)
        let compared = Self.compared(given["from"], given["to"], versions.map(\.version))
        let model = RecordModel(
            dataset: dataset,
            key: key.text,
            unit: house.nameOfUnit(record.unit),
            state: record.state,
            waitsFor: house.datasets.unitToApprove(record, in: stored).map { house.nameOfUnit($0) },
            lines: Self.lines(record, words),
            versions: await told(versions),
            compared: compared,
            changes: compared.map { Self.changes($0, versions, words) } ?? [],
            acts: acts(on: record, in: stored, visitor),
            error: error
        )
        return .page(RecordView.document(model, in: frame), status: status)
    }

    private static func lines(_ record: StoredRecord, _ words: RecordWords) -> [(
        label: String, value: String
    )] {
        guard let value = RecordValue(json: record.content) else { return [] }
        let order = words.fields.form.root.fields.map(\.name)
        func place(_ pointer: String) -> Int {
            let first = pointer.dropFirst().prefix { $0 != "/" }
            return order.firstIndex { RecordValue.escaped($0) == first } ?? order.count
        }
        return value.leaves().enumerated()
            .sorted { (place($0.element.pointer), $0.offset) < (place($1.element.pointer), $1.offset) }
            .map {
                (words.label(of: $0.element.pointer), words.value($0.element.value, at: $0.element.pointer))
            }
    }

    /// The two versions of the address, or the newest two; `nil` when there is one alone.
    static func compared(_ from: String?, _ to: String?, _ there: [Int]) -> (from: Int, to: Int)? {
        guard there.count > 1 else { return nil }
        let chosen = (from.flatMap { Int($0) } ?? there[1], to.flatMap { Int($0) } ?? there[0])
        guard there.contains(chosen.0), there.contains(chosen.1) else { return (there[1], there[0]) }
        return chosen
    }

    private static func changes(
        _ compared: (from: Int, to: Int),
        _ versions: [StoredRecord],
        _ words: RecordWords
    ) -> [RecordModel.Change] {
        func value(_ number: Int) -> RecordValue {
            versions.first { $0.version == number }.flatMap { RecordValue(json: $0.content) } ?? .null
        }
        return value(compared.to).changes(since: value(compared.from)).map { change in
            RecordModel.Change(
                label: words.label(of: change.pointer),
                before: change.before.map { words.value($0, at: change.pointer) } ?? "–",
                after: change.after.map { words.value($0, at: change.pointer) } ?? "–"
            )
        }
    }

    private func told(_ versions: [StoredRecord]) async -> [RecordModel.Version] {
        var names: [String: String] = [:]
        var told: [RecordModel.Version] = []
        for version in versions {
            if names[version.actor] == nil, let actor = Actor(code: version.actor) {
                names[version.actor] = await house.name(actor)
            }
            told.append(
                RecordModel.Version(
                    number: version.version,
                    state: version.state,
                    at: version.changedAt,
                    by: names[version.actor] ?? version.actor,
                    through: version.through,
                    reason: version.reason
                )
            )
        }
        return told
    }

    private func acts(
        on record: StoredRecord,
        in stored: StoredDataset,
        _ visitor: Visitor
    ) -> Set<RecordModel.Act> {
        var acts: Set<RecordModel.Act> = []
        if reach.may(WriteRecords.self, record.unit, visitor) { acts.insert(.correct) }
        if record.state != .withdrawn, reach.may(WithdrawRecords.self, record.unit, visitor) {
            acts.insert(.withdraw)
        }
        if let unit = house.datasets.unitToApprove(record, in: stored),
            reach.may(ApproveRecords.self, unit, visitor)
        {
            acts.formUnion([.approve, .sendBack])
        }
        return acts
    }
}
