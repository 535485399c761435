import Foundation
import RunningPrograms
import Testing

/// What no browser sends; each over a connection of its own.
private struct Garbage: CustomTestStringConvertible {
    let testDescription: String
    let bytes: [UInt8]

    init(_ name: String, _ text: String) { (testDescription, bytes) = (name, Array(text.utf8)) }

    static let all = [
        Garbage("letters", "xin chao\r\n\r\n"),
        Garbage("a TLS greeting", "\u{16}\u{3}\u{1}\u{2}\0\u{1}\0\u{1}\u{FC}\u{3}\u{3}\r\n\r\n"),
        Garbage("HTTP of another century", "GET / HTTP/9.9\r\nHost: a\r\n\r\n"),
        Garbage(
            "a header of 100 KB",
            "GET / HTTP/1.1\r\nX: \(String(repeating: "a", count: 100_000))\r\n\r\n"
        ),
        Garbage(
            "1,000 headers",
            "GET / HTTP/1.1\r\n" + (0..<1_000).map { "X\($0): a\r\n" }.joined() + "\r\n"
        ),
        Garbage("an address of 1 MB", "GET /\(String(repeating: "a", count: 1 << 20)) HTTP/1.1\r\n\r\n"),
        Garbage("a header with a zero byte", "GET / HTTP/1.1\r\nX: a\0b\r\n\r\n"),
        Garbage("two lengths", "POST /sign-in HTTP/1.1\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab"),
        Garbage("a negative length", "POST /sign-in HTTP/1.1\r\nContent-Length: -5\r\n\r\n"),
        Garbage(
            "a length and pieces",
            "POST /sign-in HTTP/1.1\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"
        ),
        Garbage("a cut line", "GET / HT"),
    ]
}

// One after another: each runs a whole Sen and is about how soon it answers.
@Suite("requests that are no requests, against the running program", .serialized, .timeLimit(.minutes(3)))
struct HostileRequestTests {
    private static let health = Array("GET /healthz HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n".utf8)

    /// Sooner than the slow ones are let go, however busy the machine that runs all tests at once.
    private static let answerSecondsMax = 15

    private func isHealthy(_ sen: RunningSen) async throws -> Bool {
        try await RawConnection.say([Self.health], to: sen.place.port).hasPrefix("HTTP/1.1 200")
    }

