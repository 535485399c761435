/// Text from outside with the offending part marked; it is shown as text whatever it holds.
package struct Quote: Hashable, Sendable {
    package let before: String
    package let offending: String
    package let after: String

    package init(before: String = "", offending: String, after: String = "") {
        self.before = before
        self.offending = offending
        self.after = after
    }

    var isEmpty: Bool { before.isEmpty && offending.isEmpty && after.isEmpty }

    /// Longer than any finding needs; what is beyond is cut with an ellipsis.
    private static let partCharactersMax = 400

    var html: HTML {
        let head =
            before.count > Self.partCharactersMax ? "…" + before.suffix(Self.partCharactersMax) : before
        return """
            <pre class="quote"><code>\(head)<mark>\(Self.cut(offending))</mark>\(Self.cut(after))</code></pre>
            """
    }

    private static func cut(_ text: String) -> String {
        text.count > partCharactersMax ? text.prefix(partCharactersMax) + "…" : text
    }
}
