import Access
import AuditLog
import Cryptography
import Database
import Datasets
import Language
import Places
import Testing
import Timekeeping

private let reportID = Dataset.ID(rawValue: "report")

extension DatasetBench {
    /// Changes the declaration of reports, by whoever owns the province.
    @discardableResult
    fileprivate func change(
        _ changes: [String: String],
        expecting version: Int = 1,
        breaking: BreakingChange = .refuse,
        by unit: Places.Unit.ID = province
    ) async throws -> ChangedDataset {
        let declaration = try DatasetDeclaration(Array(reportDeclaration(changes).utf8))
        return try await store.change(declaration, expecting: version, breaking: breaking, by: permit(unit))
    }

    fileprivate func report(_ changes: [String: String]) async throws -> SchemaChangeReport {
        try await store.report(on: DatasetDeclaration(Array(reportDeclaration(changes).utf8)))
    }

    fileprivate func keys(_ filter: RecordFilter.Condition...) async throws -> [String] {
        var whole = RecordFilter()
        whole.conditions = filter
        return try await store.records(in: reportID, whole, within: .everything).records.map(\.key.text)
    }
}

/// At most 50 people, and money as a whole number.
private let narrower = [
    "schema": """
    {
        "type": "object", "required": ["org", "period"], "additionalProperties": false,
        "properties": {
            "org": {"type": "string"}, "period": {"type": "string"},
            "people": {"type": "integer", "minimum": 0, "maximum": 50}, "money": {"type": "integer"},
            "note": {"type": "string"}, "place": {"type": "object"}
        }
    }
    """
]

/// Money is indexed instead of summed, notes are no longer indexed, and people are as they were.
private let otherColumns = [
    "fields": """
    {
        "org": {"title": {"vi": "Đơn vị", "en": "Unit"}, "index": "text"},
        "period": {"title": {"vi": "Kỳ", "en": "Period"}},
        "people": {"title": {"vi": "Dân số", "en": "People"}, "sum": true},
        "money": {"title": {"vi": "Thu", "en": "Revenue"}, "sum": true, "decimals": 1, "index": "real"}
    }
    """
]

