import Testing
import Timekeeping

@testable import WebWatch

@Test("a header is found whatever its case, and the first of two wins")
func headerLookup() {
    let answer = Answer(
        status: 200,
        finalURL: "https://xa-mau.test/",
        headers: [
            .init(name: "Content-Type", value: "text/html"), .init(name: "content-type", value: "text/plain"),
        ]
    )
    #expect(answer.contentType == "text/html")
    #expect(answer.header("CONTENT-TYPE") == "text/html")
    #expect(answer.header("etag") == nil)
}

@Test("codes of failures are distinct, stable words")
func failureCodes() {
    let stages = FetchFailure.Stage.allCases.map { FetchFailure.timedOut($0) }
    let others: [FetchFailure] = [
        .urlInvalid(""), .dnsFailed(""), .connectRefused, .connectTimedOut, .connectFailed(""),
        .tlsFailed(""),
        .tooManyRedirects, .redirectRefused(""), .addressRefused(address: "10.0.0.1", reason: "private"),
        .bodyTooLarge, .decompressionRatioExceeded, .decompressionFailed, .headersTooLarge, .wrongLength,
        .protocolError(""), .cancelled,
    ]
    let codes = (stages + others).map(\.code)
    #expect(Set(codes).count == codes.count)
    #expect(codes.allSatisfy { $0.wholeMatch(of: /[a-z]+(-[a-z]+)*/) != nil })
    #expect(FetchFailure.addressRefused(address: "10.0.0.1", reason: "private").detail == "10.0.0.1: private")
}

@Test("days left round down, so that the last hours count as none and the first hour after as minus one")
func daysLeft() {
    let now = Instant(secondsSince1970: 1_700_000_000)
    func days(_ seconds: Int64) -> Int? {
        CertificateObservation(verdict: .valid, notAfter: now + .seconds(seconds)).daysLeft(at: now)
    }
    #expect(days(86_400) == 1)
    #expect(days(86_399) == 0)
    #expect(days(-1) == -1)
    #expect(days(-86_400) == -1)
    #expect(CertificateObservation(verdict: .valid).daysLeft(at: now) == nil)
    let hostile = CertificateObservation(verdict: .valid, notAfter: Instant(microsecondsSince1970: .min))
    #expect(hostile.daysLeft(at: now) == nil)
}
