import Testing
import Timekeeping

@testable import WebWatch

private let noon = Instant(secondsSince1970: 1_790_000_000)

private func finding(_ code: String) -> Finding {
    let outage = OutageTracker.Outage(since: noon, confirmedAt: noon + .seconds(120), firstCode: code)
    return UnavailableCheck.finding(of: outage, on: PortalPage.url)
}

@Test("a confirmed outage is serious, and its evidence names the status or the failure")
func unavailableOutage() {
    #expect(finding("http-503").severity == .serious)
    #expect(finding("http-503").evidence == [Evidence(.errorStatus, place: PortalPage.url, value: "503")])
    #expect(
        finding("dns-failed").evidence == [Evidence(.noAnswer, place: PortalPage.url, value: "dns-failed")]
    )
}

@Test("an outage stays one finding when its cause changes")
func unavailableFingerprint() {
    #expect(finding("http-503").fingerprint == finding("connect-timed-out").fingerprint)
}

@Test("the code of each outage is one that the reachability of a fetch gives")
func unavailableCodes() {
    let answer = Answer(status: 503, finalURL: PortalPage.url)
    guard case .failed(let code) = Reachability(FetchResult(outcome: .answered(answer))) else {
        Issue.record("503 is reachable")
        return
    }
    #expect(finding(code).evidence.first?.reason == .errorStatus)
}

@Test("a firewall that refuses the watch is information and no outage", arguments: [403, 406, 429])
func unavailableFirewall(status: Int) throws {
    let result = FetchResult(outcome: .answered(Answer(status: status, finalURL: PortalPage.url)))
    let found = try #require(UnavailableCheck.firewallFinding(result, on: PortalPage.url))
    #expect(found.severity == .information)
    #expect(found.evidence.first?.value == String(status))
    #expect(found.fingerprint != finding("http-\(status)").fingerprint)
}

@Test("other answers and failures are no firewall's")
func unavailableNoFirewall() {
    for status in [200, 304, 401, 404, 500, 503] {
        let result = FetchResult(outcome: .answered(Answer(status: status, finalURL: PortalPage.url)))
        #expect(UnavailableCheck.firewallFinding(result, on: PortalPage.url) == nil)
    }
    #expect(UnavailableCheck.firewallFinding(FetchResult(outcome: .failed(.connectRefused)), on: "") == nil)
}