@Suite("Changing a declaration")
struct DatasetChangeTests {
    @Test("a new schema gets the next version, and old records keep theirs")
    func newSchema() async throws {
        try await onEachBench { bench in
            try await bench.declare()
            try await bench.put(report("16681", people: 10))
            let changed = try await bench.change(narrower)
            let (stored, found) = (changed.stored, changed.report)
            #expect(stored.version == 2)
            #expect(stored.schemaVersion == 2)
            #expect(found.changesSchema)
            #expect([found.records, found.brokenRecords] == [1, 0])
            #expect(try await bench.record("16681/2026-10").schemaVersion == 1)
            try await bench.put(report("16690", people: 20))
            #expect(try await bench.record("16690/2026-10").schemaVersion == 2)
            #expect(try await code { try await bench.put(report("16690", people: 51)) } == .recordInvalid)
            #expect(
                try await bench.audited() == [
                    "dataset.declared report", "record.created report/16681/2026-10",
                    "dataset.changed report", "record.created report/16690/2026-10",
                ]
            )
        }
    }

    @Test("the report names places, counts and keys of what breaks, and a withdrawn record breaks nothing")
    func whatBreaks() async throws {
        try await onEachBench { bench in
            try await bench.declare()
            try await bench.put(report("16681", people: 51, money: "1.5"))
            try await bench.put(report("16690", people: 52))
            try await bench.put(report("16681", "2026-09", people: 50))
            try await bench.put(report("16681", "2026-08", people: 500))
            _ = try await bench.store.withdraw(
                RecordKey("16681/2026-08"),
                in: reportID,
                origin: RecordOrigin(through: "test", reason: "nhầm"),
                by: bench.permit()
            )
            let found = try await bench.report(narrower)
            #expect([found.records, found.brokenRecords] == [3, 2])
            #expect(found.breaks.map(\.pointer) == ["/money", "/people"])
            #expect(found.breaks.map(\.code) == ["schema.type", "schema.maximum"])
            #expect(found.breaks.map(\.records) == [1, 2])
            #expect(found.breaks.last?.examples.map(\.text) == ["16681/2026-10", "16690/2026-10"])
            #expect(!found.hasMore)
        }
    }

    @Test("what breaks records is refused with the report until it is accepted, and a report writes nothing")
    func refusedUntilAccepted() async throws {
        try await onEachBench { bench in
            try await bench.declare()
            try await bench.put(report(people: 51))
            let before = try await bench.audited()
            do {
                try await bench.change(narrower)
                Issue.record("the change was taken")
            } catch let failure as DatasetError {
                #expect(failure.code == .breaksRecords)
                #expect((failure.cause as? SchemaChangeReport)?.brokenRecords == 1)
            }
            _ = try await bench.report(narrower)
            #expect(try await bench.audited() == before)
            #expect(try await bench.store.find(reportID).version == 1)
            #expect(try await bench.change(narrower, breaking: .accept).stored.version == 2)
            #expect(try await bench.record("16681/2026-10").content.contains("51"))
        }
    }

    @Test("no key of personal data is in the report")
    func personalKeysAreNotShown() async throws {
        try await onEachBench { bench in
            let personal = ["classification": #""personal""#]
            try await bench.declare(reportDeclaration(personal))
            try await bench.put(report(people: 51))
            let found = try await bench.report(narrower.merging(personal) { $1 })
            #expect(found.breaks.map(\.records) == [1])
            #expect(found.breaks.map(\.examples) == [[]])
        }
    }

    @Test("an unchanged declaration changes nothing")
    func unchanged() async throws {
        try await onEachBench { bench in
            try await bench.declare()
            let changed = try await bench.change([:])
            let (stored, found) = (changed.stored, changed.report)
            #expect(stored.version == 1)
            #expect(found.isUnchanged)
            #expect(try await bench.audited() == ["dataset.declared report"])
        }
    }

    @Test("a title changes without a look at the records or another schema")
    func title() async throws {
        try await onEachBench { bench in
            try await bench.declare()
            try await bench.put(report())
            let changed = try await bench.change(["title": #"{"vi": "Tên mới", "en": "New"}"#])
            let (stored, found) = (changed.stored, changed.report)
            #expect([stored.version, stored.schemaVersion] == [2, 1])
            #expect(found.records == 0)
            #expect(!found.isUnchanged)
            #expect(stored.dataset.title.vi == "Tên mới")
        }
    }

    @Test(
        "a process that has not heard of a change takes what fits the new declaration, and refuses what does not"
    )
    func anotherProcess() async throws {
        try await onEachBench { bench in
            let trees = try fewUnits()
            let other = DatasetStore(
                database: bench.database,
                audit: AuditLog(randomBytes: SecureRandom.bytes),
                clock: bench.clock.wall,
                ids: .timeOrdered(clock: bench.clock.wall) { 7 },
                calendar: try #require(CivilCalendar(timeZoneNamed: "Asia/Ho_Chi_Minh")),
                trees: { trees }
            )
            func put(_ json: String) async throws -> RecordOutcome {
                try await other.put(
                    Array(json.utf8),
                    in: reportID,
                    origin: RecordOrigin(through: "test"),
                    by: bench.permit()
                ).outcome
            }
            try await bench.declare(reportDeclaration(narrower))
            #expect(try await put(report(people: 50)) == .created)
            try await bench.change([:])
            #expect(try await put(report(people: 51)) == .updated(version: 2))
            try await bench.change(narrower, expecting: 2, breaking: .accept)
            #expect(try await code { try await put(report("16690", people: 52)) } == .recordInvalid)
        }
    }

    @Test("a list has one place in the report, however long it is")
    func listsAreOnePlace() async throws {
        try await onEachBench { bench in
            func members(_ items: String) -> [String: String] {
                [
                    "schema":
                        #"{"type": "object", "properties": {"list": {"type": "array", "items": \#(items)}}}"#
                ]
            }
            try await bench.declare(reportDeclaration(members("true")))
            try await bench.put(#"{"org": "16681", "period": "2026-10", "list": [1, "a", "b", 2]}"#)
            let found = try await bench.report(members(#"{"type": "integer"}"#))
            #expect(found.breaks.map(\.pointer) == ["/list/*"])
            #expect(found.breaks.map(\.records) == [1])
        }
    }
}

@Suite("What a declaration may change")
struct DatasetStructureTests {
    private static let structures = [
        ["key": #"["org", "period", "note"]"#], ["unit": ""], ["period": ""],
        ["period": #"{"type": "year", "field": "period"}"#], ["classification": #""personal""#],
    ]

    @Test("how records are found is fixed while there are some", arguments: structures)
    func fixed(changes: [String: String]) async throws {
        try await onEachBench { bench in
            try await bench.declare()
            try await bench.put(report())
            #expect(try await code { try await bench.change(changes, breaking: .accept) } == .structureFixed)
            #expect(try await code { try await bench.report(changes) } == .structureFixed)
        }
    }

    @Test("an empty dataset can be declared in quite another way", arguments: structures)
    func freeWhileEmpty(changes: [String: String]) async throws {
        try await onEachBench { bench in
            try await bench.declare()
            #expect(try await bench.change(changes).stored.version == 2)
        }
    }

    @Test("a version that is not the present one, or an owner outside of the permit, is refused")
    func refusals() async throws {
        try await onEachBench { bench in
            let title = ["title": #"{"vi": "Tên mới", "en": "New"}"#]
            #expect(try await code { try await bench.change(title) } == .datasetNotFound)
            try await bench.declare()
            #expect(try await code { try await bench.change(title, expecting: 2) } == .changedMeanwhile)
            #expect(try await code { try await bench.change(title, by: commune) } == .unitOutOfReach)
            let taken = ["owner": #""16681""#]
            #expect(try await code { try await bench.change(taken, by: commune) } == .unitOutOfReach)
            #expect(try await code { try await bench.change(["owner": #""khong-co""#]) } == .ownerUnknown)
            #expect(try await bench.audited() == ["dataset.declared report"])
        }
    }
}

@Suite("Columns of a changed declaration")
struct ColumnBackfillTests {
    @Test("new indexes and sums hold what the records have, and what is gone can be filtered no more")
    func backfill() async throws {
        try await onEachBench { bench in
            try await bench.declare()
            try await bench.put(report("16681", people: 10, money: "1.5"))
            try await bench.put(report("16681-01", people: 3, money: "0.5"))
            try await bench.put(report("16690", people: nil, money: "2.5"))
            let before = bench.clock.now
            bench.clock.advance(60)
            try await bench.put(report("16690", people: nil, money: "9.5"))
            let found = try await bench.change(otherColumns).report
            let (money, people, note) = (path("money"), path("people"), path("note"))
            #expect(
                found.structure == [
                    .indexChanged(money, from: nil, to: .real), .sumChanged(money, from: 2, to: 1),
                    .fieldRemoved(note),
                    .indexChanged(path("org"), from: nil, to: .text),
                    .indexChanged(people, from: .integer, to: nil),
                    .fieldRemoved(path("place/lat")),
                ]
            )
            #expect(
                try await bench.sums(below: province, "2026-10") == ["16681 2 20/2 13/2", "16690 1 95/1 0/0"]
            )
            #expect(try await bench.keys(.init(money, .greater, "1.0")).count == 2)
            #expect(try await bench.keys(.init(path("org"), .equal, "16690")) == ["16690/2026-10"])
            #expect(try await code { try await bench.keys(.init(note, .equal, "x")) } == .filterInvalid)
            var asBefore = RecordFilter()
            asBefore.conditions = [.init(money, .equal, "2.5")]
            let old = try await bench.store.records(
                in: reportID,
                asBefore,
                asOf: before,
                within: .everything
            )
            #expect(old.records.map(\.key.text) == ["16690/2026-10"])
        }
    }

    @Test("records are written and counted after a change as before, also when a column comes back")
    func writesGoOn() async throws {
        try await onEachBench { bench in
            try await bench.declare()
            try await bench.put(report("16681", people: 10, money: "1.5"))
            try await bench.change(otherColumns)
            try await bench.put(report("16690", people: 5, money: "0.5"))
            try await bench.change([:], expecting: 2)
            try await bench.put(report("16681", people: 11, money: "1.25"))
            #expect(
                try await bench.sums(below: province, "2026-10") == [
                    "16681 1 125/1 11/1", "16690 1 50/1 5/1",
                ]
            )
            #expect(try await bench.keys(.init(path("people"), .less, "11")) == ["16690/2026-10"])
            let verdict = try await bench.database.read { transaction in
                try transaction.query("SELECT count(*) FROM record_1_past").map { try $0[0] as Int }
            }
            #expect(verdict == [1])
        }
    }

    @Test("more records than a page are all filled, and one whose value is of another kind has none")
    func manyPages() async throws {
        try await onEachBench { bench in
            let loose = [
                "fields": """
                {
                    "org": {"title": {"vi": "Đơn vị", "en": "Unit"}},
                    "period": {"title": {"vi": "Kỳ", "en": "Period"}}
                }
                """,
                "schema": #"{"type": "object"}"#,
            ]
            try await bench.declare(reportDeclaration(loose))
            let count = 1_203
            for year in 0..<count {
                try await bench.put(
                    #"{"org": "16681", "period": "\#(2020 + year / 12)-\#(month(year))", "people": 2}"#
                )
            }
            try await bench.put(#"{"org": "16690", "period": "2026-10", "people": "nhiều"}"#)
            let wanted = loose.merging(["fields": reportFields]) { $1 }
            #expect(try await code { try await bench.change(wanted) } == .breaksRecords)
            let found = try await bench.change(wanted, breaking: .accept).report
            #expect(found.breaks.map(\.code) == ["record.invalid"])
            #expect(found.breaks.map(\.pointer) == ["/people"])
            let sums = try await bench.sums(below: province, "2020-01", "2199-12")
            #expect(sums == ["16681 \(count) \(2 * count)/\(count)", "16690 1 0/0"])
        }
    }

    private func month(_ index: Int) -> String { index % 12 < 9 ? "0\(index % 12 + 1)" : "\(index % 12 + 1)" }

    private let reportFields = """
        {
            "org": {"title": {"vi": "Đơn vị", "en": "Unit"}},
            "period": {"title": {"vi": "Kỳ", "en": "Period"}},
            "people": {"title": {"vi": "Dân số", "en": "People"}, "sum": true}
        }
        """
}

private func path(_ text: String) -> FieldPath {
    guard let path = FieldPath(text) else { preconditionFailure("a test names no field") }
    return path
}
