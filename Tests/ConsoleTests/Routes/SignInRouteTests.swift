import Console
import Hummingbird
import Identity
import Places
import Serving
import Testing
import Timekeeping

@Test("who is not signed in is led to sign in, and back to where they wanted to go")
func signInLeadsBack() async throws {
    try await withHouse { house in
        let (_, signedIn) = try await house.member("can.bo", .officer, in: thanhVinh)
        signedIn.session = nil
        let first = try await signedIn.get("/cases?state=overdue")
        #expect(first.status == 303 && first.location == "/sign-in?next=%2Fcases%3Fstate%3Doverdue")
        let page = try await signedIn.get(try #require(first.location))
        #expect(page.hidden("back") == "/cases?state=overdue")
        let done = try await signedIn.post(
            "/sign-in",
            ["name": "can.bo", "password": goodPassword, "back": "/cases?state=overdue"]
        )
        #expect(done.status == 303 && done.location == "/cases?state=overdue")
        #expect(try await signedIn.get("/cases").status == 200)
    }
}

@Test(
    "the way back is a path of ours or the board",
    arguments: [
        "https://evil.example/", "//evil.example", "/\\evil.example", "javascript:alert(1)", "/a\r\nb", "",
    ]
)
func foreignBack(back: String) async throws {
    try await withHouse { house in
        let (_, browser) = try await house.member("can.bo", .officer, in: thanhVinh)
        browser.session = nil
        let done = try await browser.post(
            "/sign-in",
            ["name": "can.bo", "password": goodPassword, "back": back]
        )
        #expect(done.status == 303 && done.location == "/")
    }
}

@Test("the session's cookie is for the server alone, for this site, and for HTTPS where there is any")
func cookieAttributes() async throws {
    for (headers, address, isSecure) in [
        ([:], nil, false), (["x-forwarded-proto": "https"], nil, true), ([:], "https://sen.example/", true),
        ([:], "http://sen.example/", false),
    ] as [([String: String], String?, Bool)] {
        try await withHouse(address: address) { house in
            _ = try await house.member("can.bo", .officer, in: thanhVinh)
            let done = try await house.browser(headers: headers)
                .post("/sign-in", ["name": "can.bo", "password": goodPassword])
            let cookie = try #require(done.headers[.setCookie])
            #expect(cookie.hasPrefix("sen_session=") && cookie.contains("HttpOnly"))
            #expect(cookie.contains("SameSite=Lax") && cookie.contains("Path=/"))
            #expect(cookie.contains("Secure") == isSecure, "\(cookie)")
            #expect(!cookie.contains("Domain"))
        }
    }
}

@Test("a wrong password and a name without account read the same, and what was typed is shown as text")
func wrongPassword() async throws {
    try await withHouse { house in
        _ = try await house.member("can.bo", .officer, in: thanhVinh)
        let before = try await house.lastEntry()
        let browser = house.browser()
        let wrong = try await browser.post("/sign-in", ["name": "can.bo", "password": "không phải mật khẩu"])
        let unknown = try await browser.post("/sign-in", ["name": "<script>x", "password": goodPassword])
        #expect(wrong.status == 422 && unknown.status == 422)
        #expect(wrong.text.contains("Tên đăng nhập hoặc mật khẩu không đúng"))
        #expect(
            wrong.text.replacing("can.bo", with: "NAME")
                == unknown.text.replacing("&lt;script&gt;x", with: "NAME")
        )
        #expect(browser.session == nil)
        #expect(
            try await house.audited(after: before) == ["account.sign-in-refused", "sign-in.name-unknown"]
        )
    }
}

@Test("whoever tries too often is told for how many seconds to wait")
func throttled() async throws {
    try await withHouse { house in
        _ = try await house.member("can.bo", .officer, in: thanhVinh)
        let browser = house.browser().inEnglish()
        var answer = try await browser.get("/sign-in")
        for _ in 0..<20 where answer.status != 429 {
            answer = try await browser.post("/sign-in", ["name": "can.bo", "password": "guess guess"])
        }
        let seconds = try #require(answer.headers[.retryAfter].flatMap { Int($0) })
        #expect(answer.status == 429 && seconds >= 1)
        #expect(answer.text.contains("Wait \(seconds) seconds"))
    }
}

@Test("a long wait says the time by the clock after which to try again, and then one gets in")
func throttledForLong() async throws {
    try await withHouse { house in
        _ = try await house.member("can.bo", .officer, in: thanhVinh)
        let browser = house.browser().inEnglish()
        var seconds = 0
        for _ in 0..<60 where seconds < 60 {
            let answer = try await browser.post("/sign-in", ["name": "can.bo", "password": "guess guess"])
            seconds = answer.headers[.retryAfter].flatMap { Int($0) } ?? 0
            if seconds >= 60 {
                let told = try #require(
                    answer.text.firstMatch(of: /sign in again after ([0-9]{2}):([0-9]{2})/)
                )
                let (hour, minute) = house.calendar.time(of: house.now + .seconds(Int64(seconds + 59)))
                #expect(Int(told.1) == hour && Int(told.2) == minute)
                #expect(answer.hidden("back") == "/" && answer.text.contains("value=\"can.bo\""))
            } else if seconds > 0 {
                house.advance(.seconds(Int64(seconds)))
            }
        }
        #expect(seconds >= 60)
        house.advance(.seconds(Int64(seconds)))
        let done = try await browser.post("/sign-in", ["name": "can.bo", "password": goodPassword])
        #expect(done.status == 303)
    }
}

