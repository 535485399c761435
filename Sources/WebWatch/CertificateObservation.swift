package import Timekeeping

/// The certificate a server showed, recorded whether or not it may be trusted.
///
/// A monitor that verifies first and looks later can never warn about an expired certificate: it only sees a
/// failed handshake. So the chain is kept and the verdict stands beside it.
package struct CertificateObservation: Hashable, Sendable {
    /// What a browser would say.
    package enum Verdict: String, CaseIterable, Hashable, Sendable, Codable {
        case valid
        case expired
        case notYetValid
        case selfSigned
        /// The chain leads to no authority that the machine trusts, or a certificate in between is missing.
        case untrusted
        case wrongHost
        case revoked
        /// Keys or signatures that are too weak, or another refusal.
        case refused
    }

    package var verdict: Verdict
    /// The chain as the server sent it, leaf first, DER.
    package var chain: [[UInt8]]
    package var subject: String
    package var issuer: String
    package var dnsNames: [String]
    package var notBefore: Instant?
    package var notAfter: Instant?

    package init(
        verdict: Verdict,
        chain: [[UInt8]] = [],
        subject: String = "",
        issuer: String = "",
        dnsNames: [String] = [],
        notBefore: Instant? = nil,
        notAfter: Instant? = nil
    ) {
        self.verdict = verdict
        self.chain = chain
        self.subject = subject
        self.issuer = issuer
        self.dnsNames = dnsNames
        self.notBefore = notBefore
        self.notAfter = notAfter
    }

    /// Whole days from `now` to the end of validity, negative after it; `nil` when the end is not known.
    package func daysLeft(at now: Instant) -> Int? {
        guard let notAfter else { return nil }
        let microsecondsPerDay: Int64 = 86_400_000_000
        let (left, overflow) = notAfter.microsecondsSince1970.subtractingReportingOverflow(
            now.microsecondsSince1970
        )
        guard !overflow else { return nil }
        return Int(
            left >= 0 ? left / microsecondsPerDay : (left - microsecondsPerDay + 1) / microsecondsPerDay
        )
    }
}
