import Language

/// A length of time: `P1Y2M10D`, `PT36H`, `P2W`.
///
/// RFC 3339, appendix A: whole numbers, the units from large to small without a gap, weeks alone.
enum DurationFormat: StringFormat {
    static let name = "duration"
    static let expectation = Text.formatDuration

    static func isValid(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        var scanner = TextScanner(text)
        guard scanner.take("P"), !scanner.isAtEnd else { return false }
        if scanner.next != UInt8(ascii: "T") {
            guard let last = readUnits("YMDW", &scanner) else { return false }
            if last == "W" { return scanner.isAtEnd && text.count { $0.isLetter } == 2 }
            if scanner.isAtEnd { return true }
        }
        return scanner.take("T") && readUnits("HMS", &scanner) != nil && scanner.isAtEnd
    }

    /// Numbers, each with a unit that directly follows the one before; the last unit, `nil` when it is wrong.
    private static func readUnits(_ units: String, _ scanner: inout TextScanner) -> Character? {
        let units = Array(units)
        var last: Int?
        while scanner.next?.isDigit == true {
            _ = scanner.takeWhile(\.isDigit)
            guard let byte = scanner.takeAny(),
                let unit = units.firstIndex(of: Character(Unicode.Scalar(byte)))
            else {
                return nil
            }
            if let last, unit != last + 1 || units[unit] == "W" { return nil }
            last = unit
        }
        return last.map { units[$0] }
    }
}
