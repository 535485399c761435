import Access
import Database
import Datasets
import Foundation
import Identity
import Language
import Places
import Testing
import Timekeeping

@testable import Console

private let officer = WallReader(role: .officer, unit: cuaLo.rawValue)
private let unitLeader = WallReader(role: .leader, unit: cuaLo.rawValue)
private let stranger = WallReader(role: .officer, unit: anhSon.rawValue)
private let root = "/datasets/tram-phat-song"
private let one = "\(root)/record?key=16732%2F2026-10"
private let edit = "\(root)/record/edit?key=16732%2F2026-10"

private func names(_ page: WallAnswer) -> [String] {
    page.text.matches(of: /<a class="name" href="[^"]*">([^<]*)<\/a>/).map { String($0.1) }
}

@Test("every page of shared data answers in both languages", arguments: Language.allCases)
func everyDatasetPage(language: Language) async throws {
    try await withWall { wall in
        try await wall.declare()
        try await wall.stations(cuaLo, "2026-10", 12)
        for path in ["/datasets", root, "\(root)/records", "\(root)/new", one, edit, "\(root)/subscriptions"]
        {
            let page = try await wall.door.get(path, as: .leader.reading(language))
            #expect(
                page.status == 200 && page.text.contains("<html lang=\"\(language.rawValue)\""),
                "\(path)"
            )
            #expect(page.text.components(separatedBy: "<h1>").count == 2, "\(path)")
        }
    }
}

@Test("nobody reads or writes shared data without signing in")
func noLogin() async throws {
    try await withWall { wall in
        try await wall.declare()
        try await wall.stations(cuaLo, "2026-10", 12)
        let before = try await wall.number("SELECT count(*) FROM audit_entry")
        for path in ["/datasets", root, "\(root)/records", "\(root)/new", one, edit] {
            let page = try await wall.door.get(path, as: nil)
            #expect(page.status != 200 && !page.text.contains("Trạm phát sóng"), "\(path)")
        }
        for path in ["\(root)/new", edit, "\(root)/record/withdraw", "\(root)/record/approve"] {
            #expect(try await wall.door.post(path, as: nil).status >= 300, "\(path)")
        }
        #expect(try await wall.number("SELECT count(*) FROM audit_entry") == before)
    }
}

@Test("each page that shows data that is not open leaves one entry of the reading, open data none")
func readingsAreNoted() async throws {
    try await withWall { wall in
        try await wall.declare()
        try await wall.stations(cuaLo, "2026-10", 12)
        for path in [root, "\(root)/records", one, edit] {
            let before = try await wall.number(
                "SELECT count(*) FROM audit_entry WHERE action = 'record.read'"
            )
            #expect(try await wall.door.get(path, as: officer).status == 200, "\(path)")
            let after = try await wall.number("SELECT count(*) FROM audit_entry WHERE action = 'record.read'")
            #expect(after == before + 1, "\(path)")
        }
        try await wall.declare(stationDeclaration("open", id: "mo"))
        let before = try await wall.number("SELECT count(*) FROM audit_entry")
        for path in ["/datasets/mo", "/datasets/mo/records"] {
            _ = try await wall.door.get(path, as: officer)
        }
        #expect(try await wall.number("SELECT count(*) FROM audit_entry") == before)
    }
}

@Test("the form of a new record shows how a period is written")
func periodIsShownByExample() async throws {
    try await withWall { wall in
        try await wall.declare()
        let page = try await wall.door.get("\(root)/new", as: officer)
        #expect(page.text.contains("Ví dụ: 2026-11"))
    }
}

@Test("the catalogue is narrowed by words without tones, classification and owner")
func catalogueFilters() async throws {
    try await withWall { wall in
        try await wall.declare()
        try await wall.declare(stationDeclaration("open", id: "mo"))
        #expect(names(try await wall.door.get("/datasets")).count == 2)
        for (query, count) in [
            ("?q=phat+song", 2), ("?q=none", 0), ("?class=open", 1), ("?class=personal", 0),
            ("?owner=so-khoa-hoc-va-cong-nghe", 2), ("?owner=16732", 0), ("?class=x&owner=&q=", 2),
            ("?q=mo&class=open", 1),
        ] {
            #expect(names(try await wall.door.get("/datasets\(query)")).count == count, "\(query)")
        }
        let empty = try await wall.door.get("/datasets?q=none")
        #expect(empty.text.contains("Không có kết quả phù hợp"))
    }
}

