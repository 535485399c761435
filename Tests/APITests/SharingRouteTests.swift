import Database
import Datasets
import Identity
import Places
import Testing

@testable import API

private let science = Places.Unit.ID(rawValue: "so-khoa-hoc-va-cong-nghe")

private func terms(_ more: [(String, JSON)] = []) -> JSON {
    var members: [(String, JSON)] = [
        ("fields", ["people", "note"]), ("unit", .text(commune.rawValue)),
        ("legalBasis", "NĐ 194/2025/NĐ-CP, điều 16"), ("from", "2026-11-01"), ("until", "2026-12-31"),
    ]
    members += more
    return JSON(members)
}

private let asked = terms([("grantee", "so-khoa-hoc-va-cong-nghe"), ("purpose", "Quy hoạch trạm")])

extension APIBench {
    /// What the newest reading says in the log.
    fileprivate func newestReading() async throws -> String {
        let content: [UInt8]? = try await database.read {
            try $0.value(
                "SELECT content FROM audit_entry WHERE action = 'record.read' ORDER BY id DESC LIMIT 1"
            )
        }
        return String(decoding: content ?? [], as: UTF8.self)
    }

    fileprivate func fill() async throws {
        try await declare(reportDeclaration(.restricted))
        let more = #""people": 100, "money": 5, "note": "kín""#
        try await written([report(commune, "2026-10", more), report(otherCommune)])
    }
}

@Test(
    "an officer of another department asks, the owner grants two fields of one subtree, and exactly that is read"
)
func sharedByGrant() async throws {
    try await withAPI { (bench) async throws in
        try await bench.fill()
        let officer = try await bench.caller(.officer, in: science, days: 90)
        let owner = try await bench.caller(.leader, in: Places.Unit.ID(rawValue: "so-noi-vu"))
        let before = try await officer.get(records, purpose)
        #expect(before.items.isEmpty)
        let request = try await officer.post("/api/v1/datasets/dan-so/sharing", asked)
        #expect(request.status == 201 && request.json["state"]?.text == "pending")
        let id = try #require(request.json["id"]?.text)
        #expect(try await officer.post("/api/v1/sharing/\(id)/grant", terms()).status == 403)
        #expect(try await officer.get("\(records)?grant=\(id)").code == "sharing.not-in-force")
        let granted = try await owner.post("/api/v1/sharing/\(id)/grant", terms())
        #expect(granted.status == 200 && granted.json["state"]?.text == "granted")
        let read = try await officer.get("\(records)?grant=\(id)")
        #expect(read.items.count == 1)
        let record = read.items.first?["record"]
        #expect(record?["people"]?.integer == 100 && record?["note"]?.text == "kín")
        #expect(record?["money"] == nil)
        #expect(try await bench.newestReading().contains(#""grant":"\#(id)""#))
        #expect(try await bench.newestReading().contains("Quy hoạch trạm"))
        #expect(try await officer.get("\(october)?grant=\(id)").json["record"]?["money"] == nil)
        #expect(try await officer.get("\(records)?grant=\(id)&where=money%3E1").code == "record.field-masked")
        let lines = try await officer.streamed("\(records)?grant=\(id)", ["Accept": "application/x-ndjson"])
        #expect(!lines.text.contains("money") && lines.text.contains("kín"))
        let figures = try await officer.get("/api/v1/datasets/dan-so/figures?unit=17662&grant=\(id)")
        #expect(figures.items.first?["sums"]?.list?.compactMap { $0["field"]?.text } == ["people"])
        bench.clock.advance(60 * 86_400)
        #expect(try await officer.get("\(records)?grant=\(id)").code == "sharing.not-in-force")
    }
}

@Test("a refusal without a legal basis is refused; a revoked grant ends at once; a stranger finds nothing")
func refusedAndRevoked() async throws {
    try await withAPI { (bench) async throws in
        try await bench.fill()
        let officer = try await bench.caller(.officer, in: science, days: 90)
        let stranger = try await bench.caller(.leader, in: otherCommune)
        let owner = try await bench.caller(.leader, in: Places.Unit.ID(rawValue: "so-noi-vu"))
        let ask = "/api/v1/datasets/dan-so/sharing"
        let first = try #require(try await officer.post(ask, asked).json["id"]?.text)
        let refusal: JSON = ["reason": "ngoài chức năng", "legalBasis": " "]
        let told = try await owner.post("/api/v1/sharing/\(first)/refuse", refusal)
        #expect(told.code == "sharing.legal-basis-missing")
        let whole: JSON = ["reason": "ngoài chức năng", "legalBasis": "Luật 91/2025/QH15"]
        #expect(
            try await owner.post("/api/v1/sharing/\(first)/refuse", whole).json["state"]?.text == "refused"
        )
        #expect(try await owner.post("/api/v1/sharing/\(first)/refuse", whole).code == "sharing.decided")
        let second = try #require(try await officer.post(ask, asked).json["id"]?.text)
        _ = try await owner.post("/api/v1/sharing/\(second)/grant", terms())
        #expect(try await stranger.get("/api/v1/sharing/\(second)").code == "sharing.not-found")
        #expect(try await stranger.get("\(records)?grant=\(second)").code == "sharing.not-found")
        #expect(try await officer.get("/api/v1/sharing?dataset=dan-so").items.count == 2)
        #expect(try await stranger.get("/api/v1/sharing").items.isEmpty)
        let end: JSON = ["reason": "hết nhu cầu"]
        #expect(
            try await owner.post("/api/v1/sharing/\(second)/revoke", end).json["state"]?.text == "revoked"
        )
        #expect(try await officer.get("\(records)?grant=\(second)").code == "sharing.not-in-force")
    }
}

@Test("the owner sees who read what, with purpose; another unit does not")
func whoReadWhat() async throws {
    try await withAPI { (bench) async throws in
        try await bench.fill()
        let officer = try await bench.caller(.officer, in: commune)
        let owner = try await bench.caller(.officer, in: Places.Unit.ID(rawValue: "so-noi-vu"))
        _ = try await officer.get(october, purpose)
        let readings = "/api/v1/datasets/dan-so/readings"
        let told = try await owner.get(readings)
        #expect(told.items.map { $0["key"]?.text } == ["17662/2026-10"])
        #expect(told.items.first?["purpose"]?.text?.isEmpty == false)
        #expect(try await officer.get(readings).status == 404)
    }
}
