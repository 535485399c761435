import Foundation
import Places
import Testing
import Timekeeping

private func move(
    _ from: String,
    _ to: String,
    on day: String,
    _ share: Succession.Share = .whole
) throws -> Succession {
    Succession(from: id(from), to: id(to), day: try PlacesTests.day(day), decision: nil, share: share)
}

/// A and B became C in 2020; a quarter of C went to D in 2022, and C lived on; C and D became E in 2025.
private func twoReforms() throws -> UnitHistory {
    UnitHistory(
        units: [
            try unit("a", "A", below: nil, from: "2000-01-01", to: "2020-01-01"),
            try unit("b", "B", below: nil, from: "2000-01-01", to: "2020-01-01"),
            try unit("c", "C", below: nil, from: "2020-01-01", to: "2025-01-01"),
            try unit("d", "D", below: nil, from: "2022-01-01", to: "2025-01-01"),
            try unit("e", "E", below: nil, from: "2025-01-01"),
        ],
        successions: [
            try move("c", "e", on: "2025-01-01"), try move("d", "e", on: "2025-01-01"),
            try move("c", "d", on: "2022-01-01", .part(weight: 0.25)),
            try move("a", "c", on: "2020-01-01"), try move("b", "c", on: "2020-01-01"),
        ]
    )
}

private func shares(_ lineages: [Lineage]) -> [String: Double] {
    Dictionary(uniqueKeysWithValues: lineages.map { ($0.unit.id.rawValue, $0.weight) })
}

@Test(
    "successors follow every succession up to the day, and weights multiply",
    arguments: [
        ("a", "2019-12-31", ["a": 1.0]), ("a", "2020-01-01", ["c": 1]),
        ("a", "2023-01-01", ["c": 0.75, "d": 0.25]),
        ("a", "2026-01-01", ["e": 1]), ("c", "2026-01-01", ["e": 1]), ("e", "2026-01-01", ["e": 1]),
        ("e", "2024-01-01", [:]), ("nobody", "2026-01-01", [:]),
    ]
)
func successors(of unit: String, at day: String, expected: [String: Double]) throws {
    let found = try twoReforms().successors(of: id(unit), at: try PlacesTests.day(day))
    #expect(shares(found) == expected)
}

@Test(
    "predecessors are those whose weight ended in the unit",
    arguments: [
        ("e", "2024-01-01", ["c": 1.0, "d": 1]), ("e", "2021-01-01", ["c": 1]),
        ("e", "2010-01-01", ["a": 1, "b": 1]),
        ("d", "2021-01-01", ["c": 0.25]), ("c", "2021-01-01", ["c": 0.75]), ("a", "2030-01-01", [:]),
        ("nobody", "2010-01-01", [:]),
    ]
)
func predecessors(of unit: String, at day: String, expected: [String: Double]) throws {
    let found = try twoReforms().predecessors(of: id(unit), at: try PlacesTests.day(day))
    #expect(shares(found) == expected)
}

@Test("the heaviest successor comes first")
func heaviestFirst() throws {
    let found = try twoReforms().successors(of: id("a"), at: try day("2023-01-01"))
    #expect(found.map(\.unit.id) == [id("c"), id("d")])
}

@Test("a unit that ended without a successor has none, and a ring of one day does not run for ever")
func endsAndRings() throws {
    let history = UnitHistory(
        units: [
            try unit("a", "A", below: nil, from: "2000-01-01", to: "2020-01-01"),
            try unit("b", "B", below: nil, from: "2000-01-01"),
            try unit("c", "C", below: nil, from: "2000-01-01"),
        ],
        successions: [try move("b", "c", on: "2010-01-01"), try move("c", "b", on: "2010-01-01")]
    )
    let later = try day("2030-01-01")
    #expect(history.successors(of: id("a"), at: later).isEmpty)
    #expect(shares(history.successors(of: id("b"), at: later)) == ["c": 1])
    #expect(shares(history.predecessors(of: id("b"), at: try day("2005-01-01"))) == ["c": 1])
}
