import Foundation
import HostileServers
import Testing
import WebWatch

@testable import WebFetch

@Test("a plain page arrives whole, with its headers, its address and the time of each stage")
func plainPage() async throws {
    let page = [UInt8]("<p>Xã Mẫu</p>".utf8)
    let result = try await fetch {
        _ = $0.readRequest()
        $0.answer(page, headers: ["Content-Type: text/html; charset=utf-8", "ETag: \"1\""])
    }
    #expect(result.answer?.body == page)
    #expect(result.answer?.status == 200)
    #expect(result.answer?.contentType == "text/html; charset=utf-8")
    #expect(result.connectedAddress == "127.0.0.1")
    #expect(result.certificate == nil)
    let timing = result.timing
    #expect(0 < timing.connectMicroseconds && timing.connectMicroseconds <= timing.firstByteMicroseconds)
    #expect(timing.firstByteMicroseconds <= timing.totalMicroseconds)
}

@Test("a status that is an error is an answer too, and 304 has no body")
func statuses() async throws {
    let gone = try await fetch {
        _ = $0.readRequest()
        $0.answer([65], status: "503 Bao tri")
    }
    #expect(gone.answer?.status == 503)
    let same = try await fetch {
        _ = $0.readRequest()
        $0.send("HTTP/1.1 304 Not Modified\r\n\r\n")
    }
    #expect(same.answer?.status == 304)
}

@Test("a body of 1 GB without a length is cut at the limit while memory stays flat", .timeLimit(.minutes(1)))
func endlessBody() async throws {
    let block = [UInt8](repeating: 0x61, count: 1 << 20)
    let before = try residentBytes()
    let result = try await fetch {
        _ = $0.readRequest()
        $0.send("HTTP/1.1 200 OK\r\n\r\n")
        for _ in 0..<1_024 { guard $0.send(block) else { return } }
    }
    #expect(result.answer?.body.count == FetchLimits.brief.bodyBytesMax)
    #expect(result.answer?.bodyWasCut == true)
    let grown = try residentBytes() - before
    // Other tests run beside this one; a body that was kept would show all the same.
    #expect(grown < 512 << 20)
}

@Test("a body whose announced length is beyond the limit is not read at all")
func announcedTooLarge() async throws {
    let result = try await fetch {
        _ = $0.readRequest()
        $0.send("HTTP/1.1 200 OK\r\nContent-Length: 1073741824\r\n\r\n")
        $0.waitForEnd()
    }
    #expect(result.failure == .bodyTooLarge)
}

@Test("without a wish for the body, the headers of a body of any length are an answer")
func headersOnly() async throws {
    let result = try await fetch(wantsBody: false) {
        _ = $0.readRequest()
        $0.send("HTTP/1.1 200 OK\r\nContent-Length: 1073741824\r\nX: y\r\n\r\nabc")
        $0.waitForEnd()
    }
    #expect(result.answer?.header("x") == "y")
    #expect(result.answer?.body == [])
    #expect(result.answer?.bodyWasCut == false)
}

@Test("a decompression bomb is stopped by its ratio", arguments: [false, true])
func bomb(isChunked: Bool) async throws {
    let bomb = try await pipe([UInt8](repeating: 0, count: 64 << 20), through: "gzip", "-9")
    var limits = FetchLimits.brief
    limits.bodyBytesMax = 256 << 20
    let result = try await fetch(limits: limits) {
        _ = $0.readRequest()
        guard isChunked else { return $0.answer(bomb, headers: ["Content-Encoding: gzip"]) }
        $0.send("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n\r\n")
        $0.send(String(bomb.count, radix: 16) + "\r\n")
        $0.send(bomb)
        $0.send("\r\n0\r\n\r\n")
    }
    #expect(result.failure == .decompressionRatioExceeded)
}

@Test("an ordinary compressed page is decompressed")
func compressedPage() async throws {
    let page = [UInt8]((0..<5_000).map { "<li>Tin số \($0)</li>" }.joined().utf8)
    let packed = try await pipe(page, through: "gzip", "-9")
    let result = try await fetch {
        let request = $0.readRequest()
        #expect(request.contains("Accept-Encoding: gzip"))
        $0.answer(packed, headers: ["Content-Encoding: gzip"])
    }
    #expect(result.answer?.body == page)
}

@Test("a body that is not what its encoding says is told apart")
func notGzip() async throws {
    let result = try await fetch {
        _ = $0.readRequest()
        $0.answer([UInt8]("day khong phai gzip".utf8), headers: ["Content-Encoding: gzip"])
    }
    #expect(result.failure == .decompressionFailed)
}

