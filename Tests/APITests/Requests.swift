import Places

@testable import API

/// What callers send in these tests.
enum Requests {
    static func website(
        _ address: String = "https://doluong.nghean.gov.vn/",
        unit: Places.Unit.ID = commune
    ) -> JSON {
        [
            "address": .text(address), "name": "Trang xã Đô Lương", "unit": .text(unit.rawValue),
            "kind": "state-portal",
            "criticality": "ordinary", "responsible": ["name": "Nguyễn Thị Hoa", "contact": nil],
        ]
    }

    static func incident(unit: Places.Unit.ID = commune, cause: String? = nil, detectedAt: String? = nil)
        -> JSON
    {
        var members: [(String, JSON)] = [
            ("kind", "website"), ("title", "Trang xã Đô Lương bị chèn liên kết ẩn"),
            ("unit", .text(unit.rawValue)),
            ("severity", "serious"),
            ("subject", ["kind": "website", "id": "1", "name": "doluong.nghean.gov.vn"]),
            (
                "evidence",
                [["kind": "quote", "quote": "slot gacor", "url": "https://doluong.nghean.gov.vn/x"]]
            ),
        ]
        if let cause { members.append(("cause", .text(cause))) }
        if let detectedAt { members.append(("detectedAt", .text(detectedAt))) }
        return JSON(members)
    }
}

extension Caller {
    /// A registered website.
    func registered(_ body: JSON = Requests.website()) async throws -> (id: String, tag: String) {
        let told = try await post("/api/v1/websites", body)
        return (told.json["id"]?.text ?? told.text, told.tag)
    }

    /// An opened case.
    func opened(_ body: JSON = Requests.incident()) async throws -> String {
        let told = try await post("/api/v1/cases", body)
        return told.json["case"]?["id"]?.text ?? told.text
    }

    /// The items of each page of a list; `path` has a query already.
    func pages(_ path: String) async throws -> [[JSON]] {
        var pages: [[JSON]] = []
        var next: String?
        repeat {
            let cursor = next.map { "&cursor=\($0)" } ?? ""
            let told = try await get(path + cursor)
            pages.append(told.items)
            next = told.json["next"]?.text
        } while next != nil && pages.count < 20
        return pages
    }
}
