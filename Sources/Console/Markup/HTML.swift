/// Markup, written as a string: what is interpolated is escaped, what is ``HTML`` already is not.
///
///     let cell: HTML = "<td>\(website.name)</td>"
///
/// Attribute values stand in double quotes. An address from outside goes in by `url:`, never as plain text.
package struct HTML: ExpressibleByStringInterpolation, Sendable, Equatable {
    package private(set) var bytes: [UInt8]

    package init(stringLiteral text: String) { self.bytes = Array(text.utf8) }
    package init(stringInterpolation: Interpolation) { self.bytes = stringInterpolation.bytes }

    package static let nothing: HTML = ""

    package var text: String { String(decoding: bytes, as: UTF8.self) }
    package var isEmpty: Bool { bytes.isEmpty }

    package static func + (a: HTML, b: HTML) -> HTML { "\(a)\(b)" }
}

extension HTML {
    /// Collects the parts of one literal.
    package struct Interpolation: StringInterpolationProtocol {
        fileprivate var bytes: [UInt8] = []

        /// A guess at the length of what one interpolation brings.
        private static let bytesPerInterpolation = 16

        package init(literalCapacity: Int, interpolationCount: Int) {
            bytes.reserveCapacity(literalCapacity + interpolationCount * Self.bytesPerInterpolation)
        }

        package mutating func appendLiteral(_ literal: String) { bytes.append(contentsOf: literal.utf8) }

        package mutating func appendInterpolation(_ markup: HTML?) {
            if let markup { bytes.append(contentsOf: markup.bytes) }
        }
        package mutating func appendInterpolation(_ number: Int) {
            bytes.append(contentsOf: String(number).utf8)
        }
        package mutating func appendInterpolation(_ text: String) { append(escaping: text) }
        package mutating func appendInterpolation(_ text: Substring) { append(escaping: String(text)) }

        /// One piece of markup for each element.
        package mutating func appendInterpolation<Elements: Sequence>(
            each elements: Elements,
            _ markup: (Elements.Element) -> HTML
        ) {
            for element in elements { bytes.append(contentsOf: markup(element).bytes) }
        }

        /// Markup only where `condition` holds, such as a boolean attribute.
        package mutating func appendInterpolation(if condition: Bool, _ markup: @autoclosure () -> HTML) {
            if condition { bytes.append(contentsOf: markup().bytes) }
        }

        /// An address for `href`, `src` or `action`; one that a browser might run becomes `#`.
        package mutating func appendInterpolation(url address: String) {
            append(escaping: SafeURL.isHarmless(address) ? address : "#")
        }

        private mutating func append(escaping text: String) {
            for byte in text.utf8 {
                switch byte {
                case UInt8(ascii: "&"): bytes.append(contentsOf: "&amp;".utf8)
                case UInt8(ascii: "<"): bytes.append(contentsOf: "&lt;".utf8)
                case UInt8(ascii: ">"): bytes.append(contentsOf: "&gt;".utf8)
                case UInt8(ascii: "\""): bytes.append(contentsOf: "&quot;".utf8)
                case UInt8(ascii: "'"): bytes.append(contentsOf: "&#39;".utf8)
                // Control characters, which HTML does not know; tabs and line ends stay.
                case 0...8, 0xB, 0xC, 0xE...0x1F, 0x7F: bytes.append(contentsOf: Self.replacement)
                default:
                    bytes.append(byte)
                    if (0xA6...0xAE).contains(byte) { replaceOverride() }
                }
            }
        }

        private static let replacement = "\u{FFFD}".utf8

        /// Replaces a bidirectional override at the end (U+202A-202E, U+2066-2069), by which a text reads other than
        /// it is, and so would the page around it.
        private mutating func replaceOverride() {
            let start = bytes.count - 3
            guard start >= 0, bytes[start] == 0xE2,
                bytes[start + 1] == 0x80 && bytes[start + 2] >= 0xAA
                    || bytes[start + 1] == 0x81 && bytes[start + 2] <= 0xA9
            else { return }
            bytes.replaceSubrange(start..., with: Self.replacement)
        }
    }
}
