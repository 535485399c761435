import HTTPTypes
import Identity
import Places
import Testing

@testable import API

@Test("a key speaks for its role: me names it, its grant and what it may do")
func me() async throws {
    try await withAPI { (bench) async throws in
        let told = try await bench.caller(.officer, in: commune).get("/api/v1/me")
        #expect(told.status == 200)
        #expect(told.json["name"] == "Trục liên thông")
        #expect(told.json["grants"] == [["role": "officer", "unit": .text(commune.rawValue)]])
        let actions = told.json["actions"]?.list ?? []
        #expect(actions.contains("case.open") && !actions.contains("account.manage"))
        #expect(told.headers[.cacheControl] == "no-store")
        #expect(told.headers[.xContentTypeOptions] == "nosniff")
    }
}

@Test(
    "without a key every operation that needs one is refused, with the way to come in, before anything is read"
)
func noKey() async throws {
    try await withAPI { (bench) async throws in
        for operation in APIOperations.all where operation.needsKey {
            let path = operation.path.replacing(/\{\w+\}/, with: "x") + "?invented=1"
            let told = try await bench.stranger.ask(operation.method, path)
            #expect(told.status == 401 && told.code == "api.key-missing", "\(operation.id)")
            #expect(told.headers[.wwwAuthenticate] == "Bearer")
        }
        #expect(try await bench.audited().isEmpty)
    }
}

@Test("an expired, a revoked, a forged and a malformed key are refused alike")
func refusedKeys() async throws {
    try await withAPI { (bench) async throws in
        let (revoked, revokedText) = try await bench.makeKey(.viewer)
        let expired = try await bench.makeKey(.viewer, days: 1).text
        try await bench.revoke(revoked)
        bench.clock.advance(24 * 3600)
        let forged = "sen_" + String(repeating: "A", count: 43)
        for text in [revokedText, expired, forged, "sen_", "x", "sen_' OR 1=1"] {
            let told = try await Caller(bench: bench, key: text).get("/api/v1/me")
            #expect(told.status == 401 && told.code == "identity.key-refused")
        }
        for header in ["Basic YTpi", "Bearer", "", "sen_x"] {
            let told = try await bench.stranger.get("/api/v1/me", ["Authorization": header])
            #expect(told.status == 401 && told.code == "api.key-missing", "\(header)")
        }
    }
}

@Test("a session's cookie counts for nothing here")
func cookies() async throws {
    try await withAPI { (bench) async throws in
        let key = try await bench.makeKey(.viewer).text
        let told = try await bench.stranger.get(
            "/api/v1/me",
            ["Cookie": "sen_session=\(key); Authorization=\(key)"]
        )
        #expect(told.status == 401)
    }
}

@Test("a refusal is told in the caller's language, with the id under which the log has it")
func languages() async throws {
    try await withAPI { (bench) async throws in
        let english = try await bench.stranger.get("/api/v1/me")
        let officer = Caller(bench: bench, key: nil, language: "vi-VN,vi;q=0.9,en;q=0.5")
        let vietnamese = try await officer.get("/api/v1/me")
        #expect(english.json["title"] == "No valid key" && english.header("Content-Language") == "en")
        #expect(vietnamese.json["title"] == "Chưa có khóa hợp lệ")
        #expect(vietnamese.json["type"] == "/api#api.key-missing")
        #expect(english.json["requestId"] != vietnamese.json["requestId"])
    }
}

@Test(
    "a path that does not exist, a method that it does not take and an answer that nobody wants are told apart"
)
func pathsAndMethods() async throws {
    try await withAPI { (bench) async throws in
        let caller = try await bench.caller(.viewer)
        let nowhere = try await caller.get("/api/v1/nowhere")
        #expect(nowhere.status == 404 && nowhere.code == "api.not-found")
        let deleted = try await caller.ask(.delete, "/api/v1/cases")
        #expect(deleted.status == 405 && deleted.headers[.allow] == "GET, HEAD, POST")
        let unwanted = try await caller.get("/api/v1/me", ["Accept": "image/png"])
        #expect(unwanted.status == 406)
        #expect(try await caller.get("/api/v1/me", ["Accept": "application/problem+json"]).status == 200)
        #expect(try await caller.ask(.head, "/api/v1/me").bytes.isEmpty)
        let page = try await bench.stranger.get("/page")
        #expect(page.text == "a page of the console" && page.headers[.vary] == nil)
    }
}

@Test("a parameter that is unknown, stands twice or does not fit is refused by its name")
func parameters() async throws {
    try await withAPI { (bench) async throws in
        let caller = try await bench.caller(.viewer)
        let unknown = try await caller.get("/api/v1/cases?limmit=1")
        #expect(unknown.status == 400 && unknown.code == "api.parameter-unknown" && unknown.field == "limmit")
        #expect(unknown.json["detail"]?.text?.contains("limit") == true)
        let twice = try await caller.get("/api/v1/cases?limit=1&limit=2")
        #expect(twice.status == 400 && twice.code == "api.parameter-twice")
        for query in [
            "limit=0", "limit=9999", "limit=x", "open=maybe", "state=nonsense", "cursor=!", "cursor=YQ",
        ] {
            let told = try await caller.get("/api/v1/cases?\(query)")
            #expect(told.status == 400 && told.code == "api.parameter-invalid", "\(query)")
        }
    }
}
