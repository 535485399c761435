import CCurl
import WebWatch

/// An `http` or `https` address that was read by the same parser that will visit it.
///
/// Two parsers that disagree about where the host of an address is are a known way around checks.
struct WebAddress: Hashable, Sendable {
    /// Longer ones are refused, as most servers do.
    static let bytesMax = 8_192

    let text: String
    let scheme: String
    /// In lower case; an IPv6 address is in brackets.
    let host: String
    let port: Int

    var isTLS: Bool { scheme == "https" }

    enum Flaw: Error, Hashable {
        case tooLong, notAddress, otherScheme, credentials
    }

    /// Reads an absolute address, or `text` against `base` when there is one; the fragment is dropped.
    init(_ text: String, relativeTo base: WebAddress? = nil) throws(Flaw) {
        guard text.utf8.count <= Self.bytesMax else { throw .tooLong }
        guard !text.utf8.contains(where: { $0 < 0x20 || $0 == 0x7f }), let parser = curl_url() else {
            throw .notAddress
        }
        defer { curl_url_cleanup(parser) }
        if let base { try Self.set(CURLUPART_URL, base.text, in: parser) }
        try Self.set(CURLUPART_URL, text, in: parser)
        curl_url_set(parser, CURLUPART_FRAGMENT, nil, 0)
        guard let scheme = Self.part(CURLUPART_SCHEME, of: parser),
            let host = Self.part(CURLUPART_HOST, of: parser), !host.isEmpty,
            let port = Self.part(CURLUPART_PORT, of: parser, UInt32(CURLU_DEFAULT_PORT)).flatMap({ Int($0) }),
            let whole = Self.part(CURLUPART_URL, of: parser), whole.utf8.count <= Self.bytesMax
        else { throw .notAddress }
        guard scheme == "http" || scheme == "https" else { throw .otherScheme }
        (self.text, self.scheme, self.host, self.port) = (whole, scheme, host.lowercased(), port)
    }

    private static func set(_ part: CURLUPart, _ text: String, in parser: OpaquePointer) throws(Flaw) {
        switch curl_url_set(parser, part, text, UInt32(CURLU_URLENCODE | CURLU_DISALLOW_USER)) {
        case CURLUE_OK: break
        case CURLUE_UNSUPPORTED_SCHEME: throw .otherScheme
        case CURLUE_USER_NOT_ALLOWED: throw .credentials
        default: throw .notAddress
        }
    }

    private static func part(_ part: CURLUPart, of parser: OpaquePointer, _ flags: UInt32 = 0) -> String? {
        var text: UnsafeMutablePointer<CChar>?
        guard curl_url_get(parser, part, &text, flags) == CURLUE_OK, let text else { return nil }
        defer { curl_free(text) }
        return String(cString: text)
    }
}

extension WebAddress.Flaw {
    /// For the engineer; the person reads the failure's own text.
    var detail: String {
        switch self {
        case .tooLong: "longer than \(WebAddress.bytesMax) bytes"
        case .notAddress: "not an address"
        case .otherScheme: "neither http nor https"
        case .credentials: "name or password in the address"
        }
    }
}