@Test("a report that is missing, one that is late and one of zero do not look alike")
func figures() async throws {
    try await withWall { wall in
        try await wall.declare()
        try await wall.stations(cuaLo, "2026-09", 5)
        try await wall.stations(anhSon, "2026-10", 0)
        let page = try await wall.door.get(root)
        #expect(page.text.contains("Số liệu kỳ 10/2026") && page.text.contains("1/2 đơn vị đã báo cáo"))
        #expect(page.text.contains("Chưa báo cáo") && page.text.contains("Trễ 20 ngày"))
        #expect(page.text.contains(">0</td>") && page.text.contains("không có số liệu"))
    }
}

@Test("a new record is typed as people write, kept exactly, and found under its key")
func newRecord() async throws {
    try await withWall { wall in
        try await wall.declare()
        let answer = try await wall.door.post(
            "\(root)/new",
            [
                "f/org": "16732", "f/period": "2026-10", "f/stations": "1.234", "f/area": "1.234,5",
                "f/checked": "24/11/2026", "f/technology": "\"5G\"", "f/shared": "false", "n/sites": "1",
                "f/sites/0/name": "Cửa Lò 1", "f/sites/0/height": "42,5", "f/place/lat": "18,8",
            ],
            as: officer
        )
        #expect(answer.status == 303 && answer.location == one)
        let record = try await wall.datasets.record(
            RecordKey("16732/2026-10"),
            in: stationsID,
            within: .everything
        )
        let expected = """
            {"area":1234.5,"checked":"2026-11-24","org":"16732","period":"2026-10","place":{"lat":18.8},"shared":false,\
            "sites":[{"height":42.5,"name":"Cửa Lò 1"}],"stations":1234,"technology":"5G"}
            """
        #expect(record.content == expected && record.through == "console")
        let page = try await wall.door.get(one)
        for word in ["1.234,5\u{A0}km²", "24/11/2026", "10/2026", "Danh sách trạm › Mục 1 › Tên trạm"] {
            #expect(page.text.contains(word), "\(word)")
        }
        let twice = try await wall.door.post(
            "\(root)/new",
            ["f/org": "16732", "f/period": "2026-10", "f/stations": "1"],
            as: officer
        )
        #expect(twice.status == 409 && twice.text.contains("Đã có bản ghi với khóa này"))
    }
}

