package import AuditLog
package import Database
import Language
package import Timekeeping

/// The units in the database.
package struct UnitStore: Sendable {
    let database: any Database
    let audit: AuditLog
    let clock: WallClock

    package init(database: any Database, audit: AuditLog, clock: WallClock) {
        self.database = database
        self.audit = audit
        self.clock = clock
    }

    /// The units that exist on `day`.
    package func tree(at day: Day) async throws(PlacesError) -> UnitTree {
        try await database.read(throwing: PlacesErrorCode.self) { transaction in
            UnitTree(try UnitRows.units(existingOn: day, in: transaction), on: day)
        }
    }

    /// Every unit that ever was, with what became of each.
    package func history() async throws(PlacesError) -> UnitHistory {
        try await database.read(throwing: PlacesErrorCode.self) { try UnitRows.history(in: $0) }
    }

    /// How many boundaries there are and how long they are together, for whoever keeps them drawn: an import that
    /// leaves both as they are has most likely changed nothing.
    package func boundaryStamp() async throws(PlacesError) -> String {
        try await database.read(throwing: PlacesErrorCode.self) { transaction in
            let row = try transaction.first(
                "SELECT count(*), coalesce(sum(length(coordinates)), 0) FROM unit_boundary"
            )
            guard let row else { return "" }
            return "\(try row[0] as Int64)/\(try row[1] as Int64)"
        }
    }

    /// The boundaries that are known of the units of `scope`.
    package func boundaries(of scope: UnitScope) async throws(PlacesError) -> [Unit.ID: Boundary] {
        try await database.read(throwing: PlacesErrorCode.self) { transaction in
            try UnitRows.boundaries(of: scope, in: transaction)
        }
    }

    /// Writes what of `changes` is new or different, each with its audit entry, in one transaction.
    ///
    /// Returns what was written. Nothing is written when a single change breaks a rule or lies outside the
    /// permit.
    @discardableResult
    package func save(
        _ changes: UnitChanges,
        by permit: some UnitWritePermit
    ) async throws(PlacesError) -> UnitChanges {
        try await write(by: permit) { changes.reduced(by: $0) }
    }

    /// Brings the shipped facts in where they are missing, and changes nothing that is there; safe on every
    /// start.
    ///
    /// Returns how many units and successions were missing.
    @discardableResult
    package func seed(
        _ province: ReferenceProvince,
        by permit: some UnitWritePermit
    ) async throws(PlacesError) -> Int {
        let facts = UnitChanges(units: province.units, successions: province.successions)
        guard !facts.missing(from: try await history()).isEmpty else { return 0 }
        return try await write(by: permit) { facts.missing(from: $0) }.count
    }

    private func write(
        by permit: some UnitWritePermit,
        _ choose: @escaping @Sendable (UnitHistory) -> UnitChanges
    ) async throws(PlacesError) -> UnitChanges {
        let (actor, reach, instant) = (permit.actor, permit.unit, clock.now())
        return try await database.write(throwing: PlacesErrorCode.self) { [audit] transaction in
            let before = try UnitRows.history(in: transaction)
            let changes = choose(before)
            try UnitChangeRules(before: before, changes: changes).check(changes, within: reach)
            let writing = UnitWriting(audit: audit, actor: actor, instant: instant, transaction: transaction)
            try writing.write(changes, before: before)
            return changes
        }
    }
}
