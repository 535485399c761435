/// Which addresses a page may link to.
package enum SafeURL {
    private static let schemes: Set<String> = ["http", "https", "mailto", "tel"]

    /// True for a path of ours and for `http`, `https`, `mailto` and `tel`.
    ///
    /// Browsers skip control characters in an address, so `java\nscript:` is a script too: one that holds any is refused.
    /// So is `//host` and `/\host`, which look like paths and lead to another site.
    package static func isHarmless(_ address: String) -> Bool {
        guard !address.utf8.contains(where: { $0 < 0x20 || $0 == 0x7f }), !address.hasPrefix(" ") else {
            return false
        }
        if address.hasPrefix("//") || address.hasPrefix("/\\") || address.hasPrefix("\\") { return false }
        let beforePath = address.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
        guard let colon = beforePath.firstIndex(of: ":") else { return true }
        return schemes.contains(beforePath[..<colon].lowercased())
    }
}
