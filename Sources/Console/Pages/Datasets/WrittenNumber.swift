package import Language
package import Timekeeping

/// Numbers as people of a language write them, to and from JSON's form, exactly.
package enum WrittenNumber {
    /// Digits of a number that a form takes; JSON records may hold longer ones.
    static let charactersMax = 100

    /// “1.234,5” from `1234.5`; a number with an exponent stays as it is.
    package static func text(of json: String, _ language: Language) -> String {
        let isNegative = json.hasPrefix("-")
        let parts = json.drop { $0 == "-" }.split(separator: ".", omittingEmptySubsequences: false)
        guard (1...2).contains(parts.count), parts.allSatisfy(isDigits) else { return json }
        let (group, point) = separators(language)
        let digits = Array(parts[0])
        let whole = digits.enumerated().reduce(into: "") { out, digit in
            if digit.offset > 0, (digits.count - digit.offset).isMultiple(of: 3) { out.append(group) }
            out.append(digit.element)
        }
        return (isNegative ? "-" : "") + whole + (parts.count == 2 ? "\(point)\(parts[1])" : "")
    }

    /// `1234.5` from “1.234,5” or “1234,5”; `nil` for what could mean two numbers, such as “12.5” in Vietnamese.
    package static func json(of written: String, _ language: Language) -> String? {
        var text = written.filter { !$0.isWhitespace }
        guard text.count <= charactersMax else { return nil }
        let isNegative = text.hasPrefix("-") || text.hasPrefix("−")
        if isNegative { text.removeFirst() }
        let (group, point) = separators(language)
        let parts = text.split(separator: point, omittingEmptySubsequences: false)
        guard (1...2).contains(parts.count), let whole = whole(parts[0], group) else { return nil }
        guard parts.count == 2 else { return (isNegative ? "-" : "") + whole }
        guard isDigits(parts[1]) else { return nil }
        return (isNegative ? "-" : "") + whole + "." + parts[1]
    }

    private static func whole(_ text: Substring, _ group: Character) -> String? {
        let groups = text.split(separator: group, omittingEmptySubsequences: false)
        guard groups.allSatisfy(isDigits) else { return nil }
        if groups.count > 1 {
            guard (1...3).contains(groups[0].count), groups.dropFirst().allSatisfy({ $0.count == 3 }) else {
                return nil
            }
        }
        let digits = groups.joined().drop { $0 == "0" }
        return digits.isEmpty ? "0" : String(digits)
    }

    private static func isDigits(_ text: Substring) -> Bool {
        !text.isEmpty && text.utf8.allSatisfy { (0x30...0x39).contains($0) }
    }

    private static func separators(_ language: Language) -> (group: Character, point: Character) {
        language == .vietnamese ? (".", ",") : (",", ".")
    }
}

/// Days as forms take them: `24/11/2026`, in both languages.
package enum WrittenDay {
    /// From “24/11/2026”, “4/1/2026” or “2026-11-24”; `nil` for what is no day.
    package static func day(of written: String) -> Day? {
        let text = written.filter { !$0.isWhitespace }
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 3 else { return text.contains("-") ? Day(iso8601: text) : nil }
        let isWritten =
            (1...2).contains(parts[0].count) && (1...2).contains(parts[1].count) && parts[2].count == 4
        guard isWritten, parts.allSatisfy({ $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }),
            let (day, month, year) = Int(parts[0]).flatMap({ day in
                Int(parts[1]).flatMap { month in Int(parts[2]).map { (day, month, $0) } }
            })
        else { return nil }
        return Day(year: year, month: month, day: day)
    }

    package static func text(of day: Day) -> String {
        func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        return "\(padded(day.day))/\(padded(day.month))/\(day.year)"
    }
}
