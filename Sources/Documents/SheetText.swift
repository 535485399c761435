/// Texts and numbers in the form that a spreadsheet keeps.
enum SheetText {
    /// Digits that a spreadsheet keeps of a number.
    static let digitsMax = 15
    /// Characters of a sheet's name.
    static let nameCharactersMax = 31

    /// The number, if a spreadsheet shows it as it was written; `nil` when it would be another one there.
    static func number(_ text: String) -> Double? {
        let mantissa = text.prefix { $0 != "e" && $0 != "E" }.filter { $0.isASCII && $0.isNumber }
        let digits = mantissa.drop { $0 == "0" }
        guard digits.count <= digitsMax, let number = Double(text), number.isFinite else { return nil }
        // What is too small for a double is not zero.
        guard number != 0 || digits.isEmpty else { return nil }
        return number
    }

    /// Without what XML cannot hold; NUL would end the text in C.
    static func escaped(_ text: String) -> String {
        var out = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0, 0xFFFE, 0xFFFF: out.append("\u{FFFD}")
            default: out.append(scalar)
            }
        }
        return String(out)
    }

    /// A name as spreadsheets allow it: short, and without the signs of a reference.
    static func name(_ text: String) -> String {
        let allowed = escaped(text).map { "[]:*?/\\'".contains($0) ? " " : String($0) }.joined()
        var name = ""
        for character in allowed where name.utf16.count + character.utf16.count <= nameCharactersMax {
            name.append(character)
        }
        return name.isEmpty ? "1" : name
    }
}
