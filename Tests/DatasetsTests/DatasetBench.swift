import Access
import AuditLog
import Cryptography
import Database
import Foundation
import Identity
import JSONReading
import Language
import Places
import Synchronization
import TestDatabases
import Testing
import Timekeeping

@testable import Datasets

/// A clock that a test moves.
final class HandClock: Sendable {
    private let time: Mutex<Instant>
    init(_ start: Instant) { time = Mutex(start) }
    var wall: WallClock { WallClock { self.time.withLock { $0 } } }
    var now: Instant { time.withLock { $0 } }
    func advance(_ seconds: Int) { time.withLock { $0 = $0 + .seconds(seconds) } }
}

let officer = Actor.account(UUID(uuidString: "018f0000-0000-7000-8000-000000000001") ?? UUID())
let leader = Actor.account(UUID(uuidString: "018f0000-0000-7000-8000-000000000002") ?? UUID())
let province = Places.Unit.ID(rawValue: "40")
let department = Places.Unit.ID(rawValue: "so-khcn")
let commune = Places.Unit.ID(rawValue: "16681")
let otherCommune = Places.Unit.ID(rawValue: "16690")
let village = Places.Unit.ID(rawValue: "16681-01")

/// The province, a department, two communes, and a village of the first; the second commune began in 2025.
func fewUnits() throws -> UnitTrees {
    let start = try #require(Day(year: 2020, month: 1, day: 1))
    let later = try #require(Day(year: 2025, month: 7, day: 1))
    func unit(_ id: Places.Unit.ID, _ kind: UnitKind, _ parent: Places.Unit.ID?, from day: Day) -> Places.Unit
    {
        Places.Unit(id: id, code: id.rawValue, name: id.rawValue, kind: kind, parent: parent, validFrom: day)
    }
    return UnitTrees(
        UnitHistory(
            units: [
                unit(province, .province, nil, from: start),
                unit(department, .department, province, from: start),
                unit(commune, .commune, province, from: start),
                unit(otherCommune, .commune, province, from: later),
                unit(village, .other, commune, from: start),
            ],
            successions: []
        )
    )
}

/// A store on a database of its own.
struct DatasetBench {
    let database: any Database
    let clock: HandClock
    let store: DatasetStore

    func permit<A: Action>(_ unit: Places.Unit.ID = province, as actor: Actor = officer) -> Permit<A> {
        SystemAccess().permit(actor, on: unit)
    }

    @discardableResult
    func declare(_ json: String = reportDeclaration()) async throws -> StoredDataset {
        try await store.declare(try DatasetDeclaration(Array(json.utf8)), by: permit())
    }

    @discardableResult
    func put(
        _ json: String,
        in id: String = "report",
        expecting expectation: RecordExpectation = .anything,
        reason: String? = nil,
        by unit: Places.Unit.ID = province
    ) async throws -> RecordOutcome {
        try await store.put(
            Array(json.utf8),
            in: Dataset.ID(rawValue: id),
            expecting: expectation,
            origin: RecordOrigin(through: "test", reason: reason),
            by: permit(unit)
        ).outcome
    }

    func record(
        _ key: String,
        in id: String = "report",
        asOf instant: Instant? = nil,
        within scope: UnitScope = .everything
    ) async throws -> StoredRecord {
        try await store.record(RecordKey(key), in: Dataset.ID(rawValue: id), asOf: instant, within: scope)
    }

    /// What the audit log has got, in order.
    func audited() async throws -> [String] {
        try await database.read { transaction in
            try transaction.query("SELECT action, subject_id FROM audit_entry ORDER BY id").map { row in
                "\(try row[0] as String) \(try row[1] as String)"
            }
        }
    }

    /// The sums of a month as `unit records people money`, by unit.
    func sums(below parent: Places.Unit.ID, _ first: String, _ last: String? = nil) async throws -> [String] {
        try await store.figures(
            in: Dataset.ID(rawValue: "report"),
            below: parent,
            from: first,
            to: last ?? first
        )
        .map { figures in
            "\(figures.unit) \(figures.records) "
                + figures.sums.map { "\($0.scaled)/\($0.records)" }.joined(separator: " ")
        }
    }
}

/// Runs `body` on both databases, with the clock at 10:00 of 24 November 2026 in Nghệ An.
func onEachBench(_ body: (DatasetBench) async throws -> Void) async throws {
    let migrations =
        Outbox.migrations + AuditLog.migrations + DatasetMigrations.all
        + SubscriptionMigrations.all
    let trees = try fewUnits()
    try await onEachDatabase(migrations) { each in
        let clock = HandClock(Instant(secondsSince1970: 1_795_489_200))
        let ids = Atomic<UInt64>(0)
        let store = DatasetStore(
            database: each.database,
            audit: AuditLog(randomBytes: SecureRandom.bytes),
            clock: clock.wall,
            ids: .timeOrdered(clock: clock.wall) { ids.add(1, ordering: .relaxed).newValue },
            calendar: try #require(CivilCalendar(timeZoneNamed: "Asia/Ho_Chi_Minh")),
            trees: { trees }
        )
        try await body(DatasetBench(database: each.database, clock: clock, store: store))
    }
}

/// Monthly reports of people and money, summed; `changes` replace members of the declaration.
func reportDeclaration(_ changes: [String: String] = [:]) -> String {
    var members = [
        "dataset": #""report""#,
        "title": #"{"vi": "Báo cáo tháng", "en": "Monthly report"}"#,
        "description": #"{"vi": "Số liệu thử nghiệm", "en": "Test data"}"#,
        "owner": #""so-khcn""#,
        "classification": #""shared""#,
        "legal-basis": #""Quyết định thử nghiệm""#,
        "key": #"["org", "period"]"#,
        "unit": #""org""#,
        "period": #"{"type": "month", "field": "period"}"#,
        "update": #"{"every": "month", "due-days": 5}"#,
        "fields": """
        {
            "org": {"title": {"vi": "Đơn vị", "en": "Unit"}},
            "period": {"title": {"vi": "Kỳ", "en": "Period"}},
            "people": {"title": {"vi": "Dân số", "en": "People"}, "unit": "người", "sum": true, "index": "integer"},
            "money": {"title": {"vi": "Thu", "en": "Revenue"}, "unit": "triệu đồng", "sum": true, "decimals": 2},
            "note": {"title": {"vi": "Ghi chú", "en": "Note"}, "index": "text"},
            "place/lat": {"title": {"vi": "Vĩ độ", "en": "Latitude"}, "index": "real"}
        }
        """,
        "schema": """
        {
            "type": "object",
            "required": ["org", "period"],
            "additionalProperties": false,
            "properties": {
                "org": {"type": "string"}, "period": {"type": "string"},
                "people": {"type": "integer", "minimum": 0}, "money": {"type": "number"},
                "note": {"type": "string"}, "place": {"type": "object"}
            }
        }
        """,
    ]
    for (name, value) in changes { members[name] = value.isEmpty ? nil : value }
    return "{" + members.map { "\"\($0)\": \($1)" }.joined(separator: ", ") + "}"
}

func report(_ org: String = "16681", _ period: String = "2026-10", people: Int? = 100, money: String? = nil)
    -> String
{
    var text = #"{"org": "\#(org)", "period": "\#(period)""#
    if let people { text += #", "people": \#(people)"# }
    if let money { text += #", "money": \#(money)"# }
    return text + "}"
}

/// The code of the failure that `body` throws.
func code(_ body: () async throws -> some Any) async throws -> DatasetErrorCode? {
    do {
        _ = try await body()
        return nil
    } catch let error as DatasetError { return error.code }
}
