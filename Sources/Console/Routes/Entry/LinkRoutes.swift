package import Hummingbird
import Identity
import Language
package import Serving

/// The pages behind links that work once: the first administrator's, an invitation, a new password.
///
/// Opening one changes nothing, so that a program which looks at links in messages uses none up.
package struct LinkRoutes: Sendable {
    private let house: ConsoleHouse
    private let entry: EntryAnswers

    package init(_ house: ConsoleHouse) {
        self.house = house
        entry = EntryAnswers(house: house)
    }

    package func add(to router: Router<SenContext>) {
        router.get("/start/:token") { request, context in
            _ = try await firstAdministratorLink(context)
            return await page(.firstAdministrator(fullName: "", signInName: ""), request, context)
        }
        router.post("/start/:token", use: makeFirstAdministrator)
        router.get("/link/:token") { request, context in
            await page(try await purpose(context), request, context)
        }
        router.post("/link/:token", use: setPassword)
    }

    private func makeFirstAdministrator(_ request: Request, _ context: SenContext) async throws -> Response {
        let token = try await firstAdministratorLink(context)
        let fields = try await FormFields(request)
        let (typedName, typedFullName) = (fields["name"] ?? "", fields["full-name"] ?? "")
        let again = LinkModel.Purpose.firstAdministrator(fullName: typedFullName, signInName: typedName)
        return try await shownAgain(again, request, context) {
            let name = try signInName(typedName)
            let password = try fields.newPassword()
            _ = try await house.identity.links.makeFirstAdministrator(
                token,
                signInName: name,
                fullName: try fullName(typedFullName),
                password: password
            )
            return try await signIn(name, password, request, context)
        }
    }

    private func setPassword(_ request: Request, _ context: SenContext) async throws -> Response {
        let purpose = try await purpose(context)
        let token = try context.parameters.require("token")
        let fields = try await FormFields(request)
        return try await shownAgain(purpose, request, context) {
            let password = try fields.newPassword()
            let account = try await house.identity.links.setPassword(token, password: password)
            return try await signIn(account.signInName, password, request, context)
        }
    }

    /// Whoever has just chosen a password need not type it again; a one-time code is still asked for.
    private func signIn(
        _ name: SignInName,
        _ password: String,
        _ request: Request,
        _ context: SenContext
    ) async throws -> Response {
        let step = try await house.identity.signIn.begin(
            name: name.text,
            password: password,
            from: ClientAddress(context.address)
        )
        return await entry.answer(step, name: name.text, back: ConsolePath.board, request, context)
    }

    private func firstAdministratorLink(_ context: SenContext) async throws -> String {
        let token = try context.parameters.require("token")
        guard try await house.identity.links.find(token).purpose == .firstAdministrator else {
            throw IdentityError(.linkEnded, "a link of another purpose")
        }
        return token
    }

    private func purpose(_ context: SenContext) async throws -> LinkModel.Purpose {
        let links = house.identity.links
        let link = try await links.find(try context.parameters.require("token"))
        let account = try await links.account(of: link)
        let (fullName, name) = (account.fullName.text, account.signInName.text)
        return link.purpose == .reset
            ? .reset(fullName: fullName, signInName: name)
            : .invitation(fullName: fullName, signInName: name)
    }

    private func page(
        _ purpose: LinkModel.Purpose,
        mistake: FormMistake? = nil,
        status: HTTPResponse.Status = .ok,
        _ request: Request,
        _ context: SenContext
    ) async -> Response {
        let model = LinkModel(purpose: purpose, path: request.uri.path, place: house.place, mistake: mistake)
        return .page(LinkView.document(model, in: await house.frame(for: request, context)), status: status)
    }

    /// What `body` answers, or the form again with what was wrong in it.
    private func shownAgain(
        _ purpose: LinkModel.Purpose,
        _ request: Request,
        _ context: SenContext,
        _ body: () async throws -> Response
    ) async throws -> Response {
        do { return try await body() } catch {
            let (mistake, status) = try FormMistake.told(error)
            return await page(purpose, mistake: mistake, status: status, request, context)
        }
    }
}

/// What somebody typed as a sign-in name.
func signInName(_ typed: String) throws(IdentityError) -> SignInName {
    guard let name = SignInName(typed) else {
        throw IdentityError(.signInNameInvalid, "no sign-in name")
    }
    return name
}

/// What somebody typed as a person's name.
func fullName(_ typed: String) throws(IdentityError) -> FullName {
    guard let name = FullName(typed) else { throw IdentityError(.fullNameInvalid, "no full name") }
    return name
}
