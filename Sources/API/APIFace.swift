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
    private let operations: [(operation: Operation, shape: PathShape)]
    private let responder: RouterResponder<SenContext>

    package init(_ house: APIHouse) {
        self.house = house
        operations = APIOperations.all.map { ($0, $0.shape) }
        let router = Router(context: SenContext.self, options: [.autoGenerateHeadEndpoints])
        let routes = Dictionary(grouping: APIOperations.all) { "\($0.method.rawValue) \($0.shape.routed)" }
        for group in routes.values {
            guard let first = group.first else { continue }
            let runners = group.sorted { $0.shape.literals > $1.shape.literals }
                .map { (shape: $0.shape, runner: OperationRunner(operation: $0, house: house)) }
            router.on(RouterPath(first.shape.routed), method: first.method) { request, context in
                let path = request.uri.path.split(separator: "/")
                let meant = runners.count == 1 ? runners.first : runners.first { $0.shape.matches(path) }
                guard let meant else { throw APIError(.notFound, "no such path") }
                return try await meant.runner.run(request, context)
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

    /// What is found at a path; where several fit, those that name most of it as it is, as in the router.
    private func operations(at path: String) -> [Operation] {
        let parts = path.split(separator: "/")
        let all = operations.filter { $0.shape.matches(parts) }
        let most = all.map(\.shape.literals).max()
        return all.filter { $0.shape.literals == most }.map(\.operation)
    }

    private static func allowed(_ operations: [Operation]) -> String {
        let methods = operations.map(\.method)
        let all = methods.contains(.get) ? methods + [.head] : methods
        return Set(all.map(\.rawValue)).sorted().joined(separator: ", ")
    }
}
