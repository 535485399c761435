import Places
import Testing
import Timekeeping

@Suite("Trees of many days")
struct UnitTreesTests {
    private func day(_ text: String) throws -> Day { try #require(Day(iso8601: text)) }

    @Test(
        "each day has the tree that the history makes for it, also on the day of a change and before all units"
    )
    func sameAsHistory() throws {
        let old = Unit(
            id: Unit.ID(rawValue: "old"),
            code: "1",
            name: "Xã Cũ",
            kind: .commune,
            parent: nil,
            validFrom: try day("2020-01-01"),
            validTo: try day("2025-07-01")
        )
        let new = Unit(
            id: Unit.ID(rawValue: "new"),
            code: "1",
            name: "Xã Mới",
            kind: .commune,
            parent: nil,
            validFrom: try day("2025-07-01")
        )
        let history = UnitHistory(units: [old, new], successions: [])
        let trees = UnitTrees(history)
        for text in ["2019-12-31", "2020-01-01", "2025-06-30", "2025-07-01", "2030-01-01", "2019-01-01"] {
            let day = try day(text)
            #expect(trees.tree(on: day).units == history.tree(at: day).units, "\(text)")
        }
    }

    @Test("what was asked for once is not made again")
    func kept() throws {
        let trees = UnitTrees(UnitHistory(units: [], successions: []))
        #expect(trees.tree(on: try day("2026-01-01")).day == trees.tree(on: try day("2027-01-01")).day)
    }
}
