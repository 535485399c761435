import Access
package import Hummingbird
import Language
import Logging
package import Serving

/// Turns what a route throws into a page that says what happened and what to do.
package struct ErrorPages: RouterMiddleware {
    let house: ConsoleHouse

    package init(_ house: ConsoleHouse) { self.house = house }

    package func handle(
        _ request: Request,
        context: SenContext,
        next: (Request, SenContext) async throws -> Response
    ) async throws -> Response {
        do { return try await next(request, context) } catch {
            let told = ToldFailure(error)
            if told.status == .unauthorized { return signIn(backTo: request) }
            if told.status.code >= 500 { context.logger.error("\(error)") }
            let model = ErrorModel(
                status: told.status.code,
                sentence: told.text,
                code: told.code,
                requestID: context.id
            )
            return .page(
                ErrorView.document(model, in: await house.frame(for: request, context)),
                status: told.status
            )
        }
    }

    /// Somebody who is not signed in comes back after signing in, if it was a page and no form.
    private func signIn(backTo request: Request) -> Response {
        let back = request.method == .get ? request.uri.description : ConsolePath.board
        return .redirect(to: ConsolePath.query(ConsolePath.signIn, [("next", back)]), type: .normal)
    }
}
