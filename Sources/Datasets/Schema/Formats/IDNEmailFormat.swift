import Foundation
import Language

/// An e-mail address in any script: `vănthư@nghệan.vn`.
///
/// RFC 6531: as `email`, with letters of every script before the `@`, and behind it a host name as `idn-hostname` takes
/// it, composed (NFC) or not.
enum IDNEmailFormat: StringFormat {
    static let name = "idn-email"
    static let expectation = Text.formatIDNEmail

    static func isValid(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let domain = Mailbox.domain(of: text, isInternational: true) else { return false }
        if Mailbox.isLiteral(domain) || Mailbox.isPlainDomain(domain) { return true }
        let composed = String(decoding: domain, as: UTF8.self).precomposedStringWithCanonicalMapping
        return Array(composed.utf8).withUnsafeBufferPointer(IDNHostnameFormat.isValid)
    }
}
