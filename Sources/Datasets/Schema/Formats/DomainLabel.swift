import CIDN2

/// Labels of internationalised domain names by IDNA2008 (RFC 5890 to 5893), as libidn2 knows them.
enum DomainLabel {
    /// The U-label that an `xn--` label stands for; `nil` when there is none or it is not allowed.
    static func decoded(_ label: [UInt8]) -> [UInt8]? {
        var output: UnsafeMutablePointer<CChar>?
        let lower = label.map { $0 &- 0x41 < 26 ? $0 | 0x20 : $0 }
        let text = lower.map(CChar.init(bitPattern:)) + [0]
        guard idn2_to_unicode_8z8z(text, &output, 0) == Int32(IDN2_OK.rawValue), let output else {
            return nil
        }
        defer { idn2_free(output) }
        let decoded = Array(String(cString: output).utf8)
        // What decodes to ASCII, or encodes to something else, is no such label.
        guard decoded.contains(where: { $0 >= 0x80 }), encoded(decoded) == lower else { return nil }
        return decoded
    }

    /// The A-label of a U-label; `nil` when a rule forbids it: characters that are not allowed, not composed (NFC), a
    /// mark at the front, joiners and dots out of their context, directions mixed, too long.
    static func encoded(_ label: [UInt8]) -> [UInt8]? {
        var output: UnsafeMutablePointer<UInt8>?
        guard !label.contains(0) else { return nil }
        guard idn2_register_u8(label + [0], nil, &output, 0) == Int32(IDN2_OK.rawValue), let output else {
            return nil
        }
        defer { idn2_free(output) }
        return Array(String(cString: output).utf8)
    }
}
