import Access
import Datasets
import Hummingbird
import Language
import Places
import Serving

/// What is done with a record as it is: agreeing to it, sending it back, withdrawing it.
struct RecordStepRoute: Sendable {
    let house: ConsoleHouse

    /// Where a record comes through that is written here.
    static let through = "console"

    private struct Asked {
        let key: RecordKey
        let version: Int?
        let origin: RecordOrigin
        let record: StoredRecord
        let stored: StoredDataset
        let visitor: Visitor
    }

    func approve(_ request: Request, _ context: SenContext) async throws -> Response {
        try await step(request, context) { asked in
            _ = try await house.datasets.approve(
                asked.key,
                in: asked.stored.dataset.id,
                expecting: asked.version,
                origin: asked.origin,
                by: try permitToApprove(asked)
            )
        }
    }

    func sendBack(_ request: Request, _ context: SenContext) async throws -> Response {
        try await step(request, context) { asked in
            _ = try await house.datasets.sendBack(
                asked.key,
                in: asked.stored.dataset.id,
                expecting: asked.version,
                origin: asked.origin,
                by: try permitToApprove(asked)
            )
        }
    }

    func withdraw(_ request: Request, _ context: SenContext) async throws -> Response {
        try await step(request, context) { asked in
            _ = try await house.datasets.withdraw(
                asked.key,
                in: asked.stored.dataset.id,
                expecting: asked.version,
                origin: asked.origin,
                by: try house.access.permit(asked.visitor.principal, on: asked.record.unit)
            )
        }
    }

    private func permitToApprove(_ asked: Asked) throws -> Permit<ApproveRecords> {
        guard let unit = house.datasets.unitToApprove(asked.record, in: asked.stored) else {
            throw DatasetError(.wrongState, "nobody has to agree")
        }
        return try house.access.permit(asked.visitor.principal, on: unit)
    }

    /// Does a step and shows the record again, with the reason when it could not be done.
    private func step(
        _ request: Request,
        _ context: SenContext,
        _ body: (Asked) async throws -> Void
    ) async throws -> Response {
        let visitor = try context.signedIn()
        let fields = try await FormFields.posted(request, by: visitor)
        let reach = DatasetReach(house: house)
        let stored = try await reach.find(context)
        let key = RecordKey(fields["key"] ?? "")
        let terms = reach.ownTerms(of: stored.dataset, visitor)
        let record = try await house.datasets.record(key, in: stored.dataset.id, within: terms)
        let asked = Asked(
            key: key,
            version: Int(fields["version"] ?? ""),
            origin: RecordOrigin(through: Self.through, reason: fields["reason"]),
            record: record,
            stored: stored,
            visitor: visitor
        )
        do { try await body(asked) } catch let error as DatasetError where error.category != .notFound {
            let status = error.category.status
            return try await RecordPageRoute(house: house).page(
                of: key,
                in: stored,
                request,
                context,
                error: error.text,
                status: status
            )
        }
        return .redirect(to: ConsolePath.record(key.text, in: stored.dataset.id.rawValue), type: .normal)
    }
}