@Test(
    "a form that another site sends is refused, signing in too",
    arguments: [
        ["sec-fetch-site": "cross-site"], ["sec-fetch-site": "same-site"], ["origin": "https://evil.example"],
        ["origin": "null"], ["origin": "http://sen.example.evil.example"],
        ["sec-fetch-site": "cross-site", "origin": "http://sen.example"],
    ]
)
func crossSite(headers: [String: String]) async throws {
    try await withHouse { house in
        let (_, browser) = try await house.member("can.bo", .officer, in: thanhVinh)
        let before = try await house.lastEntry()
        let victim = house.browser()
        let signIn = try await victim.post(
            "/sign-in",
            ["name": "can.bo", "password": goodPassword],
            headers: headers
        )
        #expect(signIn.status == 403 && victim.session == nil)
        let token = try #require(try await browser.get("/cases").hidden("token"))
        #expect(try await browser.post("/sign-out", ["token": token], headers: headers).status == 403)
        #expect(try await house.audited(after: before).isEmpty)
    }
}

@Test("a browser too old to say from where says its origin; a program says neither")
func sameSite() async throws {
    try await withHouse { house in
        _ = try await house.member("can.bo", .officer, in: thanhVinh)
        for headers in [["origin": "https://sen.example"], ["origin": "http://SEN.example"], [:]] {
            let fields = ["name": "can.bo", "password": goodPassword]
            #expect(try await house.browser().post("/sign-in", fields, headers: headers).status == 303)
        }
    }
}

@Test("signing out needs the session's token, ends the session and leaves one entry")
func signOut() async throws {
    try await withHouse { house in
        let (_, browser) = try await house.member("can.bo", .officer, in: thanhVinh)
        let (_, other) = try await house.member("can.bo.2", .officer, in: thanhVinh)
        let (session, before) = (browser.session, try await house.lastEntry())
        let foreign = try #require(try await other.get("/cases").hidden("token"))
        for forged in ["", "x", foreign] {
            #expect(try await browser.post("/sign-out", ["token": forged]).status == 403)
        }
        let token = try #require(try await browser.get("/cases").hidden("token"))
        #expect(try await browser.post("/sign-out", ["token": token]).location == "/sign-in")
        #expect(browser.session == nil)
        browser.session = session
        #expect(try await browser.get("/cases").status == 303)
        #expect(try await house.audited(after: before) == ["account.signed-out"])
    }
}

@Test("a forged cookie and a session that is over are nobody")
func endedSession() async throws {
    try await withHouse { house in
        let (_, browser) = try await house.member("can.bo", .officer, in: thanhVinh)
        let forged = house.browser()
        for cookie in ["x", String(repeating: "A", count: 43), "'; DROP TABLE session; --"] {
            forged.session = cookie
            #expect(try await forged.get("/cases").location == "/sign-in?next=%2Fcases")
            #expect(forged.session == nil, "the cookie is taken away")
        }
        house.advance(.seconds(SessionLife.idleSeconds + 1))
        #expect(try await browser.get("/cases").location == "/sign-in?next=%2Fcases")
    }
}

@Test("the language is the account's, else the cookie's, else Vietnamese, whatever the browser asks for")
func languages() async throws {
    try await withHouse { house in
        let guest = house.browser(headers: ["accept-language": "en-GB,en;q=0.9"])
        #expect(try await guest.get("/sign-in").text.contains("<html lang=\"vi\""))
        _ = try await guest.post("/language", ["language": "en", "back": "/sign-in"])
        #expect(try await guest.get("/sign-in").text.contains("<html lang=\"en\""))
        let chosen = try await guest.post("/language", ["language": "vi", "back": "/sign-in"])
        #expect(chosen.location == "/sign-in")
        #expect(try await guest.get("/sign-in").text.contains("<html lang=\"vi\""))
        let (_, browser) = try await house.member("can.bo", .officer, in: thanhVinh)
        #expect(try await browser.get("/cases").text.contains("<html lang=\"vi\""))
        let before = try await house.lastEntry()
        let token = try #require(try await browser.get("/cases").hidden("token"))
        #expect(try await browser.post("/language", ["language": "en"]).status == 403)
        #expect(try await browser.post("/language", ["language": "xx", "token": token]).status == 422)
        _ = try await browser.post("/language", ["language": "en", "token": token])
        #expect(try await browser.get("/cases").text.contains("<html lang=\"en\""))
        #expect(try await house.audited(after: before) == ["account.language-set"])
    }
}

@Test("every answer carries the policy, an unknown page and a file too")
func headersEverywhere() async throws {
    try await withHouse { house in
        for path in ["/sign-in", "/nowhere", "/cases", "/log/checkpoint", "/assets/none/none"] {
            let answer = try await house.browser().get(path)
            #expect(answer.headers[.contentSecurityPolicy]?.contains("default-src 'none'") == true, "\(path)")
            #expect(answer.headers[.xContentTypeOptions] == "nosniff", "\(path)")
        }
        #expect(try await house.browser().get("/nowhere").status == 404)
    }
}
