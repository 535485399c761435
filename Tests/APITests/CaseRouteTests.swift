import Cases
import Database
import HTTPTypes
import Identity
import Testing

@testable import API

@Test("a case is opened with its place and version, and leaves one entry in the log")
func openCase() async throws {
    try await withAPI { (bench) async throws in
        let officer = try await bench.caller(.officer, in: commune)
        let told = try await officer.post("/api/v1/cases", Requests.incident())
        #expect(told.status == 201 && told.json["outcome"] == "opened")
        let it = try #require(told.json["case"])
        #expect(it["state"]?["code"] == "new" && it["severity"] == "serious" && it["isOverdue"] == false)
        let path = try #require(told.headers[.location])
        let read = try await officer.get(path)
        #expect(read.json == it && read.tag == told.tag && read.tag == "\"1\"")
        #expect(try await officer.get(path, ["If-None-Match": read.tag]).status == 304)
        #expect(try await bench.audited() == ["key.made", "case.opened"])
        let evidence = try await officer.get("\(path)/evidence")
        #expect(evidence.items.first?["quote"] == "slot gacor")
        #expect(try await officer.get("\(path)/timeline").items.count >= 1)
        #expect(try await officer.get("\(path)/related").items.isEmpty)
    }
}

@Test("the same cause again is merged into the open case")
func mergeCase() async throws {
    try await withAPI { (bench) async throws in
        let officer = try await bench.caller(.officer, in: commune)
        let first = try await officer.post("/api/v1/cases", Requests.incident(cause: "website:1:links"))
        bench.clock.advance(60)
        let second = try await officer.post("/api/v1/cases", Requests.incident(cause: "website:1:links"))
        #expect(second.status == 200 && ["merged", "repeated"].contains(second.json["outcome"]))
        #expect(second.json["case"]?["id"] == first.json["case"]?["id"])
    }
}

@Test("a case goes its way from new to closed, step by step")
func caseSteps() async throws {
    try await withAPI { (bench) async throws in
        let leader = try await bench.caller(.leader, in: commune)
        let path = "/api/v1/cases/\(try await leader.opened())"
        func step(_ name: String, _ body: JSON? = nil) async throws -> String? {
            let told = try await leader.post("\(path)/\(name)", body)
            #expect(told.status == 200, "\(name): \(told.text)")
            return told.json["state"]?["code"]?.text
        }
        _ = try await step("accept")
        let account = "account:0190c6a2-0000-7000-8000-000000000001"
        _ = try await step("assign", ["assignee": .text(account)])
        #expect(try await leader.get("/api/v1/cases?assignee=\(account)").items.count == 1)
        _ = try await step("assign", ["assignee": nil])
        _ = try await step("start")
        _ = try await step("comments", ["text": "Đã gọi đơn vị vận hành"])
        _ = try await step("evidence", ["items": [["kind": "quote", "quote": "nhà cái"]]])
        let answered = try await step(
            "answer",
            ["whatWasDone": "Đã vá phần mềm", "rootCause": "vulnerable-software"]
        )
        #expect(answered != "new")
        #expect(try await leader.get(path).json["answer"]?["whatWasDone"] == "Đã vá phần mềm")
    }
}

@Test("an officer's task is approved or sent back by a leader, a refusal is decided from above")
func decisions() async throws {
    try await withAPI { (bench) async throws in
        let above = try await bench.caller(.leader)
        let leader = try await bench.caller(.leader, in: commune)
        let refused = "/api/v1/cases/\(try await leader.opened())"
        let reason: JSON = ["reason": "Trang không thuộc xã"]
        #expect(try await leader.post("\(refused)/refuse", reason).json["refusal"]?["isConfirmed"] == false)
        let own = try await leader.post("\(refused)/confirm-refusal")
        #expect(own.status == 404, "the unit above decides: \(own.text)")
        #expect(try await above.post("\(refused)/confirm-refusal").json["refusal"]?["isConfirmed"] == true)
        let overruled = "/api/v1/cases/\(try await leader.opened())"
        _ = try await leader.post("\(overruled)/refuse", reason)
        #expect(try await above.post("\(overruled)/overrule-refusal", reason).json["refusal"] == JSON.null)
        for step in ["approve", "send-back"] {
            let told = try await leader.post("\(overruled)/\(step)", step == "approve" ? nil : reason)
            #expect(told.status == 409, "\(step) before an answer: \(told.text)")
        }
    }
}

@Test("a step for a version that is no more is refused")
func caseVersions() async throws {
    try await withAPI { (bench) async throws in
        let leader = try await bench.caller(.leader, in: commune)
        let path = "/api/v1/cases/\(try await leader.opened())"
        let stale = try await leader.post("\(path)/accept", nil, ["If-Match": "\"7\""])
        #expect(stale.status == 412)
        #expect(try await leader.post("\(path)/accept", nil, ["If-Match": "x"]).status == 400)
        #expect(try await leader.post("\(path)/accept", nil, ["If-Match": "\"1\""]).status == 200)
    }
}

