package import Hummingbird
import Identity
import Language
package import Serving

/// Signing in and out, and choosing a language.
package struct SignInRoutes: Sendable {
    private let house: ConsoleHouse
    private let entry: EntryAnswers

    package init(_ house: ConsoleHouse) {
        self.house = house
        entry = EntryAnswers(house: house)
    }

    package func add(to router: Router<SenContext>) {
        router.get("/sign-in", use: show)
        router.post("/sign-in", use: signIn)
        router.post("/sign-out", use: signOut)
        router.post("/language", use: chooseLanguage)
    }

    private func show(_ request: Request, _ context: SenContext) async -> Response {
        let back = LocalPath.checked(request.uri.queryParameters.get("next"))
        if context.visitor != nil { return .redirect(to: back, type: .normal) }
        return await entry.signInPage(.password(name: ""), back: back, request, context)
    }

    private func signIn(_ request: Request, _ context: SenContext) async throws -> Response {
        let fields = try await FormFields(request)
        let back = LocalPath.checked(fields["back"])
        if let ticket = fields["ticket"] {
            return try await finish(ticket, fields, back: back, request, context)
        }
        return try await begin(fields, back: back, request, context)
    }

    private func begin(
        _ fields: FormFields,
        back: String,
        _ request: Request,
        _ context: SenContext
    ) async throws -> Response {
        let name = fields["name"] ?? ""
        do throws(IdentityError) {
            let step = try await house.identity.signIn.begin(
                name: name,
                password: fields["password"] ?? "",
                from: ClientAddress(context.address)
            )
            return await entry.answer(step, name: name, back: back, request, context)
        } catch {
            return try await entry.refused(error, at: .password(name: name), back: back, request, context)
        }
    }

    private func finish(
        _ ticket: String,
        _ fields: FormFields,
        back: String,
        _ request: Request,
        _ context: SenContext
    ) async throws -> Response {
        do throws(IdentityError) {
            let step = try await house.identity.signIn.finish(
                ticket: ticket,
                code: fields["code"] ?? fields["recovery"] ?? "",
                from: ClientAddress(context.address)
            )
            return await entry.answer(step, name: "", ticket: ticket, back: back, request, context)
        } catch {
            let again: SignInModel.Step =
                error.code == .ticketEnded ? .password(name: "") : .oneTimeCode(ticket: ticket)
            return try await entry.refused(error, at: again, back: back, request, context)
        }
    }

    private func signOut(_ request: Request, _ context: SenContext) async throws -> Response {
        let session = try context.session()
        _ = try await FormFields.posted(request, by: context.signedIn())
        try await house.identity.sessions.signOut(session.session, of: session)
        return entry.signedOut(request)
    }

    private func chooseLanguage(_ request: Request, _ context: SenContext) async throws -> Response {
        let fields: FormFields
        if let visitor = context.visitor {
            fields = try await FormFields.posted(request, by: visitor)
        } else {
            fields = try await FormFields(request)
        }
        guard let language = Language(rawValue: try fields.require("language")) else {
            throw ServingError(.formUnreadable, "no language of ours")
        }
        if let session = context.visitor?.session {
            _ = try await house.identity.own.setLanguage(session, to: language)
        }
        var response = Response.redirect(to: LocalPath.checked(fields["back"]), type: .normal)
        response.setCookie(
            SenCookie.language(language, for: request, isAlwaysSecure: house.identity.isAlwaysSecure)
        )
        return response
    }
}
