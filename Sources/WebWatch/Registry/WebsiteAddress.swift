import HTMLParsing
import Language

/// Where a website lies, in the one form by which the registry tells websites apart.
///
/// Normalised by the WHATWG URL standard: small letters, punycode, no default port. The fragment is left out, since
/// no server sees it; without a scheme `https` is meant.
package struct WebsiteAddress: Hashable, Sendable, CustomStringConvertible {
    /// Such as `https://doluong.nghean.gov.vn/`.
    package let url: String
    /// Such as `doluong.nghean.gov.vn`.
    package let host: String

    package var description: String { url }

    /// Bytes of an address; the practical limit of browsers and proxies.
    package static let bytesMax = 2_048

    /// - Throws: ``WebsiteErrorCode/addressInvalid`` for what is no `http` or `https` address, or carries a password.
    package init(_ typed: String) throws(WebsiteError) {
        let words = typed.split(whereSeparator: \.isWhitespace)
        guard let text = words.first.map(String.init), words.count == 1, text.utf8.count <= Self.bytesMax,
            let address = WebAddress(text.contains("://") ? text : "https://" + text),
            address.isWeb, Self.isHost(address.host), address.username.isEmpty, address.password.isEmpty
        else { throw WebsiteError(.addressInvalid, "not an http or https address") }
        let normalised = String(address.href.prefix { $0 != "#" })
        guard normalised.utf8.count <= Self.bytesMax else {
            throw WebsiteError(.addressInvalid, "the normalised address exceeds \(Self.bytesMax) bytes")
        }
        url = normalised
        host = address.host
    }

    /// Stricter than the URL standard, which lets quotes and semicolons pass: a name, an IPv4 or an IPv6 address.
    private static func isHost(_ host: String) -> Bool {
        !host.isEmpty
            && host.utf8.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): true
                default: ".-_:[]".utf8.contains(byte)
                }
            }
    }

    /// An address as the registry keeps it.
    init(stored url: String, host: String) {
        self.url = url
        self.host = host
    }
}