@Test("a body that does not fit is refused by its field, and the nearest known name is told")
func badCases() async throws {
    try await withAPI { (bench) async throws in
        let officer = try await bench.caller(.officer, in: commune)
        func refused(_ body: JSON) async throws -> Told { try await officer.post("/api/v1/cases", body) }
        let unknown = try await refused(["titel": "a"])
        #expect(unknown.status == 422 && unknown.code == "api.field-unknown" && unknown.field == "titel")
        #expect(unknown.json["detail"]?.text?.contains("title") == true)
        #expect(try await refused([:]).code == "api.field-missing")
        #expect(try await refused([]).code == "api.field-invalid")
        let malformed = try await officer.send(
            .post,
            "/api/v1/cases",
            ["Content-Type": "application/json"],
            [0x7B]
        )
        #expect(malformed.status == 400 && malformed.code == "api.json-malformed")
        let deep = Array(String(repeating: "[", count: 1_000).utf8)
        #expect(
            try await officer.send(.post, "/api/v1/cases", ["Content-Type": "application/json"], deep).status
                == 400
        )
        let large = [UInt8](repeating: 0x20, count: Operation.Body.jsonBytesMax + 1)
        #expect(
            try await officer.send(.post, "/api/v1/cases", ["Content-Type": "application/json"], large).status
                == 413
        )
        #expect(
            try await officer.send(.post, "/api/v1/cases", ["Content-Type": "text/xml"], []).status == 415
        )
        #expect(try await officer.send(.post, "/api/v1/cases", [:], []).status == 415)
        #expect(try await bench.number("SELECT count(*) FROM case_file") == 0)
    }
}

@Test("a case from the future or the far past is refused")
func caseTimes() async throws {
    try await withAPI { (bench) async throws in
        let officer = try await bench.caller(.officer, in: commune)
        for day in ["2036-01-01T00:00:00Z", "1999-01-01T00:00:00Z"] {
            let told = try await officer.post("/api/v1/cases", Requests.incident(detectedAt: day))
            #expect(told.status == 422 && told.field == "detectedAt")
        }
    }
}

@Test("who only reads may not write, and another unit's case is as if it did not exist")
func caseReach() async throws {
    try await withAPI { (bench) async throws in
        let officer = try await bench.caller(.officer, in: commune)
        let path = "/api/v1/cases/\(try await officer.opened())"
        let viewer = try await bench.caller(.viewer, in: commune)
        let neighbour = try await bench.caller(.leader, in: otherCommune)
        let before = try await bench.audited()
        #expect(try await viewer.post("/api/v1/cases", Requests.incident()).status == 403)
        #expect(try await neighbour.post("/api/v1/cases", Requests.incident()).status == 404)
        let text: JSON = ["text": "a"]
        #expect(try await viewer.post("\(path)/comments", text).status == 403)
        #expect(try await neighbour.get("/api/v1/cases").items.isEmpty)
        let unknown = "/api/v1/cases/0190c6a2-0000-7000-8000-000000000000"
        for place in ["", "/timeline", "/evidence", "/related", "/attachments"] {
            let (theirs, none) = (
                try await neighbour.get(path + place), try await neighbour.get(unknown + place)
            )
            #expect(
                theirs.status == 404 && theirs.code == none.code
                    && theirs.json["detail"] == none.json["detail"]
            )
        }
        for step in ["accept", "start", "approve", "confirm-refusal"] {
            #expect(try await neighbour.post("\(path)/\(step)").status == 404)
        }
        #expect(try await neighbour.get("/api/v1/cases/x").status == 404)
        #expect(try await bench.audited() == before, "nothing was written")
    }
}

@Test("cases are listed page by page, each once, and filtered")
func caseList() async throws {
    try await withAPI { (bench) async throws in
        let officer = try await bench.caller(.officer, in: commune)
        for number in 0..<5 {
            _ = try await officer.opened(Requests.incident(cause: "cause:\(number)"))
            bench.clock.advance(1)
        }
        let pages = try await officer.pages("/api/v1/cases?limit=2")
        #expect(pages.map(\.count) == [2, 2, 1])
        #expect(Set(pages.joined().map { $0["cause"]?.text }).count == 5)
        #expect(try await officer.get("/api/v1/cases?state=new&severity=serious&open=true").items.count == 5)
        #expect(try await officer.get("/api/v1/cases?open=false").items.isEmpty)
        #expect(try await officer.get("/api/v1/cases?overdue=true").items.isEmpty)
        #expect(try await officer.get("/api/v1/cases?q=do%20luong").items.count == 5)
    }
}

@Test("a file of a case comes back as bytes to save, never as a page")
func attachments() async throws {
    try await withAPI { (bench) async throws in
        let officer = try await bench.caller(.officer, in: commune)
        let path = "/api/v1/cases/\(try await officer.opened())/attachments"
        let pdf = Array("%PDF-1.7 biên bản".utf8)
        let name = "Bi%C3%AAn%20b%E1%BA%A3n.pdf"
        let told = try await officer.send(
            .post,
            "\(path)?name=\(name)",
            ["Content-Type": "application/pdf"],
            pdf
        )
        #expect(told.status == 201, "\(told.text)")
        let file = try await officer.get(try #require(told.headers[.location]))
        #expect(file.bytes == pdf && file.headers[.contentType] == "application/octet-stream")
        #expect(file.headers[.contentDisposition]?.hasPrefix("attachment;") == true)
        #expect(try await officer.get(path).items.count == 1)
        #expect(try await officer.get("\(path)/0190c6a2-0000-7000-8000-000000000000").status == 404)
        let script = Array("<script>alert(1)</script>".utf8)
        let page = try await officer.send(.post, "\(path)?name=a.html", ["Content-Type": "text/html"], script)
        if let place = page.headers[.location] {
            let saved = try await officer.get(place)
            #expect(saved.headers[.contentType] == "application/octet-stream")
            #expect(saved.headers[.contentDisposition]?.hasPrefix("attachment;") == true)
        }
    }
}
