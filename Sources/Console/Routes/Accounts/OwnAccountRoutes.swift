import Access
import Database
package import Hummingbird
import Identity
import Language
package import Serving

/// `/account`: what people change about themselves.
package struct OwnAccountRoutes: Sendable {
    private let house: ConsoleHouse

    package init(_ house: ConsoleHouse) { self.house = house }

    package func add(to router: Router<SenContext>) {
        router.get("/account") { request, context in
            try await page(done: request.uri.queryParameters.get("done"), request, context)
        }
        change("name", to: router) { session, fields, _ in
            _ = try await house.identity.own.setFullName(session, to: fullName(fields["full-name"] ?? ""))
        }
        change("password", to: router) { session, fields, context in
            try await setPassword(session, fields, context)
        }
        change("sign-out-others", to: router) { session, _, _ in
            try await house.identity.sessions.signOutOthers(session)
        }
        router.post("/account/sessions/:id/end", use: endSession)
    }

    private func change(
        _ name: String,
        to router: Router<SenContext>,
        _ body: @escaping @Sendable (SignedIn, FormFields, SenContext) async throws -> Void
    ) {
        router.post("/account/\(name)") { request, context -> Response in
            let session = try context.session()
            let fields = try await FormFields.posted(request, by: context.signedIn())
            do { try await body(session, fields, context) } catch {
                let (mistake, status) = try FormMistake.told(error)
                let told = (form: name, what: mistake, typed: fields["full-name"])
                return try await page(mistake: told, status: status, request, context)
            }
            return .redirect(to: ConsolePath.query(ConsolePath.ownAccount, [("done", name)]), type: .normal)
        }
    }

    private func setPassword(
        _ session: SignedIn,
        _ fields: FormFields,
        _ context: SenContext
    ) async throws {
        let new = try fields.newPassword()
        do throws(IdentityError) {
            try await house.identity.own.changePassword(
                session,
                from: fields["old"] ?? "",
                to: new,
                at: ClientAddress(context.address)
            )
        } catch {
            guard error.code == .signInRefused else { throw error }
            throw IdentityError(.signInRefused, "the old password is wrong", text: .Accounts.oldPasswordWrong)
        }
    }

    private func endSession(_ request: Request, _ context: SenContext) async throws -> Response {
        let session = try context.session()
        _ = try await FormFields.posted(request, by: context.signedIn())
        guard let id = Session.ID(try context.parameters.require("id")) else {
            throw ServingError(.notFound, "the address holds no session id")
        }
        do throws(IdentityError) {
            try await house.identity.sessions.signOut(id, of: session)
        } catch {
            // somebody else's, and one that ended by itself meanwhile
            guard error.code == .sessionEnded else { throw error }
            throw ServingError(.notFound, "no such session of the account")
        }
        return .redirect(to: ConsolePath.ownAccount, type: .normal)
    }

    private func page(
        done: String? = nil,
        mistake: (form: String, what: FormMistake, typed: String?)? = nil,
        status: HTTPResponse.Status = .ok,
        _ request: Request,
        _ context: SenContext
    ) async throws -> Response {
        let session = try context.session()
        let sessions = try await house.identity.sessions.list(of: session.account.id)
        let model = OwnAccountModel(
            fullName: mistake?.typed ?? session.account.fullName.text,
            signInName: session.account.signInName.text,
            grants: session.account.grants.map { ($0.role.name, house.unitName($0.unit)) },
            hasOneTimeCode: session.account.hasTimedCodes,
            sessions: sessions.map { other in
                OwnAccountModel.Session(
                    id: other.id.description,
                    network: other.network,
                    openedAt: other.openedAt,
                    usedAt: other.usedAt,
                    isThisBrowser: other.id == session.session
                )
            },
            mayHaveKeys: house.mayAnywhere(ManageKeys.self, try context.signedIn()),
            mistake: mistake.map { ($0.form, $0.what) },
            isPasswordChanged: done == "password"
        )
        return .page(
            OwnAccountView.document(model, in: await house.frame(for: request, context)),
            status: status
        )
    }
}
