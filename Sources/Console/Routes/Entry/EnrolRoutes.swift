package import Hummingbird
import Identity
import Language
package import Serving

/// Setting up one-time codes: the only page of a session whose role asks for them and whose account has none.
package struct EnrolRoutes: Sendable {
    /// What the authenticator app calls the place.
    private static let issuer = "Sen"

    private let house: ConsoleHouse

    package init(_ house: ConsoleHouse) { self.house = house }

    package func add(to router: Router<SenContext>) {
        router.get("/enrol", use: show)
        router.post("/enrol", use: go)
    }

    private func show(_ request: Request, _ context: SenContext) async throws -> Response {
        guard try !context.session().account.hasTimedCodes else {
            return .redirect(to: ConsolePath.ownAccount, type: .normal)
        }
        return try await page(.intro, request, context)
    }

    private func go(_ request: Request, _ context: SenContext) async throws -> Response {
        let session = try context.session()
        let fields = try await FormFields.posted(request, by: context.signedIn())
        guard fields["step"] == "confirm" else { return try await begin(session, request, context) }
        let codes: [String]
        do throws(IdentityError) {
            codes = try await house.identity.enrolment.confirm(session, code: fields["code"] ?? "")
        } catch {
            switch error.code {
            case .codeWrong: return try await page(.again, mistake: FormMistake(error), request, context)
            case .enrolmentNotBegun:
                return try await page(.intro, mistake: FormMistake(error), request, context)
            default: throw error
            }
        }
        return try await page(.done(recoveryCodes: codes), request, context)
    }

    private func begin(
        _ session: SignedIn,
        _ request: Request,
        _ context: SenContext
    ) async throws -> Response {
        let codes = try await house.identity.enrolment.begin(session)
        let uri = codes.enrolmentURI(for: session.account.signInName, issuer: Self.issuer)
        // an app that cannot scan takes the letters, so a page without a drawing is still of use
        let drawing = QRCode(uri).map { HTML(stringLiteral: $0.svg) } ?? .nothing
        return try await page(.scan(drawing: drawing, secret: codes.secretText), request, context)
    }

    private func page(
        _ step: EnrolModel.Step,
        mistake: FormMistake? = nil,
        _ request: Request,
        _ context: SenContext
    ) async throws(ServingError) -> Response {
        let isRequired = try context.session().reach == .enrolmentOnly
        let model = EnrolModel(step: step, isRequired: isRequired, mistake: mistake)
        return .page(
            EnrolView.document(model, in: await house.frame(for: request, context)),
            status: mistake == nil ? .ok : .unprocessableContent
        )
    }
}
