import Cases
import Database
import Foundation
import Identity
import Language
import Places
import Testing

@testable import Console

private let owner = WallReader(role: .officer, unit: cuaLo.rawValue)
private let neighbour = WallReader(role: .officer, unit: anhSon.rawValue)

extension WallBench {
    fileprivate func related(to it: Case) async throws -> [Case.ID] {
        try await cases.related(to: it.id, within: .everything).map(\.id)
    }

    fileprivate func entries() async throws -> Int { try await number("SELECT count(*) FROM audit_entry") }
}

@Test(
    "an officer relates a case by typing a number, both pages show it, and takes it apart",
    arguments: Language.allCases
)
func relatesByNumber(language: Language) async throws {
    try await withWall { wall in
        let (one, two) = (try await wall.openCase("Trang bị chèn"), try await wall.openCase("Máy chủ <cũ>"))
        let (path, reader) = ("/cases/\(one.id)", owner.reading(language))
        let empty = try await wall.door.get(path, as: reader)
        #expect(empty.text.contains(Text.noRelatedCases(language)))
        let before = try await wall.entries()
        let done = try await wall.door.post(
            "\(path)/relate",
            ["case": " \(two.number.description.lowercased()) "],
            as: reader
        )
        #expect(done.status == 303 && done.location == path)
        let page = try await wall.door.get(path, as: reader)
        #expect(page.text.contains("Máy chủ &lt;cũ&gt;") && page.text.contains("href=\"/cases/\(two.id)\""))
        let name = Text.unrelateCase(two.number.description)(language)
        #expect(page.text.contains("aria-label=\"\(name)\""))
        #expect(page.text.contains(Text.Case.eventRelated(two.number.description)(language)))
        let other = try await wall.door.get("/cases/\(two.id)", as: reader)
        #expect(other.text.contains(Text.Case.eventRelated(one.number.description)(language)))
        let undone = try await wall.door.post(
            "/cases/\(two.id)/unrelate",
            ["case": "\(one.id)"],
            as: reader
        )
        #expect(undone.status == 303)
        #expect(try await wall.related(to: one).isEmpty)
        #expect(try await wall.entries() == before + 4, "one for each case and step")
    }
}

@Test("what was typed wrong stands in the open form with what is wrong; another unit's case is as none")
func relatesWrongly() async throws {
    try await withWall { wall in
        let (one, theirs) = (
            try await wall.openCase("Trang bị chèn"), try await wall.openCase("Của xã khác", in: anhSon)
        )
        let before = try await wall.entries()
        let wrong: [(String, Int, Text)] = [
            ("", 422, .fieldMissing), ("412", 422, .Case.numberInvalid),
            ("\(one.number)", 422, .Case.relatedToItself), ("\(theirs.number)", 422, .Case.notFound),
            ("HS-2026-9999", 422, .Case.notFound), ("<b>", 422, .Case.numberInvalid),
        ]
        for (typed, status, text) in wrong {
            let answer = try await wall.door.post("/cases/\(one.id)/relate", ["case": typed], as: owner)
            #expect(answer.status == status, "\(typed) \(answer.status)")
            #expect(answer.text.contains(text(.vietnamese)), "\(typed)")
            #expect(answer.text.contains("id=\"relate-case-error\"") && !answer.text.contains("=\"<b>"))
        }
        let shown = try await wall.door.post("/cases/\(one.id)/relate", ["case": "HS-2026-9999"], as: owner)
        #expect(shown.text.contains("<details class=\"action\" open>") && shown.text.contains("HS-2026-9999"))
        #expect(try await wall.entries() == before)
    }
}

@Test("who may not work on both cases relates nothing, takes nothing apart and gets no form for it")
func relatesWithoutRight() async throws {
    try await withWall { wall in
        let (one, two) = (
            try await wall.openCase("Trang bị chèn"), try await wall.openCase("Máy chủ", in: anhSon)
        )
        let (path, fields) = ("/cases/\(one.id)", ["case": "\(two.number)"])
        let both = WallReader(role: .leader, unit: "40")
        #expect(try await wall.door.post("\(path)/relate", fields, as: both).status == 303)
        let before = try await wall.entries()
        for (reader, status) in [(WallReader.viewer, 403), (neighbour, 404)] {
            for step in ["relate", "unrelate"] {
                #expect(try await wall.door.post("\(path)/\(step)", fields, as: reader).status == status)
            }
        }
        #expect(try await wall.door.post("\(path)/unrelate", fields, as: owner).status == 404)
        #expect(try await wall.door.post("\(path)/unrelate", fields, as: both, token: "x").status == 403)
        #expect(try await wall.related(to: one) == [two.id])
        #expect(try await wall.entries() == before)
        let page = try await wall.door.get(path, as: .viewer)
        #expect(page.text.contains("\(two.number)") && !page.text.contains("relate\""))
    }
}
