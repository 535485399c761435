/// What a path of the tlog-tiles layout (C2SP) names, relative to the log's address.
package enum TilePath: Hashable, Sendable, CustomStringConvertible {
    case checkpoint
    /// `tile/<level>/<number>[.p/<width>]`; a width below 256 asks for the first hashes of a tile.
    case tile(level: Int, number: UInt64, width: Int)
    /// `tile/entries/<number>[.p/<width>]`: the leaves themselves.
    case entries(number: UInt64, width: Int)

    /// A tree of 2^64 leaves has 8 levels of tiles.
    static let levelMax = 7
    /// Seven groups of digits, the level and a width fit with room to spare.
    static let bytesMax = 80

    package var description: String {
        switch self {
        case .checkpoint: "checkpoint"
        case .tile(let level, let number, let width): "tile/\(level)/" + Self.spelled(number, width)
        case .entries(let number, let width): "tile/entries/" + Self.spelled(number, width)
        }
    }

    /// Reads a path; `nil` for any spelling but the one that ``description`` has, so that caches see one.
    package init?(_ path: String) {
        guard path.utf8.count <= Self.bytesMax else { return nil }
        if path == "checkpoint" {
            self = .checkpoint
            return
        }
        var parts = path.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count >= 3, parts.removeFirst() == "tile" else { return nil }
        let kind = parts.removeFirst()
        guard let (number, width) = Self.numberAndWidth(parts) else { return nil }
        if kind == "entries" {
            self = .entries(number: number, width: width)
        } else if let level = Int(kind), (0...Self.levelMax).contains(level) {
            self = .tile(level: level, number: number, width: width)
        } else {
            return nil
        }
        guard description == path else { return nil }
    }

    /// Groups of three digits, all but the last with an `x` before them: 1234067 is `x001/x234/067`.
    private static func spelled(_ number: UInt64, _ width: Int) -> String {
        var groups = [threeDigits(number % 1000)]
        var rest = number / 1000
        while rest > 0 {
            groups.insert("x" + threeDigits(rest % 1000), at: 0)
            rest /= 1000
        }
        return groups.joined(separator: "/") + (width == Tile.widthMax ? "" : ".p/\(width)")
    }

    private static func threeDigits(_ number: UInt64) -> String {
        let digits = String(number)
        return String(repeating: "0", count: 3 - digits.count) + digits
    }

    private static func numberAndWidth(_ parts: [Substring]) -> (UInt64, Int)? {
        var groups = parts
        var width = Tile.widthMax
        if groups.count >= 2, groups[groups.count - 2].hasSuffix(".p") {
            guard let narrow = groups.popLast().flatMap({ Int($0) }), (1..<Tile.widthMax).contains(narrow)
            else {
                return nil
            }
            width = narrow
            groups[groups.count - 1] = groups[groups.count - 1].dropLast(2)
        }
        var number: UInt64 = 0
        for group in groups {
            let digits = group.hasPrefix("x") ? group.dropFirst() : group
            guard digits.utf8.count == 3, let value = UInt64(digits) else { return nil }
            let (product, overflowed) = number.multipliedReportingOverflow(by: 1000)
            let (sum, overflowedToo) = product.addingReportingOverflow(value)
            guard !overflowed, !overflowedToo else { return nil }
            number = sum
        }
        return (number, width)
    }
}
