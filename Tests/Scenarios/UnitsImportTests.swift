import Foundation
import RunningPrograms
import Testing

@testable import sen

private let hamlets = """
    code,name,kind,parent
    17329-1,Xóm 1,other,17329
    17329-2,Xóm 2,other,17329
    """

private func square(_ code: String, at longitude: Double, size: Double = 0.1) -> String {
    let (west, east) = (longitude, longitude + size)
    let ring = "[[\(west),19],[\(east),19],[\(east),19.1],[\(west),19.1],[\(west),19]]"
    return """
        {"type":"Feature","id":"\(code)","properties":{},"geometry":{"type":"Polygon","coordinates":[\(ring)]}}
        """
}

private func collection(_ features: String...) -> String {
    "{\"type\":\"FeatureCollection\",\"features\":[\(features.joined(separator: ","))]}"
}

@Suite("sen units --data, sen units import")
struct UnitsImportTests {
    @Test("units that are taken in are listed, found and shown with --data, and not without")
    func roundTrip() async throws {
        try await withInstallation { (bench) async throws in
            let tried = try await bench.sen(["units", "import"], file: hamlets, options: ["--dry-run"])
            #expect(tried.status == 0, "\(tried.output)\(tried.error)")
            #expect(try await bench.actions().isEmpty)
            let taken = try await bench.sen(["units", "import"], file: hamlets)
            #expect(taken.output == "dòng 2  thêm mới\ndòng 3  thêm mới\n", "\(taken.error)")
            let below = try await bench.sen("units", "list", "--under", "17329")
            #expect(below.output.split(separator: "\n").count == 3)
            #expect(try await bench.sen("units", "find", "xom", "1").output.contains("Xóm 1"))
            #expect(try await bench.sen("units", "show", "17329-2").output.contains("Xóm 2 (17329-2)"))
            #expect(try await Program.run(["units", "show", "17329-2"]).status == 64)
            let again = try await bench.sen(["units", "import"], file: hamlets)
            #expect(again.error.contains("giữ nguyên 2"))
            #expect(try await bench.actions() == ["unit.added", "unit.added"])
            #expect(try await bench.waiting() == 0)
        }
    }

    @Test("one wrong row, and nothing is written")
    func wrongRow() async throws {
        try await withInstallation { (bench) async throws in
            let rows = hamlets + "\n17329-3,Xóm 3,other,nowhere\n17329-1,Xóm 1 lần nữa,other,17329\n"
            let taken = try await bench.sen(["units", "import"], file: rows, options: ["--problems-only"])
            #expect(taken.status == 1)
            #expect(taken.output.contains("dòng 4  TỪ CHỐI") && taken.output.contains("dòng 5  TỪ CHỐI"))
            #expect(taken.error.contains("Chưa ghi gì"))
            #expect(try await bench.actions().isEmpty)
        }
    }

    @Test("boundaries are taken in, unknown codes reported, and the same ones not written again")
    func boundaries() async throws {
        try await withInstallation { (bench) async throws in
            func take(_ file: String) async throws -> Program.Outcome {
                try await bench.sen(["units", "import"], file: file, named: "map.geojson")
            }
            let first = try await take(collection(square("17329", at: 105), square("99999", at: 106)))
            #expect(first.status == 1)
            #expect(first.output.hasPrefix("dòng 1  thêm mới\ndòng 2  TỪ CHỐI: "))
            let second = try await take(collection(square("17329", at: 105), square("16681", at: 106)))
            #expect(second.output == "dòng 1  giữ nguyên\ndòng 2  thêm mới\n", "\(second.error)")
            let third = try await take(collection(square("17329", at: 105, size: 0.2)))
            #expect(third.output == "dòng 1  thay đổi\n")
            #expect(
                try await bench.actions() == ["unit-boundary.set", "unit-boundary.set", "unit-boundary.set"]
            )
        }
    }

    @Test(
        "what is no list of units and no map ends with 2",
        arguments: [
            ("list.csv", ""), ("list.csv", "code,name\n1,2"), ("map.geojson", "{}"), ("map.geojson", "["),
            ("map.geojson", "{\"type\":\"FeatureCollection\",\"features\":[{\"geometry\":null}]}"),
            ("map.geojson", String(repeating: "[", count: 100_000)),
        ]
    )
    func noList(name: String, content: String) async throws {
        try await withInstallation { (bench) async throws in
            let outcome = try await bench.sen(["units", "import"], file: content, named: name)
            #expect(outcome.status == 2, "\(outcome.error)")
            #expect(outcome.error.contains("places."))
            #expect(try await bench.actions().isEmpty)
        }
    }

    @Test("SQL, HTML and what moves a terminal are text or refused", arguments: hostileTexts)
    func hostile(text: String) async throws {
        let quoted = "\"" + text.replacing("\"", with: "\"\"") + "\""
        try await withInstallation { (bench) async throws in
            let taken = try await bench.sen(
                ["units", "import"],
                file:
                    "code,name,kind,parent\n17329-1,\(quoted),other,17329\n\(quoted),x,\(quoted),\(quoted)\n"
            )
            #expect(taken.status == 1)
            #expect(!(taken.output + taken.error).contains { "\u{1B}\u{202E}".contains($0) })
            #expect(try await bench.actions().isEmpty)
        }
    }
}
