import Foundation
import Language
import Testing
import WebWatch

@testable import WebFetch

@Test("64 fetches run in parallel, each with its own answer, two at once to a host")
func parallel() async throws {
    try await withServer({
        let path = $0.readRequest().split(separator: " ")[1]
        usleep(20_000)
        $0.answer([UInt8](path.utf8))
    }) { server in
        let fetcher = try CurlFetcher(try .loopback)
        defer { fetcher.close() }
        let right = await withTaskGroup(of: Bool.self) { group in
            for number in 0..<64 {
                group.addTask {
                    let url = "http://127.0.0.\(number % 8 + 1):\(server.port)/\(number)"
                    return await fetcher.fetch(FetchRequest(url: url)).answer?.body
                        == Array("/\(number)".utf8)
                }
            }
            return await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
        }
        // The server listens on 127.0.0.1 only, so the other seven hosts refuse.
        #expect(right == 8)
        #expect(server.connectionsAtOnce <= 2)
    }
}

@Test("no more than the limit run at once in all")
func boundedInAll() async throws {
    try await withServer({
        _ = $0.readRequest()
        usleep(5_000)
        $0.answer([65])
    }) { server in
        var settings = try FetchSettings.loopback
        settings.fetchesAtOnceMax = 4
        settings.fetchesPerHostMax = 100
        let fetcher = try CurlFetcher(settings)
        defer { fetcher.close() }
        let answered = await withTaskGroup(of: Bool.self) { group in
            for _ in 0..<64 {
                group.addTask { await fetcher.fetch(FetchRequest(url: server.url)).answer?.body == [65] }
            }
            return await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
        }
        #expect(answered == 64)
        #expect(server.connectionsAtOnce <= 6, "four, and some whose end the server has not seen yet")
    }
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
