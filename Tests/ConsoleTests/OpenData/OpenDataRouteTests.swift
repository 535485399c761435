import Access
import Datasets
import Foundation
import HTTPTypes
import JSONReading
import Language
import Places
import Testing

@testable import Console

private let root = "/open/tram-phat-song"
private let formats = ["csv", "json", "ndjson", "geojson"]

private func lines(_ answer: WallAnswer) -> [String] {
    answer.text.split(whereSeparator: \.isNewline).map(String.init)
}

@Test("everybody reads an open dataset without signing in, in both languages", arguments: Language.allCases)
func openPages(language: Language) async throws {
    try await withWall { wall in
        try await wall.declare(stationDeclaration("open"))
        try await wall.stations(cuaLo, "2026-09", 5)
        try await wall.stations(cuaLo, "2026-10", 12)
        for path in ["/open", root] {
            // Who is signed in reads the same page as who is not.
            for reader in [WallReader.leader.reading(language), nil] {
                let page = try await wall.door.get(path, as: reader)
                #expect(page.status == 200, "\(path)")
                #expect(page.text.components(separatedBy: "<h1>").count == 2, "\(path)")
            }
        }
        let page = try await wall.door.get(root, as: WallReader.leader.reading(language))
        #expect(page.text.contains("class=\"bars\""))
        #expect(page.text.contains("Phường Cửa Lò: 12<"), "the newest period is on the map")
        for format in formats { #expect(page.text.contains("\(root)/data.\(format)\""), "\(format)") }
    }
}

@Test(
    "nothing of a dataset that is not open comes out: every address answers as if it were not there",
    arguments: ["shared", "restricted", "personal"]
)
func nothingElseIsPublic(classification: String) async throws {
    try await withWall { wall in
        try await wall.declare(stationDeclaration(classification))
        try await wall.stations(cuaLo, "2026-10", 4_531)
        for file in ["", "/data.csv", "/data.json", "/data.ndjson", "/data.geojson"] {
            let hidden = try await wall.door.get(root + file, as: nil)
            let absent = try await wall.door.get("/open/khong-co" + file, as: nil)
            #expect(hidden.status == 404 && absent.status == 404, "\(file)")
            #expect(!hidden.text.contains("4.531") && !hidden.text.contains("Trạm phát sóng"), "\(file)")
        }
        for path in ["/open", "/open/catalog.jsonld", "/open?q=tram"] {
            let page = try await wall.door.get(path, as: nil)
            #expect(page.status == 200 && !page.text.contains("Trạm phát sóng di động"), "\(path)")
        }
    }
}

@Test("what is not accepted, or was withdrawn, is in no file and no count")
func onlyAccepted() async throws {
    try await withWall { wall in
        try await wall.declare(stationDeclaration("open", approvals: #"["unit"]"#, id: "cho-duyet"))
        let waiting = Dataset.ID(rawValue: "cho-duyet")
        try await wall.put(#"{"org":"16732","period":"2026-10","stations":4321}"#, in: waiting)
        for format in formats {
            let file = try await wall.door.get("/open/cho-duyet/data.\(format)", as: nil)
            #expect(file.status == 200 && !file.text.contains("4321"), "\(format)")
        }
        let page = try await wall.door.get("/open/cho-duyet", as: nil)
        #expect(!page.text.contains("4.321") && !page.text.contains("16732"))
    }
}

@Test("CSV has its header, tones, JSON for lists, and nothing in it that a spreadsheet runs")
func csvFile() async throws {
    try await withWall { wall in
        try await wall.declare(stationDeclaration("open"))
        let more =
            #","area":1234.5,"technology":"5G","place":{"lat":18.79,"lon":105.7},"sites":[{"name":"=cmd|'/c calc'!A0"}]"#
        try await wall.stations(cuaLo, "2026-10", 12, more: more)
        let file = try await wall.door.get("\(root)/data.csv", as: nil)
        #expect(file.headers[.contentType] == "text/csv; charset=utf-8")
        #expect(file.headers[.contentDisposition] == "attachment; filename=\"tram-phat-song.csv\"")
        let rows = lines(file)
        #expect(
            rows.first
                == "\u{FEFF}org,period,area,checked,place/lat,place/lon,shared,sites,stations,technology"
                || rows.first?.hasPrefix("\u{FEFF}org,period,") == true
        )
        #expect(rows.count == 2)
        #expect(rows[1].contains(#""[{""name"":""=cmd|'/c calc'!A0""}]""#), "\(rows[1])")
        #expect(rows[1].contains("1234.5") && rows[1].contains("18.79"))
    }
}

@Test("a text that begins as a formula does is kept from running; a number below zero stays a number")
func csvCells() async throws {
    try await withWall { wall in
        let declaration = stationDeclaration("open").replacing(
            #""checked": {"type": "string", "format": "date"}"#,
            with: #""checked": {"type": "string"}"#
        ).replacing(#""area": {"type": "number", "minimum": 0}"#, with: #""area": {"type": "number"}"#)
        try await wall.declare(declaration)
        try await wall.stations(cuaLo, "2026-10", 1, more: #","area":-5.5,"checked":"=1+2""#)
        let file = try await wall.door.get("\(root)/data.csv", as: nil)
        #expect(file.text.contains("'=1+2") && file.text.contains(",-5.5,"), "\(file.text)")
    }
}

@Test("GeoJSON puts a record where it says it is, and otherwise in the middle of its unit")
func geoJSONFile() async throws {
    try await withWall { wall in
        try await wall.declare(stationDeclaration("open"))
        try await wall.stations(cuaLo, "2026-10", 1, more: #","place":{"lat":18.5,"lon":105.25}"#)
        try await wall.stations(anhSon, "2026-10", 2)
        let file = try await wall.door.get("\(root)/data.geojson", as: nil)
        let document = try JSONDocument(Array(file.text.utf8))
        let features = Array(try #require(document.root["features"]).elements)
        #expect(document.root["type"]?.string == "FeatureCollection" && features.count == 2)
        let places = features.map { feature -> [String] in
            feature["geometry"]?["coordinates"]?.elements.map { String(decoding: $0.utf8, as: UTF8.self) }
                ?? []
        }
        let unit = try #require(wall.tree.unit(anhSon)?.location)
        #expect(places.contains(["105.25", "18.5"]))
        #expect(places.contains(["\(unit.longitude)", "\(unit.latitude)"]), "\(places)")
    }
}

@Test("a file of many pages holds each record once, in every format, and only of the asked periods")
func manyPages() async throws {
    try await withWall { wall in
        try await wall.declare(stationDeclaration("open").replacing(#", "lock-days": 90"#, with: ""))
        let communes = wall.tree.units.filter { $0.kind == .commune || $0.kind == .ward }.map(\.id.rawValue)
        let rows = (1...9).flatMap { month in
            communes.map { #"{"org":"\#($0)","period":"2026-0\#(month)","stations":\#(month)}"# }
        }
        #expect(rows.count > 1_000)
        for row in rows { try await wall.put(row) }
        let ndjson = try await wall.door.get("\(root)/data.ndjson", as: nil)
        let values = lines(ndjson)
        #expect(values.count == rows.count && Set(values).count == rows.count)
        let csv = try await wall.door.get("\(root)/data.csv", as: nil)
        #expect(lines(csv).count == rows.count + 1)
        for format in ["json", "geojson"] {
            let file = try await wall.door.get("\(root)/data.\(format)", as: nil)
            let document = try JSONDocument(Array(file.text.utf8))
            let items = document.root[format == "json" ? "records" : "features"].map {
                Array($0.elements).count
            }
            #expect(items == rows.count, "\(format)")
        }
        let some = try await wall.door.get("\(root)/data.ndjson?from=2026-03&to=2026-04", as: nil)
        #expect(lines(some).count == 2 * communes.count)
        #expect(lines(some).allSatisfy { $0.contains("2026-03") || $0.contains("2026-04") })
    }
}

@Test(
    "a filter that means nothing is told before the file begins",
    arguments: ["from=2026", "to=x", "from=2026-13", "unit=khong-co", "unit=%FF", "from=%"]
)
func badFilter(query: String) async throws {
    try await withWall { wall in
        try await wall.declare(stationDeclaration("open"))
        try await wall.stations(cuaLo, "2026-10", 1)
        let answer = try await wall.door.get("\(root)/data.csv?\(query)", as: nil)
        #expect(answer.status == 422, "\(query): \(answer.status)")
    }
}

@Test("a file of another name or format is not there")
func noSuchFile() async throws {
    try await withWall { wall in
        try await wall.declare(stationDeclaration("open"))
        for file in ["data.exe", "data", "other.csv", "data.csv.gz"] {
            #expect(try await wall.door.get("\(root)/\(file)", as: nil).status == 404, "\(file)")
        }
    }
}

@Test("a masked field of an open dataset is in no file and on no page")
func maskedField() async throws {
    try await withWall { wall in
        let declaration = stationDeclaration("open").replacing(
            #""technology": {"title": {"vi": "Công nghệ", "en": "Technology"}}"#,
            with: #""technology": {"title": {"vi": "Công nghệ", "en": "Technology"}, "masked": true}"#
        )
        try await wall.declare(declaration)
        try await wall.stations(cuaLo, "2026-10", 1, more: #","technology":"5G""#)
        for path in [root] + formats.map({ "\(root)/data.\($0)" }) {
            let answer = try await wall.door.get(path, as: nil)
            #expect(answer.status == 200 && !answer.text.contains("5G"), "\(path)")
        }
    }
}

@Test(
    "who has a file already is not sent it again, also when gzip or a proxy made its tag weak or listed others"
)
func knownFile() async throws {
    try await withWall { wall in
        try await wall.declare(stationDeclaration("open"))
        try await wall.stations(cuaLo, "2026-10", 1)
        let tag = try #require(try await wall.door.get("\(root)/data.csv", as: nil).headers[.eTag])
        let bare = tag.replacing("W/", with: "")
        for known in [tag, bare, "W/" + bare, "\"other\", \(tag)", "*"] {
            let again = try await wall.door.get("\(root)/data.csv", as: nil, knowing: known)
            #expect(again.status == 304 && again.text.isEmpty, "\(known)")
        }
        for unknown in ["\"other\"", "", "W/\"other\""] {
            let whole = try await wall.door.get("\(root)/data.csv", as: nil, knowing: unknown)
            #expect(whole.status == 200, "\(unknown)")
        }
    }
}
