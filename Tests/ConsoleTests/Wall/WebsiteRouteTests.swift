import Access
import Cases
import Database
import Foundation
import Hummingbird
import Identity
import Language
import Places
import Serving
import Testing
import Timekeeping

@testable import Console
@testable import WebWatch

private let officer = WallReader(role: .officer, unit: cuaLo.rawValue)
private let stranger = WallReader(role: .leader, unit: anhSon.rawValue)

private func names(_ page: WallAnswer) -> [String] {
    page.text.matches(of: /<a class="name" href="[^"]*">([^<]*)<\/a>/).map { String($0.1) }
}

@Test("every page of the websites answers in both languages", arguments: Language.allCases)
func everyWebsitePage(language: Language) async throws {
    try await withWall { wall in
        let website = try await wall.website("cualo.example")
        try await wall.infect(website)
        try await wall.check(website, count: 30)
        let one = "/websites/\(website.id)"
        for path in ["/websites", "/websites/new", "/websites/import", one, "\(one)/edit"] {
            let page = try await wall.door.get(path, as: .leader.reading(language))
            #expect(
                page.status == 200 && page.text.contains("<html lang=\"\(language.rawValue)\""),
                "\(path)"
            )
            #expect(page.text.components(separatedBy: "<h1>").count == 2, "\(path)")
        }
    }
}

@Test(
    "the list is narrowed by words without tones, unit, state, kind and criticality, and all of them together"
)
func listFilters() async throws {
    try await withWall { wall in
        let port = try await wall.website("cualo.example", name: "Cổng phường Cửa Lò")
        try await wall.website(
            "tin.example",
            name: "Trang tin Anh Sơn",
            in: anhSon,
            kind: .aggregatedNews,
            criticality: .critical
        )
        let paused = try await wall.website("cu.example", name: "Trang cũ")
        _ = try await wall.websites.pause(
            paused.id,
            until: wall.time.now + .seconds(3600),
            by: SystemAccess.permitForTest(cuaLo)
        )
        try await wall.infect(port, .serious)
        for (query, expected) in [
            ("", ["Cổng phường Cửa Lò", "Trang cũ", "Trang tin Anh Sơn"]),
            ("?q=cua+lo", ["Cổng phường Cửa Lò"]), ("?q=TIN%20anh%20son", ["Trang tin Anh Sơn"]),
            ("?q=%25", []), ("?q=_", []), ("?unit=17329", ["Trang tin Anh Sơn"]),
            ("?unit=40", ["Cổng phường Cửa Lò", "Trang cũ", "Trang tin Anh Sơn"]), ("?unit=none", []),
            ("?state=incident", ["Cổng phường Cửa Lò"]), ("?state=paused", ["Trang cũ"]),
            ("?state=unchecked", ["Trang tin Anh Sơn"]), ("?state=healthy", []),
            ("?kind=aggregated-news", ["Trang tin Anh Sơn"]),
            ("?criticality=critical", ["Trang tin Anh Sơn"]),
            ("?criticality=critical&state=incident", []),
            ("?sort=worst", ["Cổng phường Cửa Lò", "Trang cũ", "Trang tin Anh Sơn"]),
            (
                "?state=x&kind=x&criticality=x&sort=x&cursor=x",
                ["Cổng phường Cửa Lò", "Trang cũ", "Trang tin Anh Sơn"]
            ),
        ] {
            let page = try await wall.door.get("/websites\(query)")
            #expect(page.status == 200 && names(page) == expected, "\(query): \(names(page))")
        }
    }
}

