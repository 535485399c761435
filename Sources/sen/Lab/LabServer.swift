import Hummingbird
import Lab
import Language
import Logging
import NIOCore
import ServiceLifecycle
import Timekeeping

/// Serves all websites of the lab and its control page on one port of the loopback interface.
///
/// It answers by the `Host` header, so the watch only needs to be told that `*.lab` lies on 127.0.0.1. The
/// control page answers only to loopback names, so that no website can reach it by a name of its own.
struct LabServer: Sendable {
    private let keeper: LabKeeper
    private let formatting: Formatting

    init(_ keeper: LabKeeper, formatting: Formatting) {
        self.keeper = keeper
        self.formatting = formatting
    }

    /// The service; `started` is told the port when it is open.
    func application(
        port: Int,
        started: @escaping @Sendable (Int) async -> Void
    ) -> Application<CallbackResponder<BasicRequestContext>> {
        var logger = Logger(label: "sen.lab")
        logger.logLevel = .error
        return Application(
            responder: CallbackResponder { request, _ in try await respond(to: request) },
            configuration: ApplicationConfiguration(
                address: .hostname("127.0.0.1", port: port),
                serverName: "sen-lab"
            ),
            onServerRunning: { channel in await started(channel.localAddress?.port ?? port) },
            logger: logger
        )
    }

    func respond(to request: Request) async throws -> Response {
        let host = LabHost(request.head.authority ?? "")
        if host.isControl { return try await LabControl(keeper, port: host.port).respond(to: request) }
        guard request.method == .get || request.method == .head else {
            return .text("", status: .methodNotAllowed)
        }
        if let site = keeper.sites[host.name] { return try await serve(site, host, request) }
        if Planted.hosts.contains(host.name) { return .lab(Planted.page(host.name), for: request) }
        return .text(Text.labNoSuchSite(.vietnamese), status: .misdirectedRequest)
    }

    private func serve(_ site: LabSite, _ host: LabHost, _ request: Request) async throws -> Response {
        let visit = keeper.visit(site.host)
        let answer = site.answer(
            LabRequest(
                path: String(request.uri.path),
                userAgent: request.headers[.userAgent] ?? "",
                referer: request.headers[.referer] ?? "",
                address: LabAddress(port: host.port, suffix: host.suffix),
                visit: visit.number,
                clock: formatting.dateTime(visit.now)
            ),
            in: visit.condition
        )
        if answer.delaySeconds > 0 {
            // a server that is shutting down does not wait for its slowest page
            try await cancelWhenGracefulShutdown { try await Task.sleep(for: .seconds(answer.delaySeconds)) }
        }
        return .lab(answer, for: request)
    }
}

/// The name and the port in a `Host` header.
struct LabHost: Hashable, Sendable {
    /// Without ``LabAddress/browserSuffix``.
    let name: String
    let suffix: String
    let port: Int

    private static let httpPort = 80

    init(_ authority: String) {
        let parts = authority.lowercased().split(separator: ":", maxSplits: 1)
        let full = parts.first.map(String.init) ?? ""
        port = parts.count > 1 ? UInt16(parts[1]).map(Int.init) ?? Self.httpPort : Self.httpPort
        let isForBrowser = full.hasSuffix(".lab" + LabAddress.browserSuffix)
        suffix = isForBrowser ? LabAddress.browserSuffix : ""
        name = isForBrowser ? String(full.dropLast(suffix.count)) : full
    }

    var isControl: Bool { name == "127.0.0.1" || name == "localhost" }
}

extension Response {
    static func lab(_ answer: LabAnswer, for request: Request) -> Response {
        var headers: HTTPFields = [.contentType: answer.contentType, .cacheControl: "no-store"]
        if let location = answer.location { headers[.location] = location }
        let body = ByteBuffer(string: answer.body)
        let response = Response(
            status: .init(code: answer.status),
            headers: headers,
            body: .init(byteBuffer: body)
        )
        return request.method == .head ? response.createHeadResponse() : response
    }

    static func text(_ text: String, status: HTTPResponse.Status) -> Response {
        var answer = LabAnswer(status: status.code, contentType: "text/plain; charset=utf-8", body: text)
        answer.status = status.code
        return Response(
            status: status,
            headers: [.contentType: answer.contentType],
            body: .init(byteBuffer: ByteBuffer(string: answer.body))
        )
    }
}
