import Access
import Database
import Language
import Places
import Testing
import Timekeeping

@testable import WebWatch

@Test(
    "an address is kept in one form, whatever was typed",
    arguments: [
        ("DoLuong.NgheAn.gov.vn", "https://doluong.nghean.gov.vn/"),
        (" http://doluong.nghean.gov.vn:80/#top ", "http://doluong.nghean.gov.vn/"),
        ("https://nghean.gov.vn/a/../tin?x=1#y", "https://nghean.gov.vn/tin?x=1"),
        ("http://127.0.0.1:8801/", "http://127.0.0.1:8801/"),
    ]
)
func addressForms(typed: String, kept: String) throws {
    #expect(try WebsiteAddress(typed).url == kept)
}

@Test(
    "what is no address of a website is refused",
    arguments: [
        "", "ftp://a.vn", "https://", "https://u:p@a.vn", "javascript:alert(1)//a", "https://a b",
        "');DROP--",
        "https://a.vn/" + String(repeating: "x", count: 2_100),
    ]
)
func addressRefused(typed: String) {
    #expect(throws: WebsiteError.self) { try WebsiteAddress(typed) }
}

@Test("each write of the registry leaves exactly one audit entry that vouches for the row")
func oneEntryEach() async throws {
    try await withWatch { bench in
        let site = try await bench.add(try details())
        var changed = site.details
        changed.criticality = .critical
        let edited = try await bench.store.edit(site.id, changed, expecting: 1, by: bench.permit())
        #expect(edited.version == 2)
        _ = try await bench.store.pause(site.id, until: bench.clock.now + .seconds(60), by: bench.permit())
        _ = try await bench.store.resume(site.id, by: bench.permit())
        _ = try await bench.store.retire(site.id, by: bench.permit())
        let actions = [
            "website.added", "website.changed", "website.paused", "website.resumed", "website.retired",
        ]
        #expect(try await bench.audited() == actions)
        #expect(try await bench.logVouches(for: site.id))
    }
}

@Test("a website of another unit answers as one that does not exist")
func otherUnitsSites() async throws {
    try await withWatch { bench in
        let site = try await bench.add(try details())
        let stranger: Permit<RetireWebsite> = bench.permit(otherCommune)
        #expect(await failure { _ = try await bench.store.retire(site.id, by: stranger) } == .notFound)
        let scope = UnitScope.units([otherCommune])
        #expect(await failure { _ = try await bench.store.find(site.id, within: scope) } == .notFound)
        #expect(try await bench.store.list(within: scope).websites.isEmpty)
        #expect(try await bench.audited() == ["website.added"])
    }
}

@Test("an address is watched once, and is free again when its website is retired")
func addressOnce() async throws {
    try await withWatch { bench in
        let site = try await bench.add(try details())
        #expect(
            await failure { try await bench.add(try details("https://DOLUONG.nghean.gov.vn")) }
                == .addressTaken
        )
        _ = try await bench.store.retire(site.id, by: bench.permit())
        #expect(try await bench.add(try details()).id != site.id)
        #expect(await failure { _ = try await bench.store.resume(site.id, by: bench.permit()) } == .retired)
    }
}

@Test("what was changed in between is not overwritten, and no unit gets a website without a permit for it")
func editsAreGuarded() async throws {
    try await withWatch { bench in
        let site = try await bench.add(try details())
        let moved = try details(unit: otherCommune)
        let mine: Permit<RegisterWebsite> = bench.permit()
        #expect(
            await failure { _ = try await bench.store.edit(site.id, site.details, expecting: 7, by: mine) }
                == .changedMeanwhile
        )
        #expect(
            await failure { _ = try await bench.store.edit(site.id, moved, expecting: 1, by: mine) }
                == .notTheOwner
        )
        let theirs: Permit<RegisterWebsite> = bench.permit(otherCommune)
        _ = try await bench.store.edit(site.id, moved, expecting: 1, by: mine, newOwner: theirs)
        let scope = UnitScope.units([otherCommune])
        #expect(try await bench.store.find(site.id, within: scope).website.details.unit == otherCommune)
        #expect(await failure { _ = try await bench.store.add(moved, by: mine) } == .notTheOwner)
    }
}

@Test("a unit that does not exist, an empty name and a licence that ends before it begins are refused")
func detailsAreChecked() async throws {
    try await withWatch { bench in
        let nowhere = Places.Unit.ID(rawValue: "99999")
        #expect(await failure { try await bench.add(try details(unit: nowhere)) } == .unitUnknown)
        #expect(await failure { try await bench.add(try details(name: " \u{202E} ")) } == .textMissing)
        let long = String(repeating: "ă", count: 301)
        #expect(await failure { try await bench.add(try details(name: long)) } == .textTooLong)
        var swapped = try details()
        swapped.licence = Licence(
            number: "12/GP-STTTT",
            issued: Day(iso8601: "2026-01-02"),
            expires: Day(iso8601: "2026-01-01")
        )
        let draft = swapped
        #expect(await failure { try await bench.add(draft) } == .licenceDatesSwapped)
        #expect(try await bench.audited().isEmpty)
    }
}

