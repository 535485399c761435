import Access
import Database
import Datasets
import Hummingbird
import Language
import Places
import Serving

/// `/datasets/{id}/purpose`: what the reader reads it for, once for a session.
struct PurposeRoute: Sendable {
    let house: ConsoleHouse

    private var reach: DatasetReach { DatasetReach(house: house) }

    func show(_ request: Request, _ context: SenContext) async throws -> Response {
        try await page(request, context, next: QueryFields(request)["next"], purpose: "", mistake: nil)
    }

    func state(_ request: Request, _ context: SenContext) async throws -> Response {
        let visitor = try context.signedIn()
        let fields = try await FormFields.posted(request, by: visitor)
        let stored = try await reach.find(context)
        let typed = fields["purpose"] ?? ""
        let grant = fields["ground"].flatMap { SharingRequest.ID($0) }
        let terms: ReadingTerms
        do {
            terms = try await reach.terms(of: stored, visitor, StatedPurpose(typed, under: grant))
        } catch {
            guard error.category != .unavailable else { throw error }
            let mistake = FormMistake(error.text)
            return try await page(request, context, next: fields["next"], purpose: typed, mistake: mistake)
        }
        let purpose = StatedPurpose(terms.purpose ?? typed, under: terms.grant)
        let id = stored.dataset.id
        var response = Response.redirect(to: Self.next(fields["next"], in: id), type: .normal)
        let isSecure = house.identity.isAlwaysSecure
        response.setCookie(purpose.cookie(id, visitor, request, isAlwaysSecure: isSecure))
        return response
    }

    private func page(
        _ request: Request,
        _ context: SenContext,
        next: String?,
        purpose: String,
        mistake: FormMistake?
    ) async throws -> Response {
        let visitor = try context.signedIn()
        let stored = try await reach.find(context)
        let frame = await house.frame(for: request, context)
        let model = PurposeModel(
            dataset: stored.dataset,
            next: Self.next(next, in: stored.dataset.id),
            grants: try await reach.grantsInForce(of: stored, visitor),
            purpose: purpose,
            mistake: mistake
        )
        return .page(
            PurposeView.document(model, in: frame),
            status: mistake == nil ? .ok : .unprocessableContent
        )
    }

    /// A page of the same dataset, whatever a link says.
    private static func next(_ given: String?, in dataset: Dataset.ID) -> String {
        let root = ConsolePath.dataset(dataset.rawValue)
        guard let given, given.hasPrefix(root + "/"), !given.contains("\\") else {
            return ConsolePath.records(of: dataset.rawValue)
        }
        return given
    }
}
