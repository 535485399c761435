import Access
import Database
import Datasets
import Identity
import Language
import Places
import Testing

@testable import Console

private let root = "/datasets/tram-phat-song"
private let outsider = WallReader(role: .leader, unit: cuaLo.rawValue)

@Test("the page of a dataset says when its review is due, and the button begins the six months anew")
func reviewing() async throws {
    try await withWall { wall in
        try await wall.declare()
        let before = try await wall.door.get(root, as: .leader)
        #expect(before.text.contains("Chưa rà soát") && before.text.contains("Hạn rà soát"))
        #expect(!before.text.contains("Hạn cập nhật dữ liệu mở"), "shared data has no such term")
        let entries = try await wall.number("SELECT count(*) FROM audit_entry")
        let done = try await wall.door.post("\(root)/review", as: .leader)
        #expect(done.status == 303)
        let told = try await wall.number(
            "SELECT count(*) FROM audit_entry WHERE action = 'dataset.reviewed'"
        )
        #expect(told == 1)
        #expect(try await wall.number("SELECT count(*) FROM audit_entry") == entries + 1)
        #expect(!(try await wall.door.get(root, as: .leader).text.contains("Chưa rà soát")))
    }
}

@Test("another unit's leader sees no button, and is refused without a trace in the catalogue")
func reviewRefused() async throws {
    try await withWall { wall in
        try await wall.declare()
        #expect(!(try await wall.door.get(root, as: outsider).text.contains("\(root)/review")))
        #expect(try await wall.door.post("\(root)/review", as: outsider).status >= 400)
        #expect(try await wall.door.post("\(root)/review", as: nil).status >= 300)
        let told = try await wall.number(
            "SELECT count(*) FROM audit_entry WHERE action = 'dataset.reviewed'"
        )
        #expect(told == 0)
    }
}

@Test("the list shows what is overdue, and only that when asked")
func overdueInList() async throws {
    try await withWall { wall in
        try await wall.declare()
        try await wall.declare(stationDeclaration("open", id: "mo"))
        _ = try await wall.database.write {
            try $0.execute("UPDATE dataset SET declared_at = 1 WHERE id = 'mo'")
        }
        let all = try await wall.door.get("/datasets", as: .leader)
        #expect(all.text.contains("Quá hạn rà soát") && all.text.contains("Quá hạn cập nhật"))
        let late = try await wall.door.get("/datasets?clock=overdue", as: .leader)
        #expect(late.text.contains("/datasets/mo\"") && !late.text.contains("\(root)\""))
    }
}
