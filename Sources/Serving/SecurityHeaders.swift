package import Hummingbird

/// Headers that every answer carries: what a browser may load, frame, guess and tell others.
package struct SecurityHeaders: RouterMiddleware {
    /// Those for which the HTTP library has no name.
    private static let fixed = [
        ("Referrer-Policy", "same-origin"), ("Cross-Origin-Opener-Policy", "same-origin"),
        ("Permissions-Policy", "camera=(), geolocation=(), microphone=()"),
    ]

    let contentSecurityPolicy: String

    package init(contentSecurityPolicy: String) { self.contentSecurityPolicy = contentSecurityPolicy }

    package func handle(
        _ request: Request,
        context: SenContext,
        next: (Request, SenContext) async throws -> Response
    ) async throws -> Response {
        var response = try await next(request, context)
        response.headers[.contentSecurityPolicy] = contentSecurityPolicy
        response.headers[.xContentTypeOptions] = "nosniff"
        for (name, value) in Self.fixed {
            guard let name = HTTPFields.Element.Name(name) else { continue }
            response.headers[name] = value
        }
        if response.headers[.cacheControl] == nil { response.headers[.cacheControl] = "no-store" }
        return response
    }
}
