import AuditLog
import Database
package import Hummingbird
import Language
package import Serving

/// The log as anybody may read it, in the layout that existing tools know (C2SP tlog-tiles): leaves hold no personal
/// data.
package struct TileRoutes: Sendable {
    /// What stands before the paths of the layout: the address of the log.
    private static let prefix = "/log/"

    private let house: ConsoleHouse

    package init(_ house: ConsoleHouse) { self.house = house }

    package func add(to router: Router<SenContext>) {
        router.get("/log/checkpoint", use: answer)
        router.get("/log/tile/**", use: answer)
        router.get("/log/key") { [house] _, _ in
            Response(
                status: .ok,
                headers: [.contentType: "text/plain; charset=utf-8", .cacheControl: "no-cache"],
                body: .init(byteBuffer: ByteBuffer(string: "\(house.audit.key)\n"))
            )
        }
    }

    private func answer(_ request: Request, _ context: SenContext) async throws -> Response {
        let path = String(request.uri.path.dropFirst(Self.prefix.count))
        let found = try await house.audit.database.read(throwing: AuditErrorCode.self) {
            try TileServer.answer(path, in: $0)
        }
        guard let found else { throw ServingError(.notFound, "no such tile, or not yet") }
        return Response(
            status: .ok,
            headers: [
                .contentType: found.contentType,
                .cacheControl: found.isImmutable ? "public, max-age=31536000, immutable" : "no-cache",
            ],
            body: .init(byteBuffer: ByteBuffer(bytes: found.bytes))
        )
    }
}
