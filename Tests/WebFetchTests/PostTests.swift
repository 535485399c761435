import HostileServers
import Synchronization
import Testing
import WebFetch
import WebWatch

private let message = FetchRequest.Post(
    body: Array(#"{"type":"records.changed"}"#.utf8),
    headerLines: ["content-type: application/json", "webhook-id: 1"]
)

private let limits = FetchLimits(
    bodyBytesMax: 1,
    headerBytesMax: 16 << 10,
    redirectsMax: 0,
    secondsMax: 2,
    connectSecondsMax: 2,
    decompressionRatioMax: 1
)

private func post(
    _ url: String,
    settings: FetchSettings? = nil,
    post: FetchRequest.Post = message
) async throws -> FetchResult {
    let fetcher = try CurlFetcher(try settings ?? .loopback)
    defer { fetcher.close() }
    return await fetcher.fetch(FetchRequest(url: url, limits: limits, wantsBody: false, post: post))
}

@Test("a message is posted with its lines and its body, and nothing of the answer but the status is read")
func posted() async throws {
    let seen = Mutex("")
    let result = try await withServer(
        { connection in
            let text = connection.readPost()
            seen.withLock { $0 = text }
            connection.answer(Array(repeating: 120, count: 1 << 20), status: "202 Accepted")
        },
        { try await post($0.url) }
    )
    #expect(result.answer?.status == 202 && result.answer?.body.isEmpty == true)
    let text = seen.withLock { $0 }
    #expect(text.hasPrefix("POST / HTTP/1.1\r\n") && text.hasSuffix(#"{"type":"records.changed"}"#))
    #expect(text.contains("content-type: application/json\r\nwebhook-id: 1\r\n"))
    #expect(!text.lowercased().contains("expect:") && !text.lowercased().contains("form-urlencoded"))
}

@Test("a redirect of a message is an answer and is not followed")
func redirectNotFollowed() async throws {
    let connections = Mutex(0)
    let result = try await withServer(
        { connection in
            _ = connection.readPost()
            connections.withLock { $0 += 1 }
            connection.answer([], status: "307 Temporary Redirect", headers: ["Location: /elsewhere"])
        },
        { try await post($0.url) }
    )
    #expect(result.answer?.status == 307)
    #expect(connections.withLock { $0 } == 1)
}

@Test("a private address gets no message, and a receiver that never answers costs the time limit alone")
func refusedAndSilent() async throws {
    try await withServer({ $0.waitForEnd() }) { server in
        let refused = try await post(server.url, settings: FetchSettings())
        #expect(refused.failure?.code == "address-refused")
        let silent = try await post(server.url)
        #expect(silent.failure != nil && silent.answer == nil)
        #expect(server.connectionsCount == 1)
    }
}
