import AuditLog
import Console
import Database
import Hummingbird
import Identity
import Places
import Serving
import Testing
import Timekeeping

@Test("an administrator invites somebody, who chooses a password behind the link and is in")
func invitation() async throws {
    try await withHouse { house in
        let (_, administrator) = try await house.administrator()
        let form = try await administrator.get("/accounts/new")
        let token = try #require(form.hidden("token"))
        let before = try await house.lastEntry()
        let made = try await administrator.post(
            "/accounts/new",
            [
                "token": token, "full-name": "Lê Thị Mẫu", "name": "le.thi.mau", "unit": thanhVinh.rawValue,
                "role": "officer",
            ]
        )
        #expect(made.status == 200 && made.headers[.cacheControl] == "no-store")
        let link = try #require(made.text.firstMatch(of: /http:\/\/sen\.example(\/link\/[A-Za-z0-9_-]+)/)).1
        let guest = house.browser()
        #expect(try await guest.get(String(link)).text.contains("Lê Thị Mẫu"))
        let chosen = ["password": goodPassword, "again": goodPassword]
        #expect(try await guest.post(String(link), chosen).location == "/")
        #expect(try await guest.get("/cases").status == 200)
        #expect(try await guest.post(String(link), chosen).status == 404)
        #expect(
            try await house.audited(after: before) == [
                "account.invited", "account.password-set", "account.signed-in",
            ]
        )
    }
}

@Test("links begin with the address that people type, where one is set")
func linkAddress() async throws {
    try await withHouse(address: "https://so.example.vn/") { house in
        let (account, _) = try await house.member("can.bo", .officer, in: thanhVinh)
        let (_, administrator) = try await house.administrator()
        let page = try await administrator.get("/accounts/\(account.id)")
        let fields = try house.fields(page)
        let made = try await administrator.post("/accounts/\(account.id)/reset", fields)
        #expect(made.text.contains("https://so.example.vn/link/"))
    }
}

@Test("each mistake of an invitation is told beside its field, and what was typed stays as text")
func mistakesOfInvitation() async throws {
    try await withHouse { house in
        let (_, administrator) = try await house.administrator()
        let token = try #require(try await administrator.get("/accounts/new").hidden("token"))
        let good = [
            "token": token, "full-name": "\"><script>alert(1)</script>", "name": "le.thi.mau",
            "unit": thanhVinh.rawValue, "role": "officer",
        ]
        for (field, wrong, id) in [
            ("name", "<i>'; DROP TABLE account; --", "invite-name-error"),
            ("name", "quan.tri", "invite-name-error"),
            ("full-name", "\u{1}", "invite-full-name-error"), ("unit", "16690'--", "invite-unit-error"),
            ("unit", "khong-co", "invite-unit-error"), ("role", "king", "invite-alert"),
        ] {
            let answer = try await administrator.post("/accounts/new", good.merging([field: wrong]) { $1 })
            #expect([403, 409, 422].contains(answer.status), "\(field): \(answer.status)")
            #expect(answer.text.contains("id=\"\(id)\""), "\(field)")
            #expect(!answer.text.contains("<script>alert") && !answer.text.contains("<i>"), "\(field)")
        }
        #expect(
            try await administrator.post("/accounts/new", good.merging(["token": "x"]) { $1 }).status == 403
        )
        #expect(try await administrator.post("/accounts/new", good).status == 200)
        let list = try await administrator.get("/accounts?q=script")
        #expect(list.text.contains("&lt;script&gt;alert(1)") && !list.text.contains("<script>alert"))
    }
}