@Test("an erased person is gone from the registry and from the log, and the log still vouches for the row")
func erasure() async throws {
    try await withWatch { bench in
        var named = try details()
        named.responsible = ResponsiblePerson(name: "Nguyễn Thị Mẫu", contact: "mau@example.vn")
        let site = try await bench.add(named)
        _ = try await bench.store.erasePerson(of: site.id, by: bench.permit())
        let found = try await bench.store.find(site.id, within: .everything)
        #expect(found.website.details.responsible == nil)
        let kept = try await bench.number("SELECT count(*) FROM audit_entry WHERE content IS NOT NULL")
        #expect(kept == 1)
        #expect(try await bench.audited() == ["website.added", "audit.erased", "website.person-erased"])
        #expect(try await bench.logVouches(for: site.id))
    }
}

@Test("a list is searched without tones, filtered, sorted and turned page by page")
func lists() async throws {
    try await withWatch { bench in
        for index in 0..<7 {
            var one = try details("xa\(index).nghean.gov.vn", name: "Xã số \(index)")
            if index == 3 { one.kind = .internal }
            if index == 4 { one.unit = otherCommune }
            try await bench.add(one)
            bench.clock.advance(1)
        }
        try await bench.add(try details())
        var filter = WebsiteFilter()
        filter.text = "DO luong"
        #expect(try await bench.store.list(filter, within: .everything).total == 1)
        filter.text = "100%_"
        #expect(try await bench.store.list(filter, within: .everything).total == 0)
        filter.text = nil
        filter.kinds = [.internal]
        #expect(try await bench.store.list(filter, within: .everything).total == 1)
        filter.kinds = []
        filter.units = .units([otherCommune])
        #expect(try await bench.store.list(filter, within: .everything).total == 1)
        for order in WebsiteOrder.allCases {
            var names: [String] = []
            var cursor: WebsiteCursor?
            repeat {
                let page = try await bench.store.list(within: .everything, by: order, after: cursor, limit: 3)
                #expect(page.total == 8)
                names += page.websites.map(\.website.details.name)
                cursor = page.next.flatMap { WebsiteCursor($0.description) }
            } while cursor != nil
            #expect(Set(names).count == 8 && names.count == 8)
            if order == .newest { #expect(names.first == "Cổng thông tin xã Đô Lương") }
            if order == .name { #expect(names == names.sorted { $0.folded < $1.folded }) }
        }
    }
}

@Test("a cursor of another order or of nobody is refused")
func cursors() async throws {
    try await withWatch { bench in
        for index in 0..<2 { try await bench.add(try details("xa\(index).vn")) }
        let next = try await bench.store.list(within: .everything, limit: 1).next
        #expect(
            await failure { _ = try await bench.store.list(within: .everything, by: .newest, after: next) }
                == .cursorInvalid
        )
        #expect(WebsiteCursor("name.x.y.z") == nil)
        #expect(WebsiteCursor("") == nil)
    }
}

@Test(
    "the schema refuses what no program may write",
    arguments: [
        ("kind = 'shop'", "website_kind"), ("criticality = 'high'", "website_criticality"),
        ("state = 'gone'", "website_state"), ("paused_until = 5", "website_pause"),
        ("retired_at = 5", "website_retirement"), ("contact = 'x'", "website_person"),
        ("licence_issued = '2026-01-01'", "website_licence_whole"), ("version = 0", "website_version"),
        ("name = ''", "website_name"), ("url = 'x'", "website_url"), ("host = ''", "website_host"),
        ("responsible = ''", "website_responsible"), ("licence_number = ''", "website_licence"),
        (
            "licence_number = 'a', licence_issued = '2026-01-02', licence_expires = '2026-01-01'",
            "website_licence_dates"
        ),
    ]
)
func schemaRules(assignment: String, constraint: String) async throws {
    try await withWatch { bench in
        try await bench.add(try details())
        let kind = await refusal(bench.database, "UPDATE website SET \(trusted: assignment)")
        #expect(kind == .check(constraint))
    }
}

@Test("numbers are given once, and a unit that has a website stays")
func schemaKeys() async throws {
    try await withWatch { bench in
        try await bench.add(try details())
        try await bench.add(try details("xa.vn"))
        let twice = await refusal(bench.database, "UPDATE website SET number = 1")
        if case .unique = twice {} else { Issue.record("number twice: \(String(describing: twice))") }
        #expect(await refusal(bench.database, "DELETE FROM unit WHERE id = \(commune)") == .foreignKey)
        #expect(
            await refusal(bench.database, "UPDATE website_status SET health = 9") == .check("website_health")
        )
    }
}
