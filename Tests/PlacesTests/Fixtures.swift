import Foundation
import Places
import Testing
import Timekeeping

/// Foundation has a `Unit` of measurement too; here the word is ours.
typealias Unit = Places.Unit

func day(_ text: String) throws -> Day { try #require(Day(iso8601: text)) }

func id(_ text: String) -> Unit.ID { Unit.ID(rawValue: text) }

/// A unit that exists since 2025-07-01 unless the test says otherwise.
func unit(
    _ code: String,
    _ name: String,
    _ kind: UnitKind = .commune,
    below parent: String?,
    from: String = "2025-07-01",
    to: String? = nil
) throws -> Unit {
    Unit(
        id: id(code),
        code: code,
        name: name,
        kind: kind,
        parent: parent.map(id),
        validFrom: try day(from),
        validTo: try to.map(day)
    )
}

/// A GeoJSON file with one polygon for each id.
func polygons(_ rings: [(id: String, ring: String)]) -> [UInt8] {
    let features = rings.map { id, ring in
        #"{"type":"Feature","id":"\#(id)","geometry":{"type":"Polygon","coordinates":[\#(ring)]}}"#
    }
    return Array(#"{"type":"FeatureCollection","features":[\#(features.joined(separator: ","))]}"#.utf8)
}