@Test("paging walks over every website once in each order, says where it is, and ends")
func listPages() async throws {
    try await withWall { wall in
        for number in 100..<221 {
            try await wall.website("trang\(number).example", name: "Trang \(number)")
        }
        for order in ["", "worst", "newest"] {
            var (path, seen, ranges): (String?, [String], [String]) = ("/websites?sort=\(order)", [], [])
            while let next = path {
                let page = try await wall.door.get(next)
                seen += names(page)
                ranges += page.text.matches(of: /<p>([^<]* trong 121)<\/p>/).map { String($0.1) }
                path = page.text.firstMatch(of: /rel="next" href="([^"]*)"/)
                    .map { String($0.1).replacing("&amp;", with: "&") }
                let first = page.text.firstMatch(of: /rel="first" href="([^"]*)"/).map { String($0.1) }
                let beginning =
                    order.isEmpty ? "/websites" : "/websites?sort=\(order)"
                #expect(first == (seen.count > 50 ? beginning : nil), "\(order)")
            }
            #expect(seen.count == 121 && Set(seen).count == 121, "\(order)")
            #expect(ranges == ["1–50 trong 121", "51–100 trong 121", "101–121 trong 121"], "\(order)")
        }
        for cursor in ["0.x", "-1.name.0.0.a", "99999999999999999999.name", "1.newest.x", "%00", "'--"] {
            #expect(try await wall.door.get("/websites?cursor=\(cursor)").status == 200, "\(cursor)")
        }
    }
}

@Test("beside the rooms stands how many open cases and websites the reader may see, and no others")
func roomCounts() async throws {
    try await withWall { wall in
        func counts(_ reader: WallReader) async throws -> [String] {
            try await wall.door.get("/websites", as: reader).text
                .matches(of: /<span class="count">([0-9.]+)<\/span><\/a>/).map { String($0.1) }
        }
        #expect(try await counts(.leader) == ["0", "0"])
        for number in 0..<3 { try await wall.website("trang\(number).example") }
        try await wall.openCase("Việc số 1", .serious)
        #expect(try await counts(.leader) == ["1", "3"])
        #expect(try await counts(stranger) == ["0", "0"])
    }
}

@Test("a website of another unit is not there, in any page or form, and not in the list or the file")
func otherUnits() async throws {
    try await withWall { wall in
        let website = try await wall.website("cualo.example")
        let one = "/websites/\(website.id)"
        for path in [one, "\(one)/edit", "/websites/\(UUID())", "/websites/x", "/websites/%27%20OR%201=1--"] {
            #expect(try await wall.door.get(path, as: stranger).status == 404, "\(path)")
        }
        for step in ["check", "baseline", "pause", "resume", "retire", "edit"] {
            let answer = try await wall.door.post("\(one)/\(step)", ["days": "1"], as: stranger)
            #expect(answer.status == 404, "\(step)")
        }
        #expect(names(try await wall.door.get("/websites", as: stranger)).isEmpty)
        #expect(!(try await wall.door.get("/websites.csv", as: stranger)).text.contains("cualo"))
        #expect(try await wall.number("SELECT count(*) FROM audit_entry WHERE subject_kind = 'website'") == 1)
    }
}

@Test("a form without the session's token does nothing")
func forgedForms() async throws {
    try await withWall { wall in
        let website = try await wall.website("cualo.example")
        let one = "/websites/\(website.id)"
        for path in ["check", "baseline", "pause", "resume", "retire", "edit"].map({ "\(one)/\($0)" }) + [
            "/websites/new"
        ] {
            for token in [nil, "", "x"] {
                #expect(try await wall.door.post(path, ["days": "1"], token: token).status == 403, "\(path)")
            }
        }
        #expect(
            try await wall.door.upload("/websites/import", Array("url,name,unit".utf8), fields: [:]).status
                == 403
        )
        #expect(try await wall.number("SELECT count(*) FROM audit_entry WHERE subject_kind = 'website'") == 1)
    }
}

@Test("a role that may only read sees no buttons and is refused")
func readers() async throws {
    try await withWall { wall in
        let website = try await wall.website("cualo.example")
        let one = "/websites/\(website.id)"
        let page = try await wall.door.get(one, as: .viewer)
        #expect(page.status == 200 && !page.text.contains("\(one)/"))
        for path in ["/websites/new", "/websites/import"] {
            #expect(try await wall.door.get(path, as: .viewer).status == 403, "\(path)")
        }
        for step in ["check", "baseline", "pause", "retire", "edit"] {
            #expect(
                try await wall.door.post("\(one)/\(step)", ["days": "1"], as: .viewer).status == 403,
                "\(step)"
            )
        }
    }
}

