import Foundation
import HostileServers
import InternetAddresses
import Synchronization
import Testing
import WebWatch

@testable import WebFetch

extension FetchSettings {
    /// Loopback is allowed, as in the lab.
    static var loopback: FetchSettings {
        get throws {
            var settings = FetchSettings()
            settings.allowedRanges = [try #require(AddressRange("127.0.0.0/8"))]
            return settings
        }
    }
}

extension FetchLimits {
    /// Short times, so that tests of slow servers end soon.
    static let brief = FetchLimits(
        bodyBytesMax: 1 << 20,
        headerBytesMax: 16 << 10,
        redirectsMax: 5,
        secondsMax: 2,
        connectSecondsMax: 2,
        decompressionRatioMax: 100
    )
}

/// Fetches once with a fetcher of its own.
func fetch(
    _ url: String,
    identity: VisitorIdentity = .visitor,
    limits: FetchLimits = .brief,
    wantsBody: Bool = true,
    settings: FetchSettings? = nil
) async throws -> FetchResult {
    let fetcher = try CurlFetcher(try settings ?? .loopback)
    defer { fetcher.close() }
    return await fetcher.fetch(
        FetchRequest(url: url, identity: identity, limits: limits, wantsBody: wantsBody)
    )
}

/// Serves one test and fetches its page once.
func fetch(
    limits: FetchLimits = .brief,
    wantsBody: Bool = true,
    settings: FetchSettings? = nil,
    from serve: @escaping @Sendable (HostileServer.Connection) -> Void
) async throws -> FetchResult {
    try await withServer(serve) {
        try await fetch($0.url, limits: limits, wantsBody: wantsBody, settings: settings)
    }
}

/// Counts how many are inside at the same time.
final class Gauge: Sendable {
    private let inside = Mutex((now: 0, most: 0))

    var most: Int { inside.withLock(\.most) }

    func hold(_ body: () -> Void) {
        inside.withLock { $0 = ($0.now + 1, max($0.most, $0.now + 1)) }
        body()
        inside.withLock { $0.now -= 1 }
    }
}

/// Resident memory of this process now, in bytes.
func residentBytes() throws -> Int {
    let pages = try String(contentsOfFile: "/proc/self/statm", encoding: .utf8).split(separator: " ")[1]
    return try #require(Int(pages)) * Int(sysconf(Int32(_SC_PAGESIZE)))
}