@Test("a server that sends byte by byte meets the time limit")
func slowDrip() async throws {
    let result = try await fetch {
        _ = $0.readRequest()
        $0.send("HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n")
        while $0.send("a") { usleep(20_000) }
    }
    #expect(result.failure == .timedOut(.body))
    #expect((1_900_000...3_500_000).contains(result.timing.totalMicroseconds))
}

@Test("a server that has stalled is left before the time limit")
func stalled() async throws {
    var settings = try FetchSettings.loopback
    settings.stallSecondsMax = 1
    var limits = FetchLimits.brief
    limits.secondsMax = 30
    let result = try await fetch(limits: limits, settings: settings) {
        _ = $0.readRequest()
        $0.send("HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\nabc")
        $0.waitForEnd()
    }
    #expect(result.failure == .timedOut(.body))
    #expect(result.timing.totalMicroseconds < 10_000_000)
}

@Test("a server that never answers meets the time limit before its first byte")
func neverAnswers() async throws {
    let result = try await fetch { $0.waitForEnd() }
    #expect(result.failure == .timedOut(.firstByte))
}

@Test("a body shorter than announced is told, and what comes after the announced length is not read")
func wrongLengths() async throws {
    let short = try await fetch {
        _ = $0.readRequest()
        $0.send("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nabc")
    }
    #expect(short.failure == .wrongLength)
    let long = try await fetch {
        _ = $0.readRequest()
        $0.send("HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nabcdef")
    }
    #expect(long.answer?.body == [UInt8]("abc".utf8))
}

@Test(
    "endless headers, endless interim answers and one endless header meet the header limit",
    arguments: [0, 1, 2]
)
func endlessHeaders(kind: Int) async throws {
    let result = try await fetch {
        _ = $0.readRequest()
        if kind != 1 { $0.send("HTTP/1.1 200 OK\r\n") }
        if kind == 2 { $0.send("X-Dai: ") }
        let line = [
            "X-Dau: \(String(repeating: "a", count: 100))\r\n", "HTTP/1.1 100 Continue\r\n\r\n", "aaaaaaaa",
        ][kind]
        while $0.send(line) {}
    }
    #expect(result.failure == .headersTooLarge)
}

@Test(
    "what is not HTTP is a protocol error",
    arguments: [
        "SSH-2.0-OpenSSH_9.2\r\n", "\0\u{1}\u{2}\u{3}\r\n\r\n", "HTTP/1.1 \r\n\r\n",
        "HTTP/9.9 200 OK\r\n\r\n",
        "HTTP/1.1 2x0 OK\r\n\r\n", "HTTP/1.1 200 OK\r\nContent-Length: -5\r\n\r\nabc",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nxyz\r\nabc\r\n",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nffffffffffffffffffff\r\nabc\r\n",
    ]
)
func notHTTP(text: String) async throws {
    let result = try await fetch {
        _ = $0.readRequest()
        $0.send(text)
    }
    #expect(result.failure?.code == "protocol-error", "\(String(describing: result.outcome))")
}

@Test(
    "a connection that ends too early is told",
    arguments: ["", "HTTP/1.1 20", "HTTP/1.1 200 OK\r\nContent-Ty"]
)
func endsEarly(text: String) async throws {
    let result = try await fetch {
        _ = $0.readRequest()
        $0.send(text)
    }
    #expect(["connect-failed", "protocol-error"].contains(result.failure?.code), "\(result.outcome)")
}

@Test("a chunked body that ends without its last chunk is of wrong length")
func chunksCutShort() async throws {
    let result = try await fetch {
        _ = $0.readRequest()
        $0.send("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nabcde\r\n5\r\nab")
    }
    #expect(result.failure == .wrongLength)
}

@Test("a server that does not take the connection is told apart from one that takes it and is silent")
func connectionNotTaken() async throws {
    let full = try FullListener()
    defer { full.stop() }
    for scheme in ["http", "https"] {
        let result = try await fetch("\(scheme)://127.0.0.1:\(full.port)/")
        #expect(result.failure == .connectTimedOut)
        #expect(result.connectedAddress == nil)
    }
}

@Test("a refused connection is told apart from one that takes too long")
func refusedConnection() async throws {
    let server = HostileServer { _ in }
    server.stop()
    #expect(try await fetch(server.url).failure == .connectRefused)
}
