/// Makes texts that are JSON, of every kind, the same for the same seed.
struct RandomJSON {
    private var random: SplitMix

    init(seed: UInt64) { random = SplitMix(state: seed) }

    mutating func text(depth: Int = 0) -> String {
        switch random.below(depth > 5 ? 5 : 9) {
        case 0: return "null"
        case 1: return random.below(2) == 0 ? "true" : "false"
        case 2, 3: return number()
        case 4: return string()
        case 5, 6:
            let elements = (0..<random.below(5)).map { _ in text(depth: depth + 1) }
            return "[" + elements.joined(separator: " , ") + "]"
        default:
            let members = (0..<random.below(6)).map { "\"\($0)\(name())\" : \(text(depth: depth + 1))" }
            return "{" + members.joined(separator: ",\n") + "}"
        }
    }

    private mutating func number() -> String {
        let sign = random.below(2) == 0 ? "-" : ""
        let fraction = random.below(2) == 0 ? "" : ".\(random.next())"
        let exponent = random.below(3) == 0 ? "e\(Int(random.below(40)) - 20)" : ""
        return "\(sign)\(random.below(2) == 0 ? random.below(100) : random.next())\(fraction)\(exponent)"
    }

    private mutating func name() -> String {
        String(
            (0..<random.below(12)).map { _ in
                ["a", "b", "đ", "ế", "😀", "\u{fb33}", "_"][Int(random.below(7))]
            }.joined()
        )
    }

    private mutating func string() -> String {
        let pieces = [
            "a", "tiếng Việt", #"\n"#, #"\u0001"#, #"\ud83d\ude00"#, "😀", #"\\"#, #"\""#, " ", "2021-01-01",
        ]
        return "\"" + (0..<random.below(8)).map { _ in pieces[Int(random.below(10))] }.joined() + "\""
    }
}
