import Console
import Hummingbird
import Identity
import Places
import Serving
import Testing
import Timekeeping

@Test("the printed link makes the first administrator, who sets up codes and is in; once")
func firstAdministrator() async throws {
    try await withHouse { house in
        let link = try #require(
            try await house.identity.links.makeFirstAdministratorLink(unit: province.rawValue)
        )
        let (browser, path, before) = (house.browser(), "/start/\(link.text)", try await house.lastEntry())
        #expect(try await browser.get(path).status == 200)
        #expect(try await browser.get(path).status == 200)
        let filled = [
            "full-name": "Trần Văn Mẫu", "name": "quan.tri", "password": goodPassword, "again": goodPassword,
        ]
        let made = try await browser.post(path, filled)
        #expect(made.status == 303 && made.location == "/enrol")
        #expect(try await browser.get("/cases").location == "/enrol")
        let codes = try await house.enrol(browser)
        #expect(codes.count == RecoveryCodes.count)
        #expect(try await browser.get("/cases").status == 200)
        #expect(try await browser.get(path).status == 404)
        #expect(try await browser.post(path, filled).status == 404)
        #expect(
            try await house.audited(after: before) == [
                "account.first-administrator-made", "account.signed-in", "account.timed-codes-set",
            ]
        )
    }
}

@Test("a mistake in the form is told beside it, keeps what was typed as text, and uses the link up not")
func mistakesBehindLink() async throws {
    try await withHouse { house in
        let link = try #require(
            try await house.identity.links.makeFirstAdministratorLink(unit: province.rawValue)
        )
        let (browser, path) = (house.browser(), "/start/\(link.text)")
        let good = [
            "full-name": "<b>Mẫu</b>", "name": "quan.tri", "password": goodPassword, "again": goodPassword,
        ]
        for (field, wrong, sentence) in [
            ("name", "<i>", "Tên đăng nhập chỉ gồm"), ("password", "ngắn", "không giống nhau"),
            ("again", "khác", "không giống nhau"), ("full-name", " ", "Họ và tên phải có"),
        ] {
            let answer = try await browser.post(path, good.merging([field: wrong]) { $1 })
            #expect(answer.status == 422, "\(field)")
            #expect(answer.text.contains(sentence), "\(field)")
            #expect(!answer.text.contains("<b>Mẫu") && !answer.text.contains("<i>"), "\(field)")
        }
        let short = try await browser.post(path, good.merging(["password": "ngắn", "again": "ngắn"]) { $1 })
        #expect(short.text.contains("ít nhất 12 ký tự"))
        #expect(try await house.audited().isEmpty)
        #expect(try await browser.post(path, good).status == 303)
    }
}

@Test("a link for one purpose does not open the other's page, and a forged one opens none")
func linkPurposes() async throws {
    try await withHouse { house in
        let first = try #require(
            try await house.identity.links.makeFirstAdministratorLink(unit: province.rawValue)
        )
        let browser = house.browser()
        #expect(try await browser.get("/link/\(first.text)").status == 404)
        #expect(try await browser.get("/link/x%00%3Cscript%3E").status == 404)
        #expect(try await browser.post("/start/\(String(repeating: "A", count: 43))", [:]).status == 404)
        house.advance(.seconds(AccountLink.firstAdministratorSeconds + 1))
        #expect(try await browser.get("/start/\(first.text)").status == 404)
    }
}

@Test("a session that has to set up codes reaches that, signing out and the language, and nothing else")
func enrolmentOnly() async throws {
    try await withHouse { house in
        let (_, browser) = try await house.member("quan.tri.2", .administrator, in: thanhVinh)
        let page = try await browser.get("/enrol")
        let token = try #require(page.hidden("token"))
        #expect(page.status == 200 && !page.text.contains("class=\"rooms\""))
        for path in ["/", "/cases", "/accounts", "/units", "/audit", "/account", "/keys", "/nowhere"] {
            #expect(try await browser.get(path).location == "/enrol", "\(path)")
            #expect(try await browser.post(path, ["token": token]).status == 403, "\(path)")
        }
        #expect(try await browser.post("/language", ["token": token, "language": "en"]).status == 303)
        #expect(try await browser.post("/sign-out", ["token": token]).location == "/sign-in")
    }
}

@Test("a wrong code while setting up says so and keeps the secret; a form without token is refused")
func wrongCodeWhileEnrolling() async throws {
    try await withHouse { house in
        let (_, browser) = try await house.member("can.bo", .officer, in: thanhVinh)
        let token = try #require(try await browser.get("/enrol").hidden("token"))
        #expect(try await browser.post("/enrol", ["step": "begin"]).status == 403)
        let early = try await browser.post("/enrol", ["token": token, "step": "confirm", "code": "000000"])
        #expect(early.status == 422 && early.text.contains("Chưa có mã QR"))
        let shown = try await browser.post("/enrol", ["token": token, "step": "begin"])
        #expect(shown.text.contains("<svg xmlns") && !shown.text.contains("style=\""))
        let secret = try #require(shown.text.firstMatch(of: /<code>([A-Z2-7]{32})<\/code>/)).1
        let right = try house.code(String(secret))
        let wrong = right == "000000" ? "000001" : "000000"
        let again = try await browser.post("/enrol", ["token": token, "step": "confirm", "code": wrong])
        #expect(again.status == 422 && again.text.contains("Mã xác thực không đúng"))
        #expect(!again.text.contains(secret))
        let done = try await browser.post("/enrol", ["token": token, "step": "confirm", "code": right])
        #expect(done.status == 200)
        #expect(try await browser.get("/enrol").location == "/account")
    }
}

@Test("whoever has codes is asked for one; a code from paper does too, once")
func secondStep() async throws {
    try await withHouse { house in
        let (_, browser) = try await house.member("can.bo", .officer, in: thanhVinh)
        let paper = try await house.enrol(browser)
        let other = house.browser()
        let asked = try await other.post(
            "/sign-in",
            ["name": "can.bo", "password": goodPassword, "back": "/cases"]
        )
        let ticket = try #require(asked.hidden("ticket"))
        #expect(asked.status == 200 && other.session == nil && asked.hidden("back") == "/cases")
        let wrong = try await other.post("/sign-in", ["ticket": ticket, "code": "12"])
        #expect(wrong.status == 422 && wrong.hidden("ticket") == ticket)
        let done = try await other.post(
            "/sign-in",
            ["ticket": ticket, "recovery": paper[0], "back": "/cases"]
        )
        #expect(done.status == 303 && done.location == "/cases")
        let used = try await other.post("/sign-in", ["ticket": ticket, "recovery": paper[1]])
        #expect(used.status == 422 && used.hidden("ticket") == nil)
        let forged = try await house.browser().post("/sign-in", ["ticket": "<x>", "code": "123456"])
        #expect(forged.status == 422 && !forged.text.contains("<x>"))
    }
}
