import Foundation
import Identity
import Language
import Places
import Testing
import Timekeeping

@testable import Cases
@testable import Console
@testable import WebWatch

@Test(
    "the board shows each commune at its worst, the newest findings and what is due first",
    arguments: Language.allCases
)
func boardShows(language: Language) async throws {
    try await withWall { wall in
        _ = try await wall.website("anhson.example", name: "Cổng thông tin xã Anh Sơn", in: anhSon)
        let bad = try await wall.website("cualo.example")
        try await wall.infect(bad)
        try await wall.openCase("Khắc phục liên kết ẩn", about: bad)
        let page = try await wall.door.get("/", as: .leader.reading(language))
        #expect(page.status == 200)
        #expect(page.text.components(separatedBy: "<use href=\"#hexagon\"/>").count == 131)
        #expect(page.text.contains("Cửa Lò: \(Text.hasIncident(language))"))
        #expect(page.text.contains("Anh Sơn: \(Text.Websites.healthUnchecked(language))"))
        #expect(
            page.text.contains(bad.details.name) && page.text.contains(CheckKind.hiddenLinks.name(language))
        )
        #expect(
            page.text.contains("Khắc phục liên kết ẩn")
                && page.text.contains("data-events=\"/events?page=board\"")
        )
    }
}

@Test("with boundaries the board draws those of the units that one may see, each at its worst")
func boardWithBoundaries() async throws {
    try await withWall { wall in
        try await wall.infect(try await wall.website("cualo.example"))
        let square = [(105.0, 18.0), (105.2, 18.0), (105.2, 18.2), (105.0, 18.2)].compactMap {
            Boundary.Point(longitude: $0.0, latitude: $0.1)
        }
        let boundary = Boundary(polygons: [[square]])
        wall.time.outlines = BoundaryMap(
            [cuaLo: boundary, anhSon: boundary],
            on: .init(width: 100, height: 100)
        )
        let page = try await wall.door.get("/")
        #expect(page.text.components(separatedBy: "<path class=\"area\"").count == 3)
        #expect(!page.text.contains("#hexagon"))
        #expect(page.text.contains("Cửa Lò: \(Text.hasIncident(.vietnamese))"))
        let own = try await wall.door.get("/", as: WallReader(role: .officer, unit: anhSon.rawValue))
        #expect(own.text.components(separatedBy: "<path class=\"area\"").count == 2)
    }
}

@Test("an empty board teaches, and has all 130 communes without websites")
func emptyBoard() async throws {
    try await withWall { wall in
        let page = try await wall.door.get("/")
        #expect(page.text.contains(Text.noFindingsWhy(.vietnamese)))
        #expect(
            page.text.components(separatedBy: ": \(Text.placeWithoutWebsites(.vietnamese))\"").count == 131
        )
    }
}

@Test("the wall has no rooms and no buttons, is for a viewer too, and comes again without a script")
func kiosk() async throws {
    try await withWall { wall in
        for path in ["/?kiosk", "/?kiosk="] {
            let page = try await wall.door.get(path, as: .viewer)
            #expect(page.status == 200 && page.text.contains("<body class=\"kiosk\""))
            #expect(!page.text.contains("class=\"rooms\"") && !page.text.contains(ConsolePath.newWebsite))
            #expect(page.text.contains("<noscript><meta http-equiv=\"refresh\" content=\"60\"></noscript>"))
        }
        let desk = try await wall.door.get("/", as: .viewer)
        #expect(desk.text.contains("class=\"rooms\"") && !desk.text.contains(ConsolePath.newWebsite))
    }
}

@Test("a commune's board knows of no other commune")
func boardOfCommune() async throws {
    try await withWall { wall in
        let other = try await wall.website("anhson.example", name: "Cổng Anh Sơn", in: anhSon)
        try await wall.infect(other)
        try await wall.openCase("Việc của Anh Sơn", in: anhSon, about: other)
        let page = try await wall.door.get("/", as: WallReader(role: .officer, unit: cuaLo.rawValue))
        #expect(page.status == 200 && !page.text.contains("Anh Sơn"))
        #expect(page.text.components(separatedBy: "<use href=\"#hexagon\"/>").count == 2)
    }
}

@Test("nobody sees the board, or any page, without signing in")
func nobody() async throws {
    try await withWall { wall in
        for path in [
            "/", "/?kiosk", "/websites", "/websites.csv", "/websites/new", "/websites/import",
            "/events?page=board",
        ] {
            let answer = try await wall.door.get(path, as: nil)
            #expect(answer.status == 303 && answer.location?.hasPrefix("/sign-in?next=") == true, "\(path)")
        }
    }
}

@Test("names from outside are text on the board")
func boardEscapes() async throws {
    try await withWall { wall in
        let hostile = "<img src=x onerror=alert(1)>\"'&"
        let website = try await wall.website("cualo.example", name: hostile)
        try await wall.infect(website, quote: "<script>alert(2)</script>", value: "<b>x")
        try await wall.openCase(hostile, about: website)
        for path in ["/", "/?kiosk", "/websites", "/websites/\(website.id)", "/cases"] {
            let page = try await wall.door.get(path)
            #expect(page.status == 200, "\(path)")
            #expect(page.text.contains("&lt;img src=x"), "\(path)")
            for raw in ["<img", "<script>alert", "<b>x"] {
                #expect(!page.text.contains(raw), "\(path): \(raw)")
            }
        }
    }
}

@Test("a place is as bad as the worst of its websites and cases")
func placeStates() {
    #expect(
        PlaceState(WebsiteHealth.critical) == .incident && PlaceState(WebsiteHealth.attention) == .attention
    )
    #expect(PlaceState(CaseCounts.OfUnit(open: 1, overdue: 0, worst: .attention)) == .attention)
    #expect(PlaceState(CaseCounts.OfUnit(open: 1, overdue: 1, worst: .attention)) == .incident)
    #expect(PlaceState(CaseCounts.OfUnit(open: 1, overdue: 0, worst: .serious)) == .incident)
    #expect(PlaceState(CaseCounts.OfUnit()) == .empty)
    #expect(PlaceState.empty < .unchecked && PlaceState.unchecked < .calm && PlaceState.attention < .incident)
}

@Test("months begin at midnight in Nghệ An, over the turn of a year too")
func months() throws {
    let calendar = try #require(CivilCalendar(timeZoneNamed: "Asia/Ho_Chi_Minh"))
    let january = calendar.instant(try #require(Day(iso8601: "2027-01-01")))
    let months = BoardMonths(at: january, in: calendar)
    #expect(months.this == january)
    #expect(months.before == calendar.instant(try #require(Day(iso8601: "2026-12-01"))))
    let before = BoardMonths(at: january - .microseconds(1), in: calendar)
    #expect(before.before == calendar.instant(try #require(Day(iso8601: "2026-11-01"))))
}
