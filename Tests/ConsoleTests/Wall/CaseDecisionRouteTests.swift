import Cases
import Database
import Foundation
import Identity
import Language
import Places
import Testing

@testable import Console
@testable import WebWatch

private let owner = WallReader(role: .leader, unit: cuaLo.rawValue)
private let stranger = WallReader(role: .leader, unit: anhSon.rawValue)

extension WallBench {
    /// Takes a step of the case by its form; what comes back must be the case again.
    fileprivate func step(
        _ name: String,
        _ fields: [String: String] = [:],
        of it: Case,
        as reader: WallReader = owner
    ) async throws {
        let answer = try await door.post("/cases/\(it.id)/\(name)", fields, as: reader)
        #expect(answer.status == 303, "\(name): \(answer.status)")
    }

    fileprivate func state(of it: Case) async throws -> CaseState {
        try await cases.find(it.id, within: .everything).state
    }
}

@Test("a leader sends an answer back with a reason, which the timeline shows, and later agrees")
func answerIsDecided() async throws {
    try await withWall { wall in
        let it = try await wall.openCase("Rà soát máy chủ")
        try await wall.step("accept", of: it)
        try await wall.step("start", of: it)
        let words = "Nhà thầu quên gỡ trang thử"
        try await wall.step(
            "answer",
            ["cause": "other", "causeWords": words, "note": "Đã gỡ."],
            of: it
        )
        let page = try await wall.door.get("/cases/\(it.id)", as: owner)
        #expect(page.text.contains("/send-back") && page.text.contains("/close"))
        try await wall.step("send-back", ["reason": "Chưa có biên bản <b>"], of: it)
        #expect(try await wall.state(of: it).kind == .inProgress)
        let again = try await wall.door.get("/cases/\(it.id)", as: owner)
        #expect(again.text.contains("Chưa có biên bản &lt;b&gt;") && again.text.contains(words))
        try await wall.step("answer", ["cause": "misconfiguration", "note": "Đã có biên bản."], of: it)
        try await wall.step("close", of: it)
        #expect(try await wall.state(of: it).kind == .closed)
    }
}

@Test("another cause without words is refused with what to do, and the case stays as it is")
func otherCauseWithoutWords() async throws {
    try await withWall { wall in
        let it = try await wall.openCase("Rà soát máy chủ")
        try await wall.step("accept", of: it)
        try await wall.step("start", of: it)
        let path = "/cases/\(it.id)/answer"
        let answer = try await wall.door.post(path, ["cause": "other", "note": "Đã gỡ."], as: owner)
        #expect(answer.status == 422 && answer.text.contains("role=\"alert\""))
        #expect(try await wall.state(of: it).kind == .inProgress)
    }
}

@Test("a refusal is decided by the unit above, not by the one that refused")
func refusalIsDecidedAbove() async throws {
    try await withWall { wall in
        let it = try await wall.openCase("Rà soát máy chủ")
        try await wall.step("refuse", ["reason": "Không phải máy chủ của phường"], of: it)
        let own = try await wall.door.get("/cases/\(it.id)", as: owner)
        #expect(!own.text.contains("confirm-refusal"))
        #expect(try await wall.door.post("/cases/\(it.id)/confirm-refusal", as: owner).status >= 400)
        #expect(try await wall.state(of: it).isOpen)
        let above = try await wall.door.get("/cases/\(it.id)", as: .leader)
        #expect(above.text.contains("/confirm-refusal") && above.text.contains("/overrule-refusal"))
        try await wall.step("overrule-refusal", ["reason": "Phường thuê máy chủ này"], of: it, as: .leader)
        #expect(try await wall.state(of: it).kind == .new)
        try await wall.step("refuse", ["reason": "Đã trả máy chủ"], of: it)
        try await wall.step("confirm-refusal", of: it, as: .leader)
        #expect(try await !wall.state(of: it).isOpen)
    }
}

@Test("a person opens a case for what no program has noticed", arguments: Language.allCases)
func opensByHand(language: Language) async throws {
    try await withWall { wall in
        let list = try await wall.door.get("/cases", as: .leader.reading(language))
        #expect(list.text.contains("href=\"/cases/new\""))
        let form = try await wall.door.get("/cases/new", as: .leader.reading(language))
        #expect(form.status == 200 && form.text.contains(Text.caseTitleHelp(language)))
        let fields = [
            "title": "Máy chủ <i>thư</i> chậm", "subject": "Hệ thống thư", "unit": cuaLo.rawValue,
            "kind": "task", "severity": "serious",
        ]
        let done = try await wall.door.post("/cases/new", fields)
        let place = try #require(done.location)
        let page = try await wall.door.get(place)
        #expect(done.status == 303 && page.text.contains("Máy chủ &lt;i&gt;thư&lt;/i&gt; chậm"))
        #expect(page.text.contains(Text.deadline(.vietnamese)))
    }
}

@Test(
    "what cannot be opened is told beside what was typed; a stranger's unit looks like none; a viewer opens nothing"
)
func refusedByHand() async throws {
    try await withWall { wall in
        let fields = [
            "title": "Máy chủ chậm", "subject": "Hệ thống thư", "unit": cuaLo.rawValue, "kind": "task",
            "severity": "serious",
        ]
        for (name, value) in [("title", ""), ("kind", "website"), ("severity", "x"), ("title", "\u{0}")] {
            var wrong = fields
            wrong[name] = value
            let answer = try await wall.door.post("/cases/new", wrong)
            #expect(answer.status == 422 && answer.text.contains("Hệ thống thư"), "\(name) \(answer.status)")
        }
        let elsewhere = try await wall.door.post("/cases/new", fields, as: stranger)
        #expect(elsewhere.status == 404 && elsewhere.text.contains("Hệ thống thư"))
        #expect(try await wall.door.get("/cases/new", as: .viewer).status == 403)
        #expect(try await wall.door.post("/cases/new", fields, token: "x").status == 403)
        #expect(try await wall.number("SELECT count(*) FROM case_file") == 0)
    }
}
