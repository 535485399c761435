import Language

/// A host name: `www.nghean.gov.vn`.
///
/// RFC 1123, section 2.1: labels of up to 63 letters, digits and hyphens, not at their ends, up to 253 characters. A
/// label that begins with `xn--` must stand for a name in another script that RFC 5890 allows.
enum HostnameFormat: StringFormat {
    static let name = "hostname"
    static let expectation = Text.formatHostname
    /// RFC 1035, section 2.3.4, without the length bytes of the ends.
    static let bytesMax = 253
    static let labelBytesMax = 63

    static func isValid(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        guard text.count <= bytesMax else { return false }
        return text.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false).allSatisfy {
            label in
            let label = UnsafeBufferPointer(rebasing: label)
            return isPlainLabel(label) && (!isEncoded(label) || DomainLabel.decoded(Array(label)) != nil)
        }
    }

    /// Letters, digits and hyphens, not at the ends.
    static func isPlainLabel(_ label: UnsafeBufferPointer<UInt8>) -> Bool {
        let hyphen = UInt8(ascii: "-")
        guard (1...labelBytesMax).contains(label.count), label.first != hyphen, label.last != hyphen else {
            return false
        }
        return label.allSatisfy { $0.isLetter || $0.isDigit || $0 == hyphen }
    }

    static func isEncoded(_ label: UnsafeBufferPointer<UInt8>) -> Bool {
        label.count >= 4 && label[0] | 0x20 == UInt8(ascii: "x") && label[1] | 0x20 == UInt8(ascii: "n")
            && label[2] == UInt8(ascii: "-") && label[3] == UInt8(ascii: "-")
    }
}
