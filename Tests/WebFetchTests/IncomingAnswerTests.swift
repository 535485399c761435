import Testing
import WebWatch

@testable import WebFetch

private func incoming(_ lines: [String], wantsBody: Bool = true) -> IncomingAnswer {
    var answer = IncomingAnswer(limits: .brief, wantsBody: wantsBody)
    for line in lines { _ = answer.header(line) }
    return answer
}

extension IncomingAnswer {
    fileprivate mutating func header(_ line: String) -> Bool {
        Array((line + "\r\n").utf8).withUnsafeBytes { takeHeaderLine($0) }
    }

    fileprivate mutating func body(_ count: Int, received: Int) -> Bool {
        [UInt8](repeating: 0x61, count: count).withUnsafeBytes { takeBody($0) { received } }
    }
}

@Test("headers are those of the last answer, with folded lines joined and blanks trimmed")
func headersOfLastAnswer() {
    let answer = incoming([
        "HTTP/1.1 103 Early Hints", "Link: </a>", "", "HTTP/1.1 404 Khong thay", "Server:  nginx \t",
        "X-Dai: a",
        "  b", "khong co dau hai cham", "",
    ])
    #expect(answer.status == 404)
    #expect(answer.headers == [.init(name: "Server", value: "nginx"), .init(name: "X-Dai", value: "a b")])
}

@Test("a line that looks like a status line does not make a second answer in the middle of the headers")
func spoofedStatusLine() {
    let answer = incoming(["HTTP/1.1 200 OK", "A: 1", "HTTP/1.1: 302", "Location: /x", ""])
    #expect(answer.status == 200)
    #expect(answer.location == nil)
    #expect(answer.headers.count == 3)
}

@Test("headers of all answers together meet one limit")
func headerLimit() {
    var answer = incoming([])
    var lines = 0
    while lines < 100_000, answer.header(lines % 2 == 0 ? "HTTP/1.1 100 Continue" : "") { lines += 1 }
    #expect(answer.stop == .headersTooLarge)
    #expect(lines < 2_000)
}

@Test("a body of just the limit is whole, and one byte more is cut")
func bodyLimit() {
    let max = FetchLimits.brief.bodyBytesMax
    var answer = incoming(["HTTP/1.1 200 OK", ""])
    let goesOn = [answer.body(max, received: max), answer.body(1, received: max + 1)]
    #expect(goesOn == [true, false])
    #expect(answer.stop == .bodyCut)
    #expect(answer.body.count == max)
}

@Test("a body may grow by decompression as far as the ratio, counted from 64 KiB on")
func ratioLimit() {
    var small = incoming(["HTTP/1.1 200 OK", ""])
    let isFree = [small.body(IncomingAnswer.ratioFreeBytes, received: 1), small.body(1, received: 1)]
    #expect(isFree == [true, true], "the library's count may lag by a buffer")
    let limits = FetchLimits(
        bodyBytesMax: 1 << 30,
        headerBytesMax: 1_024,
        redirectsMax: 1,
        secondsMax: 1,
        connectSecondsMax: 1,
        decompressionRatioMax: 10
    )
    var bomb = IncomingAnswer(limits: limits, wantsBody: true)
    let most = 10 * (1_000 + IncomingAnswer.receiveBufferBytes)
    let goesOn = [bomb.body(most, received: 1_000), bomb.body(1, received: 1_000)]
    #expect(goesOn == [true, false])
    #expect(bomb.stop == .decompressionRatioExceeded)
}

@Test("the body of a redirect, or one that is not wanted, is not read")
func bodiesNotRead() {
    var redirect = incoming(["HTTP/1.1 301 Moved", "LOCATION: /x", ""])
    #expect(redirect.location == "/x")
    var unwanted = incoming(["HTTP/1.1 200 OK", ""], wantsBody: false)
    let goesOn = [redirect.body(1, received: 1), unwanted.body(1, received: 1)]
    #expect(goesOn == [false, false])
    #expect([redirect.stop, unwanted.stop] == [.bodyNotWanted, .bodyNotWanted])
    #expect(incoming(["HTTP/1.1 300 Multiple Choices", "Location: /x", ""]).location == nil)
}
