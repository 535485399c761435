import Language

/// A host name in any script: `nghệan.vn`.
///
/// RFC 5890, section 2.3.2.3: labels of letters, digits and hyphens, or of what IDNA2008 allows, checked by libidn2,
/// with the direction of writing (RFC 5893) held over the whole name. The full stops `。`, `．` and `｡` part labels too.
enum IDNHostnameFormat: StringFormat {
    static let name = "idn-hostname"
    static let expectation = Text.formatIDNHostname

    static func isValid(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        if text.allSatisfy({ $0 < 0x80 && $0 != UInt8(ascii: "-") }) { return HostnameFormat.isValid(text) }
        // Longer than any name even if each character took four bytes.
        guard text.count <= 4 * HostnameFormat.bytesMax else { return false }
        let stops: Set<Unicode.Scalar> = [".", "\u{3002}", "\u{FF0E}", "\u{FF61}"]
        let scalars = String(decoding: text, as: UTF8.self).unicodeScalars
        var labels: [String] = []
        var length = -1
        for part in scalars.split(omittingEmptySubsequences: false, whereSeparator: stops.contains) {
            guard let label = checked(Array(String(part).utf8)) else { return false }
            length += label.encodedLength + 1
            labels.append(String(decoding: label.decoded, as: UTF8.self))
        }
        return length <= HostnameFormat.bytesMax && WritingDirection.isConsistent(labels)
    }

    /// A label as it is written and how long it is on the wire; `nil` when it is not allowed.
    private static func checked(_ label: [UInt8]) -> (decoded: [UInt8], encodedLength: Int)? {
        if label.allSatisfy({ $0 < 0x80 }) {
            return label.withUnsafeBufferPointer { bytes in
                guard HostnameFormat.isPlainLabel(bytes) else { return nil }
                guard label.count > 3, label[2] == UInt8(ascii: "-"), label[3] == UInt8(ascii: "-") else {
                    return (label, label.count)
                }
                guard HostnameFormat.isEncoded(bytes) else { return nil }
                return DomainLabel.decoded(label).map { ($0, label.count) }
            }
        }
        return DomainLabel.encoded(label).map { (label, $0.count) }
    }
}

/// The Bidi rule of RFC 5893, section 2, which holds for all labels as soon as one is written from right to left.
enum WritingDirection {
    private static let anyRightToLeft = try? Pattern(engine: #"[\p{bc:R}\p{bc:AL}\p{bc:AN}]"#)
    private static let rightToLeft = try? Pattern(
        engine: #"^(?!.*\p{bc:EN}.*\p{bc:AN})(?!.*\p{bc:AN}.*\p{bc:EN})[\p{bc:R}\p{bc:AL}]"#
            + #"(?:[\p{bc:R}\p{bc:AL}\p{bc:AN}\p{bc:EN}\p{bc:ES}\p{bc:CS}\p{bc:ET}\p{bc:ON}\p{bc:BN}\p{bc:NSM}]*"#
            + #"[\p{bc:R}\p{bc:AL}\p{bc:EN}\p{bc:AN}])?\p{bc:NSM}*$"#
    )
    private static let leftToRight = try? Pattern(
        engine: #"^\p{bc:L}(?:[\p{bc:L}\p{bc:EN}\p{bc:ES}\p{bc:CS}\p{bc:ET}\p{bc:ON}\p{bc:BN}\p{bc:NSM}]*"#
            + #"[\p{bc:L}\p{bc:EN}])?\p{bc:NSM}*$"#
    )

    static func isConsistent(_ labels: [String]) -> Bool {
        let matching = PatternMatching()
        guard labels.contains(where: { matching.matches(anyRightToLeft, $0) }) else { return true }
        return labels.allSatisfy { matching.matches(rightToLeft, $0) || matching.matches(leftToRight, $0) }
    }
}

extension PatternMatching {
    fileprivate func matches(_ pattern: Pattern?, _ text: String) -> Bool {
        var text = text
        guard let pattern else { return false }
        return text.withUTF8 { matches(pattern.code, $0) } == true
    }
}
