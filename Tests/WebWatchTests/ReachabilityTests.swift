import Testing
import WebWatch

private func answered(_ status: Int, _ headers: [Answer.Header] = []) -> FetchResult {
    FetchResult(
        outcome: .answered(Answer(status: status, finalURL: "https://xa-mau.test/", headers: headers))
    )
}

@Test("a start page that is broken or missing is a failure", arguments: [404, 410, 500, 502, 503, 599])
func brokenStartPage(status: Int) {
    #expect(Reachability(answered(status)) == .failed(code: "http-\(status)"))
    #expect(CheckEnd(answered(status), changed: true) == .failed)
}

@Test("a refusal that may be meant for the watch alone is no outage", arguments: [200, 304, 401, 403, 429])
func refusalIsNoOutage(status: Int) {
    #expect(Reachability(answered(status)) == .answered)
}

@Test("failures on the way to the site count, with their own code")
func failuresOnTheWay() {
    let failures: [FetchFailure] = [
        .dnsFailed(""), .connectRefused, .connectTimedOut, .connectFailed(""), .timedOut(.firstByte),
        .tlsFailed(""), .tooManyRedirects, .wrongLength, .protocolError(""),
    ]
    for failure in failures {
        let result = FetchResult(outcome: .failed(failure))
        #expect(Reachability(result) == .failed(code: failure.code))
        #expect(CheckEnd(result, changed: false) == .failed)
    }
}

@Test("a site that answers with too much is up")
func tooMuchIsUp() {
    let failures: [FetchFailure] = [
        .redirectRefused(""), .bodyTooLarge, .decompressionRatioExceeded, .decompressionFailed,
        .headersTooLarge,
    ]
    for failure in failures { #expect(Reachability(FetchResult(outcome: .failed(failure))) == .answered) }
}

@Test("a check that never asked the site says nothing about it")
func neverAsked() {
    let failures: [FetchFailure] = [
        .urlInvalid(""), .addressRefused(address: "10.0.0.1", reason: "private"), .cancelled,
    ]
    for failure in failures {
        let result = FetchResult(outcome: .failed(failure))
        #expect(Reachability(result) == .unknown)
        #expect(CheckEnd(result, changed: true) == .unknown)
    }
}

@Test("a host that answers 429 is left alone as long as it says, or a minute when it says nothing readable")
func tooManyRequests() {
    func end(_ retryAfter: String?) -> CheckEnd {
        CheckEnd(
            answered(429, retryAfter.map { [.init(name: "Retry-After", value: $0)] } ?? []),
            changed: false
        )
    }
    #expect(end("120") == .askedToWait(seconds: 120))
    #expect(end(nil) == .askedToWait(seconds: 60))
    #expect(end("99999999999999999999") == .askedToWait(seconds: 60))
    #expect(end("Wed, 21 Oct 2026 07:28:00 GMT") == .askedToWait(seconds: 60))
}

@Test("a page that answers is looked into more deeply only when it changed")
func changeIsPassedOn() {
    #expect(CheckEnd(answered(200), changed: true) == .answered(changed: true))
    #expect(CheckEnd(answered(304), changed: false) == .answered(changed: false))
}
