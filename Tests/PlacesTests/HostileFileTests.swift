import CSVReading
import Foundation
import Language
import Places
import Testing
import Timekeeping

private let goodGeoJSON =
    #"{"type":"FeatureCollection","features":[{"type":"Feature","id":"16681","properties":{"code":"x"},"#
    + #""geometry":{"type":"Polygon","coordinates":[[[105.1,18.1],[105.2,18.1],[105.2,18.2],[105.1,18.1]]]}}]}"#

@Test("no cut of a file of boundaries makes the reader fall")
func cutBoundaries() {
    let bytes = Array(goodGeoJSON.utf8)
    #expect((try? BoundaryFile(bytes)) != nil)
    for end in 0..<bytes.count {
        let error = #expect(throws: PlacesError.self) { try BoundaryFile(Array(bytes[..<end])) }
        #expect(error?.code == .boundaryInvalid)
    }
}

@Test("no changed byte of a file of boundaries makes the reader fall")
func changedBoundaries() {
    let bytes = Array(goodGeoJSON.utf8)
    for position in bytes.indices {
        for byte in [0, 0x22, 0x2D, 0x39, 0x5B, 0x7D, 0xFF] as [UInt8] {
            var changed = bytes
            changed[position] = byte
            _ = try? BoundaryFile(changed)
        }
    }
}

@Test(
    "numbers that no place has are refused",
    arguments: ["1e400", "-1e400", "180.1", "9223372036854775808", "1e308", "null", "\"105\"", "true"]
)
func absurdNumbers(number: String) {
    let text = goodGeoJSON.replacing("105.2,18.2", with: "\(number),18.2")
    #expect(throws: PlacesError.self) { try BoundaryFile(Array(text.utf8)) }
}

@Test("a message about a file holds nothing of what the file says beyond codes and columns")
func noRowValuesInDetails() {
    let secret = "bi-mat-khong-duoc-lo"
    let text = goodGeoJSON.replacing("\"Polygon\"", with: "\"\(secret)\"")
    let error = #expect(throws: PlacesError.self) { try BoundaryFile(Array(text.utf8)) }
    #expect(error.map { "\($0)" }?.contains(secret) == false)
}

@Test("no cut of a file of units makes the reader fall, and a good row before the cut is kept")
func cutUnits() throws {
    let text = "\u{FEFF}code;name;kind\r\na;\"Xã \"\"A\"\"\";Xã\r\nb;Xã B;commune\r\n"
    let bytes = Array(text.utf8)
    let today = try day("2026-01-01")
    let nobody = UnitHistory(units: [], successions: [])
    for end in 0...bytes.count { _ = try? UnitImport(Array(bytes[..<end]), into: nobody, today: today) }
    let whole = try UnitImport(bytes, into: nobody, today: today)
    #expect(whole.isGood && whole.changes.units.map(\.name) == ["Xã \"A\"", "Xã B"])
    let missingEnd = try UnitImport(Array(bytes.dropLast(4)), into: nobody, today: today)
    #expect(missingEnd.changes.units.map(\.id) == [id("a")])
}

@Test("a file of units larger than its limit is refused before it is read")
func largeUnits() throws {
    let bytes = Array(repeating: UInt8(ascii: "a"), count: UnitImport.limits.bytesMax + 1)
    let nobody = UnitHistory(units: [], successions: [])
    let error = #expect(throws: PlacesError.self) {
        try UnitImport(bytes, into: nobody, today: try day("2026-01-01"))
    }
    #expect(error?.text(.vietnamese).contains("8 MB") == true)
}

@Test("HTML and SQL in a name are kept as they are, control characters are refused")
func namesWithMarkup() throws {
    let today = try day("2026-01-01")
    let nobody = UnitHistory(units: [], successions: [])
    let markup = "<script>alert(1)</script>'); DROP TABLE unit;--"
    let kept = try UnitImport(Array("code,name,kind\na,\(markup),Xã\n".utf8), into: nobody, today: today)
    #expect(kept.changes.units.first?.name == markup)
    let broken = try UnitImport(
        Array("code,name,kind\na,\"x\ny\",Xã\nb,z\0,Xã\n".utf8),
        into: nobody,
        today: today
    )
    #expect(broken.changes.isEmpty && broken.rows.count == 2)
}
