import Foundation
import HostileServers
import Language
import Testing
import WebWatch

@testable import WebFetch

/// Fetches `count` pages of a server that answers with the path, after `whileInside`; says how many came right and
/// how many were with the server at once.
private func fetchMany(
    _ count: Int,
    atOnceMax: Int,
    perHostMax: Int,
    whileInside wait: @escaping @Sendable (Gauge) -> Void
) async throws -> (right: Int, mostAtOnce: Int) {
    let gauge = Gauge()
    var settings = try FetchSettings.loopback
    settings.fetchesAtOnceMax = atOnceMax
    settings.fetchesPerHostMax = perHostMax
    let fetcher = try CurlFetcher(settings)
    defer { fetcher.close() }
    let right = try await withServer({
        let path = $0.readRequest().split(separator: " ")[1]
        gauge.hold { wait(gauge) }
        $0.answer([UInt8](path.utf8))
    }) { server in
        await withTaskGroup(of: Bool.self) { group in
            for number in 0..<count {
                group.addTask {
                    let request = FetchRequest(url: server.url + "\(number)")
                    return await fetcher.fetch(request).answer?.body == Array("/\(number)".utf8)
                }
            }
            return await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
        }
    }
    return (right, gauge.most)
}

@Test("64 fetches run in parallel, and each gets its own answer")
func parallel() async throws {
    let seen = try await fetchMany(64, atOnceMax: 64, perHostMax: 64) { gauge in
        var waited = 0
        while gauge.most < 64, waited < 1_000 {
            usleep(5_000)
            waited += 1
        }
    }
    #expect(seen.right == 64)
    #expect(seen.mostAtOnce == 64)
}

@Test("no more than the limit run at once in all, and to one host")
func boundedAtOnce() async throws {
    let inAll = try await fetchMany(40, atOnceMax: 4, perHostMax: 100) { _ in usleep(5_000) }
    #expect(inAll.right == 40)
    #expect(inAll.mostAtOnce == 4)
    let perHost = try await fetchMany(40, atOnceMax: 64, perHostMax: 2) { _ in usleep(5_000) }
    #expect(perHost.right == 40)
    #expect(perHost.mostAtOnce == 2)
}

@Test("a cancelled fetch ends at once, under way or in line, and makes room")
func cancellation() async throws {
    try await withServer({ $0.waitForEnd() }) { server in
        var settings = try FetchSettings.loopback
        settings.fetchesAtOnceMax = 1
        let fetcher = try CurlFetcher(settings)
        defer { fetcher.close() }
        let tasks = (0..<3).map { _ in Task { await fetcher.fetch(FetchRequest(url: server.url)) } }
        try await Task.sleep(for: .milliseconds(100))
        for task in tasks { task.cancel() }
        for task in tasks { #expect(await task.value.failure == .cancelled) }
        let cancelledBefore = Task {
            while !Task.isCancelled { await Task.yield() }
            return await fetcher.fetch(FetchRequest(url: server.url))
        }
        cancelledBefore.cancel()
        #expect(await cancelledBefore.value.failure == .cancelled)
    }
}

@Test("closing ends what runs and what waits, and refuses what comes later")
func closing() async throws {
    try await withServer({ $0.waitForEnd() }) { server in
        let fetcher = try CurlFetcher(try .loopback)
        let tasks = (0..<8).map { _ in Task { await fetcher.fetch(FetchRequest(url: server.url)) } }
        try await Task.sleep(for: .milliseconds(50))
        fetcher.close()
        for task in tasks { #expect(await task.value.failure == .cancelled) }
        #expect(await fetcher.fetch(FetchRequest(url: server.url)).failure == .cancelled)
        fetcher.close()
    }
}

@Test("each failure has a sentence in both languages that says what to do")
func failureTexts() {
    let failures: [FetchFailure] = [
        .urlInvalid(""), .dnsFailed(""), .connectRefused, .connectTimedOut, .connectFailed(""),
        .timedOut(.body),
        .tlsFailed(""), .tooManyRedirects, .redirectRefused(""),
        .addressRefused(address: "10.0.0.1", reason: ""),
        .bodyTooLarge, .decompressionRatioExceeded, .decompressionFailed, .headersTooLarge, .wrongLength,
        .protocolError(""), .cancelled,
    ]
    #expect(Set(failures.map(\.text)).count == failures.count)
    for text in failures.map(\.text) {
        #expect(text.vi.contains("ãy "), "\(text.vi) does not say what to do")
        #expect(text.vi.hasSuffix(".") && text.en.hasSuffix("."))
    }
    #expect(failures[9].text.vi.contains("10.0.0.1"))
}
