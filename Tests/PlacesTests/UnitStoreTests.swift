import Database
import Foundation
import Language
import Places
import Testing
import Timekeeping

@testable import AuditLog

private func small() throws -> [Unit] {
    [
        // The child comes first: the store brings them in order.
        try unit("16681", "Phường Thành Vinh", .ward, below: "40"),
        try unit("40", "Tỉnh Nghệ An", .province, below: nil, from: "1991-08-12"),
        try unit("so-y-te", "Sở Y tế", .department, below: "40"),
    ]
}

@Test("the shipped facts are seeded once, each with an audit entry, and a second start writes nothing")
func seed() async throws {
    let province = try ReferenceProvince.load()
    try await TemporaryUnits.with { units in
        #expect(try await units.store.seed(province, by: TestPermit()) == 577 + 412)
        let entries = try await units.auditEntries()
        #expect(entries.count == 577 + 412 && entries.first == "unit.added 40")
        #expect(try await units.store.seed(province, by: TestPermit()) == 0)
        #expect(try await units.auditEntries() == entries)
        let today = try day("2026-01-01")
        let tree = try await units.store.tree(at: today)
        #expect(tree.units == province.history.tree(at: today).units)
        #expect(try await units.store.history().successions == province.history.successions)
    }
}

@Test("a seed brings back what is missing and leaves what the province has entered")
func seedKeepsChanges() async throws {
    let province = try ReferenceProvince.load()
    try await TemporaryUnits.with { units in
        _ = try await units.store.seed(province, by: TestPermit())
        var ward = try #require(province.units.first { $0.id == id("16681") })
        ward.electronicIdentifier = try ElectronicIdentifier("H41.16681")
        try await units.store.save(UnitChanges(units: [ward]), by: TestPermit())
        #expect(try await units.store.seed(province, by: TestPermit()) == 0)
        #expect(try await units.store.tree(at: try day("2026-01-01")).unit(ward.id) == ward)
    }
}

@Test("a write says what it did and by whom, and a write that changes nothing says nothing")
func auditEntries() async throws {
    try await TemporaryUnits.with { units in
        try await units.store.save(UnitChanges(units: try small()), by: TestPermit())
        var ward = try small()[0]
        ward.name = "Phường Thành Vinh'); DROP TABLE unit;-- <b>"
        #expect(
            try await units.store.save(UnitChanges(units: [ward] + (try small()[1...])), by: TestPermit())
                .count == 1
        )
        #expect(
            try await units.auditEntries()
                == ["unit.added 40", "unit.added so-y-te", "unit.added 16681", "unit.changed 16681"]
        )
        #expect(try await units.store.tree(at: try day("2026-01-01")).unit(ward.id)?.name == ward.name)
    }
}

@Test("nobody changes a unit outside the permit, nor pulls one over, and nothing of such a write is kept")
func outsidePermit() async throws {
    try await TemporaryUnits.with { units in
        try await units.store.save(UnitChanges(units: try small()), by: TestPermit())
        let permit = TestPermit(unit: id("so-y-te"))
        var ward = try small()[0]
        ward.parent = id("so-y-te")
        let attempts = [
            [try unit("new", "Mới", .other, below: "so-y-te"), ward],
            [try unit("new", "Mới", .other, below: "40")], [try unit("new", "Mới", .other, below: nil)],
        ]
        for attempt in attempts {
            let error = await #expect(throws: PlacesError.self) {
                try await units.store.save(UnitChanges(units: attempt), by: permit)
            }
            #expect(error?.code == .unitNotFound)
            #expect(error?.text == PlacesErrorCode.unitNotFound.text)
        }
        #expect(try await units.auditEntries().count == 3)
        let office = try unit("phong-1", "Phòng Một", .other, below: "so-y-te")
        #expect(try await units.store.save(UnitChanges(units: [office]), by: permit).count == 1)
    }
}

@Test("each rule of a unit has its own answer")
func refusedUnits() async throws {
    try await TemporaryUnits.with { units in
        try await units.store.save(UnitChanges(units: try small()), by: TestPermit())
        var sameCode = try unit("other", "Khác", below: "40")
        sameCode.code = "16681"
        var department = try small()[2]
        department.parent = id("phong")
        let ring = [department, try unit("phong", "Phòng", .other, below: "so-y-te")]
        let refusals: [([Unit], PlacesErrorCode)] = [
            ([sameCode], .codeTaken), (ring, .parentRing),
            ([try unit("x", "X", below: "nobody")], .unitNotFound),
            ([try unit("x", " ", below: "40")], .unitInvalid),
            ([try unit("x", "X\n", below: "40")], .unitInvalid),
            ([try unit("X", "X", below: "40")], .unitInvalid),
            ([try unit("x", "X", below: "40", to: "2025-07-01")], .unitInvalid),
        ]
        for (refused, code) in refusals {
            let error = await #expect(throws: PlacesError.self) {
                try await units.store.save(UnitChanges(units: refused), by: TestPermit())
            }
            #expect(error?.code == code, "\(refused.map(\.id))")
        }
        let tooMany = (0...UnitChanges.countMax).map { number in
            Unit(
                id: id("u\(number)"),
                code: "u\(number)",
                name: "U",
                kind: .other,
                parent: id("40"),
                validFrom: ring[0].validFrom
            )
        }
        let error = await #expect(throws: PlacesError.self) {
            try await units.store.save(UnitChanges(units: tooMany), by: TestPermit())
        }
        #expect(error?.code == .importTooLarge)
    }
}

