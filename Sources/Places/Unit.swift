package import Database
package import Timekeeping

/// A unit of government: the province, a department, a commune, or what lies below them.
///
/// A unit is dated: it exists from ``validFrom`` up to, and not on, ``validTo``. When units merge, the old
/// ones end and a ``Succession`` says what became of them; an id is never given to another unit.
package struct Unit: Hashable, Sendable {
    package let id: ID
    /// The code of the General Statistics Office (QĐ 124/2004/QĐ-TTg and its successors), or one that the
    /// province gave.
    package var code: String
    /// The agency's identifier for exchange with other agencies; `nil` until the province enters it.
    package var electronicIdentifier: ElectronicIdentifier?
    /// The official name with its kind, such as "Xã Kim Liên".
    package var name: String
    package var kind: UnitKind
    /// `nil` for the root of a tree.
    package var parent: ID?
    package var validFrom: Day
    /// The first day on which the unit no longer exists; `nil` while it does.
    package var validTo: Day?
    package var location: GeographicPoint?
    package var areaKm2: Double?

    package init(
        id: ID,
        code: String,
        electronicIdentifier: ElectronicIdentifier? = nil,
        name: String,
        kind: UnitKind,
        parent: ID?,
        validFrom: Day,
        validTo: Day? = nil,
        location: GeographicPoint? = nil,
        areaKm2: Double? = nil
    ) {
        self.id = id
        self.code = code
        self.electronicIdentifier = electronicIdentifier
        self.name = name
        self.kind = kind
        self.parent = parent
        self.validFrom = validFrom
        self.validTo = validTo
        self.location = location
        self.areaKm2 = areaKm2
    }

    /// Whether the unit exists on `day`.
    package func exists(on day: Day) -> Bool { validFrom <= day && validTo.map { day < $0 } ?? true }
}

extension Unit {
    /// Names one unit for ever, and reads well in an address bar.
    ///
    /// It is the unit's code where that is free ("40", "16681", "so-noi-vu"). The statistics office uses
    /// codes again, so a unit that ended carries the year of its last list: "16681~2024" is the ward that
    /// "16681" has replaced.
    package struct ID: RawRepresentable, Hashable, Sendable, Codable {
        package let rawValue: String
        package init(rawValue: String) { self.rawValue = rawValue }
    }
}

extension Unit.ID: Comparable, CustomStringConvertible {
    package var description: String { rawValue }
    package static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
}

extension Unit.ID: SQLConvertible, SQLDecodable {
    package var sqlValue: SQLValue { .text(rawValue) }
    package init?(sqlValue: SQLValue) {
        guard case .text(let text) = sqlValue else { return nil }
        self.init(rawValue: text)
    }
}

extension Unit.ID {
    /// Characters an id may have: they need no escaping in a URL, a file name or a log line.
    package static let charactersMax = 64

    /// Whether a person may give this id: small letters, digits and "-", and "~" before a year.
    package var isWellFormed: Bool {
        !rawValue.isEmpty && rawValue.utf8.count <= Self.charactersMax
            && rawValue.utf8.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): true
                case UInt8(ascii: "-"), UInt8(ascii: "~"): true
                default: false
                }
            }
    }
}

/// What a unit is by law.
package enum UnitKind: String, CaseIterable, Hashable, Sendable, Codable {
    case province, department, district, ward, town, commune, other
}

/// A place on the Earth in WGS 84 degrees.
package struct GeographicPoint: Hashable, Sendable, Codable {
    package let latitude: Double
    package let longitude: Double

    /// Refuses what is not on the globe.
    package init?(latitude: Double, longitude: Double) {
        guard (-90...90).contains(latitude), (-180...180).contains(longitude) else { return nil }
        self.latitude = latitude
        self.longitude = longitude
    }
}
