import Datasets
import HTTPTypes
import Identity
import Testing

@testable import API

private let type = ["Content-Type": "application/json"]

@Test(
    "JSON that is no JSON, too deep, ambiguous or beyond numbers is refused with a clear text, and nothing is written",
    arguments: [
        (String(repeating: "[", count: 10_000) + String(repeating: "]", count: 10_000), 400),
        (String(repeating: #"{"a":"#, count: 10_000) + "1" + String(repeating: "}", count: 10_000), 400),
        (#"{"org":"17662","org":"16681","period":"2026-10"}"#, 400),
        (#"{"org":"17662","period":"2026-10","people":NaN}"#, 400),
        (#"{"org":"17662","period":"2026-10","people":1e999999999999}"#, 400),
        (#"{"org":"17662","period":"2026-10","people":99999999999999999999}"#, 422),
        ("", 400), ("null", 422), ("[]", 422), (#"{"org":"17662","period":"2026-10"}}"#, 400),
        (#"{"org":"17662","period":"2026-10","place":{"a":"\ud800"}}"#, 400),
    ]
)
func hostileJSON(text: String, status: Int) async throws {
    try await withAPI { (bench) async throws in
        try await bench.declare()
        let officer = try await bench.caller(.officer, in: commune)
        let before = try await bench.audited()
        let told = try await officer.putRecord(october, text)
        #expect(told.status == status, "\(told.text)")
        let detail = told.json["detail"]?.text ?? ""
        #expect(detail.count > 10)
        let row = try await officer.postRows(records, [text])
        #expect(row.status == 200 && row.json["written"] == 0, "\(row.text)")
        #expect(try await bench.audited() == before)
    }
}

@Test("bytes that are no UTF-8, bodies that are too large and keys that no record has are refused")
func hostileBytes() async throws {
    try await withAPI { (bench) async throws in
        try await bench.declare()
        let officer = try await bench.caller(.officer, in: commune)
        let start = Array(#"{"org":"17662","period":"2026-10","note":""#.utf8)
        let invalid = try await officer.send(.put, october, type, start + [0xC3, 0x28] + Array("\"}".utf8))
        #expect(invalid.status == 400 && invalid.code == "record.not-json")
        let large = start + Array(repeating: UInt8(ascii: "a"), count: 1 << 20) + Array("\"}".utf8)
        #expect(try await officer.send(.put, october, type, large).status == 413)
        let lines = ["Content-Type": "application/x-ndjson"]
        let flood = Array(repeating: UInt8(ascii: "\n"), count: 9 << 20)
        #expect(try await officer.send(.post, records, lines, flood).status == 413)
        #expect(try await officer.send(.put, october, ["Content-Type": "text/plain"], start).status == 415)
        let keys = [
            "%00", "a%0Ab", "%FF", "%", String(repeating: "a", count: 401),
            "x'%3B%20DROP%20TABLE%20record_1%3B--",
            "..%2F..", "17662%2F2026-10%2F", "%7B%7D",
        ]
        for key in keys {
            for end in ["", "/versions"] {
                let told = try await officer.get("\(records)/\(key)\(end)")
                #expect(told.status == 404 && told.code == "record.not-found", "\(key): \(told.text)")
            }
        }
    }
}

@Test("SQL, HTML and control characters in every field are kept as they were typed, or told")
func hostileFields() async throws {
    try await withAPI { (bench) async throws in
        try await bench.declare(reportDeclaration(.shared, ["key": #"["note"]"#]))
        let officer = try await bench.caller(.officer, in: commune)
        for (index, text) in ["x'); DROP TABLE record_1; --", "<img src=x>&", #"a\u0000b\u001b[31m"#, "/%2F"]
            .enumerated()
        {
            let told = try await officer.postRows(
                records,
                [report(commune, "2026-10", #""note": "\#(text)""#)]
            )
            #expect(told.json["rows"]?.list?.first?["outcome"] == "created", "\(told.text)")
            let key = try #require(told.json["rows"]?.list?.first?["key"]?.text)
            let path = key.utf8.map { byte in
                let plain = (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte)
                let hex = String(byte, radix: 16, uppercase: true)
                return plain ? String(Character(Unicode.Scalar(byte))) : "%" + (byte < 16 ? "0" : "") + hex
            }
            let read = try await officer.get("\(records)/\(path.joined())")
            #expect(read.status == 200 && read.text.contains(text), "\(read.text)")
            let list = try await officer.get("\(records)?limit=100")
            #expect(list.items.count == index + 1)
        }
    }
}

private func reportDeclaration(_ classification: Classification, _ changes: [String: String]) -> [UInt8] {
    reportDeclaration(classification, id: "dan-so", changes)
}
