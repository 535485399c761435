package import Hummingbird
import Language
import Logging
package import Serving

/// The API's routes, with errors, keys and headers of their own.
///
/// They stand before the console's: a request for one of its paths never meets a session, and is always answered in
/// JSON.
package struct APIRoutes: Sendable {
    private let face: APIFace

    package init(_ house: APIHouse) { face = APIFace(house) }

    /// Call this before anything else is added to `router`, so that pages and sessions stay apart.
    package func add(to router: Router<SenContext>) { router.add(middleware: face) }
}

/// Takes the requests that are for the API and passes on all others.
package struct APIFace: RouterMiddleware {
    package typealias Context = SenContext

    private let house: APIHouse
    private let operations: [Operation]
    private let responder: RouterResponder<SenContext>

    package init(_ house: APIHouse) {
        self.house = house
        let operations = APIOperations.all
        self.operations = operations
        let router = Router(context: SenContext.self, options: [.autoGenerateHeadEndpoints])
        for operation in operations {
            let runner = OperationRunner(operation: operation, house: house)
            router.on(RouterPath(operation.path), method: operation.method) { request, context in
                try await runner.run(request, context)
            }
        }
        responder = router.buildResponder()
    }

    private static let paths: Set<String> = ["/api", "/openapi.json", "/metrics", "/healthz", "/readyz"]

    static func isOurs(_ path: String) -> Bool { path.hasPrefix("/api/") || paths.contains(path) }

    package func handle(
        _ request: Request,
        context: SenContext,
        next: (Request, SenContext) async throws -> Response
    ) async throws -> Response {
        guard Self.isOurs(request.uri.path) else { return try await next(request, context) }
        var context = context
        context.language = Language(acceptLanguage: request.headers[.acceptLanguage])
        let start = house.operating.steadySeconds()
        var response = await answer(request, context)
        house.operating.requests.count(
            route: context.endpointPath ?? "",
            status: response.status.code,
            seconds: house.operating.steadySeconds() - start
        )
        response.headers[.xContentTypeOptions] = "nosniff"
        response.headers[.contentSecurityPolicy] =
            "default-src 'none'; style-src 'self'; frame-ancestors 'none'"
        response.headers[.vary] = "Accept-Language, Authorization"
        if response.headers[.cacheControl] == nil { response.headers[.cacheControl] = "no-store" }
        return response
    }

    private func answer(_ request: Request, _ context: SenContext) async -> Response {
        let here = operations(at: request.uri.path)
        do {
            // the router would answer for itself, without a problem document
            let method = request.method == .head ? .get : request.method
            guard !here.isEmpty else { throw APIError(.notFound, "no such path") }
            guard here.contains(where: { $0.method == method }) else {
                throw APIError(.methodNotAllowed, "another method is wanted")
            }
            return try await responder.respond(to: request, context: context)
        } catch {
            let problem = Problem(error)
            if problem.status.code >= 500 { context.logger.error("\(error)") }
            var response = problem.answer(context.language, id: context.id).response
            if problem.status == .methodNotAllowed { response.headers[.allow] = Self.allowed(here) }
            return response
        }
    }

    /// What is found at a path; one that is named as it is stands before one with a parameter, as in the router.
    private func operations(at path: String) -> [Operation] {
        let all = operations.filter { $0.matches(path) }
        let named = all.filter(\.pathNames.isEmpty)
        return named.isEmpty ? all : named
    }

    private static func allowed(_ operations: [Operation]) -> String {
        let methods = operations.map(\.method)
        let all = methods.contains(.get) ? methods + [.head] : methods
        return Set(all.map(\.rawValue)).sorted().joined(separator: ", ")
    }
}