@Test("what does not fit is told at its field, and what was typed stays", arguments: Language.allCases)
func mistakes(language: Language) async throws {
    try await withWall { wall in
        try await wall.declare()
        let number = language == .vietnamese ? "5.001" : "5,001"
        for (fields, box) in [
            (["f/org": "16732", "f/period": "2026-10", "f/stations": number], "f/stations"),
            (["f/org": "16732", "f/period": "2026-13", "f/stations": "1"], "f/period"),
            (["f/org": "16732", "f/period": "2026-10", "f/stations": "nhiều"], "f/stations"),
            (["f/org": "16732", "f/period": "2026-10", "f/stations": ""], "f/stations"),
            (["f/org": "17329", "f/period": "2026-10", "f/stations": "1"], ""),
        ] {
            let page = try await wall.door.post("\(root)/new", fields, as: officer.reading(language))
            #expect([403, 422].contains(page.status), "\(fields): \(page.status)")
            if !box.isEmpty { #expect(page.text.contains("id=\"record-\(box)-error\""), "\(fields)") }
            #expect(page.text.contains("value=\"\(fields["f/stations"] ?? "")\""), "\(fields)")
        }
        #expect(try await wall.number("SELECT count(*) FROM record_1") == 0)
    }
}

@Test("an item of a list is added and taken out without a script, and nothing is saved by it")
func repeatGroup() async throws {
    try await withWall { wall in
        try await wall.declare()
        let added = try await wall.door.post(
            "\(root)/new",
            ["n/sites": "1", "f/sites/0/name": "Một", "do": "add:/sites"],
            as: officer
        )
        #expect(added.status == 200 && added.text.contains("name=\"f/sites/1/name\""))
        #expect(added.text.contains("value=\"Một\""))
        let removed = try await wall.door.post(
            "\(root)/new",
            ["n/sites": "2", "f/sites/0/name": "Một", "f/sites/1/name": "Hai", "do": "remove:/sites/0"],
            as: officer
        )
        #expect(removed.text.contains("value=\"Hai\"") && !removed.text.contains("value=\"Một\""))
        #expect(try await wall.number("SELECT count(*) FROM record_1") == 0)
    }
}

@Test("a correction keeps its reason and shows what changed; one from an old page is refused")
func correction() async throws {
    try await withWall { wall in
        try await wall.declare()
        try await wall.stations(cuaLo, "2026-10", 12)
        let fields = [
            "version": "1", "f/org": "16732", "f/period": "2026-10", "f/stations": "13", "reason": "Đếm lại",
        ]
        let saved = try await wall.door.post(edit, fields, as: officer)
        #expect(saved.status == 303)
        let page = try await wall.door.get(one)
        #expect(
            page.text.contains("<del>12\u{A0}trạm</del>") && page.text.contains("<ins>13\u{A0}trạm</ins>")
        )
        #expect(page.text.contains("Đếm lại") && page.text.contains("Phiên bản 2"))
        let late = try await wall.door.post(edit, fields.merging(["f/stations": "14"]) { $1 }, as: officer)
        #expect(
            late.status == 409 && late.text.contains("phiên bản mới hơn")
                && late.text.contains("value=\"14\"")
        )
        let moved = try await wall.door.post(
            edit,
            fields.merging(["version": "2", "f/period": "2026-09"]) { $1 },
            as: officer
        )
        #expect(moved.status == 422)
    }
}