@Test("a website's page shows findings with the offending text marked, the chart, and what to do")
func websitePage() async throws {
    try await withWall { wall in
        let website = try await wall.website("cualo.example")
        try await wall.infect(website)
        try await wall.check(website, count: 60)
        let it = try await wall.openCase("Gỡ liên kết", about: website)
        let page = try await wall.door.get("/websites/\(website.id)")
        #expect(
            page.text.contains("<mark>Nhà cái</mark>") && page.text.contains("body &gt; div:nth-child(7)")
        )
        #expect(page.text.components(separatedBy: "class=\"failed\"").count == 7)
        #expect(page.text.contains("90,00\u{A0}%") && page.text.contains("data-script=\"/assets/"))
        #expect(page.text.contains("/cases/\(it.id)") && page.text.contains(it.number.description))
        #expect(page.text.contains("/websites/\(website.id)/check\""))
        #expect(page.text.contains("data-events=\"/events?page=website.\(website.id)\""))
    }
}

@Test("a check is asked for, a watch paused, resumed and ended, each with its entry")
func steps() async throws {
    try await withWall { wall in
        let website = try await wall.website("cualo.example")
        let one = "/websites/\(website.id)"
        #expect(try await wall.door.post("\(one)/check", as: officer).location == one)
        #expect(try await wall.number("SELECT count(*) FROM website_recheck") == 1)
        for days in ["0", "-1", "x", "99999999999999999999", "400"] {
            #expect(try await wall.door.post("\(one)/pause", ["days": days]).status == 422, "\(days)")
        }
        #expect(try await wall.door.post("\(one)/pause").status == 422)
        #expect(try await wall.door.post("\(one)/pause", ["days": "3"]).location == one)
        #expect(try await wall.door.get(one).text.contains(Text.resumeWatch(.vietnamese)))
        #expect(try await wall.door.post("\(one)/resume").location == one)
        #expect(try await wall.door.post("\(one)/baseline").status == 409)
        #expect(try await wall.door.post("\(one)/retire", as: officer).status == 403)
        let administrator = WallReader(role: .administrator, unit: "40")
        #expect(try await wall.door.post("\(one)/retire", as: administrator).location == one)
        let page = try await wall.door.get(one, as: administrator)
        #expect(
            page.text.contains(Text.websiteRetiredState(.vietnamese)) && !page.text.contains("\(one)/check")
        )
        #expect(try await wall.door.post("\(one)/check", as: administrator).status == 409)
    }
}

@Test("the page as it is now becomes the baseline with one click, and the differences are gone")
func acceptBaseline() async throws {
    try await withWall { wall in
        let website = try await wall.website("cualo.example")
        var (old, new) = (
            Baseline(url: website.details.address.url, takenAt: wall.time.now),
            Baseline(url: website.details.address.url, takenAt: wall.time.now)
        )
        old.title = "Trang cũ"
        new.title = "<i>Trang mới"
        new.linkHosts = ["lạ.example"]
        try await wall.database.write { [old, new] transaction in
            try transaction.keep(old, asBaseline: true, of: website.id, cuaLo)
            try transaction.keep(new, asBaseline: false, of: website.id, cuaLo)
        }
        let one = "/websites/\(website.id)"
        let before = try await wall.door.get(one)
        #expect(before.text.contains("Tiêu đề nay là “&lt;i&gt;Trang mới”"))
        #expect(before.text.contains(Text.newLinkHosts(1)(.vietnamese)))
        #expect(try await wall.door.post("\(one)/baseline", as: officer).location == one)
        let after = try await wall.door.get(one)
        #expect(!after.text.contains("Trang mới”") && !after.text.contains("\(one)/baseline"))
    }
}

private let filled = [
    "url": "https://cualo.example/", "name": "Cổng phường Cửa Lò", "unit": cuaLo.rawValue,
    "kind": "state-portal",
    "criticality": "important", "responsible": "Nguyễn Thị Mẫu", "contact": "0238 000 000",
    "licence": "01/GP",
    "issued": "2026-01-02", "expires": "2031-01-02",
]

