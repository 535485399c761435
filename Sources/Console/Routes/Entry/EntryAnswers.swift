import Hummingbird
import Identity
import Language
import Serving
import Timekeeping

/// What the way in answers: the page of a step, or the session's cookie.
struct EntryAnswers: Sendable {
    let house: ConsoleHouse

    func signInPage(
        _ step: SignInModel.Step,
        error: Text? = nil,
        back: String,
        status: HTTPResponse.Status = .ok,
        _ request: Request,
        _ context: SenContext
    ) async -> Response {
        let place = house.place(context.language)
        let model = SignInModel(step: step, place: place, error: error, back: back)
        // a form that was refused lives at the path of its GET, to which the language switch comes back
        return .page(SignInView.document(model, in: await house.frame(for: request, context)), status: status)
    }

    /// `ticket` is the one that the step before gave, for another try after waiting.
    func answer(
        _ step: SignInStep,
        name: String,
        ticket: String? = nil,
        back: String,
        _ request: Request,
        _ context: SenContext
    ) async -> Response {
        switch step {
        case .signedIn(let new): return signedIn(new, back: back, request)
        case .codeWanted(let ticket):
            return await signInPage(.oneTimeCode(ticket: ticket.text), back: back, request, context)
        case .wait(let seconds):
            var response = await signInPage(
                ticket.map { .oneTimeCode(ticket: $0) } ?? .password(name: name),
                error: wait(seconds, context.language),
                back: back,
                status: .tooManyRequests,
                request,
                context
            )
            response.headers[.retryAfter] = String(seconds)
            return response
        }
    }

    /// When to try again: by the clock when it is long enough to do something else meanwhile.
    private func wait(_ seconds: Int64, _ language: Language) -> Text {
        guard seconds >= 60 else { return .Entry.waitSeconds(seconds) }
        // the clock shows whole minutes, so the next one is surely late enough
        let until = house.clock.now() + .seconds(seconds + 59)
        let format = Formatting(language: language, calendar: house.calendar)
        return .Entry.waitUntil(format.time(until), minutes: (seconds + 59) / 60)
    }

    /// The same step again, with the reason.
    ///
    /// - Throws: `error` when the person can do nothing about it here.
    func refused(
        _ error: IdentityError,
        at step: SignInModel.Step,
        back: String,
        _ request: Request,
        _ context: SenContext
    ) async throws -> Response {
        // 422 and not 401, which a browser would answer with a question of its own
        let status: HTTPResponse.Status =
            error.category == .unauthenticated ? .unprocessableContent : error.category.status
        guard status.code < 500 else { throw error }
        return await signInPage(step, error: error.text, back: back, status: status, request, context)
    }

    func signedIn(_ new: NewSession, back: String, _ request: Request) -> Response {
        let to = new.reach == .enrolmentOnly ? ConsolePath.enrol : back
        var response = Response.redirect(to: to, type: .normal)
        response.setCookie(
            SenCookie.session(
                new.token.text,
                for: request,
                isAlwaysSecure: house.identity.isAlwaysSecure
            )
        )
        return response
    }

    func signedOut(_ request: Request) -> Response {
        var response = Response.redirect(to: ConsolePath.signIn, type: .normal)
        response.setCookie(
            SenCookie.endOfSession(for: request, isAlwaysSecure: house.identity.isAlwaysSecure)
        )
        return response
    }
}

extension FormFields {
    /// A new password that was typed twice.
    func newPassword() throws -> String {
        let password = self["password"] ?? ""
        guard password == self["again"] ?? "" else { throw PasswordsDiffer() }
        return password
    }
}

/// A new password was typed in two ways.
struct PasswordsDiffer: Error {}
