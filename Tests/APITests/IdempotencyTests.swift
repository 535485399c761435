import AuditLog
import Database
import Foundation
import HTTPTypes
import Identity
import Testing

@testable import API

private let again = ["Idempotency-Key": "đơn-1".utf8.map { String($0, radix: 16) }.joined()]

@Test("the same request under the same key is done once and answered twice alike")
func sameAnswer() async throws {
    try await withAPI { (bench) async throws in
        let officer = try await bench.caller(.officer, in: commune)
        let first = try await officer.post("/api/v1/cases", Requests.incident(), again)
        bench.clock.advance(3_600)
        let second = try await officer.post("/api/v1/cases", Requests.incident(), again)
        #expect(second.status == 201 && second.bytes == first.bytes)
        #expect(second.tag == first.tag && second.headers[.location] == first.headers[.location])
        #expect(second.header("Idempotent-Replayed") == "true" && first.header("Idempotent-Replayed") == nil)
        #expect(try await bench.audited() == ["key.made", "case.opened"])
    }
}

@Test("the same key for another request is refused, and nothing is done")
func otherRequest() async throws {
    try await withAPI { (bench) async throws in
        let officer = try await bench.caller(.officer, in: commune)
        let id = try await officer.opened()
        _ = try await officer.post("/api/v1/cases", Requests.incident(cause: "a"), again)
        let body = try await officer.post("/api/v1/cases", Requests.incident(cause: "b"), again)
        #expect(body.status == 422 && body.code == "api.idempotency-key-reused")
        let path = try await officer.post("/api/v1/cases/\(id)/accept", nil, again)
        #expect(path.status == 422)
        let dry = try await officer.post("/api/v1/cases?x=1", Requests.incident(cause: "a"), again)
        #expect(dry.status == 400, "what does not fit is told before the key counts")
        #expect(try await bench.number("SELECT count(*) FROM api_idempotency") == 1)
    }
}

@Test("a key of one caller is nothing to another")
func otherCaller() async throws {
    try await withAPI { (bench) async throws in
        let officer = try await bench.caller(.officer, in: commune)
        let other = try await bench.caller(.officer, in: otherCommune)
        _ = try await officer.post("/api/v1/cases", Requests.incident(), again)
        #expect(
            try await other.post("/api/v1/cases", Requests.incident(unit: otherCommune), again).status == 201
        )
    }
}

@Test("a refusal is an answer and is kept too")
func keptRefusal() async throws {
    try await withAPI { (bench) async throws in
        let officer = try await bench.caller(.officer, in: commune)
        let id = try await officer.opened()
        let path = "/api/v1/cases/\(id)/approve"
        let first = try await officer.post(path, nil, again)
        let second = try await officer.post(path, nil, again)
        #expect(first.status == 403 && second.status == 403 && first.json["code"] == second.json["code"])
        #expect(second.header("Idempotent-Replayed") == "true")
        #expect(second.headers[.contentType] == Problem.contentType)
    }
}

@Test("of many requests at once under one key one is done; the others get its answer or are told to wait")
func atOnce() async throws {
    try await withAPI { (bench) async throws in
        let officer = try await bench.caller(.officer, in: commune)
        let told = try await withThrowingTaskGroup(of: Told.self) { group in
            for _ in 0..<20 {
                group.addTask { try await officer.post("/api/v1/cases", Requests.incident(), again) }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(
            told.allSatisfy {
                $0.status == 201 || ($0.status == 409 && $0.code == "api.idempotency-key-in-use")
            }
        )
        #expect(Set(told.filter { $0.status == 201 }.map(\.bytes)).count == 1)
        #expect(try await bench.number("SELECT count(*) FROM case_file") == 1)
    }
}

@Test("after a crash between the work and its answer the key stays in use, and is free after a day")
func crashBetween() async throws {
    try await withAPI { (bench) async throws in
        let officer = try await bench.caller(.officer, in: commune)
        _ = try await officer.post("/api/v1/cases", Requests.incident(), again)
        _ = try await bench.database.write {
            try $0.execute("UPDATE api_idempotency SET status = NULL, headers = NULL, body = NULL")
        }
        let told = try await officer.post("/api/v1/cases", Requests.incident(), again)
        #expect(told.status == 409 && told.code == "api.idempotency-key-in-use")
        bench.clock.advance(IdempotentRuns.keptSeconds + 1)
        #expect(try await officer.post("/api/v1/cases", Requests.incident(), again).status < 300)
        #expect(try await bench.number("SELECT count(*) FROM api_idempotency") == 1)
    }
}

@Test("a key that is no key is refused")
func badKeys() async throws {
    try await withAPI { (bench) async throws in
        let officer = try await bench.caller(.officer, in: commune)
        for key in ["", String(repeating: "a", count: 201), "a b"] {
            let told = try await officer.post("/api/v1/cases", Requests.incident(), ["Idempotency-Key": key])
            #expect(told.status == 400 && told.code == "api.idempotency-key-invalid", "\(key)")
        }
    }
}
