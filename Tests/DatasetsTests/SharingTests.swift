import AuditLog
import Database
import Places
import Testing
import Timekeeping

@testable import Datasets

@Suite("Sharing between agencies")
struct SharingTests {
    private let id = Dataset.ID(rawValue: "report")

    private func terms(
        fields: [String] = ["people", "note"],
        unit: Places.Unit.ID = commune,
        where conditions: [RecordFilter.Condition] = [],
        purpose: String = "Lập kế hoạch viễn thông",
        basis: String = "NĐ 194/2025/NĐ-CP, điều 16",
        from: String = "2026-11-01",
        until: String = "2026-12-31"
    ) throws -> SharingTerms {
        SharingTerms(
            fields: fields.compactMap { FieldPath($0) },
            unit: unit,
            conditions: conditions,
            purpose: purpose,
            legalBasis: basis,
            from: try #require(Day(iso8601: from)),
            until: try #require(Day(iso8601: until))
        )
    }

    /// A restricted dataset of the province with records of two communes.
    private func fill(_ bench: DatasetBench, class classification: String = "restricted") async throws {
        try await bench.declare(
            reportDeclaration(["owner": #""40""#, "classification": "\"\(classification)\""])
        )
        try await bench.put(
            #"{"org":"16681","period":"2026-10","people":100,"money":3,"note":"kín","place":{"lat":1.5}}"#
        )
        try await bench.put(report("16690", people: 70))
    }

    private func ask(_ bench: DatasetBench, _ terms: SharingTerms) async throws -> SharingRequest {
        try await bench.store.askToShare(id, with: department, terms, by: bench.permit(department))
    }

    private func granted(_ bench: DatasetBench, _ terms: SharingTerms) async throws -> SharingRequest {
        let asked = try await ask(bench, terms)
        return try await bench.store.grantSharing(asked.id, terms, by: bench.permit(province, as: leader))
    }

    private func reading(
        _ bench: DatasetBench,
        under grant: SharingRequest.ID?,
        from reader: Places.Unit.ID = department
    ) async throws -> ReadingTerms {
        try await bench.store.readingTerms(
            of: try await bench.store.find(id),
            own: .units([reader]),
            purpose: grant == nil ? "kiểm tra" : nil,
            grant: grant,
            readers: [reader]
        )
    }

    @Test("under a grant, records of its units alone are read, with its fields and what they are found by")
    func reads() async throws {
        try await onEachBench { bench in
            try await fill(bench)
            let own = try await reading(bench, under: nil)
            #expect(try await bench.store.records(in: id, within: own).records.isEmpty)
            let grant = try await granted(bench, try terms())
            let under = try await reading(bench, under: grant.id)
            let read = try await bench.store.records(in: id, within: under).records
            #expect(
                read.map(\.content)
                    == [#"{"note":"kín","org":"16681","people":100,"period":"2026-10"}"#]
            )
            let key = RecordKey("16681/2026-10")
            let one = try await bench.store.record(key, in: id, within: under)
            #expect(one.content == read.first?.content)
            #expect(
                try await bench.store.versions(of: key, in: id, within: under).map(\.content) == [one.content]
            )
            let other = RecordKey("16690/2026-10")
            #expect(
                try await code { try await bench.store.record(other, in: id, within: under) }
                    == .recordNotFound
            )
            #expect(under.purpose == "Lập kế hoạch viễn thông")
            let figures = try await bench.store.figures(
                in: id,
                .of(commune),
                from: "2026-10",
                to: "2026-10",
                within: under
            )
            #expect(figures.first?.sums.map(\.field.text) == ["people"])
        }
    }

