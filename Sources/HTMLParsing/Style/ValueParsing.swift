/// Reads values of declarations, leniently: what is not understood hides nothing.
enum ValueParsing {
    static func value(of property: StyleProperty, _ text: Bytes) -> StyleValue {
        switch property {
        case .color, .background: return colour(text) ?? keyword(text) ?? .other
        case .clip: return isEmptyClip(text) ? .nothingShown : .other
        case .clipPath: return isEmptyPath(text) ? .nothingShown : .other
        case .transform: return transform(text)
        case .filter:
            let arguments = arguments(of: "opacity", in: text)
            return arguments.first.map { $0.value <= 0.05 } == true ? .nothingShown : .other
        default: return keyword(text) ?? number(text, at: 0)?.asValue ?? .other
        }
    }

    private static func keyword(_ text: Bytes) -> StyleValue? {
        keywords.first { text.equalsIgnoringCase($0.0) }.map { .keyword($0.1) }
    }

    private static let keywords: [(StaticString, StyleKeyword)] = [
        ("none", .none), ("hidden", .hidden), ("collapse", .collapse), ("absolute", .absolute),
        ("fixed", .fixed),
        ("relative", .relative), ("transparent", .transparent), ("inherit", .inherit), ("auto", .auto),
        ("visible", .visible), ("clip", .hidden), ("scroll", .auto),
    ]

    // MARK: numbers

    struct Number {
        var value: Double
        var unit: Bytes
        var end: Int

        var asValue: StyleValue {
            if unit.isEmpty { return value == 0 ? .pixels(0) : .number(value) }
            if unit == Number.percent { return .percent(value) }
            return .pixels(value * (Number.units.first { unit.equalsIgnoringCase($0.0) }?.1 ?? 1))
        }

        private static var percent: Bytes { Bytes(static: "%") }
        /// Pixels in a unit; relative ones by a 16-pixel letter and a 1,000-pixel window.
        private static let units: [(StaticString, Double)] = [
            ("px", 1), ("em", 16), ("rem", 16), ("ex", 8), ("ch", 8), ("pt", 4.0 / 3), ("pc", 16), ("in", 96),
            ("cm", 37.8), ("mm", 3.78), ("vw", 10), ("vh", 10),
        ]
    }

    /// Digits of a number: fewer than would make a Double infinite.
    private static let digitsMax = 30

    /// The number with its unit at `start`, after white space.
    static func number(_ text: Bytes, at start: Int) -> Number? {
        var at = start
        while at < text.count, Bytes.isSpace(text[at]) { at += 1 }
        let isNegative = text[at] == 0x2D
        if isNegative || text[at] == 0x2B { at += 1 }
        var (value, scale, digits) = (0.0, 0.0, 0)
        while at < text.count {
            let byte = text[at]
            if byte == 0x2E, scale == 0 {
                scale = 1
            } else if byte &- 0x30 < 10 {
                digits += 1
                guard digits <= digitsMax else { return nil }
                value = value * 10 + Double(byte - 0x30)
                scale *= 10
            } else {
                break
            }
            at += 1
        }
        guard digits > 0 else { return nil }
        var end = at
        while end < text.count, text[end] == 0x25 || Bytes.lower(text[end]) &- 0x61 < 26 { end += 1 }
        let size = scale > 0 ? value / scale : value
        return Number(value: isNegative ? -size : size, unit: text[at..<end], end: end)
    }

    /// The numbers in the parentheses of `name(…)`.
    static func arguments(of name: StaticString, in text: Bytes) -> [Number] {
        guard let at = text.firstIndex(ofIgnoringCase: name) else { return [] }
        var place = at + name.utf8CodeUnitCount
        guard text[place] == 0x28 else { return [] }
        place += 1
        var numbers: [Number] = []
        while numbers.count < 6, let number = number(text, at: place) {
            numbers.append(number)
            place = number.end
            while Bytes.isSpace(text[place]) || text[place] == 0x2C || text[place] == 0x2F { place += 1 }
        }
        return numbers
    }

    // MARK: shapes

    /// `rect(0,0,0,0)` or `rect(1px,1px,1px,1px)`: nothing between the edges.
    private static func isEmptyClip(_ text: Bytes) -> Bool {
        let edges = arguments(of: "rect", in: text)
        guard edges.count == 4 else { return false }
        return edges[2].value - edges[0].value <= 1 || edges[1].value - edges[3].value <= 1
    }

    private static func isEmptyPath(_ text: Bytes) -> Bool {
        if let radius = arguments(of: "circle", in: text).first { return radius.value <= 1 }
        guard let inset = arguments(of: "inset", in: text).first else { return false }
        return inset.unit == Bytes(static: "%") ? inset.value >= 50 : inset.value >= 1_000
    }

