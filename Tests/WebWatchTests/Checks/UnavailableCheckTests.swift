import Testing
import Timekeeping

@testable import WebWatch

private func at(_ second: Int64) -> Instant { Instant(secondsSince1970: 1_790_000_000 + second) }

@Test("three failures in a row and a failed confirmation begin one outage, dated from the first")
func unavailableOutage() {
    var check = UnavailableCheck(failuresInARow: 3)
    #expect(check.record(.failed("dns-failed"), at: at(0)) == .nothing)
    #expect(check.record(.failed("connect-timed-out"), at: at(60)) == .nothing)
    #expect(check.record(.failed("connect-timed-out"), at: at(120)) == .confirm)
    #expect(check.finding(on: "https://xa-mau.test/") == nil)
    let began = UnavailableCheck.Decision.outageBegan(since: at(0), reason: "connect-timed-out")
    #expect(check.confirm(.failed("connect-timed-out"), at: at(121)) == began)
    #expect(check.isDown)
    #expect(check.record(.failed("dns-failed"), at: at(180)) == .nothing)
    #expect(check.finding(on: "https://xa-mau.test/")?.severity == .serious)
    #expect(check.record(.answered, at: at(240)) == .outageEnded(since: at(0), until: at(240)))
    #expect(!check.isDown)
}

@Test("one answer in between starts the count anew, and a good confirmation calls it off")
func unavailableInterrupted() {
    var check = UnavailableCheck(failuresInARow: 2)
    #expect(check.record(.failed("a"), at: at(0)) == .nothing)
    #expect(check.record(.answered, at: at(1)) == .nothing)
    #expect(check.record(.failed("a"), at: at(2)) == .nothing)
    #expect(check.record(.failed("a"), at: at(3)) == .confirm)
    #expect(check.confirm(.answered, at: at(4)) == .nothing)
    #expect(check.record(.failed("a"), at: at(5)) == .nothing)
}

@Test("a confirmation that never came is asked for again")
func unavailableLostConfirmation() {
    var check = UnavailableCheck(failuresInARow: 1)
    #expect(check.record(.failed("a"), at: at(0)) == .confirm)
    #expect(check.record(.failed("a"), at: at(60)) == .confirm)
    #expect(check.confirm(.failed("b"), at: at(61)) == .outageBegan(since: at(0), reason: "b"))
}

@Test("a firewall that refuses the watch is a state of its own and no outage")
func unavailableFirewall() {
    var check = UnavailableCheck(failuresInARow: 1)
    #expect(check.record(.refusedByFirewall(status: 403), at: at(0)) == .firewallNoticed(status: 403))
    #expect(check.record(.refusedByFirewall(status: 429), at: at(1)) == .nothing)
    #expect(check.finding(on: "https://xa-mau.test/")?.severity == .information)
    #expect(!check.isDown)
    #expect(check.record(.answered, at: at(2)) == .firewallGone)
    #expect(check.finding(on: "https://xa-mau.test/") == nil)
}

@Test("a clock that goes backwards never makes an outage end before it began")
func unavailableBackwardsClock() {
    var check = UnavailableCheck(failuresInARow: 1)
    _ = check.record(.failed("a"), at: at(100))
    _ = check.confirm(.failed("a"), at: at(50))
    #expect(check.record(.answered, at: at(10)) == .outageEnded(since: at(100), until: at(100)))
}

@Test("what a fetch saw becomes an observation")
func unavailableObservations() {
    func observation(_ status: Int) -> UnavailableCheck.Observation {
        UnavailableCheck.Observation(
            FetchResult(outcome: .answered(Answer(status: status, finalURL: "https://xa-mau.test/")))
        )
    }
    #expect(observation(200) == .answered)
    #expect(observation(404) == .answered)
    #expect(observation(429) == .refusedByFirewall(status: 429))
    #expect(observation(503) == .failed("status-503"))
    #expect(
        UnavailableCheck.Observation(FetchResult(outcome: .failed(.timedOut(.tls))))
            == .failed("timed-out-tls")
    )
    #expect(UnavailableCheck.Observation(FetchResult(outcome: .failed(.cancelled))) == .answered)
}

@Test("the evidence names the status or the failure")
func unavailableEvidence() {
    for (reason, expected, value) in [
        ("status-503", EvidenceReason.errorStatus, "503"), ("dns-failed", .noAnswer, "dns-failed"),
    ] {
        var check = UnavailableCheck(failuresInARow: 1)
        _ = check.record(.failed(reason), at: at(0))
        _ = check.confirm(.failed(reason), at: at(1))
        let evidence = check.finding(on: "https://xa-mau.test/")?.evidence.first
        #expect(evidence?.reason == expected && evidence?.value == value)
    }
}
