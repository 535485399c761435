internal import CAssets
internal import Foundation

/// A file that is part of the program and that a browser may keep for ever.
///
/// Its address holds a digest of its bytes (`/assets/3f0c…/console.css`), so a changed file has a new address
/// and no cache ever needs to ask.
package struct Asset: Sendable {
    package let name: String
    package let bytes: [UInt8]
    package let contentType: String
    /// 16 hexadecimal digits that follow the bytes.
    package let digest: String

    package init(name: String, bytes: [UInt8]) {
        self.name = name
        self.bytes = bytes
        self.contentType = Self.contentType(ofFileNamed: name)
        self.digest = Self.digest(of: bytes)
    }

    /// What a page writes into `src` or `href`.
    package var path: String { "/assets/\(digest)/\(name)" }
    /// The strong entity tag, quotes included (RFC 9110 section 8.8.3).
    package var entityTag: String { "\"\(digest)\"" }

    /// For an address with the right digest; a wrong digest is answered with ``cacheControlStale``.
    package static let cacheControl = "public, max-age=31536000, immutable"
    /// For an address whose digest is of an older program: the newer bytes, kept a minute.
    package static let cacheControlStale = "public, max-age=60"

    /// FNV-1a, 64 bits: it tells versions apart and guards nothing, so it needs no cryptographic hash.
    private static func digest(of bytes: [UInt8]) -> String {
        let hash = bytes.reduce(0xcbf2_9ce4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
        let text = String(hash, radix: 16)
        return String(repeating: "0", count: 16 - text.count) + text
    }

    private static func contentType(ofFileNamed name: String) -> String {
        switch name.split(separator: ".").last {
        case "css": "text/css; charset=utf-8"
        case "js": "text/javascript; charset=utf-8"
        case "svg": "image/svg+xml; charset=utf-8"
        case "woff2": "font/woff2"
        default: "application/octet-stream"
        }
    }
}

extension Asset {
    /// Everything embedded, by name.
    package static let all: [String: Asset] = {
        let raw = (0..<embedded_file_count).compactMap(embedded)
        let addresses = Dictionary(uniqueKeysWithValues: raw.map { ($0.name, $0.path) })
        return Dictionary(
            uniqueKeysWithValues: raw.map { asset in
                guard asset.name.hasSuffix(".css") else { return (asset.name, asset) }
                return (asset.name, Asset(name: asset.name, bytes: addressed(asset.bytes, by: addresses)))
            }
        )
    }()

    private static func embedded(at index: Int) -> Asset? {
        guard let file = embedded_file_at(index)?.pointee, let name = file.name, let start = file.bytes
        else { return nil }
        let bytes = UnsafeBufferPointer(start: start, count: file.length)
        return Asset(name: String(cString: name), bytes: Array(bytes))
    }

    /// Gives the files that a style sheet names as `/assets/-/NAME` their real addresses.
    private static func addressed(_ css: [UInt8], by addresses: [String: String]) -> [UInt8] {
        let parts = String(decoding: css, as: UTF8.self).components(separatedBy: "/assets/-/")
        let rest = parts.dropFirst().map { part in
            let name = String(part.prefix { $0 != ")" })
            return (addresses[name] ?? "/assets/none/\(name)") + part.dropFirst(name.count)
        }
        return Array(((parts.first ?? "") + rest.joined()).utf8)
    }

    /// Answers for `/assets/<digest>/<name>`: the file, and how long a browser may keep it.
    package static func find(digest: String, name: String) -> (asset: Asset, cacheControl: String)? {
        guard let asset = all[name] else { return nil }
        return (asset, asset.digest == digest ? cacheControl : cacheControlStale)
    }

    /// The address of an embedded file; an unknown name gives an address that answers 404.
    package static func path(_ name: String) -> String { all[name]?.path ?? "/assets/none/\(name)" }
}
