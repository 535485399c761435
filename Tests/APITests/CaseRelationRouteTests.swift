import Foundation
import HTTPTypes
import Identity
import Testing

@testable import API

private let again = ["Idempotency-Key": "lien-ket-1"]

extension APIBench {
    /// Two cases of the commune, by one of its officers.
    fileprivate func pair(_ officer: Caller) async throws -> (one: String, two: String) {
        let one = try await officer.opened(Requests.incident(cause: "a"))
        return (one, try await officer.opened(Requests.incident(cause: "b")))
    }
}

@Test("two cases are related by number or id and taken apart; sent again, nothing more is written")
func relatedCases() async throws {
    try await withAPI { (bench) async throws in
        let officer = try await bench.caller(.officer, in: commune)
        let (one, two) = try await bench.pair(officer)
        let path = "/api/v1/cases/\(one)/related"
        let number = try #require(try await officer.get("/api/v1/cases/\(two)").json["number"])
        let before = try await bench.audited()
        for name in [number, .text(two)] {
            let told = try await officer.post(path, ["case": name])
            #expect(told.status == 200 && told.json["id"] == .text(one) && !told.tag.isEmpty)
        }
        #expect(try await officer.get(path).items.map { $0["id"] } == [.text(two)])
        #expect(try await officer.get("/api/v1/cases/\(two)/related").items.map { $0["id"] } == [.text(one)])
        for _ in 1...2 { #expect(try await officer.ask(.delete, "\(path)/\(two)").status == 200) }
        #expect(try await officer.get(path).items.isEmpty)
        let written = ["case.related", "case.related", "case.unrelated", "case.unrelated"]
        #expect(try await bench.audited() == before + written)
        let lines = try await officer.get("/api/v1/cases/\(two)/timeline").items
        #expect(lines.compactMap { $0["kind"]?.text }.suffix(2) == ["related", "unrelated"])
    }
}

@Test("relating to itself is a clear error at its field, and what is no name of a case is refused")
func relatedToItself() async throws {
    try await withAPI { (bench) async throws in
        let officer = try await bench.caller(.officer, in: commune)
        let (one, _) = try await bench.pair(officer)
        let path = "/api/v1/cases/\(one)/related"
        let before = try await bench.audited()
        let itself = try await officer.post(path, ["case": .text(one)])
        #expect(itself.status == 422 && itself.field == "case" && itself.code == "case.related-to-itself")
        #expect(try await officer.post(path, ["case": "HS-26-1"]).status == 422)
        #expect(try await officer.post(path, ["case": "HS-2026-0000"]).status == 404)
        #expect(try await officer.ask(.delete, "\(path)/x").status == 404)
        #expect(try await bench.audited() == before)
    }
}

@Test("without a key, with a role that only reads, or for another unit, nothing is related or taken apart")
func relatingReach() async throws {
    try await withAPI { (bench) async throws in
        let officer = try await bench.caller(.officer, in: commune)
        let (one, two) = try await bench.pair(officer)
        let neighbour = try await bench.caller(.officer, in: otherCommune)
        let theirs = try await neighbour.opened(Requests.incident(unit: otherCommune))
        let path = "/api/v1/cases/\(one)/related"
        #expect(try await officer.post(path, ["case": .text(two)]).status == 200)
        let callers = [
            (bench.stranger, 401), (try await bench.caller(.viewer, in: commune), 403),
            (try await bench.caller(.inspector), 403), (neighbour, 404),
        ]
        let before = try await bench.audited()
        for (caller, status) in callers {
            #expect(try await caller.post(path, ["case": .text(two)]).status == status)
            #expect(try await caller.ask(.delete, "\(path)/\(two)").status == status)
        }
        for id in [theirs, Belongings.nobody] {
            let related = try await officer.post(path, ["case": .text(id)])
            #expect(related.status == 404 && related.code == "case.not-found")
            let undone = try await officer.ask(.delete, "\(path)/\(id)")
            #expect(undone.status == 404 && undone.code == "case.not-found")
        }
        #expect(try await bench.audited() == before, "nothing was written")
        #expect(try await officer.get(path).items.count == 1)
    }
}

@Test("taking apart under an idempotency key is done once and answered alike")
func unrelatedOnce() async throws {
    try await withAPI { (bench) async throws in
        let officer = try await bench.caller(.officer, in: commune)
        let (one, two) = try await bench.pair(officer)
        let path = "/api/v1/cases/\(one)/related"
        _ = try await officer.post(path, ["case": .text(two)])
        let first = try await officer.ask(.delete, "\(path)/\(two)", again)
        let second = try await officer.ask(.delete, "\(path)/\(two)", again)
        #expect(first.status == 200 && second.bytes == first.bytes)
        #expect(second.header("Idempotent-Replayed") == "true" && first.header("Idempotent-Replayed") == nil)
        #expect(try await officer.post(path, ["case": .text(two)], again).status == 422)
    }
}