@Test("the list is searched without tones, page by page, within the reader's units")
func accountList() async throws {
    try await withHouse { house in
        let (_, administrator) = try await house.administrator()
        _ = try await house.member("can.bo", .officer, in: thanhVinh, fullName: "Đặng Thị Ướm")
        _ = try await house.member("nguoi.khac", .officer, in: truongVinh)
        let (_, leader) = try await house.member("lanh.dao", .leader, in: thanhVinh)
        #expect(try await administrator.get("/accounts").text.contains("nguoi.khac"))
        let found = try await administrator.get("/accounts?q=dang%20uom").text
        #expect(found.contains("Đặng Thị Ướm") && !found.contains("nguoi.khac"))
        let own = try await leader.get("/accounts").text
        #expect(own.contains("can.bo") && !own.contains("nguoi.khac") && !own.contains("/accounts/new"))
        for hostile in ["'%20OR%201=1%20--", "%3Cscript%3E", "%25", "%00"] {
            let answer = try await administrator.get("/accounts?q=\(hostile)&cursor=\(hostile)")
            #expect(answer.status == 200 && !answer.text.contains("<script>"), "\(hostile)")
        }
    }
}

@Test("another unit's account answers exactly as one that does not exist, and so does each of its forms")
func anothersAccount() async throws {
    try await withHouse { house in
        let (theirs, _) = try await house.member("nguoi.khac", .officer, in: truongVinh)
        let (_, leader) = try await house.member("lanh.dao", .leader, in: thanhVinh)
        let (_, officer) = try await house.member("can.bo", .officer, in: thanhVinh)
        let token = try #require(try await leader.get("/cases").hidden("token"))
        let missing = "018f0000-0000-7000-8000-000000000000"
        let shown = try await leader.get("/accounts/\(theirs.id)")
        let absent = try await leader.get("/accounts/\(missing)")
        #expect(shown.status == 404 && absent.status == 404)
        #expect(
            shown.withoutRequestNumber.replacing(theirs.id.description, with: "ID")
                == absent.withoutRequestNumber.replacing(missing, with: "ID")
        )
        for form in ["grants", "grants/remove", "disable", "enable", "reset", "remove-codes"] {
            let fields = ["token": token, "version": "1", "role": "viewer", "unit": thanhVinh.rawValue]
            #expect(try await leader.post("/accounts/\(theirs.id)/\(form)", fields).status == 404, "\(form)")
        }
        #expect(try await leader.get("/accounts/%27--").status == 404)
        #expect(try await officer.get("/accounts").status == 403)
        #expect(try await officer.get("/accounts/\(theirs.id)").status == 404)
    }
}

@Test("who may only read accounts sees no form, and a form that they send is refused")
func readingAccounts() async throws {
    try await withHouse { house in
        let (account, _) = try await house.member("can.bo", .officer, in: thanhVinh)
        let (_, leader) = try await house.member("lanh.dao", .leader, in: thanhVinh)
        let page = try await leader.get("/accounts/\(account.id)")
        #expect(page.status == 200 && !page.text.contains("/disable\""))
        let token = try #require(page.hidden("token"))
        let fields = ["token": token, "version": "\(account.version)"]
        #expect(try await leader.post("/accounts/\(account.id)/disable", fields).status == 403)
        #expect(try await leader.get("/accounts/new").status == 403)
        #expect(try await leader.get("/keys").status == 403)
    }
}

@Test("roles are given and taken, an account is shut out and let in again, each with one entry")
func changingAccount() async throws {
    try await withHouse { house in
        let (_, administrator) = try await house.administrator()
        let (account, member) = try await house.member("can.bo", .officer, in: thanhVinh)
        let (path, before) = ("/accounts/\(account.id)", try await house.lastEntry())
        func send(_ form: String, _ more: [String: String] = [:]) async throws -> Answer {
            let fields = try house.fields(try await administrator.get(path)).merging(more) { $1 }
            return try await administrator.post("\(path)/\(form)", fields)
        }
        let grant = ["role": "viewer", "unit": truongVinh.rawValue]
        #expect(try await send("grants", grant).status == 303)
        #expect(try await administrator.get(path).text.contains("Người xem"))
        #expect(try await send("grants/remove", grant).status == 303)
        #expect(try await send("grants", ["role": "viewer", "unit": "khong-co"]).status == 403)
        #expect(try await send("disable").status == 303)
        #expect(try await member.get("/cases").status == 303)
        #expect(try await send("disable").status == 409)
        #expect(try await send("enable").text.contains("/link/"))
        #expect(try await send("remove-codes").status == 409)
        #expect(
            try await house.audited(after: before) == [
                "account.grants-changed", "account.grants-changed", "account.disabled", "account.enabled",
            ]
        )
    }
}

