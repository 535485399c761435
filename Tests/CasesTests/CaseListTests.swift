import AuditLog
import Database
import Language
import Places
import Testing
import Timekeeping

@testable import Cases

private func numbers(_ page: CasePage) -> [Int] { page.cases.map(\.number.count) }

/// Six cases: three of the commune, two of the other, one closed; severities and deadlines differ.
private func openSix(_ bench: CaseBench) async throws {
    _ = try await bench.closed(draft(cause: "1", title: "Cũ, đã xử lý", severity: .attention))
    bench.clock.advance(60)
    try await bench.open(draft(cause: "2", title: "Chèn liên kết cá cược", severity: .critical))
    bench.clock.advance(60)
    try await bench.open(draft(.task, cause: "3", title: "Báo cáo 100%", severity: .attention))
    bench.clock.advance(60)
    let assigned = try await bench.inProgress(
        draft(cause: "4", title: "Chứng thư hết hạn", severity: .information)
    )
    _ = try await bench.store.assign(assigned.id, to: officer, expecting: nil, by: bench.permit(leader))
    bench.clock.advance(60)
    try await bench.open(draft(cause: "5", title: "Trang không truy cập được", unit: otherCommune))
    bench.clock.advance(60)
    try await bench.open(
        draft(.audit, cause: "6", title: "Thiếu giấy phép", unit: otherCommune, severity: .critical)
    )
}

@Test("each filter shows what it asks for, within the scope and nothing else")
func filters() async throws {
    try await withCases { bench in
        try await openSix(bench)
        func list(
            _ scope: UnitScope = .everything,
            _ change: (inout CaseFilter) -> Void
        ) async throws -> [Int] {
            var filter = CaseFilter()
            change(&filter)
            return numbers(try await bench.store.list(filter, within: scope))
        }
        #expect(try await list { _ in } == [6, 5, 4, 3, 2, 1])
        #expect(try await list(.units([commune])) { _ in } == [4, 3, 2, 1])
        #expect(try await list(.units([])) { _ in } == [])
        #expect(try await list { $0.isOpen = true } == [6, 5, 4, 3, 2])
        #expect(try await list { $0.isOpen = false } == [1])
        #expect(try await list { $0.states = [.inProgress, .closed] } == [4, 1])
        #expect(try await list { $0.severities = [.critical] } == [6, 2])
        #expect(try await list { $0.kinds = [.task, .audit] } == [6, 3])
        #expect(try await list { $0.assignee = officer } == [4])
        #expect(try await list { $0.unit = otherCommune } == [6, 5])
        #expect(try await list { $0.subject = ("website", "1") } == [6, 5, 4, 3, 2, 1])
        #expect(try await list { $0.subject = ("website", "2") } == [])
        bench.clock.advance(2 * 86_400)
        #expect(try await list { $0.isOverdue = true } == [2])
    }
}

@Test("the search needs no tones, looks in title, subject and number, and takes every word literally")
func search() async throws {
    try await withCases { bench in
        try await openSix(bench)
        func found(_ text: String) async throws -> [Int] {
            var filter = CaseFilter()
            filter.text = text
            return numbers(try await bench.store.list(filter, within: .everything))
        }
        #expect(try await found("ca cuoc") == [2])
        #expect(try await found("CÁ CƯỢC lien") == [2])
        #expect(try await found("HS-2026-0003") == [3])
        #expect(try await found("doluong.nghean") == [6, 5, 4, 3, 2, 1])
        #expect(try await found("100%") == [3])
        #expect(try await found("_ao") == [])
        #expect(try await found("' OR 1=1 --") == [])
    }
}

