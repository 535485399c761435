import CCurl
import Glibc
import InternetAddresses
import Testing
import WebWatch

@testable import WebFetch

@Test("a connection that could not be made says why, and a refused address comes first")
func connectFailures() throws {
    var end = TransferEnd(code: CURLE_COULDNT_CONNECT, systemError: ECONNREFUSED)
    #expect(end.outcome == .connectRefused)
    end.systemError = ETIMEDOUT
    #expect(end.outcome == .connectTimedOut)
    (end.systemError, end.message) = (EHOSTUNREACH, "No route to host")
    #expect(end.outcome == .connectFailed("No route to host"))
    end.refused = (try #require(IPAddress("10.0.0.1")), .privateUse)
    #expect(end.outcome == .addressRefused(address: "10.0.0.1", reason: "private"))
}

@Test("time that ran out is told by the last stage that was reached")
func timeouts() {
    func failure(_ dns: Int64, connected: Bool, _ tls: Int64, _ firstByte: Int64) -> FetchFailure? {
        var end = TransferEnd(code: CURLE_OPERATION_TIMEDOUT)
        end.timing = FetchTiming(
            dnsMicroseconds: dns,
            tlsMicroseconds: tls,
            firstByteMicroseconds: firstByte
        )
        (end.isConnected, end.isTLS) = (connected, true)
        return end.outcome
    }
    #expect(failure(0, connected: false, 0, 0) == .timedOut(.dns))
    #expect(failure(1, connected: false, 0, 0) == .connectTimedOut)
    #expect(failure(1, connected: true, 0, 0) == .timedOut(.tls))
    #expect(failure(1, connected: true, 2, 0) == .timedOut(.firstByte))
    #expect(failure(1, connected: true, 2, 3) == .timedOut(.body))
}

@Test(
    "each reason to refuse a certificate has the verdict a browser would give",
    arguments: [
        (0, CertificateObservation.Verdict.wrongHost), (1, .wrongHost), (62, .wrongHost), (64, .wrongHost),
        (9, .notYetValid), (10, .expired), (18, .selfSigned), (19, .untrusted), (20, .untrusted),
        (21, .untrusted), (23, .revoked), (66, .refused), (68, .refused),
    ]
)
func certificateVerdicts(number: Int, verdict: CertificateObservation.Verdict) {
    #expect(
        TransferEnd(code: CURLE_PEER_FAILED_VERIFICATION, verifyResult: number).certificateVerdict == verdict
    )
}

@Test("where we stopped by a limit of ours, the library's error is not what counts")
func stopsComeFirst() {
    func outcome(_ stop: IncomingAnswer.Stop) -> FetchFailure? {
        TransferEnd(code: CURLE_WRITE_ERROR, stop: stop).outcome
    }
    #expect(outcome(.bodyCut) == nil)
    #expect(outcome(.bodyNotWanted) == nil)
    #expect(outcome(.headersTooLarge) == .headersTooLarge)
    #expect(outcome(.decompressionRatioExceeded) == .decompressionRatioExceeded)
}

@Test("headers that end before their blank line are no answer")
func headersCutShort() {
    #expect(TransferEnd(code: CURLE_OK, hasAllHeaders: false).outcome?.code == "protocol-error")
}
