import Access
import Cryptography
import Database
import Foundation
import Identity
import Language
import Places
import Testing

@testable import Console
@testable import WebWatch

private let officer = WallReader(role: .officer, unit: cuaLo.rawValue)

private let list = Array(
    """
    url,name,unit
    https://mot.example/,Trang một,16732
    khong phai dia chi,Trang hai,16732
    https://ba.example/,Trang ba,17329
    """.utf8
)

@Test(
    "a file is tried first, row by row, and taken in when that is confirmed; taken in again it changes nothing"
)
func importInTwoSteps() async throws {
    try await withWall { wall in
        let tried = try await wall.door.upload("/websites/import", list)
        #expect(tried.status == 200 && tried.text.contains(Text.importConfirmMeans(.vietnamese)))
        #expect(tried.text.contains(Text.Websites.addressInvalid(.vietnamese)))
        #expect(try await wall.number("SELECT count(*) FROM website") == 0)
        let file = try #require(tried.text.firstMatch(of: /name="confirmed" value="([^"]*)"/)).1
        #expect(BaseCoding.base64.decode(String(file)) == list)
        let fields = ["token": WallReader.token, "confirmed": String(file)]
        let done = try await wall.door.upload("/websites/import", [], named: "", fields: fields)
        #expect(done.status == 200 && done.text.contains(Text.importDone(.vietnamese)))
        #expect(try await wall.number("SELECT count(*) FROM website") == 2)
        let again = try await wall.door.upload("/websites/import", list)
        #expect(again.text.contains(Text.importNothingToDo(.vietnamese)))
    }
}

@Test("rows of units that one may not register for are refused, as unknown ones are")
func importOfOtherUnits() async throws {
    try await withWall { wall in
        let fields = ["token": WallReader.token, "confirmed": BaseCoding.base64.encode(list)]
        let done = try await wall.door.upload("/websites/import", [], named: "", fields: fields, as: officer)
        #expect(done.status == 200)
        #expect(try await wall.number("SELECT count(*) FROM website WHERE unit_id = '16732'") == 1)
        #expect(try await wall.number("SELECT count(*) FROM website") == 1)
    }
}

private let noLists = [
    "", "\u{FEFF}", "a,b\n1,2", "url,name,unit\n\"offen", "url,url,unit\nx,y,z", "\u{0}\u{1}",
    "<script>alert(1)</script>,name,unit\nx,y,z",
]

@Test("what is no list is told on the page")
func noList() async throws {
    try await withWall { wall in
        for text in noLists {
            let answer = try await wall.door.upload("/websites/import", Array(text.utf8))
            let isTold = answer.status == 422 || answer.text.contains(Text.importNothingToDo(.vietnamese))
            #expect(isTold && !answer.text.contains("<script>alert"), "\(text): \(answer.status)")
        }
    }
}

@Test("bytes that are no UTF-8, a cut upload, a forgotten and a too large file are refused")
func brokenUploads() async throws {
    try await withWall { wall in
        #expect(try await wall.door.upload("/websites/import", [0xFF, 0xFE, 0x00]).status == 422)
        for cut in [1, 2, 5, 20, 80] {
            let answer = try await wall.door.upload("/websites/import", list, dropping: cut)
            #expect(answer.status == 422 || answer.status == 400 || cut < 3, "\(cut): \(answer.status)")
        }
        #expect(try await wall.door.upload("/websites/import", [], named: "").status == 422)
        let large = [UInt8](repeating: 0x61, count: WebsiteImportRoute.fileBytesMax + 1)
        #expect(try await wall.door.upload("/websites/import", large).status == 413)
        let huge = [UInt8](repeating: 0x61, count: 2 * WebsiteImportRoute.fileBytesMax)
        #expect(try await wall.door.upload("/websites/import", huge).status == 413)
        let noBase64 = ["token": WallReader.token, "confirmed": "%%%"]
        let answer = try await wall.door.upload("/websites/import", [], named: "", fields: noBase64)
        #expect(answer.status == 422 || answer.status == 400)
        #expect(try await wall.number("SELECT count(*) FROM website") == 0)
    }
}

@Test("a file's name and cells are text in the report")
func importEscapes() async throws {
    try await withWall { wall in
        let csv = "url,name,unit\nhttps://a.example/,<img src=x>,<img src=y>\n"
        let answer = try await wall.door.upload("/websites/import", Array(csv.utf8), named: "<img src=z>.csv")
        #expect(answer.status == 200 && !answer.text.contains("<img"))
    }
}
