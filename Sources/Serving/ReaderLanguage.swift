package import Hummingbird
package import Language

/// Which language to answer in before anybody is recognised: the cookie's, else the installation's.
///
/// What the browser asks for says nothing here: many officers use one whose own words are English.
package struct ReaderLanguage: RouterMiddleware {
    private let byDefault: Language

    package init(_ byDefault: Language) { self.byDefault = byDefault }

    package func handle(
        _ request: Request,
        context: SenContext,
        next: (Request, SenContext) async throws -> Response
    ) async throws -> Response {
        var context = context
        context.language =
            request.cookies[SenCookie.language].flatMap { Language(rawValue: $0.value) }
            ?? byDefault
        return try await next(request, context)
    }
}