@Test("a change that another made in between is not written over")
func changedMeanwhile() async throws {
    try await withHouse { house in
        let (_, administrator) = try await house.administrator()
        let (account, _) = try await house.member("can.bo", .officer, in: thanhVinh)
        let path = "/accounts/\(account.id)"
        let old = try house.fields(try await administrator.get(path))
        let grant = ["role": "viewer", "unit": thanhVinh.rawValue]
        #expect(try await administrator.post("\(path)/grants", old.merging(grant) { $1 }).status == 303)
        let late = try await administrator.post("\(path)/disable", old)
        #expect(late.status == 409 && late.text.contains("vừa được người khác thay đổi"))
        #expect(late.text.contains("Người xem"))
    }
}

@Test("the last administrator cannot shut themselves out; codes are removed by another one")
func lastAdministrator() async throws {
    try await withHouse { house in
        let (account, administrator) = try await house.administrator()
        let path = "/accounts/\(account.id)"
        let fields = try house.fields(try await administrator.get(path))
        let refused = try await administrator.post("\(path)/disable", fields)
        #expect(refused.status == 409 && refused.text.contains("quản trị viên cuối cùng"))
        let (other, browser) = try await house.member("can.bo", .officer, in: thanhVinh)
        _ = try await house.enrol(browser)
        let form = try house.fields(try await administrator.get("/accounts/\(other.id)"))
        #expect(try await administrator.post("/accounts/\(other.id)/remove-codes", form).status == 303)
        #expect(try await browser.get("/cases").status == 303)
    }
}

@Test("a case is offered to who may work on it, the nearest first, and each actor has a name")
func peopleOfUnit() async throws {
    try await withHouse { house in
        let (above, _) = try await house.member("tinh", .leader, in: province, fullName: "Lãnh Đạo Tỉnh")
        let (near, _) = try await house.member("xa", .officer, in: thanhVinh, fullName: "Cán Bộ Phường")
        _ = try await house.member("xem", .viewer, in: thanhVinh)
        _ = try await house.member("khac", .officer, in: truongVinh)
        let people = await house.house.people(thanhVinh)
        #expect(people.map(\.name) == ["Cán Bộ Phường", "Lãnh Đạo Tỉnh"])
        #expect(people.map(\.actor) == [.account(near.id.uuid), .account(above.id.uuid)])
        #expect(await house.house.people(Places.Unit.ID(rawValue: "khong-co")).isEmpty)
        #expect(await house.house.name(.account(near.id.uuid)) == "Cán Bộ Phường")
        #expect(await house.house.name(.system("watch")) == "Sen")
        let nobody = try #require(Account.ID("018f0000-0000-7000-8000-000000000000"))
        #expect(await house.house.name(.account(nobody.uuid)) == nobody.description)
    }
}

@Test("an invitation that lies too long, and one that a newer link replaced, open nothing")
func endedInvitation() async throws {
    try await withHouse { house in
        let (account, _) = try await house.member("can.bo", .officer, in: thanhVinh)
        let (_, administrator) = try await house.administrator()
        func link() async throws -> String {
            let fields = try house.fields(try await administrator.get("/accounts/\(account.id)"))
            let made = try await administrator.post("/accounts/\(account.id)/reset", fields)
            return String(try #require(made.text.firstMatch(of: /(\/link\/[A-Za-z0-9_-]+)/)).1)
        }
        let (first, second) = (try await link(), try await link())
        #expect(try await house.browser().get(first).status == 404)
        #expect(try await house.browser().get(second).status == 200)
        house.advance(.seconds(AccountLink.resetSeconds + 1))
        #expect(try await house.browser().get(second).status == 404)
        let chosen = ["password": goodPassword, "again": goodPassword]
        #expect(try await house.browser().post(second, chosen).status == 404)
    }
}