@Test("a succession needs both units, the right day and at most the whole of the old unit")
func refusedSuccessions() async throws {
    try await TemporaryUnits.with { units in
        var old = try unit("a~2025", "A", below: "40", from: "2025-01-01", to: "2026-01-01")
        old.code = "a"
        let successors = [
            try unit("b", "B", below: "40", from: "2026-01-01"),
            try unit("c", "C", below: "40", from: "2026-01-01"),
        ]
        try await units.store.save(UnitChanges(units: try small() + [old] + successors), by: TestPermit())
        func move(_ from: String, _ to: String, _ on: String, _ share: Succession.Share) throws -> Succession
        {
            Succession(from: id(from), to: id(to), day: try day(on), decision: "1/NQ", share: share)
        }
        let refused = [
            [try move("a~2025", "nobody", "2026-01-01", .whole)], [try move("b", "b", "2026-02-01", .whole)],
            [try move("a~2025", "b", "2025-06-01", .whole)],
            [try move("a~2025", "b", "2026-01-01", .part(weight: 1.5))],
            [try move("a~2025", "b", "2026-01-01", .part(weight: 1))],
            [
                try move("a~2025", "b", "2026-01-01", .part(weight: 0.6)),
                try move("a~2025", "c", "2026-01-01", .part(weight: 0.6)),
            ],
        ]
        for successions in refused {
            let error = await #expect(throws: PlacesError.self) {
                try await units.store.save(UnitChanges(successions: successions), by: TestPermit())
            }
            #expect(error?.code == .successionInvalid)
        }
        let parts = [
            try move("a~2025", "b", "2026-01-01", .part(weight: 0.6)),
            try move("a~2025", "c", "2026-01-01", .part(weight: 0.4)),
        ]
        try await units.store.save(UnitChanges(successions: parts), by: TestPermit())
        let found = try await units.store.history().successors(of: id("a~2025"), at: try day("2026-06-01"))
        #expect(found.map(\.weight) == [0.6, 0.4])
    }
}

@Test("boundaries come back as they were written, and only those of the scope")
func boundaries() async throws {
    let ring = "[[105.1,18.1],[105.2,18.1],[105.2,18.23456],[105.1,18.1]]"
    let file = try BoundaryFile(polygons([("16681", ring), ("99", ring)]))
    try await TemporaryUnits.with { units in
        try await units.store.save(UnitChanges(units: try small()), by: TestPermit())
        let read = BoundaryImport(file, on: try await units.store.tree(at: try day("2026-01-01")))
        #expect(read.problems.count == 1)
        #expect(read.problems.first?.vi.hasPrefix("Đối tượng thứ 2: không có đơn vị nào") == true)
        try await units.store.save(read.changes, by: TestPermit())
        #expect(try await units.store.boundaries(of: .everything) == [id("16681"): file.features[0].boundary])
        #expect(try await units.store.boundaries(of: .units([id("16681"), id("40")])).count == 1)
        #expect(try await units.store.boundaries(of: .units([])).isEmpty)
        #expect(try await units.auditEntries().last == "unit-boundary.set 16681")
        let unknown = UnitChanges(boundaries: [id("nobody"): file.features[0].boundary])
        await #expect(throws: PlacesError.self) { try await units.store.save(unknown, by: TestPermit()) }
    }
}

@Test("the schema itself refuses what the rules refuse")
func schemaRules() async throws {
    try await TemporaryUnits.with { units in
        func unit(with column: SQL, _ value: SQL) -> SQL {
            "INSERT INTO unit (id, code, name, valid_from, \(column)) VALUES ('x', 'x', 'X', '2025-07-01', \(value))"
        }
        let statements: [SQL] = [
            unit(with: "kind", "'planet'"), unit(with: "kind, parent_id", "'other', 'x'"),
            unit(with: "kind, parent_id", "'other', 'nobody'"),
            unit(with: "kind, valid_to", "'other', '2025-07-01'"),
            unit(with: "kind, latitude", "'other', 18.0"),
            unit(with: "kind, area_km2", "'other', -1.0"),
            "INSERT INTO unit_succession (from_id, to_id, day, weight) VALUES ('x', 'y', '2025-07-01', 1.0)",
            "INSERT INTO unit_boundary (unit_id, coordinates) VALUES ('x', '[]')",
        ]
        for statement in statements {
            await #expect(throws: DatabaseError.self) {
                try await units.database.write { try $0.execute(statement) }
            }
        }
        let fitting = unit(with: "kind", "'other'")
        let inserted = try await units.database.write { try $0.execute(fitting) }
        #expect(inserted == 1)
    }
}

@Test("the verifier reads back for every row the very bytes that the log committed to")
func auditedContent() async throws {
    let province = try ReferenceProvince.load()
    let ring = "[[105.1,18.1],[105.2,18.1],[105.2,18.2],[105.1,18.1]]"
    let boundary = try BoundaryFile(polygons([("16681", ring)])).features[0].boundary
    try await TemporaryUnits.with { units in
        _ = try await units.store.seed(province, by: TestPermit())
        try await units.store.save(UnitChanges(boundaries: [id("16681"): boundary]), by: TestPermit())
        let differing = try await units.database.read { transaction in
            try AuditedUnits.tables.reduce(into: [String]()) { differing, table in
                let entries = try transaction.query(
                    "SELECT subject_id, content FROM audit_entry WHERE subject_kind = \(table.subjectKind)"
                )
                if entries.isEmpty { differing.append(table.subjectKind) }
                for entry in entries {
                    let (subject, content): (String, [UInt8]) = (try entry[0], try entry[1])
                    if try table.content(subject, transaction) != content { differing.append(subject) }
                }
            }
        }
        #expect(differing.isEmpty)
    }
}