@Test("a record is agreed to, sent back and withdrawn by those who may, and by nobody else")
func recordSteps() async throws {
    try await withWall { wall in
        try await wall.declare(stationDeclaration(approvals: #"["unit"]"#))
        try await wall.stations(cuaLo, "2026-10", 12)
        let fields = ["key": "16732/2026-10", "version": "1", "reason": "Thiếu số"]
        for (reader, step) in [
            (officer, "approve"), (stranger, "return"), (officer, "withdraw"),
            (WallReader.viewer, "withdraw"),
        ] {
            let answer = try await wall.door.post("\(root)/record/\(step)", fields, as: reader)
            #expect([403, 404].contains(answer.status), "\(step): \(answer.status)")
        }
        #expect(!(try await wall.door.get(one, as: officer)).text.contains("/record/approve"))
        #expect(try await wall.door.get(one, as: unitLeader).text.contains("/record/approve"))
        let bare = ["key": "16732/2026-10", "version": "1"]
        #expect(try await wall.door.post("\(root)/record/return", bare, as: unitLeader).status == 422)
        #expect(try await wall.door.post("\(root)/record/return", fields, as: unitLeader).status == 303)
        #expect(try await wall.door.post("\(root)/record/approve", bare, as: unitLeader).status == 409)
        try await wall.stations(cuaLo, "2026-10", 13)
        let third = ["key": "16732/2026-10", "version": "3", "reason": "Trùng"]
        #expect(try await wall.door.post("\(root)/record/approve", third, as: unitLeader).status == 303)
        let fourth = third.merging(["version": "4"]) { $1 }
        #expect(try await wall.door.post("\(root)/record/withdraw", fourth, as: unitLeader).status == 303)
        let page = try await wall.door.get(one, as: unitLeader)
        #expect(page.text.contains("Đã rút") && page.text.contains("Trùng"))
    }
}

@Test(
    "records that need a grant are shown only for a stated purpose, to those whose units cover them",
    arguments: ["restricted", "personal"]
)
func withheld(classification: String) async throws {
    try await withWall { wall in
        try await wall.declare(stationDeclaration(classification))
        try await wall.stations(cuaLo, "2026-10", 77)
        let page = try await wall.door.get(root, as: officer)
        #expect(page.status == 200 && !page.text.contains(">77") && page.text.contains("\(root)/purpose"))
        for path in ["\(root)/records", one, edit] {
            let sent = try await wall.door.get(path, as: officer)
            #expect(sent.location?.hasPrefix("\(root)/purpose?next=") == true, "\(path)")
        }
        #expect(try await wall.number("SELECT count(*) FROM audit_entry WHERE action = 'record.read'") == 0)
        let (mine, theirs) = (try await wall.purpose(of: officer), try await wall.purpose(of: stranger))
        for path in ["\(root)/records", root] {
            #expect(try await wall.door.get(path, as: officer, cookie: mine).text.contains("77"), "\(path)")
            let page = try await wall.door.get(path, as: stranger, cookie: theirs)
            #expect(page.status == 200 && !page.text.contains(">77"), "\(path)")
        }
        let said = try await wall.database.read { transaction -> [UInt8]? in
            try transaction.value("SELECT content FROM audit_entry WHERE action = 'record.read' LIMIT 1")
        }
        #expect(String(decoding: said ?? [], as: UTF8.self).contains("Đối chiếu báo cáo"))
        for path in [one, edit] {
            #expect(try await wall.door.get(path, as: stranger, cookie: theirs).status == 404, "\(path)")
        }
        let answer = try await wall.door.post(
            "\(root)/record/withdraw",
            ["key": "16732/2026-10"],
            as: stranger
        )
        #expect(answer.status == 404)
    }
}

@Test(
    "an empty purpose is asked for again, a tampered one is none, and one goes back to the dataset's pages alone"
)
func purposeForm() async throws {
    try await withWall { wall in
        try await wall.declare(stationDeclaration("restricted"))
        try await wall.stations(cuaLo, "2026-10", 77)
        for language in Language.allCases {
            let form = try await wall.door.get("\(root)/purpose", as: .leader.reading(language))
            #expect(form.status == 200 && form.text.contains("name=\"purpose\""))
        }
        #expect(try await wall.door.post("\(root)/purpose", ["purpose": " "], as: officer).status == 422)
        let forged = try await wall.door.post(
            "\(root)/purpose",
            ["purpose": "x", "next": "https://example.org/"],
            as: officer
        )
        #expect(forged.location == "\(root)/records")
        let cookie = try await wall.purpose(of: officer)
        let tampered = cookie.replacing(".", with: "A.", maxReplacements: 1)
        let sent = try await wall.door.get("\(root)/records", as: officer, cookie: tampered)
        #expect(sent.location?.hasPrefix("\(root)/purpose") == true)
        #expect(try await wall.door.post("\(root)/purpose", ["purpose": "x"], token: "x").status >= 400)
    }
}

@Test("under a grant the console shows its records and fields alone, and the log names it")
func readingUnderGrant() async throws {
    try await withWall { wall in
        try await wall.declare(stationDeclaration("restricted"))
        try await wall.stations(cuaLo, "2026-10", 77, more: #","technology":"5G","shared":true"#)
        let day = try #require(Day(year: 2020, month: 1, day: 1))
        let last = try #require(Day(year: 2099, month: 1, day: 1))
        let terms = SharingTerms(
            fields: [try #require(FieldPath("technology"))],
            unit: cuaLo,
            purpose: "Quy hoạch trạm",
            legalBasis: "NĐ 194/2025/NĐ-CP",
            from: day,
            until: last
        )
        let asked = try await wall.datasets.askToShare(
            stationsID,
            with: anhSon,
            terms,
            by: SystemAccess.permitForTest(anhSon)
        )
        _ = try await wall.datasets.grantSharing(
            asked.id,
            terms,
            by: SystemAccess.permitForTest(Places.Unit.ID(rawValue: "so-khoa-hoc-va-cong-nghe"))
        )
        let form = try await wall.door.get("\(root)/purpose", as: stranger)
        #expect(form.text.contains("Quy hoạch trạm"))
        let cookie = try await wall.purpose(of: stranger, ["ground": "\(asked.id)"])
        let page = try await wall.door.get(one, as: stranger, cookie: cookie)
        #expect(page.status == 200 && page.text.contains("5G") && !page.text.contains(">77"))
        #expect(
            try await wall.door.get("\(root)/records", as: stranger, cookie: cookie).text.contains("16732")
        )
        let said = try await wall.database.read { transaction -> [UInt8]? in
            try transaction.value("SELECT content FROM audit_entry WHERE action = 'record.read' LIMIT 1")
        }
        #expect(String(decoding: said ?? [], as: UTF8.self).contains("\(asked.id)"))
    }
}

extension WallBench {
    /// The cookie of a purpose that the reader has stated.
    fileprivate func purpose(
        of reader: WallReader,
        _ fields: [String: String] = ["purpose": "Đối chiếu báo cáo"]
    ) async throws -> String {
        let answer = try await door.post("\(root)/purpose", fields, as: reader)
        let cookie = try #require(answer.setCookie)
        #expect(answer.status == 303 && cookie.contains("HttpOnly"))
        return String(cookie.prefix { $0 != ";" })
    }
}

@Test("a shared record is read by every agency and written by its own alone")
func sharedRecords() async throws {
    try await withWall { wall in
        try await wall.declare()
        try await wall.stations(cuaLo, "2026-10", 12)
        #expect(try await wall.door.get(one, as: stranger).status == 200)
        #expect(try await wall.door.get(edit, as: stranger).status != 200)
        let fields = ["version": "1", "f/org": "16732", "f/period": "2026-10", "f/stations": "0"]
        #expect(try await wall.door.post(edit, fields, as: stranger).status >= 400)
        #expect(try await wall.door.get("\(root)/new", as: .viewer).status == 403)
        #expect(try await wall.door.post("\(root)/new", fields, as: officer, token: "x").status >= 400)
        #expect(try await wall.number("SELECT count(*) FROM record_1_past") == 0)
    }
}

@Test(
    "the list is narrowed by period, unit with all below it, and state; hostile queries show no page of errors"
)
func recordFilters() async throws {
    try await withWall { wall in
        try await wall.declare()
        try await wall.stations(cuaLo, "2026-10", 1)
        try await wall.stations(cuaLo, "2026-09", 1)
        try await wall.stations(anhSon, "2026-10", 1)
        for (query, count) in [
            ("", 3), ("?period=2026-10", 2), ("?unit=40", 3), ("?unit=17329", 1), ("?state=accepted", 3),
            ("?state=withdrawn", 0), ("?unit=none", 0), ("?state=x&unit=&period=", 3),
            ("?period=2026-10&unit=16732", 1), ("?cursor=%27%22%00", 3), ("?period=%27%3B--", 0),
        ] {
            let page = try await wall.door.get("\(root)/records\(query)")
            #expect(page.status == 200 && names(page).count == count, "\(query): \(names(page))")
        }
    }
}

@Test("a dataset or a record that is not there says so", arguments: ["none", "%00", "A", "..", "x%2Fy"])
func notThere(id: String) async throws {
    try await withWall { wall in
        try await wall.declare()
        for path in ["/datasets/\(id)", "/datasets/\(id)/records", "/datasets/\(id)/new"] {
            #expect(try await wall.door.get(path).status == 404, "\(path)")
        }
        #expect(try await wall.door.get("\(root)/record?key=\(id)").status == 404)
        #expect(try await wall.door.get("\(root)/record").status == 404)
    }
}

@Test("a dataset without a record says so, in the catalogue and on its pages")
func emptyDataset() async throws {
    try await withWall { wall in
        try await wall.declare()
        #expect(try await wall.door.get("/datasets").text.contains(">0</td>"))
        let page = try await wall.door.get(root)
        #expect(page.status == 200 && page.text.contains("Chưa có kỳ nào có số liệu"))
        #expect(page.text.contains("Quá hạn: kỳ 10/2026"))
        #expect(try await wall.door.get("\(root)/records").text.contains("Chưa có bản ghi nào"))
    }
}