    @Test("a filter tells nothing of a field that is not shared")
    func probing() async throws {
        try await onEachBench { bench in
            try await fill(bench)
            let grant = try await granted(bench, try terms(fields: ["people"]))
            let under = try await reading(bench, under: grant.id)
            var filter = RecordFilter()
            filter.conditions = [.init(try #require(FieldPath("note")), .equal, "kín")]
            let probe = filter
            #expect(
                try await code { try await bench.store.records(in: id, probe, within: under) } == .fieldMasked
            )
            filter.conditions = [.init(try #require(FieldPath("people")), .greater, "10")]
            filter.unit = otherCommune
            let outside = filter
            #expect(try await bench.store.records(in: id, outside, within: under).records.isEmpty)
        }
    }

    @Test("the conditions of a grant hold for lists, single records and their versions, and forbid figures")
    func conditions() async throws {
        try await onEachBench { bench in
            try await fill(bench)
            let few = RecordFilter.Condition(try #require(FieldPath("people")), .less, "100")
            let grant = try await granted(bench, try terms(unit: province, where: [few]))
            let under = try await reading(bench, under: grant.id)
            #expect(
                try await bench.store.records(in: id, within: under).records.map(\.key.text) == [
                    "16690/2026-10"
                ]
            )
            let hidden = RecordKey("16681/2026-10")
            #expect(
                try await code { try await bench.store.record(hidden, in: id, within: under) }
                    == .recordNotFound
            )
            #expect(
                try await code {
                    try await bench.store.figures(in: id, .of(commune), from: "", to: "~", within: under)
                } == .fieldMasked
            )
        }
    }

    @Test("a grant ends with its last day, and at once when it is revoked")
    func ends() async throws {
        try await onEachBench { bench in
            try await fill(bench)
            let short = try await granted(bench, try terms(until: "2026-11-24"))
            _ = try await reading(bench, under: short.id)
            bench.clock.advance(86_400)
            #expect(try await code { try await reading(bench, under: short.id) } == .sharingNotInForce)
            let long = try await granted(bench, try terms())
            let revoked = try await bench.store.revokeSharing(
                long.id,
                reason: "hết nhu cầu",
                by: bench.permit(province)
            )
            #expect(revoked.state.kind == .revoked)
            #expect(try await code { try await reading(bench, under: long.id) } == .sharingNotInForce)
            #expect(
                try await code {
                    try await bench.store.revokeSharing(long.id, reason: "nữa", by: bench.permit(province))
                } == .sharingDecided
            )
        }
    }

