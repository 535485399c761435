package import Hummingbird

/// The entity tag of an answer (RFC 9110, 8.8.3), with its quotes, and the caller's list of those he has.
package enum EntityTag {
    /// Whether the caller has `tag` already.
    ///
    /// Tags are compared weakly (RFC 9110, 13.1.2): a proxy, or our own gzip, may have made a strong one weak on the way.
    package static func isKnown(_ tag: String, to request: Request) -> Bool {
        guard let list = request.headers[.ifNoneMatch] else { return false }
        return list == "*"
            || list.split { $0 == "," || $0 == " " || $0 == "\t" }.contains { strong($0) == strong(tag[...]) }
    }

    private static func strong(_ tag: Substring) -> Substring { tag.hasPrefix("W/") ? tag.dropFirst(2) : tag }
}
