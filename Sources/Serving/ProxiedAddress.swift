package import Hummingbird
package import InternetAddresses

/// Proxies whose word about the browser's address is believed.
package struct TrustedProxies: Hashable, Sendable {
    package var ranges: [AddressRange]

    package init(_ ranges: [AddressRange]) { self.ranges = ranges }

    /// A proxy beside Sen, which is how it is set up by default.
    package static let onThisMachine = TrustedProxies(
        ["127.0.0.0/8", "::1", "::ffff:127.0.0.0/104"].compactMap { AddressRange($0) }
    )

    /// More hops than any real way has; the rest is somebody's invention.
    static let hopsMax = 32

    /// Who asks: the last address of `X-Forwarded-For` that is no trusted proxy's own.
    ///
    /// Each proxy appends whom it saw, so what stands before the first stranger may be the stranger's own words and is
    /// not read. `peer` stays when it is not trusted, and when the header is something else than addresses.
    func client(peer: String, forwardedFor headers: [String]) -> String {
        guard isTrusted(peer) else { return peer }
        let hops = headers.joined(separator: ",").split { ", \t".contains($0) }.suffix(Self.hopsMax)
        var client = peer
        for address in hops.reversed().map(String.init) {
            guard IPAddress(address) != nil else { return client }
            client = address
            guard isTrusted(address) else { return client }
        }
        return client
    }

    private func isTrusted(_ text: String) -> Bool {
        guard let address = IPAddress(text) else { return false }
        return ranges.contains { $0.contains(address) }
    }
}

/// Takes the browser's address from a proxy that is trusted, before anything counts or logs it.
package struct ProxiedAddress: RouterMiddleware {
    private let proxies: TrustedProxies

    package init(_ proxies: TrustedProxies) { self.proxies = proxies }

    package func handle(
        _ request: Request,
        context: SenContext,
        next: (Request, SenContext) async throws -> Response
    ) async throws -> Response {
        guard let name = HTTPFields.Element.Name("X-Forwarded-For") else {
            return try await next(request, context)
        }
        let told = request.headers[values: name]
        guard !told.isEmpty else { return try await next(request, context) }
        var context = context
        context.address = proxies.client(peer: context.address, forwardedFor: told)
        return try await next(request, context)
    }
}