@Test("each order runs through all pages, without a case twice or missing", arguments: CaseOrder.allCases)
func paging(order: CaseOrder) async throws {
    try await withCases { bench in
        try await openSix(bench)
        var seen: [Int] = []
        var cursor: CaseCursor?
        repeat {
            let page = try await bench.store.list(
                order: order,
                after: cursor,
                countMax: 2,
                within: .everything
            )
            #expect(page.cases.count <= 2)
            seen += numbers(page)
            cursor = page.next
            if let kept = cursor { #expect(CaseCursor(kept.description) == kept) }
        } while cursor != nil
        let whole = try await bench.store.list(order: order, within: .everything)
        #expect(seen == numbers(whole) && seen.sorted() == [1, 2, 3, 4, 5, 6] && whole.next == nil)
        switch order {
        case .newest: #expect(seen == [6, 5, 4, 3, 2, 1])
        case .deadline: #expect(whole.cases.map(\.deadline.at) == whole.cases.map(\.deadline.at).sorted())
        case .severity: #expect(whole.cases.map(\.severity) == whole.cases.map(\.severity).sorted(by: >))
        }
    }
}

@Test(
    "a cursor that was forged or belongs to another order is refused",
    arguments: ["", "newest", "newest.1.2.x", "oldest.1.2.018f0000-0000-7000-8000-000000000000", "a.b.c.d.e"]
)
func badCursors(text: String) async throws {
    #expect(CaseCursor(text) == nil)
    let other = try #require(CaseCursor("deadline.1.2.018f0000-0000-7000-8000-000000000000"))
    try await withCases { bench in
        let code = await failure {
            _ = try await bench.store.list(order: .newest, after: other, within: .everything)
        }
        #expect(code == .cursorInvalid)
    }
}

@Test("the board counts open cases by state, severity and unit, and those overdue, within the scope")
func boardCounts() async throws {
    try await withCases { bench in
        try await openSix(bench)
        bench.clock.advance(2 * 86_400)
        let all = try await bench.store.counts(within: .everything)
        #expect(all.open == 5 && all.overdue == 1)
        #expect(all.byState == [.new: 4, .inProgress: 1])
        #expect(all.bySeverity == [.critical: 2, .attention: 1, .information: 1, .serious: 1])
        #expect(all.byUnit[commune] == CaseCounts.OfUnit(open: 3, overdue: 1, worst: .critical))
        #expect(all.byUnit[otherCommune] == CaseCounts.OfUnit(open: 2, overdue: 0, worst: .critical))
        let one = try await bench.store.counts(within: .units([otherCommune]))
        #expect(one.open == 2 && one.byUnit[commune] == nil)
        #expect(try await bench.store.counts(within: .units([])).open == 0)
    }
}

@Test("the median time runs from noticing to closing, and is nothing where nothing closed")
func median() async throws {
    try await withCases { bench in
        func median() async throws -> Duration? {
            try await bench.store.medianTimeToClose(since: wednesdayMorning, within: .everything)
        }
        #expect(try await median() == nil)
        _ = try await bench.closed(draft(cause: "1"))
        #expect(try await median() == .seconds(60))
        _ = try await bench.closed(draft(cause: "2"))  // noticed at the same time, closed at 120
        #expect(try await median() == .seconds(90))
        let elsewhere = try await bench.store.medianTimeToClose(
            since: wednesdayMorning,
            within: .units([otherCommune])
        )
        #expect(elsewhere == nil)
    }
}

@Test("the trend counts by the civil days of Nghệ An, today last")
func trend() async throws {
    try await withCases { bench in
        _ = try await bench.closed(draft(cause: "1"))
        bench.clock.advance(15 * 3600)  // past midnight in Nghệ An, not in UTC
        try await bench.open(draft(cause: "2"))
        let days = try await bench.store.trend(days: 3, within: .everything)
        #expect(days.map(\.day.iso8601) == ["2026-11-24", "2026-11-25", "2026-11-26"])
        #expect(days.map(\.opened) == [0, 1, 1])
        #expect(days.map(\.ended) == [0, 1, 0])
        #expect(try await bench.store.trend(days: 9_999, within: .everything).count == CaseStore.trendDaysMax)
    }
}