    private static func transform(_ text: Bytes) -> StyleValue {
        for name in ["scale", "scalex", "scaley", "scale3d"] as [StaticString] {
            if let scale = arguments(of: name, in: text).first, abs(scale.value) <= 0.01 {
                return .nothingShown
            }
        }
        for name in ["translate", "translatex", "translatey", "translate3d"] as [StaticString] {
            for offset in arguments(of: name, in: text).prefix(2) {
                if case .pixels(let pixels) = offset.asValue, abs(pixels) >= Concealment.offScreenPixelsMin {
                    return .movedOff
                }
            }
        }
        return .other
    }

    // MARK: colours

    static func colour(_ text: Bytes) -> StyleValue? {
        if text[0] == 0x23 { return hexColour(text[1..<text.count]) }
        for name in ["rgba", "rgb"] as [StaticString] {
            let parts = arguments(of: name, in: text)
            guard parts.count >= 3 else { continue }
            func channel(_ number: Number) -> UInt8 {
                let value = number.unit.isEmpty ? number.value : number.value * 2.55
                return UInt8(min(max(value.rounded(), 0), 255))
            }
            let alpha = parts.count > 3 ? (parts[3].unit.isEmpty ? parts[3].value : parts[3].value / 100) : 1
            return .colour(
                Colour(
                    red: channel(parts[0]),
                    green: channel(parts[1]),
                    blue: channel(parts[2]),
                    alpha: alpha
                )
            )
        }
        // in the shorthand `background: #fff url(…)` the colour stands among other words
        if let hash = text.firstIndex(ofIgnoringCase: "#"), hash > 0, text.count - hash < 10 {
            return hexColour(text[hash + 1..<text.count].trimmed)
        }
        return named.first { text.equalsIgnoringCase($0.0) }.map { .colour($0.1) }
    }

    private static func hexColour(_ digits: Bytes) -> StyleValue? {
        var values: [UInt8] = []
        for index in 0..<min(digits.count, 9) {
            switch Bytes.lower(digits[index]) {
            case let digit where digit &- 0x30 < 10: values.append(digit - 0x30)
            case let letter where letter &- 0x61 < 6: values.append(letter - 0x61 + 10)
            default: return nil
            }
        }
        func pair(_ index: Int) -> UInt8 { values[index] << 4 | values[index + 1] }
        switch values.count {
        case 3, 4:
            let alpha = values.count == 4 ? Double(values[3]) / 15 : 1
            return .colour(
                Colour(red: values[0] * 17, green: values[1] * 17, blue: values[2] * 17, alpha: alpha)
            )
        case 6, 8:
            let alpha = values.count == 8 ? Double(pair(6)) / 255 : 1
            return .colour(Colour(red: pair(0), green: pair(2), blue: pair(4), alpha: alpha))
        default: return nil
        }
    }

    /// The names that people hide with or that stand behind; others hide nothing.
    private static let named: [(StaticString, Colour)] = [
        ("white", .white), ("black", Colour(red: 0, green: 0, blue: 0, alpha: 1)),
        ("snow", Colour(red: 255, green: 250, blue: 250, alpha: 1)),
        ("ivory", Colour(red: 255, green: 255, blue: 240, alpha: 1)),
        ("whitesmoke", Colour(red: 245, green: 245, blue: 245, alpha: 1)),
        ("ghostwhite", Colour(red: 248, green: 248, blue: 255, alpha: 1)),
        ("floralwhite", Colour(red: 255, green: 250, blue: 240, alpha: 1)),
        ("mintcream", Colour(red: 245, green: 255, blue: 250, alpha: 1)),
        ("azure", Colour(red: 240, green: 255, blue: 255, alpha: 1)),
        ("red", Colour(red: 255, green: 0, blue: 0, alpha: 1)),
        ("blue", Colour(red: 0, green: 0, blue: 255, alpha: 1)),
        ("green", Colour(red: 0, green: 128, blue: 0, alpha: 1)),
        ("yellow", Colour(red: 255, green: 255, blue: 0, alpha: 1)),
        ("navy", Colour(red: 0, green: 0, blue: 128, alpha: 1)),
        ("gray", Colour(red: 128, green: 128, blue: 128, alpha: 1)),
        ("silver", Colour(red: 192, green: 192, blue: 192, alpha: 1)),
    ]
}

extension Bytes {
    /// A view of a literal, which lives for ever.
    init(static text: StaticString) { self.init(start: text.utf8Start, count: text.utf8CodeUnitCount) }
}
