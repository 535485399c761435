package import Foundation
package import Timekeeping

/// The id of one thing, typed by what it names: a UUIDv7 (RFC 9562), kept as text.
///
/// UUIDv7 begins with the time, so that new rows lie together in an index.
package struct ID<Subject>: Hashable, Sendable, Comparable, CustomStringConvertible {
    package let uuid: UUID

    package init(_ uuid: UUID) { self.uuid = uuid }
    /// Reads the 36-character form; `nil` when it is not one.
    package init?(_ text: String) {
        guard text.utf8.count == 36, let uuid = UUID(uuidString: text) else { return nil }
        self.uuid = uuid
    }

    package var description: String { uuid.uuidString.lowercased() }
    package static func < (a: Self, b: Self) -> Bool { a.uuid < b.uuid }
}

extension ID: SQLConvertible, SQLDecodable {
    package var sqlValue: SQLValue { .text(description) }
    package init?(sqlValue: SQLValue) {
        guard case .text(let text) = sqlValue else { return nil }
        self.init(text)
    }
}

extension ID: Codable {
    package init(from decoder: any Decoder) throws {
        uuid = try decoder.singleValueContainer().decode(UUID.self)
    }
    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}

/// Makes ids; only `sen` makes the real one, tests count up.
package struct IDMaker: Sendable {
    package var makeUUID: @Sendable () -> UUID
    package init(makeUUID: @escaping @Sendable () -> UUID) { self.makeUUID = makeUUID }

    package func make<Subject>(_: Subject.Type = Subject.self) -> ID<Subject> { ID(makeUUID()) }

    /// UUIDv7 from the time and a source of random bits.
    package static func timeOrdered(
        clock: WallClock,
        randomBits: @escaping @Sendable () -> UInt64
    ) -> IDMaker {
        IDMaker { uuidV7(at: clock.now(), randomBits(), randomBits()) }
    }
}

/// RFC 9562 section 5.7: 48 bits of milliseconds, version, 12 random bits, variant, 62 random bits.
func uuidV7(at instant: Instant, _ high: UInt64, _ low: UInt64) -> UUID {
    let millis = UInt64(clamping: instant.microsecondsSince1970 / 1000)
    let first = (millis << 16) | 0x7000 | (high & 0x0fff)
    let second = (low & 0x3fff_ffff_ffff_ffff) | 0x8000_0000_0000_0000
    func byte(_ word: UInt64, _ index: UInt64) -> UInt8 {
        UInt8(truncatingIfNeeded: word >> (56 - 8 * index))
    }
    return UUID(
        uuid: (
            byte(first, 0), byte(first, 1), byte(first, 2), byte(first, 3),
            byte(first, 4), byte(first, 5), byte(first, 6), byte(first, 7),
            byte(second, 0), byte(second, 1), byte(second, 2), byte(second, 3),
            byte(second, 4), byte(second, 5), byte(second, 6), byte(second, 7)
        )
    )
}
