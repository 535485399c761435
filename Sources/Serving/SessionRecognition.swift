import Database
package import Hummingbird
package import Identity
import Language

/// Finds who a session's cookie speaks for; a forged, an ended and a missing one are nobody, and look alike.
///
/// A cookie that speaks for nobody is taken away again, so that it is asked about once.
package struct SessionRecognition: RouterMiddleware {
    private let sessions: SessionStore
    private let isAlwaysSecure: Bool

    package init(_ sessions: SessionStore, isAlwaysSecure: Bool) {
        self.sessions = sessions
        self.isAlwaysSecure = isAlwaysSecure
    }

    /// For whom a request speaks at this moment, without counting as a use: a page that is merely open.
    package static func visitor(of request: Request, in sessions: SessionStore) async -> Visitor? {
        guard let cookie = request.cookies[SenCookie.session] else { return nil }
        return (try? await sessions.look(at: cookie.value)).map { Visitor($0) }
    }

    package func handle(
        _ request: Request,
        context: SenContext,
        next: (Request, SenContext) async throws -> Response
    ) async throws -> Response {
        guard let cookie = request.cookies[SenCookie.session], !cookie.value.isEmpty else {
            return try await next(request, context)
        }
        var context = context
        do throws(IdentityError) {
            let visitor = Visitor(try await sessions.find(cookie.value))
            context.visitor = visitor
            context.language = visitor.language ?? context.language
        } catch {
            guard error.code == .sessionEnded else { throw error }
            var response = try await next(request, context)
            // after signing in on this very request there is a better one
            if !response.headers[values: .setCookie].contains(where: { $0.hasPrefix(SenCookie.session + "=") }
            ) {
                response.setCookie(SenCookie.endOfSession(for: request, isAlwaysSecure: isAlwaysSecure))
            }
            return response
        }
        return try await next(request, context)
    }
}

extension Visitor {
    init(_ signedIn: SignedIn) {
        self.init(
            principal: signedIn.principal,
            name: signedIn.account.fullName.text,
            accountID: signedIn.account.id.description,
            formToken: signedIn.formToken,
            language: signedIn.account.language,
            session: signedIn
        )
    }
}

/// Lets a session that still has to set up one-time codes reach nothing but that.
package struct EnrolmentFirst: RouterMiddleware {
    private let enrolment: String
    private let allowed: Set<String>

    /// `enrolment` is the page to go to; `allowed` are the other paths that stay open, such as signing out.
    package init(at enrolment: String, allowing allowed: Set<String>) {
        self.enrolment = enrolment
        self.allowed = allowed.union([enrolment])
    }

    package func handle(
        _ request: Request,
        context: SenContext,
        next: (Request, SenContext) async throws -> Response
    ) async throws -> Response {
        guard context.visitor?.session?.reach == .enrolmentOnly, !allowed.contains(request.uri.path) else {
            return try await next(request, context)
        }
        guard request.method == .get else {
            throw ServingError(.enrolmentNeeded, "one-time codes are still to be set up")
        }
        return .redirect(to: enrolment, type: .normal)
    }
}
