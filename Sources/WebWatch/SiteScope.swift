import HTMLParsing

/// To whom a host belongs, seen from one website.
package struct SiteScope: Hashable, Sendable {
    package enum Owner: Hashable, Sendable { case own, trusted, foreign }

    /// The host of the website.
    package let host: String
    private let ownDomain: String
    private let trusted: Set<String>

    /// - Parameter trusted: Domains that may be linked and embedded; each holds its subdomains.
    package init(host: String, trusted: Set<String>) {
        self.host = host
        self.ownDomain = RegistrableDomain.of(host)
        self.trusted = trusted
    }

    package func owner(of other: String) -> Owner {
        if other.isEmpty || other == host || RegistrableDomain.of(other) == ownDomain { return .own }
        var rest = Substring(other)
        while true {
            if trusted.contains(String(rest)) { return .trusted }
            guard let dot = rest.firstIndex(of: ".") else { return .foreign }
            rest = rest[rest.index(after: dot)...]
        }
    }
}
