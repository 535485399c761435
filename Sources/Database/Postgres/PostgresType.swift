import CPostgres

/// A type of the server, by its fixed number (`pg_type.oid`), and the binary form of its values.
struct PostgresType: Hashable {
    let oid: UInt32

    init(_ oid: UInt32) { self.oid = oid }

    static let undecided = PostgresType(0)
    static let bool = PostgresType(16)
    static let bytes = PostgresType(17)
    static let name = PostgresType(19)
    static let integer8 = PostgresType(20)
    static let integer2 = PostgresType(21)
    static let integer4 = PostgresType(23)
    static let text = PostgresType(25)
    static let real4 = PostgresType(700)
    static let real8 = PostgresType(701)
    static let numeric = PostgresType(1700)

    /// What a value is declared as, so that a statement means the same whatever surrounds the parameter.
    init(of value: SQLValue) {
        self =
            switch value {
            case .null: .undecided
            case .integer: .integer8
            case .real: .real8
            case .text: .text
            case .blob: .bytes
            }
    }

    /// Whether a value has a binary form of this type.
    func takes(_ value: SQLValue) -> Bool { value == .null || encode(value) != nil }

    /// The binary form; `nil` for an empty value and for one that this type does not take.
    func encode(_ value: SQLValue) -> [UInt8]? {
        switch (value, self) {
        case (.integer(let number), .integer8): Self.bigEndian(UInt64(bitPattern: number))
        case (.integer(let number), .integer4):
            Int32(exactly: number).map { Self.bigEndian(UInt32(bitPattern: $0)) }
        case (.integer(let number), .integer2):
            Int16(exactly: number).map { Self.bigEndian(UInt16(bitPattern: $0)) }
        case (.integer(let number), .real8): Self.bigEndian(Double(number).bitPattern)
        case (.real(let number), .real8): Self.bigEndian(number.bitPattern)
        case (.text(let text), .text): Array(text.utf8)
        case (.blob(let bytes), .bytes): bytes
        default: nil
        }
    }

    private static func bigEndian<Word: FixedWidthInteger>(_ word: Word) -> [UInt8] {
        withUnsafeBytes(of: word.bigEndian) { Array($0) }
    }

    func decode(_ bytes: UnsafeRawBufferPointer) -> SQLValue {
        switch self {
        case .integer8: .integer(Int64(bitPattern: Self.word(bytes)))
        case .integer4: .integer(Int64(Int32(bitPattern: Self.word(bytes))))
        case .integer2: .integer(Int64(Int16(bitPattern: Self.word(bytes))))
        case .bool: .integer(bytes.first == 1 ? 1 : 0)
        case .real8: .real(Double(bitPattern: Self.word(bytes)))
        case .real4: .real(Double(Float(bitPattern: Self.word(bytes))))
        case .numeric: PostgresNumeric(bytes).value
        case .bytes: .blob(Array(bytes))
        default: .text(String(decoding: bytes, as: UTF8.self))
        }
    }

    private static func word<Word: FixedWidthInteger & UnsignedInteger>(_ bytes: UnsafeRawBufferPointer)
        -> Word
    {
        bytes.prefix(MemoryLayout<Word>.size).reduce(0) { $0 << 8 | Word($1) }
    }
}

/// A decimal number as the server sends it: digits to the base 10,000, the first one weighing 10,000 to `weight`.
///
/// Sums and averages of whole numbers come in this form; whole ones that fit are given as integers.
struct PostgresNumeric {
    private static let negativeSign: UInt16 = 0x4000
    private static let headerBytes = 8

    let value: SQLValue

    init(_ bytes: UnsafeRawBufferPointer) {
        let words = stride(from: 0, to: bytes.count - 1, by: 2).map {
            UInt16(bytes[$0]) << 8 | UInt16(bytes[$0 + 1])
        }
        guard words.count >= 4, words[2] == 0 || words[2] == Self.negativeSign else {
            value = .real(.nan)
            return
        }
        let (weight, isNegative) = (Int(Int16(bitPattern: words[1])), words[2] == Self.negativeSign)
        let digits = words.dropFirst(4).map { Int64($0) }
        if let whole = Self.whole(digits, weight) {
            value = .integer(isNegative ? -whole : whole)
            return
        }
        var number = 0.0
        for digit in digits { number = number * 10_000 + Double(digit) }
        for _ in 0..<abs(weight + 1 - digits.count) {
            number = weight + 1 > digits.count ? number * 10_000 : number / 10_000
        }
        value = .real(isNegative ? -number : number)
    }

    private static func whole(_ digits: [Int64], _ weight: Int) -> Int64? {
        guard digits.count <= weight + 1 || digits.isEmpty else { return nil }
        var number: Int64 = 0
        for place in 0..<max(0, digits.isEmpty ? 0 : weight + 1) {
            let (scaled, tooLarge) = number.multipliedReportingOverflow(by: 10_000)
            let (sum, overflow) = scaled.addingReportingOverflow(place < digits.count ? digits[place] : 0)
            guard !tooLarge, !overflow else { return nil }
            number = sum
        }
        return number
    }
}
