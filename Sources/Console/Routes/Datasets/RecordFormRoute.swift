import Access
import Datasets
import Hummingbird
import Language
import Places
import Serving
import Timekeeping

/// `/datasets/{id}/new` and `/datasets/{id}/record/edit`: the form of one record.
struct RecordFormRoute: Sendable {
    let house: ConsoleHouse

    private var reach: DatasetReach { DatasetReach(house: house) }

    /// What the form is about: a dataset, and the record that is corrected.
    private struct Subject {
        let stored: StoredDataset
        let record: StoredRecord?
        let visitor: Visitor

        var base: RecordValue? { record.flatMap { RecordValue(json: $0.content) } }
    }

    func new(_ request: Request, _ context: SenContext) async throws -> Response {
        try await show(try await newSubject(context), request, context)
    }

    func add(_ request: Request, _ context: SenContext) async throws -> Response {
        let posted = try await FormFields.posted(request, by: try context.signedIn())
        return try await post(posted, about: try await newSubject(context), request, context)
    }

    func edit(_ request: Request, _ context: SenContext) async throws -> Response {
        try await show(try await oldSubject(request, context), request, context)
    }

    func save(_ request: Request, _ context: SenContext) async throws -> Response {
        let posted = try await FormFields.posted(request, by: try context.signedIn())
        return try await post(posted, about: try await oldSubject(request, context), request, context)
    }

    /// Somebody who may write here; others are told so before they fill anything in.
    private func newSubject(_ context: SenContext) async throws -> Subject {
        let visitor = try context.signedIn()
        let stored = try await reach.find(context)
        guard reach.mayAdd(to: stored.dataset, visitor) else {
            throw AccessError(.forbidden, "no role of the visitor writes records here")
        }
        return Subject(stored: stored, record: nil, visitor: visitor)
    }

    private func oldSubject(_ request: Request, _ context: SenContext) async throws -> Subject {
        let visitor = try context.signedIn()
        let stored = try await reach.find(context)
        let key = RecordKey(QueryFields(request)["key"] ?? "")
        let terms = reach.ownTerms(of: stored.dataset, visitor)
        let record = try await house.datasets.record(key, in: stored.dataset.id, within: terms)
        guard reach.may(WriteRecords.self, record.unit, visitor) else {
            throw AccessError(.forbidden, "the visitor does not write for the record's unit")
        }
        return Subject(stored: stored, record: record, visitor: visitor)
    }

    // MARK: Showing

    private func show(
        _ subject: Subject,
        _ request: Request,
        _ context: SenContext
    ) async throws -> Response {
        if let record = subject.record {
            let (stored, visitor) = (subject.stored, subject.visitor)
            guard let stated = try await reach.terms(of: stored, visitor, request) else {
                return reach.askPurpose(of: stored, request)
            }
            let terms = reach.ownTerms(of: stored.dataset, visitor, purpose: stated.purpose)
            try await reach.note(.record, of: [record], in: subject.stored, under: terms, subject.visitor)
        }
        let base = subject.base
        let isShown = base.map { DatasetFields(subject.stored).form.shows($0) } ?? true
        var model = model(of: subject, isWhole: !isShown)
        model.entries = model.form.entries(of: base, context.language)
        return .page(RecordFormView.document(model, in: await house.frame(for: request, context)))
    }

    private func model(of subject: Subject, isWhole: Bool, version: Int? = nil) -> RecordFormModel {
        let fields = DatasetFields(subject.stored)
        return RecordFormModel(
            fields: fields,
            form: isWhole ? .whole : fields.form,
            key: subject.record?.key.text,
            version: version ?? subject.record?.version,
            entries: [:],
            reason: "",
            units: reach.unitsToWrite(subject.visitor).map { ($0.code, $0.name) },
            periodExample: fields.dataset.period.flatMap { Period($0.type, containing: today)?.text }
        )
    }

    private var today: Day { house.calendar.day(of: house.clock.now()) }

    // MARK: Saving

    private func post(
        _ posted: FormFields,
        about subject: Subject,
        _ request: Request,
        _ context: SenContext
    ) async throws -> Response {
        let version = subject.record == nil ? nil : Int(posted["version"] ?? "") ?? 0
        var model = model(of: subject, isWhole: posted["whole"] != nil, version: version)
        model.entries = model.form.read { posted[$0] }
        model.reason = posted["reason"] ?? ""
        if let command = posted["do"] {
            model.entries = model.form.step(command, model.entries)
            return .page(RecordFormView.document(model, in: await house.frame(for: request, context)))
        }
        let reading = model.form.read(model.entries, base: subject.base, context.language)
        do {
            guard reading.problems.isEmpty else {
                model.problems = reading.problems.mapValues { [$0] }
                return await again(model, .unprocessableContent, request, context)
            }
            let key = try await put(reading, version, subject, reason: posted["reason"])
            let path = ConsolePath.record(key.text, in: subject.stored.dataset.id.rawValue)
            return .redirect(to: path, type: .normal)
        } catch let error as DatasetError where Self.isTold(error) {
            model.problems = Self.problems(of: error, isNew: subject.record == nil)
            return await again(model, error.category.status, request, context)
        }
    }

    private static func isTold(_ error: DatasetError) -> Bool {
        [.invalid, .conflict, .forbidden].contains(error.category)
    }

    private func put(
        _ reading: RecordFormReading,
        _ version: Int?,
        _ subject: Subject,
        reason: String?
    ) async throws -> RecordKey {
        let dataset = subject.stored.dataset
        return try await house.datasets.put(
            reading.bytes,
            as: subject.record?.key,
            in: dataset.id,
            expecting: version.map { .version($0) } ?? .absent,
            origin: RecordOrigin(through: RecordStepRoute.through, reason: reason),
            by: try permit(for: reading.value, subject)
        ).key
    }

    /// The right to write for the unit that the record names.
    private func permit(
        for value: RecordValue,
        _ subject: Subject
    ) throws -> Permit<WriteRecords> {
        let dataset = subject.stored.dataset
        let tree = house.tree()
        var unit = dataset.owner
        if let field = dataset.unitField, case .string(let name)? = value.value(at: field.names) {
            // A unit that is no more is for the top to look after; the store says what is wrong with others.
            unit =
                (tree.unit(code: name) ?? tree.unit(Places.Unit.ID(rawValue: name)))?.id
                ?? subject.record?.unit ?? tree.roots.first?.id ?? dataset.owner
        }
        do { return try house.access.permit(subject.visitor.principal, on: unit) } catch {
            throw DatasetError(.unitOutOfReach, "the unit is out of the visitor's reach", cause: error)
        }
    }

    static func problems(of error: DatasetError, isNew: Bool) -> [String: [Text]] {
        if let problem = error.cause as? RecordProblem {
            return Dictionary(grouping: problem.issues, by: \.pointer).mapValues { $0.map(\.text) }
        }
        if isNew, error.code == .recordChangedMeanwhile { return ["": [.DataPages.exists]] }
        return ["": [error.text]]
    }

    private func again(
        _ model: RecordFormModel,
        _ status: HTTPResponse.Status,
        _ request: Request,
        _ context: SenContext
    ) async -> Response {
        let page = RecordFormView.document(model, in: await house.frame(for: request, context))
        return .page(page, status: status)
    }
}
