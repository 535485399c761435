import Language

/// A format that texts may have: one file for each, whose comment is its manual.
protocol StringFormat: Sendable {
    /// What `format` calls it.
    static var name: String { get }
    /// What is expected of a text, as a person reads it after “must be”.
    static var expectation: Text { get }
    /// Whether `text`, which is UTF-8, has the format.
    static func isValid(_ text: UnsafeBufferPointer<UInt8>) -> Bool
}

/// All formats of the standard.
enum Formats {
    static let all: [any StringFormat.Type] = [
        DateFormat.self, TimeFormat.self, DateTimeFormat.self, DurationFormat.self, EmailFormat.self,
        IDNEmailFormat.self, HostnameFormat.self, IDNHostnameFormat.self, IPv4Format.self, IPv6Format.self,
        URIFormat.self, URIReferenceFormat.self, IRIFormat.self, IRIReferenceFormat.self,
        URITemplateFormat.self,
        JSONPointerFormat.self, RelativeJSONPointerFormat.self, RegexFormat.self, UUIDFormat.self,
    ]

    private static let byName = Dictionary(uniqueKeysWithValues: all.map { ($0.name, $0) })

    /// The format called `name`; `nil` for one that is not known.
    static func named(_ name: String) -> (any StringFormat.Type)? { byName[name] }
}

/// Reads a text from front to end; nothing is read beyond it.
struct TextScanner {
    private let text: UnsafeBufferPointer<UInt8>
    private(set) var at = 0

    init(_ text: UnsafeBufferPointer<UInt8>) { self.text = text }

    var isAtEnd: Bool { at >= text.count }

    var next: UInt8? { at < text.count ? text[at] : nil }

    /// Takes `byte` when it comes next.
    mutating func take(_ byte: Unicode.Scalar) -> Bool {
        guard next == UInt8(ascii: byte) else { return false }
        at += 1
        return true
    }

    /// Takes the next byte.
    mutating func takeAny() -> UInt8? {
        guard let byte = next else { return nil }
        at += 1
        return byte
    }

    /// Takes `byte` in either case.
    mutating func takeIgnoringCase(_ byte: Unicode.Scalar) -> Bool {
        guard let next, next | 0x20 == UInt8(ascii: byte) | 0x20 else { return false }
        at += 1
        return true
    }

    /// Exactly `count` digits as a number.
    mutating func digits(_ count: Int) -> Int? {
        guard text.count - at >= count else { return nil }
        var number = 0
        for offset in 0..<count {
            guard text[at + offset].isDigit else { return nil }
            number = number * 10 + Int(text[at + offset] - 48)
        }
        at += count
        return number
    }

    /// How many of the following bytes `isPart` takes.
    mutating func takeWhile(_ isPart: (UInt8) -> Bool) -> Int {
        let start = at
        while at < text.count, isPart(text[at]) { at += 1 }
        return at - start
    }
}
