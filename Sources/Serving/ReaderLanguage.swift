package import Hummingbird
import Language

/// Which language to answer in before anybody is recognised: the cookie's, else the browser's first that Sen speaks.
package struct ReaderLanguage: RouterMiddleware {
    package init() {}

    package func handle(
        _ request: Request,
        context: SenContext,
        next: (Request, SenContext) async throws -> Response
    ) async throws -> Response {
        var context = context
        context.language =
            request.cookies[SenCookie.language].flatMap { Language(rawValue: $0.value) }
            ?? Language(acceptLanguage: request.headers[.acceptLanguage])
        return try await next(request, context)
    }
}
