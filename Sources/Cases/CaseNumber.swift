/// The number that people quote: `HS-2026-0412`, counted from 1 in each year without gaps.
package struct CaseNumber: Hashable, Comparable, Sendable, CustomStringConvertible {
    package let year: Int
    package let count: Int

    package init(year: Int, count: Int) {
        self.year = year
        self.count = count
    }

    package static func < (a: Self, b: Self) -> Bool { (a.year, a.count) < (b.year, b.count) }

    package var description: String {
        let digits = String(count)
        return "HS-\(year)-" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }

    /// Reads the written form, also in small letters; `nil` when it is none.
    package init?(_ text: String) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 3, parts[0].uppercased() == "HS", parts[1].utf8.count == 4,
            (4...9).contains(parts[2].utf8.count), parts[1...].allSatisfy({ $0.utf8.allSatisfy(isDigit) }),
            let year = Int(parts[1]), let count = Int(parts[2]), count > 0
        else { return nil }
        self.init(year: year, count: count)
    }
}

private func isDigit(_ byte: UInt8) -> Bool { (48...57).contains(byte) }
