import Foundation
import Language
import Places
import Testing

/// A square of a tenth of a degree with its south-west corner at the given place.
private func square(_ west: Double, _ south: Double) -> String {
    let (east, north) = (west + 0.1, south + 0.1)
    return "[[\(west),\(south)],[\(east),\(south)],[\(east),\(north)],[\(west),\(north)],[\(west),\(south)]]"
}

private func collection(_ features: String...) -> [UInt8] {
    Array(#"{"type":"FeatureCollection","features":[\#(features.joined(separator: ","))]}"#.utf8)
}

private func feature(_ id: String, _ type: String, _ coordinates: String) -> String {
    #"{"type":"Feature","id":\#(id),"geometry":{"type":"\#(type)","coordinates":\#(coordinates)}}"#
}

@Test("polygons and multipolygons are read, with an id that is a text, a number or the property code")
func readGeoJSON() throws {
    let byProperty =
        #"{"type":"Feature","properties":{"code":"3"},"geometry":{"type":"Polygon","coordinates":[\#(square(105, 18))]}}"#
    let file = try BoundaryFile(
        collection(
            feature("\"1\"", "Polygon", "[\(square(105, 18))]"),
            feature("2", "MultiPolygon", "[[\(square(105, 18))],[\(square(106, 18)),\(square(106, 18))]]"),
            byProperty
        )
    )
    #expect(file.features.map(\.code) == ["1", "2", "3"])
    #expect(file.features.map(\.boundary.pointCount) == [4, 12, 4])
    #expect(file.features[1].boundary.polygons.map(\.count) == [1, 2])
}

@Test(
    "what is no boundary is refused with a sentence that names the feature",
    arguments: [
        (collection(feature("1", "Point", "[105,18]")), "GeoJSON"),
        (Array("[]".utf8), "GeoJSON"), (Array("{\"type\":\"Feature\"".utf8), "GeoJSON"), ([], "GeoJSON"),
        (collection(feature("null", "Polygon", "[\(square(105, 18))]")), "Đối tượng thứ 1: thiếu mã"),
        (collection(feature("1", "Polygon", "[[[1,1],[2,2],[1,1]]]")), "đường bao"),
        (collection(feature("1", "Polygon", "[[[1,1],[2,2],[3,1],[4,4]]]")), "đường bao"),
        (collection(feature("1", "Polygon", "[]")), "đường bao"),
        (collection(feature("1", "MultiPolygon", "[]")), "đường bao"),
        (collection(feature("1", "Polygon", "[\(square(567_000, 2_000_000))]")), "VN-2000"),
        (collection(feature("1", "Polygon", "[[[1],[2],[3],[1]]]")), "VN-2000"),
        (
            collection(
                feature("1", "Polygon", "[\(square(1, 1))]"),
                feature("1", "Polygon", "[\(square(1, 1))]")
            ),
            "Đối tượng thứ 2: mã “1”"
        ),
    ]
)
func refusedGeoJSON(bytes: [UInt8], says: String) {
    let error = #expect(throws: PlacesError.self) { try BoundaryFile(bytes) }
    #expect(error?.text(.vietnamese).contains(says) == true, "\(error?.text.vi ?? "")")
}

@Test("JSON that nests without end is refused before it is read")
func deepJSON() {
    let deep = Array(repeating: UInt8(ascii: "["), count: 1_000_000)
    let error = #expect(throws: PlacesError.self) { try BoundaryFile(deep) }
    #expect(error?.detail.contains("deeper") == true)
    let tooLarge = Array(repeating: UInt8(ascii: " "), count: BoundaryFile.bytesMax + 1)
    #expect(throws: PlacesError.self) { try BoundaryFile(tooLarge) }
}

@Test("brackets inside texts do not count as nesting")
func bracketsInTexts() throws {
    let brackets = "\"\(String(repeating: "[", count: 100))\\\"[\""
    let file = try BoundaryFile(collection(feature(brackets, "Polygon", "[\(square(105, 18))]")))
    #expect(file.features.count == 1)
}

@Test("a path fits its canvas, is centred and keeps its holes")
func pathsOnCanvas() throws {
    let coordinates = "[\(square(0, 0)),[[0.02,0.02],[0.08,0.02],[0.08,0.08],[0.02,0.08],[0.02,0.02]]]"
    let boundary = try BoundaryFile(collection(feature("1", "Polygon", coordinates))).features[0].boundary
    let canvas = BoundaryMap.Canvas(width: 220, height: 120, margin: 10)
    let map = BoundaryMap([id("1"): boundary], on: canvas)
    #expect(
        map.paths[id("1")]
            == "M60 110l100 0l0 -100l-100 0zM80 90l60 0l0 -60l-60 0z"
    )
    let centre = try #require(map.centres[id("1")])
    #expect(abs(centre.x - 110) < 0.01 && abs(centre.y - 60) < 0.01)
}

@Test("units that share a border share its points on the canvas, and a speck keeps a point")
func sharedBorders() throws {
    let speck = "[[[105.00001,18.00001],[105.00002,18.00001],[105.00002,18.00002],[105.00001,18.00001]]]"
    let file = try BoundaryFile(
        collection(
            feature("1", "Polygon", "[\(square(105, 18))]"),
            feature("2", "Polygon", "[\(square(105.1, 18))]"),
            feature("3", "Polygon", speck)
        )
    )
    let boundaries = Dictionary(uniqueKeysWithValues: file.features.map { (id($0.code), $0.boundary) })
    let map = BoundaryMap(boundaries, on: .init(width: 200, height: 200))
    #expect(map.paths.count == 3)
    #expect(map.paths[id("3")]?.hasPrefix("M") == true)
    let border = try [#require(map.paths[id("1")]), #require(map.paths[id("2")])].map {
        $0.split(separator: "l")
    }
    #expect(border[1][0] == "M100 152.5")
    #expect(border[0][1] == "100 0")
}

@Test("no boundaries, a single point and an absurd canvas draw without harm")
func degenerateCanvas() {
    #expect(BoundaryMap([:], on: .init(width: 0, height: -5)).paths.isEmpty)
    #expect(
        BoundaryMap([id("1"): Boundary(polygons: [])], on: .init(width: 9, height: 9)).centres[id("1")]?.x
            == 0
    )
    let canvas = BoundaryMap.Canvas(width: .max, height: 10, margin: .max)
    #expect(canvas.width == BoundaryMap.Canvas.sideMax && canvas.margin == 4)
    let map = BoundaryMap([id("1"): Boundary(polygons: [])], on: canvas)
    #expect(map.paths[id("1")]?.isEmpty == true)
}

private let realBoundaries = ProcessInfo.processInfo.environment["SEN_BOUNDARIES"] ?? ""

@Test(
    "the boundaries of the 130 communes hold the communes' coordinates",
    .enabled(
        if: FileManager.default.fileExists(atPath: realBoundaries),
        "set SEN_BOUNDARIES to a GeoJSON file"
    )
)
func realFile() throws {
    let bytes = try Array(Data(contentsOf: URL(filePath: realBoundaries)))
    let file = try BoundaryFile(bytes)
    let communes = try ReferenceProvince.load().units.filter { $0.areaKm2 != nil }
    #expect(Set(file.features.map(\.code)) == Set(communes.map(\.code)))
    let boundaries = Dictionary(uniqueKeysWithValues: file.features.map { (id($0.code), $0.boundary) })
    let paths = BoundaryMap(boundaries, on: .init(width: 1000, height: 800, margin: 8)).paths
    #expect(paths.values.allSatisfy { $0.hasPrefix("M") && $0.hasSuffix("z") })
    #expect(paths.values.reduce(0) { $0 + $1.utf8.count } < 150_000)
}
