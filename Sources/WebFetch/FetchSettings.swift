package import InternetAddresses

/// What an operator may set for fetching.
package struct FetchSettings: Hashable, Sendable {
    /// Transfers at once over all websites; 64 keep a province's 8,000 sites within a minute.
    package var fetchesAtOnceMax = 64
    /// Transfers at once to one host: more is not polite to a small commune server.
    package var fetchesPerHostMax = 2
    /// Ranges that may be visited although they are private, such as an intranet portal's.
    package var allowedRanges: [AddressRange] = []
    /// Ports below 1024 that may be visited; from 1024 on all may.
    ///
    /// Mail and remote control ports are no websites.
    package var lowPortsAllowed: Set<Int> = [80, 443]
    /// Names whose addresses are given here instead of asked of DNS, such as the lab's.
    package var fixedAddresses: [String: [IPAddress]] = [:]
    /// A page that says who watches and how to reach them; part of the user agent.
    package var contactURL: String?
    /// A PEM file of authorities trusted in addition to the system's, such as the province's own.
    package var extraAuthoritiesFile: String?
    /// A folder of ours for the file that joins both; needed with ``extraAuthoritiesFile`` only.
    package var workFolder: String?
    /// A server that sends less than ``stallBytesPerSecondMin`` for this many seconds has stalled.
    package var stallSecondsMax = 15
    package var stallBytesPerSecondMin = 32

    package init() {}

    var policy: AddressPolicy { AddressPolicy(allowed: allowedRanges) }

    func allows(port: Int) -> Bool { (1024...65_535).contains(port) || lowPortsAllowed.contains(port) }
}
