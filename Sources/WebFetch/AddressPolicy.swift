package import InternetAddresses

/// Which addresses the watch may connect to.
///
/// Whoever registers a website, or owns the DNS of one, chooses where the watch connects; without this they could make it
/// speak to the machine itself or to the province's inner network. The policy is asked with the address of each socket
/// right before it is connected, so that redirects and DNS changes cannot go around it.
package struct AddressPolicy: Hashable, Sendable {
    /// Ranges that the settings allow although they are refused otherwise, such as the lab on loopback.
    package var allowed: [AddressRange]

    package init(allowed: [AddressRange] = []) { self.allowed = allowed }

    /// Why an address is never visited; names of IANA's special-purpose registries.
    package enum Reason: String, CaseIterable, Hashable, Sendable {
        case thisNetwork = "this-network"
        case privateUse = "private"
        case shared = "shared-by-carrier"
        case loopback
        case linkLocal = "link-local"
        case protocolAssignment = "protocol-assignment"
        case documentation
        case benchmarking
        case tunnel
        case multicast
        case reserved
    }

    /// `nil` when the address may be visited.
    package func refusal(of address: IPAddress) -> Reason? {
        guard !allowed.contains(where: { $0.contains(address) }) else { return nil }
        if let inner = Self.translated(address) { return refusal(of: inner) }
        if let known = Self.special.first(where: { $0.range.contains(address) }) { return known.reason }
        let isGlobalUnicast = address.family == .v4 || address.number >> 125 == 0b001
        return isGlobalUnicast ? nil : .reserved
    }

    /// The IPv4 address that is really reached through an IPv4-mapped (RFC 4291) or a NAT64 (RFC 6052) address.
    private static func translated(_ address: IPAddress) -> IPAddress? {
        guard address.family == .v6 else { return nil }
        let prefix = address.number >> 32
        guard prefix == 0xffff || prefix == 0x0064_ff9b << 64 else { return nil }
        return IPAddress(v4: UInt32(truncatingIfNeeded: address.number))
    }

    /// IANA IPv4 and IPv6 Special-Purpose Address Registries, and multicast.
    private static let special: [(range: AddressRange, reason: Reason)] = {
        let table: [(String, Reason)] = [
            ("0.0.0.0/8", .thisNetwork), ("10.0.0.0/8", .privateUse), ("100.64.0.0/10", .shared),
            ("127.0.0.0/8", .loopback), ("169.254.0.0/16", .linkLocal), ("172.16.0.0/12", .privateUse),
            ("192.0.0.0/24", .protocolAssignment), ("192.0.2.0/24", .documentation),
            ("192.88.99.0/24", .tunnel), ("192.168.0.0/16", .privateUse), ("198.18.0.0/15", .benchmarking),
            ("198.51.100.0/24", .documentation), ("203.0.113.0/24", .documentation),
            ("224.0.0.0/4", .multicast), ("240.0.0.0/4", .reserved),
            ("::/128", .thisNetwork), ("::1/128", .loopback), ("::/96", .reserved),
            ("64:ff9b:1::/48", .privateUse), ("100::/64", .reserved), ("2001:2::/48", .benchmarking),
            ("2001::/32", .tunnel), ("2001:db8::/32", .documentation), ("2001::/23", .protocolAssignment),
            ("2002::/16", .tunnel), ("3fff::/20", .documentation), ("5f00::/16", .reserved),
            ("fc00::/7", .privateUse), ("fe80::/10", .linkLocal), ("fec0::/10", .privateUse),
            ("ff00::/8", .multicast),
        ]
        return table.compactMap { text, reason in AddressRange(text).map { ($0, reason) } }
    }()

    /// How many ranges are known; a test compares it with the table, so that a slip in a range cannot drop its row.
    static var specialRangesCount: Int { special.count }
}
