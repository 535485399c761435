import Datasets
import Foundation
import HTTPTypes
import Identity
import Testing
import Timekeeping

@testable import API

@Test("a record is created, found, left alone, corrected and read as it was, each with its version and entry")
func recordLife() async throws {
    try await withAPI { (bench) async throws in
        try await bench.declare()
        let officer = try await bench.caller(.officer, in: commune)
        let created = try await officer.putRecord(october, report())
        #expect(created.status == 201 && created.tag == "\"1\"" && created.json["outcome"] == "created")
        #expect(created.header("Location") == october)
        let same = try await officer.putRecord(october, report(commune, "2026-10", #""people": 1e2"#))
        #expect(same.status == 200 && same.json["outcome"] == "unchanged")
        bench.clock.advance(60)
        let before = bench.clock.wall.now()
        bench.clock.advance(60)
        let updated = try await officer.putRecord(october, report(commune, "2026-10", #""people": 7"#))
        #expect(updated.status == 200 && updated.tag == "\"2\"" && updated.json["outcome"] == "updated")
        let now = try await officer.get(october)
        #expect(
            now.tag == "\"2\"" && now.json["record"]?["people"] == 7 && now.json["key"] == "17662/2026-10"
        )
        #expect(now.text.hasSuffix(#""record":{"org":"17662","people":7,"period":"2026-10"}}"#))
        let then = try await officer.get("\(october)?as-of=\(before.rfc3339)")
        #expect(then.tag == "\"1\"" && then.json["record"]?["people"] == 100)
        #expect(try await officer.get(october, ["If-None-Match": "\"2\""]).status == 304)
        #expect(try await officer.get("\(records)/17662%2F2026-10").status == 200)
        let versions = try await officer.get("\(october)/versions")
        #expect(versions.items.compactMap { $0["version"]?.integer } == [2, 1])
        let told = try await bench.audited().filter { $0.hasPrefix("record.") }
        #expect(told == ["record.created", "record.changed"] + Array(repeating: "record.read", count: 5))
    }
}

@Test("a write for another version, or for a record that should not be there yet, changes nothing")
func expectations() async throws {
    try await withAPI { (bench) async throws in
        try await bench.declare()
        let officer = try await bench.caller(.officer, in: commune)
        let other = report(commune, "2026-10", #""people": 5"#)
        #expect(try await officer.putRecord(october, report(), ["If-Match": "*"]).status == 412)
        #expect(try await officer.putRecord(october, report(), ["If-Match": "\"1\""]).status == 412)
        #expect(try await officer.putRecord(october, report(), ["If-None-Match": "*"]).status == 201)
        for headers in [["If-None-Match": "*"], ["If-Match": "\"2\""]] {
            let refused = try await officer.putRecord(october, other, headers)
            #expect(refused.status == 412 && refused.code == "record.changed-meanwhile")
        }
        #expect(try await officer.get(october).json["version"] == 1)
        #expect(try await officer.putRecord(october, other, ["If-Match": "*"]).tag == "\"2\"")
        #expect(try await officer.putRecord(october, report(), ["If-Match": "\"2\""]).tag == "\"3\"")
        let both = ["If-Match": "*", "If-None-Match": "*"]
        #expect(try await officer.putRecord(october, report(), both).status == 400)
    }
}

@Test("what does not fit is told by its place, in the caller's language, and nothing is written")
func issues() async throws {
    try await withAPI { (bench) async throws in
        try await bench.declare()
        var officer = try await bench.caller(.officer, in: commune)
        officer.language = "vi"
        let before = try await bench.audited()
        let misfit = try await officer.putRecord(
            october,
            report(commune, "2026-10", #""people": -1, "x": 1"#)
        )
        #expect(misfit.status == 422 && misfit.code == "record.invalid")
        let issues = misfit.json["issues"]?.list ?? []
        #expect(Set(issues.compactMap { $0["pointer"]?.text }) == ["/people", "/x"])
        #expect(
            issues.contains { $0["code"] == "schema.minimum" && ($0["detail"]?.text ?? "").contains("từ 0") }
        )
        let elsewhere = try await officer.putRecord("\(records)/17662/2026-11", report())
        #expect(elsewhere.status == 422 && elsewhere.code == "record.key-mismatch")
        #expect(try await bench.audited() == before)
    }
}

@Test("a locked period is corrected with a reason, in a header of UTF-8 or in the query")
func corrections() async throws {
    try await withAPI { (bench) async throws in
        try await bench.declare()
        let officer = try await bench.caller(.officer, in: commune)
        let path = "\(records)/17662/2026-01"
        let locked = try await officer.putRecord(path, report(commune, "2026-01"))
        #expect(locked.status == 409 && locked.code == "record.period-locked")
        let reason = ["Sen-Reason": "%C4%90%C3%ADnh%20ch%C3%ADnh"]
        #expect(try await officer.putRecord(path, report(commune, "2026-01"), reason).status == 201)
        #expect(try await officer.get(path).json["reason"] == "Đính chính")
        let again = report(commune, "2026-01", #""people": 8"#)
        #expect(try await officer.putRecord("\(path)?reason=sai%20s%E1%BB%91", again).status == 200)
        #expect(try await officer.get(path).json["reason"] == "sai số")
        for bad in ["%FF", "%00", "%1B%5B31m", "%E1%BA"] {
            let refused = try await officer.putRecord(path, report(commune, "2026-01"), ["Sen-Reason": bad])
            #expect(refused.status == 400 && refused.field == "Sen-Reason", "\(bad)")
        }
    }
}

@Test("a record is approved by the level that has to, returned and withdrawn with a reason")
func recordSteps() async throws {
    try await withAPI { (bench) async throws in
        try await bench.declare(reportDeclaration(.restricted, ["approvals": #"["unit", "owner"]"#]))
        let officer = try await bench.caller(.officer, in: commune)
        let (own, owner) = (
            try await bench.caller(.leader, in: commune), try await bench.caller(.leader, in: department)
        )
        _ = try await officer.putRecord(october, report())
        #expect(try await officer.post("\(october)/approval").status == 403)
        #expect(try await owner.post("\(october)/approval").status == 404)
        let once = try await own.post("\(october)/approval", nil, ["If-Match": "\"1\""])
        #expect(once.json["state"] == "submitted" && once.json["approvals"] == 1 && once.tag == "\"2\"")
        #expect(try await owner.post("\(october)/return", ["reason": "thiếu"]).json["state"] == "returned")
        #expect(try await own.post("\(october)/approval").code == "record.wrong-state")
        #expect(try await officer.putRecord(october, report()).tag == "\"4\"")
        _ = try await own.post("\(october)/approval")
        #expect(try await owner.post("\(october)/approval").json["state"] == "accepted")
        #expect(try await own.post("\(october)/withdrawal", [:]).status == 422)
        #expect(
            try await own.post("\(october)/withdrawal", ["reason": "a"], ["If-Match": "\"1\""]).status == 412
        )
        let gone = try await own.post("\(october)/withdrawal", ["reason": "nhập nhầm"])
        #expect(gone.json["state"] == "withdrawn" && gone.json["reason"] == "nhập nhầm")
        let written = try await bench.audited().filter { $0.hasPrefix("record.") }
        #expect(
            written.map { $0.dropFirst("record.".count) } == [
                "created", "approved", "returned", "changed", "approved", "approved", "withdrawn",
            ]
        )
    }
}
