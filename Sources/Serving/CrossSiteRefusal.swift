package import Hummingbird
import Language

/// Refuses whatever another site lets a browser send to change something here, signing in included.
///
/// A browser says itself from where a request comes: `Sec-Fetch-Site`, and `Origin` where it is too old for that. A
/// program that sends neither is no browser, holds no cookies of anybody and needs no protection from itself. Forms
/// of a session carry a token on top.
package struct CrossSiteRefusal: RouterMiddleware {
    package init() {}

    package func handle(
        _ request: Request,
        context: SenContext,
        next: (Request, SenContext) async throws -> Response
    ) async throws -> Response {
        guard Self.isSafe(request.method) || Self.comesFromHere(request) else {
            throw ServingError(.formForged, "the request comes from another site")
        }
        return try await next(request, context)
    }

    private static func isSafe(_ method: HTTPRequest.Method) -> Bool {
        method == .get || method == .head || method == .options
    }

    static func comesFromHere(_ request: Request) -> Bool {
        if let name = HTTPFields.Element.Name("Sec-Fetch-Site"), let site = request.headers[name] {
            return site == "same-origin" || site == "none"
        }
        guard let origin = request.headers[.origin] else { return true }
        guard let authority = request.head.authority?.lowercased() else { return false }
        // the scheme may be the proxy's, which the server does not see
        return ["http://", "https://"].contains { origin.lowercased() == $0 + authority }
    }
}