@Test("a website is added by the form and changed by it, once for each version")
func addAndEdit() async throws {
    try await withWall { wall in
        let added = try await wall.door.post("/websites/new", filled, as: officer)
        let one = try #require(added.location)
        #expect(added.status == 303 && one.hasPrefix("/websites/"))
        let form = try await wall.door.get("\(one)/edit", as: officer)
        for value in filled.values where value != cuaLo.rawValue {
            #expect(form.text.contains(value), "\(value)")
        }
        var changed = filled
        changed["name"] = "Tên mới"
        changed["version"] = "1"
        #expect(try await wall.door.post("\(one)/edit", changed, as: officer).location == one)
        let stale = try await wall.door.post("\(one)/edit", changed, as: officer)
        #expect(stale.status == 409 && stale.text.contains(Text.Websites.changedMeanwhile(.vietnamese)))
        #expect(try await wall.door.get(one).text.contains("<h1>Tên mới</h1>"))
        #expect(try await wall.door.post("/websites/new", filled, as: officer).status == 409)
    }
}

private let mistakes = [
    ("url", "javascript:alert(1)"), ("url", "ftp://a.example"), ("url", "'; DROP TABLE website; --"),
    ("name", ""),
    ("name", String(repeating: "ộ", count: 301)), ("unit", "17329"), ("unit", "<b>"), ("unit", ""),
    ("kind", "x"),
    ("criticality", "x"), ("issued", "2026-02-30"), ("expires", "2020-01-01"),
    ("responsible", String(repeating: "a", count: 300)),
]

@Test("what is wrong in a form is told, and what was typed stays there as text")
func wrongFields() async throws {
    try await withWall { wall in
        for (field, value) in mistakes {
            var fields = filled
            fields[field] = value
            fields["licence"] = "<script>alert(1)</script>"
            let answer = try await wall.door.post("/websites/new", fields, as: officer)
            #expect(
                answer.status == 422 && answer.text.contains("id=\"form-error\""),
                "\(field): \(answer.status)"
            )
            #expect(!answer.text.contains("<script>alert") && !answer.text.contains("<b>\""), "\(field)")
            #expect(answer.text.contains("&lt;script&gt;alert(1)"), "\(field)")
        }
        #expect(try await wall.number("SELECT count(*) FROM website") == 0)
    }
}

@Test("SQL and HTML in every field are kept and shown as they were typed")
func hostileFields() async throws {
    try await withWall { wall in
        let hostile = "x'); DROP TABLE website; --<img src=x>\"&"
        var fields = filled
        for name in ["name", "responsible", "contact", "licence"] { fields[name] = hostile }
        let one = try #require(try await wall.door.post("/websites/new", fields, as: officer).location)
        for path in [one, "\(one)/edit", "/websites", "/websites?q=\(ConsolePath.encoded(hostile))"] {
            let page = try await wall.door.get(path, as: officer)
            #expect(page.status == 200 && !page.text.contains("<img"), "\(path)")
            #expect(page.text.contains("DROP TABLE website; --&lt;img src=x&gt;&quot;&amp;"), "\(path)")
        }
        #expect(try await wall.number("SELECT count(*) FROM website") == 1)
    }
}

@Test("the file holds what the filters leave, and no cell is a formula")
func export() async throws {
    try await withWall { wall in
        try await wall.website("cualo.example", name: "=HYPERLINK(1)")
        try await wall.website("anhson.example", name: "Anh Sơn", in: anhSon)
        let all = try await wall.door.get("/websites.csv")
        #expect(all.headers[.contentType] == "text/csv; charset=utf-8")
        #expect(all.headers[.contentDisposition] == "attachment; filename=\"websites.csv\"")
        #expect(all.text.contains("cualo") && all.text.contains("anhson") && !all.text.contains(",=HYPER"))
        #expect(!(try await wall.door.get("/websites.csv?q=anh+son")).text.contains("cualo"))
    }
}
