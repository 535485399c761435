import Console
import Identity
import Places
import Serving
import Testing
import Timekeeping

@Test("the units of today hang below the province, and those of a day before the merger are others")
func unitsOfDay() async throws {
    try await withHouse { house in
        let (_, browser) = try await house.member("can.bo", .officer, in: thanhVinh)
        let today = try await browser.get("/units")
        #expect(today.status == 200 && today.text.contains("href=\"/units/\(thanhVinh)"))
        #expect(!today.text.contains("Thành phố Vinh"))
        let before = try await browser.get("/units?at=30/06/2025")
        #expect(before.text.contains("30/06/2025") && !before.text.contains("href=\"/units/\(thanhVinh)"))
        #expect(before.text.contains("Thành phố Vinh"))
        #expect(try await browser.get("/units?at=2025-06-30").text.contains("Thành phố Vinh"))
        let below = try #require(before.text.firstMatch(of: /href="(\/units\/[^"]+)">Thành phố Vinh/)).1
        #expect(
            try await browser.get(String(below)).text.contains("Phường Quang Trung")
        )
    }
}

@Test(
    "a day that cannot be read is told beside the field, and today is shown",
    arguments: [
        "31/02/2026", "hôm nay", "1/1/1", "<script>", "'; DROP TABLE unit; --", "99/99/9999", "1/1/2025/1",
    ]
)
func unreadableDay(typed: String) async throws {
    try await withHouse { house in
        let (_, browser) = try await house.member("can.bo", .officer, in: thanhVinh)
        let answer = try await browser.get("/units?at=\(Browser.encoded(typed))")
        #expect(answer.status == 200 && answer.text.contains("Không đọc được ngày này"))
        #expect(answer.text.contains("Phường Thành Vinh") && !answer.text.contains("<script>"))
    }
}

@Test("a search needs no tones, and finds nothing rather than failing")
func unitSearch() async throws {
    try await withHouse { house in
        let (_, browser) = try await house.member("can.bo", .officer, in: thanhVinh)
        #expect(try await browser.get("/units?q=thanh%20vinh").text.contains("Phường Thành Vinh"))
        for hostile in ["%3Cscript%3E", "'--", "%25", "%00"] {
            let answer = try await browser.get("/units?q=\(hostile)")
            #expect(answer.status == 200 && answer.text.contains("Không có kết quả phù hợp"), "\(hostile)")
            #expect(!answer.text.contains("<script>"))
        }
    }
}

@Test("a unit says what it came from and what became of it, by which document")
func unitHistory() async throws {
    try await withHouse { house in
        let (_, browser) = try await house.member("can.bo", .officer, in: thanhVinh)
        let page = try await browser.get("/units/\(thanhVinh)")
        #expect(page.status == 200 && page.text.contains("Hình thành từ"))
        #expect(page.text.contains("1678/NQ-UBTVQH15"))
        let old = try #require(page.text.firstMatch(of: /\/units\/([0-9]+~2024)/)).1
        let ended = try await browser.get("/units/\(old)")
        #expect(ended.status == 200 && ended.text.contains("Đã sắp xếp thành"))
        #expect(ended.text.contains("Phường Thành Vinh") && ended.text.contains("Kết thúc ngày"))
        for missing in ["khong-co", "%3Cscript%3E", "'--", String(repeating: "9", count: 300)] {
            #expect(try await browser.get("/units/\(missing)").status == 404, "\(missing)")
        }
        #expect(try await house.browser().get("/units").location == "/sign-in?next=%2Funits")
    }
}
