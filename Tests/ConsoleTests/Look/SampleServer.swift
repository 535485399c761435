import Console
import Foundation
import Hummingbird
import Language
import Serving
import Synchronization

/// Every page with its sample, served as the program serves pages: with assets and under the real policy.
enum SampleServer {
    /// The path of a page.
    static func path(_ name: String, _ language: Language) -> String { "look/\(name)/\(language.rawValue)" }

    /// Serves on a free port while `body` runs.
    ///
    /// With `pages` beside the samples: paths and documents that a test has made.
    static func serving(
        pages: [(path: String, document: [UInt8])] = [],
        _ body: @escaping @Sendable (_ base: URL) async throws -> Void
    ) async throws {
        let (ports, found) = AsyncStream.makeStream(of: Int.self)
        let application = Application(
            router: router(pages),
            configuration: ApplicationConfiguration(address: .hostname("127.0.0.1", port: 0)),
            onServerRunning: { channel in
                if let port = channel.localAddress?.port { found.yield(port) }
                found.finish()
            }
        )
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await application.run() }
            group.addTask {
                for await port in ports {
                    if let base = URL(string: "http://127.0.0.1:\(port)/") { try await body(base) }
                }
            }
            try await group.next()
            group.cancelAll()
        }
    }

    private static func router(_ pages: [(path: String, document: [UInt8])]) -> Router<SenContext> {
        let router = Router(context: SenContext.self)
        router.add(middleware: SecurityHeaders(contentSecurityPolicy: Page.contentSecurityPolicy))
        AssetRoutes.add(to: router)
        for language in Language.allCases {
            for page in AllPages.documents(language) {
                let bytes = page.document.bytes
                router.get(RouterPath(path(page.name, language))) { _, _ in
                    answer(bytes, "text/html; charset=utf-8")
                }
            }
        }
        for page in pages {
            router.get(RouterPath(page.path)) { _, _ in answer(page.document, "text/html; charset=utf-8") }
        }
        // A stream on which nothing happens.
        router.get("/events") { _, _ in answer(Array(": \n\n".utf8), "text/event-stream") }
        return router
    }

    private static func answer(_ bytes: [UInt8], _ contentType: String) -> Response {
        Response(
            status: .ok,
            headers: [.contentType: contentType],
            body: .init(byteBuffer: ByteBuffer(bytes: bytes))
        )
    }
}
