extension String {
    /// The text as a sentence begins.
    var withCapital: String { prefix(1).uppercased() + dropFirst() }

    /// The text as markup says it, in an element or in a quoted attribute.
    var escaped: String {
        replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
            .replacing("\"", with: "&quot;")
    }
}
