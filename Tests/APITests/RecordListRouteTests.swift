import Datasets
import HTTPTypes
import Identity
import Testing
import Timekeeping

@testable import API

private let months = ["2026-08", "2026-09", "2026-10"]

extension APIBench {
    /// Three months of two communes; one does not know its revenue.
    fileprivate func seeded(_ classification: Classification = .shared) async throws -> Caller {
        try await declare(reportDeclaration(classification))
        for (index, month) in months.enumerated() {
            try await written([
                report(commune, month, #""people": \#(100 * (index + 1)), "money": 0.\#(index + 1)5"#),
                report(otherCommune, month, #""people": 50, "note": "ghi chú""#),
            ])
        }
        return try await caller(.viewer)
    }
}

private func keys(_ told: Told) -> [String] { told.items.compactMap { $0["key"]?.text } }

@Test("records are paged by cursor, and filtered by unit, period, state and fields with an index")
func filteredList() async throws {
    try await withAPI { (bench) async throws in
        let viewer = try await bench.seeded()
        let pages = try await viewer.pages("\(records)?limit=4")
        #expect(pages.map(\.count) == [4, 2])
        #expect(
            try await keys(viewer.get("\(records)?unit=17662&from=2026-09")) == [
                "17662/2026-09", "17662/2026-10",
            ]
        )
        #expect(try await viewer.get("\(records)?unit=40&from=2026-09&to=2026-09").items.count == 2)
        #expect(try await viewer.get("\(records)?state=withdrawn").items.isEmpty)
        let many = try await viewer.get("\(records)?where=people%3E%3D200&where=people<300")
        #expect(keys(many) == ["17662/2026-09"])
        #expect(try await viewer.get("\(records)?where=note=ghi%20ch%C3%BA").items.count == 3)
        #expect(try await viewer.get("\(records)?where=money!=0.15").items.count == 2)
        let some = try await viewer.get("\(records)?limit=1&fields=people,place/lat")
        #expect(some.items.first?["record"] == ["people": 50])
        let start = bench.clock.wall.now().rfc3339
        bench.clock.advance(60)
        try await bench.written([report(commune, "2026-10", #""people": 1"#)])
        let then = try await viewer.get("\(records)?as-of=\(start)&where=people=300")
        #expect(keys(then) == ["17662/2026-10"])
    }
}

@Test("what is no filter is refused with its place, whatever it tries")
func badFilters() async throws {
    try await withAPI { (bench) async throws in
        let viewer = try await bench.seeded()
        let bad = [
            ("where=x", "where"), ("where=khong=1", nil), ("where=people=abc", nil),
            ("where=people=NaN", nil),
            ("where=people=1%20OR%201=1", nil), ("where=c1=1", nil), ("from=2026", "from"),
            ("from=2026-13", "from"),
            ("to=2026-Q1", "to"), ("fields=,", "fields"), ("fields=a//b", "fields"), ("cursor=%21", "cursor"),
            ("cursor=_w", "cursor"), ("unit=khong-co", nil), ("unit=x'--", nil), ("limit=0", "limit"),
            ("as-of=2026", "as-of"), ("state=x'--", "state"), ("khong=1", "khong"),
            ("limit=1&limit=1", "limit"),
            ("fields=" + String(repeating: "a,", count: 101) + "a", "fields"),
            (Array(repeating: "where=people=1", count: 17).joined(separator: "&"), "where"),
        ]
        for (query, field) in bad {
            let told = try await viewer.get("\(records)?\(query)")
            #expect(told.status == 400 && told.field == field, "\(query): \(told.text)")
        }
        let quoted = try await viewer.get("\(records)?where=note=x'%29%3B%20DROP%20TABLE%20record_1%3B--")
        #expect(quoted.status == 200 && quoted.items.isEmpty)
        #expect(try await viewer.get(records).items.count == 6)
        let figures = "/api/v1/datasets/dan-so/figures"
        for query in ["from=2026", "fields=note", "unit=khong-co"] {
            #expect([400, 404].contains(try await viewer.get("\(figures)?\(query)").status))
        }
    }
}

@Test("as NDJSON all pages come in one answer, a record a line, and one entry tells of it")
func streamed() async throws {
    try await withAPI { (bench) async throws in
        let viewer = try await bench.seeded()
        let rows = (1...1_100).map { report(commune, "2026-07", #""note": "\#($0)""#) }
        try await bench.declare(
            reportDeclaration(.shared, id: "nhieu", ["key": #"["note"]"#])
        )
        for part in [rows.prefix(600), rows.suffix(500)] {
            let officer = try await bench.caller(.officer, in: commune)
            let told = try await officer.postRows("/api/v1/datasets/nhieu/records?reason=a", Array(part))
            #expect(told.json["refused"] == 0)
        }
        let before = try await bench.audited()
        let accept = ["Accept": "application/x-ndjson"]
        let told = try await viewer.streamed("/api/v1/datasets/nhieu/records?fields=note", accept)
        #expect(told.header("Content-Type") == "application/x-ndjson")
        let lines = told.text.split(separator: "\n")
        #expect(lines.count == 1_100 && lines.allSatisfy { $0.hasPrefix("{") && $0.hasSuffix("}}") })
        #expect(Set(lines).count == 1_100)
        #expect(try await bench.audited() == before + ["record.read"])
        let few = try await viewer.streamed("/api/v1/datasets/nhieu/records?limit=7", accept)
        #expect(few.text.split(separator: "\n").count == 7)
        let refused = try await viewer.get("/api/v1/datasets/nhieu/records", ["Accept": "text/csv"])
        #expect(refused.status == 406)
    }
}

@Test("figures are exact, by unit and by period, and what is missing is null and not zero")
func figures() async throws {
    try await withAPI { (bench) async throws in
        let viewer = try await bench.seeded()
        let path = "/api/v1/datasets/dan-so/figures"
        let all = try await viewer.get(path)
        #expect(all.items.first?["records"] == 6 && all.items.count == 1)
        #expect(
            all.items.first?["sums"] == [
                ["field": "money", "sum": "0.75", "records": 3],
                ["field": "people", "sum": "750", "records": 6],
            ]
        )
        let below = try await viewer.get("\(path)?unit=40&below=true&from=2026-10&to=2026-10&fields=money")
        #expect(below.items.compactMap { $0["unit"] } == ["16681", "17662"])
        #expect(below.items.first?["sums"] == [["field": "money", "sum": nil, "records": 0]])
        #expect(below.items.last?["sums"] == [["field": "money", "sum": "0.35", "records": 1]])
        let months = try await viewer.get("\(path)?unit=17662&by-period=true")
        #expect(months.items.compactMap { $0["period"]?.text } == ["2026-08", "2026-09", "2026-10"])
        #expect(try await viewer.get("\(path)?from=2025-01&to=2025-12").items.isEmpty)
    }
}

@Test("figures about fewer persons than the dataset says are not shown")
func fewPersons() async throws {
    try await withAPI { (bench) async throws in
        let viewer = try await bench.seeded(.personal)
        let path = "/api/v1/datasets/dan-so/figures?unit=40&below=true&from=2026-10&to=2026-10"
        for item in try await viewer.get(path, purpose).items {
            #expect(item["suppressed"] == true && item["records"] == .null)
            #expect((item["sums"]?.list ?? []).allSatisfy { $0["sum"] == .null && $0["records"] == .null })
        }
    }
}

@Test("many records come as lines, each with its outcome; a trial writes nothing")
func rows() async throws {
    try await withAPI { (bench) async throws in
        try await bench.declare()
        let officer = try await bench.caller(.officer, in: commune)
        let rows = [
            report(), "", report(commune, "2026-09", #""people": -1"#), report(otherCommune),
            report() + "\r", "{", report(commune, "2026-09"),
        ]
        let before = try await bench.audited()
        let trial = try await officer.postRows("\(records)?dry-run=true", rows)
        #expect(trial.json["written"] == 0 && trial.json["refused"] == 3)
        #expect(try await bench.audited() == before)
        let told = try await officer.postRows(records, rows)
        let report = told.json["rows"]?.list ?? []
        #expect(report.compactMap { $0["line"]?.integer } == [1, 3, 4, 5, 6, 7])
        #expect(
            report.compactMap { $0["outcome"]?.text } == [
                "created", "refused", "refused", "unchanged", "refused", "created",
            ]
        )
        #expect(report[1]["issues"]?.list?.first?["pointer"] == "/people")
        #expect(report[2]["issues"]?.list?.first?["code"] == "record.unit-out-of-reach")
        #expect(try await bench.audited() == before + ["record.created", "record.created"])
        let viewer = try await bench.caller(.viewer, in: commune)
        #expect(try await viewer.postRows(records, rows).status == 403)
        let many = Array(repeating: "{}", count: DatasetStore.rowsMax + 1)
        #expect(try await officer.postRows(records, many).status == 413)
    }
}