    @Test("what is no request is answered with 400 and what to do, and the next one is served")
    func garbage() async throws {
        try await withSen { sen in
            for garbage in Garbage.all {
                let answer = try await RawConnection.say([garbage.bytes], to: sen.place.port, closing: true)
                #expect(answer.hasPrefix("HTTP/1.1 400"), "\(garbage.testDescription): \(answer.prefix(300))")
                #expect(
                    answer.contains("The server could not read this request"),
                    "\(garbage.testDescription)"
                )
                #expect(try await isHealthy(sen), "\(garbage.testDescription)")
            }
        }
    }

    @Test("garbage behind a good request ends the connection after that one was answered")
    func pipelinedGarbage() async throws {
        try await withSen { sen in
            let good = "GET /healthz HTTP/1.1\r\nHost: a\r\n\r\n"
            let answer = try await RawConnection.say(
                [Array("\(good)\(good)rác\r\n\r\n".utf8)],
                to: sen.place.port
            )
            #expect(answer.ranges(of: "HTTP/1.1 200").count == 2, "\(answer)")
            #expect(answer.contains("HTTP/1.1 400"), "\(answer)")
            #expect(try await isHealthy(sen))
        }
    }

    @Test("hundreds who send half a request and wait are told after 20 seconds; others are served meanwhile")
    func halfRequests() async throws {
        let count = 300
        try await withSen { sen in
            let port = sen.place.port
            try await withThrowingTaskGroup(of: String.self) { group in
                for _ in 0..<count {
                    let half = Array("GET / HTTP/1.1\r\nHost: a\r\nX-".utf8)
                    group.addTask { try await RawConnection.say([half], to: port) }
                }
                // A byte every half second keeps no connection open either.
                let drops = "GET / HTTP/1.1\r\nX: \(String(repeating: "a", count: 100))".utf8.map { [$0] }
                group.addTask { try await RawConnection.say(drops, to: port, pausing: 0.5) }
                try await Task.sleep(for: .seconds(2))
                let begin = ContinuousClock.now
                for _ in 0..<5 { #expect(try await isHealthy(sen)) }
                #expect(ContinuousClock.now - begin < .seconds(Self.answerSecondsMax))
                var told = 0
                for try await answer in group where answer.hasPrefix("HTTP/1.1 408") {
                    #expect(answer.contains("The request came too slowly"))
                    told += 1
                }
                #expect(told >= count, "the drops' own sender may be reset while it still sends")
            }
            #expect(try await isHealthy(sen))
        }
    }

    @Test("a body that stops half way is told after its time")
    func halfBody() async throws {
        try await withSen { sen in
            let head =
                "POST /sign-in HTTP/1.1\r\nHost: a\r\nContent-Type: application/x-www-form-urlencoded\r\n"
            let answer = try await RawConnection.say(
                [Array("\(head)Content-Length: 100\r\n\r\nname=lanhdao".utf8)],
                to: sen.place.port
            )
            #expect(answer.hasPrefix("HTTP/1.1 408"), "\(answer)")
            #expect(answer.contains("Yêu cầu gửi quá chậm"))
        }
    }

    @Test("a body of 1 GB is refused by its length, and without one as soon as it is too long")
    func largeBody() async throws {
        try await withSen { sen in
            let head =
                "POST /sign-in HTTP/1.1\r\nHost: a\r\nContent-Type: application/x-www-form-urlencoded\r\n"
            let piece = [UInt8](repeating: UInt8(ascii: "a"), count: 1 << 20)
            let announced = Array("\(head)Content-Length: \(1 << 30)\r\n\r\n".utf8)
            let pieces = Array("\(head)Transfer-Encoding: chunked\r\n\r\n".utf8)
            let chunk = Array("100000\r\n".utf8) + piece + Array("\r\n".utf8)
            for bytes in [
                [announced] + Array(repeating: piece, count: 4), [pieces] + Array(repeating: chunk, count: 4),
            ] {
                let answer = try await RawConnection.say(bytes, to: sen.place.port)
                #expect(answer.hasPrefix("HTTP/1.1 413"), "\(answer.prefix(300))")
                #expect(answer.contains("quá lớn"))
                #expect(try await isHealthy(sen))
            }
        }
    }

    @Test("a body that is cut off does nothing, though what came of it would have been a whole one")
    func cutOff() async throws {
        try await withSen { sen in
            let caller = try await APICaller(sen)
            let body = taskJSON("Việc bị cắt")
            let head = caller.head("POST", "/api/v1/cases") + "Content-Type: application/json\r\n"
            for lengths in [
                "Content-Length: 1000\r\n\r\n\(body)",
                "Transfer-Encoding: chunked\r\n\r\n"
                    + "\(String(body.utf8.count, radix: 16))\r\n\(body)\r\n",
                "Transfer-Encoding: chunked\r\n\r\n"
                    + "\(String(body.utf8.count, radix: 16))\r\n\(body)\r\nrác",
            ] {
                let answer = try await RawConnection.say(
                    [Array((head + lengths).utf8)],
                    to: sen.place.port,
                    closing: true
                )
                #expect(answer.hasPrefix("HTTP/1.1 400") && answer.contains("broke off"), "\(answer)")
            }
            let titled = #""title":"Việc bị cắt""#
            let before = try await caller.get("/api/v1/cases?limit=100")
            #expect(before.hasPrefix("HTTP/1.1 200") && !before.contains(titled), "\(before)")
            #expect(try await caller.post("/api/v1/cases", body).hasPrefix("HTTP/1.1 201"), "whole it is one")
            #expect(try await caller.get("/api/v1/cases?limit=100").contains(titled))
        }
    }
}
