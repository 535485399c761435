package import Language
package import Timekeeping

/// How a website stands, by the worst finding that is confirmed and open.
package enum WebsiteHealth: Int, CaseIterable, Hashable, Sendable, Comparable {
    /// No deep check has ended yet.
    case unchecked
    case good
    case attention
    case serious
    case critical

    package static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }

    package init(worst: Severity?) {
        switch worst {
        case nil, .information: self = .good
        case .attention: self = .attention
        case .serious: self = .serious
        case .critical: self = .critical
        }
    }

    package var text: Text {
        switch self {
        case .unchecked: .Websites.healthUnchecked
        case .good: .Websites.healthGood
        case .attention: .severityAttention
        case .serious: .severitySerious
        case .critical: .severityCritical
        }
    }
}

/// What the latest checks know of a website.
package struct WebsiteStatus: Hashable, Sendable {
    package var health = WebsiteHealth.unchecked
    package var lastLightCheck: Instant?
    package var lastDeepCheck: Instant?
    /// The HTTP status, or the code of a ``FetchFailure``; `nil` before the first check.
    package var outcome: String?
    package var totalMilliseconds: Int?
    package var certificate: CertificateSummary?

    package init() {}
}

/// What is kept of the certificate that a website showed last.
package struct CertificateSummary: Hashable, Sendable, Codable {
    package var verdict: CertificateObservation.Verdict
    package var subject: String
    package var issuer: String
    /// At most ``dnsNamesMax`` of them.
    package var dnsNames: [String]
    package var notBefore: Instant?
    package var notAfter: Instant?

    /// Names kept: shared certificates carry a hundred, and ten tell whose it is.
    package static let dnsNamesMax = 10

    package init(_ observation: CertificateObservation) {
        verdict = observation.verdict
        subject = Evidence.cut(observation.subject)
        issuer = Evidence.cut(observation.issuer)
        dnsNames = observation.dnsNames.prefix(Self.dnsNamesMax).map(Evidence.cut)
        notBefore = observation.notBefore
        notAfter = observation.notAfter
    }
}
