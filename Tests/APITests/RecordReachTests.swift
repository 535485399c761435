import Database
import Datasets
import HTTPTypes
import Identity
import Places
import Testing

@testable import API

extension APIBench {
    fileprivate func readings() async throws -> [String] {
        try await database.read { transaction in
            try transaction.query(
                "SELECT subject_kind, subject_id, unit_id FROM audit_entry WHERE action = 'record.read' ORDER BY id"
            )
            .map { "\(try $0[0] as String) \(try $0[1] as String) \(try $0[2] as String)" }
        }
    }
}

@Test("shared data is read by every unit, once in the log for each request; open data leaves no trace")
func sharedReading() async throws {
    try await withAPI { (bench) async throws in
        try await bench.declare()
        try await bench.declare(reportDeclaration(.open, id: "mo"))
        try await bench.written([report(), report(otherCommune)])
        try await bench.written([report()], in: "mo")
        let neighbour = try await bench.caller(.viewer, in: otherCommune)
        #expect(try await neighbour.get("/api/v1/datasets/mo/records").items.count == 1)
        #expect(try await neighbour.get("/api/v1/datasets/mo/records/17662/2026-10").status == 200)
        #expect(try await bench.readings().isEmpty)
        #expect(try await neighbour.get(october).status == 200)
        #expect(try await neighbour.get(records).items.count == 2)
        let shared = "dataset-reading dan-so so-noi-vu"
        #expect(try await bench.readings() == [shared, shared])
    }
}

@Test("restricted and personal data is read for a purpose alone, and each person's record has its own entry")
func purposes() async throws {
    try await withAPI { (bench) async throws in
        try await bench.declare(reportDeclaration(.restricted))
        try await bench.declare(reportDeclaration(.personal, id: "ca-nhan"))
        try await bench.written([report()])
        try await bench.written([report(), report(commune, "2026-11"), report(otherCommune)], in: "ca-nhan")
        let officer = try await bench.caller(.officer, in: commune)
        for path in [
            records, october, "/api/v1/datasets/ca-nhan/records", "/api/v1/datasets/ca-nhan/figures",
        ] {
            let refused = try await officer.get(path)
            #expect(refused.status == 400 && refused.code == "record.purpose-missing", "\(path)")
            #expect(
                refused.field == "Sen-Purpose" && (refused.json["detail"]?.text ?? "").contains("Sen-Purpose")
            )
        }
        #expect(try await bench.readings().isEmpty)
        #expect(try await officer.get(october, purpose).status == 200)
        #expect(try await bench.readings() == ["dataset-reading dan-so so-noi-vu"])
        #expect(try await officer.get("/api/v1/datasets/ca-nhan/records", purpose).items.count == 2)
        let persons = try await bench.readings().dropFirst()
        #expect(persons.count == 2 && Set(persons).count == 2)
        #expect(
            persons.allSatisfy { $0.hasPrefix("record ca-nhan/") && $0.hasSuffix(" \(commune.rawValue)") }
        )
        #expect(persons.allSatisfy { !$0.contains("2026") }, "no key in the log")
        let long = ["Sen-Purpose": String(repeating: "a", count: 501)]
        let refused = try await officer.get(october, long)
        #expect(refused.status == 400 && refused.field == "Sen-Purpose")
    }
}

private let operationsOnRecords = APIOperations.all.filter { $0.path.contains("{key}") }

@Test("another unit's restricted record answers in every operation as one that does not exist")
func foreignRecords() async throws {
    try await withAPI { (bench) async throws in
        try await bench.declare(reportDeclaration(.restricted))
        try await bench.written([report()])
        let none = "\(records)/17662/2026-09"
        for role in [Role.leader, .officer, .inspector, .auditor, .viewer] {
            let neighbour = try await bench.caller(role, in: otherCommune)
            let before = try await bench.audited()
            for operation in operationsOnRecords {
                var told: [Told] = []
                for path in [october, none] {
                    let end = operation.path.split(separator: "/").last.map(String.init) ?? ""
                    let whole = end == "{key}" ? path : "\(path)/\(end)"
                    let body = operation.method == .put ? report(otherCommune) : #"{"reason": "a"}"#
                    var headers = purpose
                    headers["Content-Type"] = "application/json"
                    let isBody = operation.method != .get && end != "approval"
                    told.append(
                        try await neighbour.send(
                            operation.method,
                            whole,
                            headers,
                            isBody ? Array(body.utf8) : []
                        )
                    )
                }
                #expect(told[0].status == told[1].status && told[0].json["detail"] == told[1].json["detail"])
                #expect([403, 404, 422].contains(told[0].status), "\(operation.id): \(told[0].text)")
            }
            #expect(try await neighbour.get(records, purpose).items.isEmpty)
            #expect(try await neighbour.get("\(records)?unit=17662", purpose).items.isEmpty)
            let figures = "/api/v1/datasets/dan-so/figures?unit="
            #expect(try await neighbour.get("\(figures)17662", purpose).status == 404)
            let read = try await bench.audited().dropFirst(before.count)
            #expect(Set(read) == ["record.read"], "lists are told of, and nothing else was done")
        }
    }
}

@Test("without a key or a role that writes nothing is written, and no unit takes over another one's record")
func writingReach() async throws {
    try await withAPI { (bench) async throws in
        try await bench.declare(reportDeclaration(["key": #"["note"]"#]))
        let path = "\(records)/a"
        let record = report(commune, "2026-10", #""note": "a""#)
        let callers = [
            (bench.stranger, 401), (try await bench.caller(.viewer, in: commune), 403),
            (try await bench.caller(.auditor), 403),
            (try await bench.caller(.officer, in: otherCommune), 403),
        ]
        for (caller, status) in callers {
            #expect(try await caller.putRecord(path, record).status == status)
        }
        let officer = try await bench.caller(.officer, in: commune)
        #expect(try await officer.putRecord(path, record).status == 201)
        let before = try await bench.audited()
        let taken = report(otherCommune, "2026-10", #""note": "a""#)
        let refused = try await callers[3].0.putRecord(path, taken)
        #expect(refused.status == 403 && refused.code == "record.unit-out-of-reach")
        #expect(try await bench.audited() == before)
        #expect(try await bench.caller(.officer).putRecord(path, taken).status == 200, "the one above may")
    }
}

extension [String: String] {
    fileprivate static func + (a: Self, b: Self) -> Self { a.merging(b) { $1 } }
}

private func reportDeclaration(_ changes: [String: String]) -> [UInt8] {
    reportDeclaration(.shared, id: "dan-so", changes)
}
