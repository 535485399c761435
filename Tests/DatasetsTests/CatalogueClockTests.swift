import AuditLog
import Database
import Testing
import Timekeeping

@testable import Datasets

@Suite("The clocks of the catalogue")
struct CatalogueClockTests {
    private let id = Dataset.ID(rawValue: "report")

    private func day(_ text: String) throws -> Day { try #require(Day(iso8601: text)) }

    private func clock(
        declared: String,
        reviewed: String? = nil,
        renewed: String? = nil,
        isOpen: Bool = true,
        today: String
    ) throws -> CatalogueClock {
        CatalogueClock(
            declaredOn: try day(declared),
            reviewedOn: try reviewed.map { try day($0) },
            renewedOn: try renewed.map { try day($0) },
            isOpen: isOpen,
            today: try day(today),
            calendar: try #require(CivilCalendar(timeZoneNamed: "Asia/Ho_Chi_Minh"))
        )
    }

    @Test("a review is due six months after the last one, and is late from the day after")
    func review() throws {
        let first = try clock(declared: "2026-01-31", today: "2026-07-31")
        #expect(first.reviewDue.iso8601 == "2026-07-31" && !first.isReviewOverdue)
        let late = try clock(declared: "2026-01-31", today: "2026-08-01")
        #expect(late.isReviewOverdue && late.isOverdue)
        let again = try clock(declared: "2020-01-01", reviewed: "2026-08-31", today: "2027-02-28")
        #expect(again.reviewDue.iso8601 == "2027-02-28" && !again.isReviewOverdue)
    }

    @Test("open data is due three months after its last change; other data has no such day")
    func renewal() throws {
        let fresh = try clock(declared: "2026-08-01", renewed: "2026-08-24", today: "2026-11-24")
        #expect(fresh.renewalDue?.iso8601 == "2026-11-24" && !fresh.isOverdue)
        let never = try clock(declared: "2026-08-01", today: "2026-11-24")
        #expect(never.isRenewalOverdue && !never.isReviewOverdue)
        let shared = try clock(declared: "2026-08-01", isOpen: false, today: "2026-11-24")
        #expect(shared.renewalDue == nil && !shared.isOverdue)
    }

    @Test("a review begins the six months anew, and leaves one entry")
    func reviewed() async throws {
        try await onEachBench { bench in
            try await bench.declare(reportDeclaration(["classification": #""open""#]))
            bench.clock.advance(200 * 86_400)
            let before = try #require(try await bench.store.catalogueClocks()[id])
            #expect(before.reviewedOn == nil && before.isReviewOverdue && before.isRenewalOverdue)
            try await bench.store.review(id, by: bench.permit(department))
            try await bench.put(report())
            let after = try #require(try await bench.store.catalogueClocks()[id])
            #expect(after.reviewedOn == after.today && !after.isOverdue)
            #expect(try await bench.audited().filter { $0 == "dataset.reviewed report" }.count == 1)
        }
    }

    @Test("another unit's permit reviews nothing, and what is not there is not found")
    func refused() async throws {
        try await onEachBench { bench in
            try await bench.declare()
            let store = bench.store
            #expect(
                try await code { try await store.review(id, by: bench.permit(commune)) } == .unitOutOfReach
            )
            let nothing = Dataset.ID(rawValue: "nothing")
            #expect(
                try await code { try await store.review(nothing, by: bench.permit()) } == .datasetNotFound
            )
            #expect(try await bench.audited() == ["dataset.declared report"])
        }
    }
}
