/// A path within this program, for the way back after a form: never another site's address.
package enum LocalPath {
    /// The longest address of ours that anybody came from; more is no page of ours.
    package static let bytesMax = 2_048

    /// `text` when it is a path of ours, else the start page.
    ///
    /// Browsers take `//host`, `/\host` and paths with control characters for other sites; a header takes no line
    /// break and no byte outside of ASCII.
    package static func checked(_ text: String?) -> String {
        guard let text, text.hasPrefix("/"), !text.hasPrefix("//"), text.utf8.count <= bytesMax,
            text.utf8.allSatisfy({ (0x21...0x7e).contains($0) && $0 != UInt8(ascii: "\\") })
        else { return "/" }
        return text
    }
}
