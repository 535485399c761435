import Console
import Hummingbird
import Identity
import Places
import Serving
import Testing
import Timekeeping

@Test("people change their name and password; a mistake is told beside its field and no password comes back")
func ownAccount() async throws {
    try await withHouse { house in
        let (_, browser) = try await house.member("can.bo", .officer, in: thanhVinh)
        let (_, before) = (try await browser.get("/account"), try await house.lastEntry())
        let token = try #require(try await browser.get("/account").hidden("token"))
        let named = try await browser.post("/account/name", ["token": token, "full-name": "<b>Tên mới"])
        #expect(named.status == 303)
        #expect(try await browser.get("/account").text.contains("&lt;b&gt;Tên mới"))
        let empty = try await browser.post("/account/name", ["token": token, "full-name": " "])
        #expect(empty.status == 422 && empty.text.contains("own-full-name-error"))
        let new = "năm từ rời nhau rất dễ nhớ"
        let good = ["token": token, "old": goodPassword, "password": new, "again": new]
        for (field, wrong, id) in [
            ("old", "không phải mật khẩu này", "own-old-error"),
            ("password", "ngắn quá đi", "own-again-error"),
            ("again", "không giống nhau đâu", "own-again-error"),
        ] {
            let answer = try await browser.post("/account/password", good.merging([field: wrong]) { $1 })
            #expect(answer.status == 422 && answer.text.contains("id=\"\(id)\""), "\(field)")
            #expect(!answer.text.contains(wrong) && !answer.text.contains(new), "\(field)")
        }
        #expect(try await browser.post("/account/password", good.merging(["token": ""]) { $1 }).status == 403)
        let changed = try await browser.post("/account/password", good)
        #expect(changed.location == "/account?done=password")
        #expect(try await browser.get("/account?done=password").text.contains("Đã đổi mật khẩu"))
        #expect(try await house.audited(after: before) == ["account.name-set", "account.password-set"])
        let again = house.browser()
        _ = try await again.post("/sign-in", ["name": "can.bo", "password": new])
        #expect(again.session != nil)
    }
}

@Test("one sees where one is signed in, ends one session or all others, and nobody else's")
func ownSessions() async throws {
    try await withHouse { house in
        let (_, first) = try await house.member("can.bo", .officer, in: thanhVinh)
        let (_, stranger) = try await house.member("nguoi.khac", .officer, in: thanhVinh)
        let others = try await [house.signedIn("can.bo"), house.signedIn("can.bo")]
        let page = try await first.get("/account")
        let ends = page.text.matches(of: /\/account\/sessions\/([0-9a-f-]+)\/end/).map { String($0.1) }
        #expect(ends.count == 2 && page.text.contains("Trình duyệt này"))
        let token = try #require(page.hidden("token"))
        let foreign = try #require(try await stranger.get("/account").hidden("token"))
        #expect(try await stranger.post("/account/sessions/\(ends[0])/end", ["token": foreign]).status == 404)
        #expect(try await first.post("/account/sessions/\(ends[0])/end", ["token": "x"]).status == 403)
        #expect(try await first.post("/account/sessions/\(ends[0])/end", ["token": token]).status == 303)
        #expect(try await first.post("/account/sessions/'--/end", ["token": token]).status == 404)
        #expect(try await first.post("/account/sign-out-others", ["token": token]).status == 303)
        for other in others { #expect(try await other.get("/cases").status == 303) }
        #expect(try await first.get("/cases").status == 200)
        #expect(try await stranger.get("/cases").status == 200)
    }
}

@Test("a key is shown once, works until it is revoked, and is made and revoked only within reach")
func keys() async throws {
    try await withHouse { house in
        let (_, administrator) = try await house.administrator()
        let token = try #require(try await administrator.get("/keys").hidden("token"))
        let good = [
            "token": token, "name": "Cổng <i>", "role": "viewer", "unit": thanhVinh.rawValue, "days": "30",
        ]
        for (field, wrong, id) in [
            ("days", "0", "key-days-error"), ("days", "x'--", "key-days-error"),
            ("name", " ", "key-name-error"),
            ("unit", "khong-co", "key-unit-error"), ("role", "administrator", "key-role-error"),
        ] {
            let answer = try await administrator.post("/keys", good.merging([field: wrong]) { $1 })
            #expect([403, 422].contains(answer.status), "\(field)")
            #expect(answer.text.contains("id=\"\(id)\"") && !answer.text.contains("<i>"), "\(field)")
        }
        let made = try await administrator.post("/keys", good)
        let text = String(try #require(made.text.firstMatch(of: /sen_[A-Za-z0-9_-]{43}/)).output)
        let list = try await administrator.get("/keys")
        #expect(list.text.contains("Cổng &lt;i&gt;") && !list.text.contains(text))
        let revoke = try #require(list.text.firstMatch(of: /\/keys\/[0-9a-f-]+\/revoke/)).output
        #expect(try await administrator.post(String(revoke), ["token": "x"]).status == 403)
        #expect(try await administrator.post(String(revoke), ["token": token]).status == 303)
        #expect(try await administrator.post(String(revoke), ["token": token]).status == 409)
        #expect(try await administrator.post("/keys/'--/revoke", ["token": token]).status == 404)
        #expect(try await house.audited().suffix(2) == ["key.made", "key.revoked"])
    }
}
