import Testing
import WebWatch

@testable import WebFetch

private func journey(
    _ url: String = "https://xa-mau.test/a/b",
    limits: FetchLimits = .brief
) throws(FetchFailure) -> Journey {
    try Journey(FetchRequest(url: url, limits: limits), settings: FetchSettings())
}

private func redirect(to location: String, status: Int = 302, micros: Int64 = 1_000) -> Journey.Report {
    var report = Journey.Report(outcome: .answered(Answer(status: status, finalURL: ""), location: location))
    report.timing.totalMicroseconds = micros
    return report
}

private func page(_ verdict: CertificateObservation.Verdict? = nil) -> Journey.Report {
    var report = Journey.Report(outcome: .answered(Answer(status: 200, finalURL: ""), location: nil))
    report.certificate = verdict.map { CertificateObservation(verdict: $0, chain: [[1]]) }
    return report
}

extension Journey.Step {
    fileprivate var hop: Journey.Hop? { if case .visit(let hop) = self { hop } else { nil } }
    fileprivate var result: FetchResult? { if case .end(let result) = self { result } else { nil } }
}

@Test(
    "an address that is none, or of another kind, or with a password, or with a port of another service is not visited",
    arguments: [
        "", "xa-mau.test:", "http://", "ftp://xa-mau.test/", "file:///etc/passwd", "javascript:alert(1)",
        "http://ai:matkhau@xa-mau.test/", "http://ai@xa-mau.test/", "http://xa-mau.test:22/",
        "http://xa-mau.test:0/",
        "http://xa-mau.test:99999/", "http://xa\nmau.test/", "gopher://xa-mau.test/", "http://xa-mau.test/\0",
        "/chi-duong-dan",
        "http://" + String(repeating: "a", count: 9_000),
    ]
)
func addressesNotVisited(url: String) {
    #expect { try journey(url) } throws: { error in
        if case FetchFailure.urlInvalid = error { true } else { false }
    }
}

@Test("a redirect is followed against the address that sent it, and each hop is kept")
func redirectsResolve() throws {
    var journey = try journey()
    let hops = ["../c?d#e", "//tin-tuc.test/", "/f", "http://tin-tuc.test:8080/g"].map {
        journey.record(redirect(to: $0)).hop?.address.text
    }
    #expect(
        hops == [
            "https://xa-mau.test/c?d", "https://tin-tuc.test/", "https://tin-tuc.test/f",
            "http://tin-tuc.test:8080/g",
        ]
    )
    let result = try #require(journey.record(page()).result)
    #expect(result.redirects.map(\.url) == ["https://xa-mau.test/a/b"] + hops.dropLast())
    #expect(
        result.redirects.last?.location == "http://tin-tuc.test:8080/g",
        "the step down to plain HTTP shows"
    )
    #expect(result.timing.totalMicroseconds == 4_000)
}

@Test(
    "a redirect away from the web is refused",
    arguments: [
        "file:///etc/passwd", "ftp://x.test/", "javascript:alert(1)", "data:text/html,x",
        "http://a:b@x.test/",
        "http://x.test:25/", "http://[::1", "http://",
    ]
)
func redirectsRefused(location: String) throws {
    var journey = try journey()
    let failure = try #require(journey.record(redirect(to: location)).result?.failure)
    #expect(failure.code == "redirect-refused")
}

@Test("one redirect more than the limit ends the journey")
func redirectLimit() throws {
    var journey = try journey()
    let hops = (0..<FetchLimits.brief.redirectsMax).compactMap { _ in journey.record(redirect(to: "/x")).hop }
    #expect(hops.count == FetchLimits.brief.redirectsMax)
    let result = try #require(journey.record(redirect(to: "/x")).result)
    #expect(result.failure == .tooManyRedirects)
    #expect(result.redirects.count == FetchLimits.brief.redirectsMax)
}

@Test("a later hop has only the time that earlier ones left")
func timeIsShared() throws {
    var journey = try journey()
    #expect(journey.hop.millisecondsMax == 2_000)
    let second = journey.record(redirect(to: "/x", micros: 1_500_000)).hop
    #expect(second?.millisecondsMax == 500)
    let third = journey.record(redirect(to: "/x", micros: 500_000)).result
    #expect(third?.failure == .timedOut(.firstByte))
}

@Test(
    "a refused certificate gets one second look without verification, and its verdict stands beside the answer"
)
func refusedCertificate() throws {
    var journey = try journey()
    let second = try #require(journey.record(.init(outcome: .certificateRefused(.expired))).hop)
    #expect(!second.verifiesCertificate)
    #expect(second.address.text == "https://xa-mau.test/a/b")
    let result = try #require(journey.record(page(.valid)).result)
    #expect(result.certificate?.verdict == .expired)
    #expect(result.certificate?.chain == [[1]])
    #expect(result.answer?.status == 200)
}

@Test("the verdict is told also when the second look fails")
func refusedCertificateThenNothing() throws {
    var journey = try journey()
    _ = journey.record(.init(outcome: .certificateRefused(.selfSigned)))
    let result = try #require(journey.record(.init(outcome: .failed(.connectRefused))).result)
    #expect(result.failure == .connectRefused)
    #expect(result.certificate?.verdict == .selfSigned)
}

@Test("a bad certificate on the way is not hidden by a good one at the end")
func badCertificateOnTheWay() throws {
    var journey = try journey()
    _ = journey.record(.init(outcome: .certificateRefused(.wrongHost)))
    var hop = redirect(to: "https://tot.test/")
    hop.certificate = CertificateObservation(verdict: .valid, subject: "CN=xau")
    let next = journey.record(hop).hop
    #expect(next?.verifiesCertificate == true, "the next server is verified again")
    let result = try #require(journey.record(page(.valid)).result)
    #expect(result.certificate?.verdict == .wrongHost)
    #expect(result.certificate?.subject == "CN=xau")
}

@Test("a name in other letters than ASCII and an address with spaces and tones are understood")
func unicodeAddresses() throws {
    #expect(try WebAddress("https://x.test/tin tức?q=đ").text == "https://x.test/tin%20t%e1%bb%a9c?q=%c4%91")
    #expect(try WebAddress("HTTP://XA-MAU.test").text == "http://XA-MAU.test/")
    #expect(try WebAddress("HTTP://XA-MAU.test").host == "xa-mau.test")
}
