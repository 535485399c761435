import HTMLParsing

/// The addresses that a `sitemap.xml` lists.
package enum Sitemap {
    /// Addresses read of one file, as the protocol limits them.
    package static let addressesMax = 50_000

    /// The content of each `loc`, in order; also those of a sitemap index, which name further sitemaps.
    package static func addresses(in bytes: [UInt8]) -> [String] {
        var found: [String] = []
        var at = 0
        let (open, close) = (Array("<loc>".utf8), UInt8(0x3C))
        while found.count < addressesMax, let start = index(of: open, in: bytes, from: at) {
            let first = start + open.count
            let end = bytes[first...].firstIndex(of: close) ?? bytes.count
            at = end
            let text = String(decoding: bytes[first..<end], as: UTF8.self)
                .replacing("&amp;", with: "&").filter { !$0.isWhitespace }
            if !text.isEmpty, text.utf8.count <= AddressParser.addressBytesMax { found.append(text) }
        }
        return found
    }

    /// The hash by which a baseline knows a page.
    package static func hash(of address: String) -> UInt64 {
        StableHash.of(address.prefix { $0 != "#" })
    }

    private static func index(of word: [UInt8], in bytes: [UInt8], from start: Int) -> Int? {
        guard bytes.count >= word.count, start <= bytes.count - word.count else { return nil }
        return (start...bytes.count - word.count).first { index in
            bytes[index] == word[0] && bytes[index..<index + word.count].elementsEqual(word)
        }
    }
}