    @Test("a grant is for its unit and no other")
    func others() async throws {
        try await onEachBench { bench in
            try await fill(bench)
            let grant = try await granted(bench, try terms())
            #expect(
                try await code { try await reading(bench, under: grant.id, from: otherCommune) }
                    == .sharingNotFound
            )
        }
    }

    @Test("a refusal needs a reason and a legal basis, and what is granted lies within what was asked for")
    func decisions() async throws {
        try await onEachBench { bench in
            try await fill(bench)
            let asked = try await ask(bench, try terms())
            func refuse(_ reason: String, _ basis: String) async throws -> DatasetErrorCode? {
                try await code {
                    try await bench.store.refuseSharing(
                        asked.id,
                        reason: reason,
                        legalBasis: basis,
                        by: bench.permit(province)
                    )
                }
            }
            #expect(try await refuse("không đúng chức năng", " ") == .legalBasisMissing)
            #expect(try await refuse("", "Luật 91/2025/QH15") == .reasonMissing)
            let more = try terms(fields: ["people", "money"])
            #expect(
                try await code {
                    try await bench.store.grantSharing(asked.id, more, by: bench.permit(province))
                } == .sharingInvalid
            )
            let wider = try terms(unit: province)
            #expect(
                try await code {
                    try await bench.store.grantSharing(asked.id, wider, by: bench.permit(province))
                } == .sharingInvalid
            )
            #expect(
                try await code {
                    try await bench.store.grantSharing(asked.id, try terms(), by: bench.permit(department))
                } == .sharingNotFound
            )
            #expect(try await refuse("không đúng chức năng", "Luật 91/2025/QH15") == nil)
            #expect(try await refuse("không đúng chức năng", "Luật 91/2025/QH15") == .sharingDecided)
        }
    }

    @Test("what is asked for has fields, a purpose, a legal basis and an order of days")
    func asking() async throws {
        try await onEachBench { bench in
            try await fill(bench)
            func refused(_ terms: SharingTerms) async throws -> DatasetErrorCode? {
                try await code { try await ask(bench, terms) }
            }
            #expect(try await refused(try terms(fields: [])) == .sharingInvalid)
            #expect(try await refused(try terms(fields: ["salary"])) == .sharingInvalid)
            #expect(try await refused(try terms(purpose: " ")) == .purposeMissing)
            #expect(try await refused(try terms(basis: "")) == .legalBasisMissing)
            #expect(try await refused(try terms(from: "2027-01-01")) == .sharingInvalid)
            let wrong = RecordFilter.Condition(try #require(FieldPath("money")), .less, "không")
            #expect(try await refused(try terms(where: [wrong])) == .sharingInvalid)
            #expect(
                try await code {
                    try await bench.store.askToShare(
                        id,
                        with: province,
                        try terms(),
                        by: bench.permit(department)
                    )
                } == .unitOutOfReach
            )
        }
    }

    @Test("each step is one entry in the log and one message, and the row is read back as the log has it")
    func audited() async throws {
        try await onEachBench { bench in
            try await fill(bench)
            let before = try await bench.audited().count
            let grant = try await granted(bench, try terms())
            _ = try await bench.store.revokeSharing(grant.id, reason: "đổi", by: bench.permit(province))
            #expect(
                Array(try await bench.audited().dropFirst(before))
                    == ["requested", "granted", "revoked"].map { "sharing.\($0) \(grant.id)" }
            )
            let topics = try await bench.database.read { transaction in
                try transaction.query("SELECT topic FROM outbox ORDER BY id").map { try $0[0] as String }
            }
            #expect(topics == ["sharing.requested", "sharing.decided", "sharing.decided"])
            let found = try await bench.store.sharingRequest(grant.id, within: .units([department]))
            #expect(found.state.kind == .revoked && found.version == 3)
            #expect(try await bench.store.sharingRequests(in: id, within: .units([otherCommune])).isEmpty)
        }
    }

    @Test("a masked field is seen in one's own unit, and elsewhere under a grant that names it")
    func masked() async throws {
        let fields = #"""
            {"org":{"title":{"vi":"Đơn vị","en":"Unit"}},"period":{"title":{"vi":"Kỳ","en":"Period"}},
             "people":{"title":{"vi":"Dân số","en":"People"},"index":"integer"},
             "note":{"title":{"vi":"Ghi chú","en":"Note"},"index":"text","masked":true}}
            """#
        try await onEachBench { bench in
            try await bench.declare(
                reportDeclaration(["owner": #""40""#, "classification": #""shared""#, "fields": fields])
            )
            try await bench.put(#"{"org":"16681","period":"2026-10","people":5,"note":"kín"}"#)
            func seen(by unit: Places.Unit.ID, under grant: SharingRequest.ID? = nil) async throws -> [String]
            {
                let terms = try await reading(bench, under: grant, from: unit)
                return try await bench.store.records(in: id, within: terms).records.map(\.content)
            }
            let whole = #"{"note":"kín","org":"16681","people":5,"period":"2026-10"}"#
            #expect(try await seen(by: commune) == [whole])
            #expect(try await seen(by: department) == [#"{"org":"16681","people":5,"period":"2026-10"}"#])
            var filter = RecordFilter()
            filter.conditions = [.init(try #require(FieldPath("note")), .equal, "kín")]
            let (probe, terms) = (filter, try await reading(bench, under: nil))
            #expect(
                try await code { try await bench.store.records(in: id, probe, within: terms) } == .fieldMasked
            )
            let grant = try await granted(bench, try self.terms())
            #expect(try await seen(by: department, under: grant.id) == [whole])
        }
    }

    @Test("the log names purpose and grant of a reading, and the owner sees who read what")
    func readings() async throws {
        try await onEachBench { bench in
            try await fill(bench, class: "personal")
            let grant = try await granted(bench, try terms())
            let under = try await reading(bench, under: grant.id)
            let stored = try await bench.store.find(id)
            let records = try await bench.store.records(in: id, within: under).records
            try await bench.store.noteReading(
                RecordReading(.list, under: under),
                of: records,
                in: stored,
                by: bench.permit(department)
            )
            let notes = try await bench.store.readings(in: id, by: bench.permit(province))
            #expect(notes.map(\.purpose) == ["Lập kế hoạch viễn thông"])
            #expect(notes.map(\.grant) == [grant.id])
            #expect(notes.map(\.key?.text) == ["16681/2026-10"])
            let same = try await bench.store.readings(
                of: RecordKey("16681/2026-10"),
                in: id,
                by: bench.permit(province)
            )
            #expect(same == notes)
            let other = try await bench.store.readings(
                of: RecordKey("16690/2026-10"),
                in: id,
                by: bench.permit(province)
            )
            #expect(other.isEmpty)
            #expect(
                try await code { try await bench.store.readings(in: id, by: bench.permit(department)) }
                    == .datasetNotFound
            )
        }
    }
}
