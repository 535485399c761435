import Cryptography
package import Timekeeping

/// What one leaf of the tree says: who did what to which thing, when, and a commitment to the new state of the thing.
///
/// The leaf never holds personal data. The state itself is committed to as SHA-256(salt || content); when salt and
/// content are erased, nothing can be guessed from the leaf, and every proof stays valid.
package struct Entry: Hashable, Sendable {
    /// Ids and codes are far shorter; the sum keeps a leaf below the 65,535 bytes of a tlog-tiles entry.
    package static let fieldBytesMax = 512
    /// The first byte of the encoding: a later form gets the next number, and old leaves stay as they are.
    static let version: UInt8 = 1
    /// 128 bits: more than anyone can try for one guessed content.
    static let saltByteCount = 16

    package var at: Instant
    /// Such as `case.opened`.
    package var action: String
    /// ``Actor/code``; kept as text, so that a leaf from a future version still verifies.
    package var actor: String
    package var subject: AuditSubject
    package var unit: String?
    package var commitment: [UInt8]

    package static func commitment(salt: [UInt8], content: [UInt8]) -> [UInt8] {
        var hasher = SHA256Hasher()
        hasher.update(salt)
        hasher.update(content)
        return hasher.finish()
    }

    /// Whether each text has a length that the encoding and the schema accept.
    var isEncodable: Bool {
        let required = [action, actor, subject.kind, subject.id]
        return required.allSatisfy { (1...Self.fieldBytesMax).contains($0.utf8.count) }
            && (unit?.utf8.count ?? 0) <= Self.fieldBytesMax && commitment.count == SHA256.byteCount
    }
}

/// The leaf bytes, version 1: each field in this order and nothing else.
///
///     UInt8   version = 1
///     Int64   time, microseconds since 1970, big-endian
///     text    actor, action, subject kind, subject id   (UInt16 length, then UTF-8)
///     UInt8   1 when a unit follows, else 0
///     text    unit
///     32      commitment
extension Entry {
    package func encoded() -> [UInt8] {
        var bytes: [UInt8] = [Self.version]
        bytes.reserveCapacity(200)
        let time = UInt64(bitPattern: at.microsecondsSince1970)
        for shift in stride(from: 56, through: 0, by: -8) {
            bytes.append(UInt8(truncatingIfNeeded: time >> UInt64(shift)))
        }
        for field in [actor, action, subject.kind, subject.id] { Self.append(field, to: &bytes) }
        bytes.append(unit == nil ? 0 : 1)
        if let unit { Self.append(unit, to: &bytes) }
        bytes += commitment
        return bytes
    }

    private static func append(_ text: String, to bytes: inout [UInt8]) {
        let length = UInt16(clamping: text.utf8.count)
        bytes.append(UInt8(length >> 8))
        bytes.append(UInt8(length & 0xff))
        bytes += text.utf8
    }

    /// Reads leaf bytes; `nil` for anything that ``encoded()`` would not have written.
    package init?(_ bytes: [UInt8]) {
        var rest = bytes[...]
        guard rest.popFirst() == Self.version, rest.count >= 8 else { return nil }
        let time = rest.prefix(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        rest = rest.dropFirst(8)
        guard let actor = Self.text(&rest), let action = Self.text(&rest), let kind = Self.text(&rest),
            let id = Self.text(&rest), let hasUnit = rest.popFirst(), hasUnit <= 1
        else { return nil }
        let unit = hasUnit == 1 ? Self.text(&rest) : nil
        guard hasUnit == 0 || unit != nil, rest.count == SHA256.byteCount else { return nil }
        self.init(
            at: Instant(microsecondsSince1970: Int64(bitPattern: time)),
            action: action,
            actor: actor,
            subject: AuditSubject(kind: kind, id: id),
            unit: unit,
            commitment: Array(rest)
        )
        guard isEncodable else { return nil }
    }

    private static func text(_ rest: inout ArraySlice<UInt8>) -> String? {
        guard let high = rest.popFirst(), let low = rest.popFirst() else { return nil }
        let length = Int(high) << 8 | Int(low)
        guard rest.count >= length else { return nil }
        defer { rest = rest.dropFirst(length) }
        return String(validating: rest.prefix(length), as: UTF8.self)
    }
}
