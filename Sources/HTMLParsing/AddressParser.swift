import CLexbor

/// Parses addresses, relative ones against a base, and keeps its buffers between calls.
///
/// One parser serves one page on one thread.
package final class AddressParser {
    private let raw: OpaquePointer?

    /// A parser for absolute addresses, or for ones relative to `base`; a base that is no address is left
    /// out.
    package init(base: String? = nil) {
        raw = sen_url_parser_create()
        if let base { setBase(Array(base.utf8)) }
    }

    deinit { sen_url_parser_free(raw) }

    /// Takes a new base, such as that of a `base` element, itself relative to the old one.
    package func setBase(_ text: [UInt8]) {
        guard let raw else { return }
        let resolved = parse(text.withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) })?.href
        guard let utf8 = resolved.map({ Array($0.utf8) }) else { return }
        _ = utf8.withUnsafeBufferPointer { sen_url_parser_set_base(raw, $0.baseAddress, $0.count) }
    }

    /// Longest address looked at; browsers stop at about this length too.
    package static let addressBytesMax = 64 << 10

    /// The address that `text` means here; `nil` when the standard calls it invalid.
    package func parse(_ text: String) -> WebAddress? {
        var text = text
        return text.withUTF8 { parse($0) }
    }

    /// The address that `bytes` mean here.
    package func parse(_ bytes: Bytes) -> WebAddress? { parse(bytes.buffer) }

    private func parse(_ utf8: UnsafeBufferPointer<UInt8>) -> WebAddress? {
        var url = sen_url()
        guard let raw, utf8.count <= Self.addressBytesMax else { return nil }
        let empty: [UInt8] = [0]
        let isValid = empty.withUnsafeBufferPointer { nothing in
            sen_url_parse(raw, utf8.baseAddress ?? nothing.baseAddress, utf8.count, &url)
        }
        guard isValid else { return nil }
        return WebAddress(
            href: text(url.href),
            scheme: text(url.scheme),
            username: text(url.username),
            password: text(url.password),
            host: text(url.host),
            port: url.port < 0 ? nil : Int(url.port),
            path: text(url.path),
            query: url.has_query ? text(url.query) : nil,
            fragment: url.has_fragment ? text(url.fragment) : nil
        )
    }

    private func text(_ bytes: sen_bytes) -> String {
        String(decoding: UnsafeBufferPointer(start: bytes.data, count: bytes.length), as: UTF8.self)
    }
}
