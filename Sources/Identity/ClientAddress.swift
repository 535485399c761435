import Foundation

/// Where a request came from, as far as one party can be told from another.
package struct ClientAddress: Hashable, Sendable {
    /// An IPv4 address; the first 64 bits of an IPv6 address, since one line has at least so many to itself;
    /// `unknown` for a text that is neither, all of which share one counter.
    package let network: String

    package init(_ text: String) {
        network = Self.network(of: text) ?? "unknown"
    }

    private static func network(of text: String) -> String? {
        var four = in_addr()
        if inet_pton(AF_INET, text, &four) == 1 {
            return withUnsafeBytes(of: four) { dotted($0.map { $0 }) }
        }
        var six = in6_addr()
        guard inet_pton(AF_INET6, text, &six) == 1 else { return nil }
        let bytes = withUnsafeBytes(of: six) { $0.map { $0 } }
        if bytes.starts(with: [UInt8](repeating: 0, count: 10) + [0xff, 0xff]) {
            return dotted(Array(bytes.suffix(4)))  // IPv4 seen through an IPv6 socket (RFC 4291, 2.5.5.2)
        }
        let groups = stride(from: 0, to: 8, by: 2).map { at in
            String(UInt16(bytes[at]) << 8 | UInt16(bytes[at + 1]), radix: 16)
        }
        return groups.joined(separator: ":") + "::/64"
    }

    private static func dotted(_ bytes: [UInt8]) -> String {
        bytes.map(String.init).joined(separator: ".")
    }
}
