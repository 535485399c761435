import Foundation
import RunningPrograms
import Testing

@Suite("sen units")
struct UnitsCommandTests {
    @Test("lists today's province, departments and 130 communes, one JSON object a line")
    func listsToday() async throws {
        let outcome = try await Program.run(["units", "list", "--json"])
        let lines = outcome.output.split(separator: "\n")
        #expect(outcome.status == 0)
        #expect(lines.count == 1 + 14 + 130)
        let first = try JSONSerialization.jsonObject(with: Data(lines[0].utf8)) as? [String: Any]
        #expect(first?["id"] as? String == "40")
    }

    @Test("prints each id whole, also a long one, so that it can be typed into the next command")
    func wholeIDs() async throws {
        let rows = try await Program.run(["units", "list"]).output.split(separator: "\n")
        let objects = try await Program.run(["units", "list", "--json"]).output.split(separator: "\n")
        for (row, object) in zip(rows, objects) {
            let id = try #require(row.split(separator: " ").first)
            #expect(object.contains(#""id":"\#(id)""#))
        }
    }

    @Test("lists the 412 communes and 20 districts of the day before the merger")
    func listsBeforeMerger() async throws {
        let outcome = try await Program.run(["units", "list", "--at", "2025-06-30", "--json"])
        let kinds = outcome.output.split(separator: "\n").filter { !$0.contains(#""kind":"department""#) }
        #expect(kinds.count == 1 + 20 + 412)
    }

    @Test("finds a commune whose name is typed without tones and without đ")
    func findsWithoutTones() async throws {
        let outcome = try await Program.run(["units", "find", "do", "luong"])
        #expect(outcome.status == 0)
        #expect(outcome.output.contains("Đô Lương"))
    }

    @Test("shows what an old ward has become")
    func showsSuccessor() async throws {
        let outcome = try await Program.run(["units", "show", "16663~2024"])
        #expect(outcome.status == 0)
        #expect(outcome.output.contains("Phường Đông Vĩnh"))
        #expect(outcome.output.contains("Nay thuộc: Phường Thành Vinh (16681)"))
        #expect(outcome.output.contains("đến trước 01/07/2025"))
    }

    @Test("says in the person's language that there is no such unit, and how to find one")
    func noSuchUnit() async throws {
        let vietnamese = try await Program.run(["units", "show", "99999"])
        #expect(vietnamese.status != 0)
        #expect(vietnamese.error.contains("sen units find TÊN"))
        let english = try await Program.run(["units", "show", "99999"], language: "en")
        #expect(english.error.contains("There is no unit with the id “99999”"))
    }

    @Test("refuses a day that no calendar has", arguments: ["2025-02-30", "30/06/2025", "", "x"])
    func noSuchDay(day: String) async throws {
        let outcome = try await Program.run(["units", "list", "--at", day])
        #expect(outcome.status != 0)
        #expect(outcome.output.isEmpty)
        #expect(outcome.error.contains("2025-06-30"))
    }
}
