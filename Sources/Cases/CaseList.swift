import Database
import Language
package import Places
import Timekeeping

/// One page of a list.
package struct CasePage: Hashable, Sendable {
    package var cases: [Case]
    /// Where the next page begins; `nil` on the last one.
    package var next: CaseCursor?
}

extension CaseStore {
    /// Rows of one page: more than a person reads at once, few enough to read in a few milliseconds.
    package static let pageMax = 200

    /// One page of the cases within `scope`.
    ///
    /// - Throws: ``CaseErrorCode/cursorInvalid`` when the cursor belongs to another order.
    package func list(
        _ filter: CaseFilter = CaseFilter(),
        order: CaseOrder = .newest,
        after cursor: CaseCursor? = nil,
        countMax: Int = 50,
        within scope: UnitScope
    ) async throws(CaseError) -> CasePage {
        guard cursor == nil || cursor?.order == order else {
            throw CaseError(.cursorInvalid, "the cursor belongs to another order")
        }
        let count = min(max(countMax, 1), Self.pageMax)
        var condition = filter.condition(within: scope, at: clock.now())
        if let cursor { condition += " AND \(cursor.condition)" }
        let sql: SQL = """
            SELECT \(CaseRow.selected) FROM case_file WHERE \(condition) ORDER BY \(order.sql) LIMIT \(count + 1)
            """
        return try await database.read(throwing: CaseErrorCode.self) { transaction in
            let cases = try transaction.query(sql).map { try CaseRow(row: $0).it }
            let page = Array(cases.prefix(count))
            let next = cases.count > count ? page.last.map { CaseCursor(after: $0, order) } : nil
            return CasePage(cases: page, next: next)
        }
    }

    /// How many cases within `scope` a filter leaves, on all pages together.
    package func count(_ filter: CaseFilter, within scope: UnitScope) async throws(CaseError) -> Int {
        let condition = filter.condition(within: scope, at: clock.now())
        return try await database.read(throwing: CaseErrorCode.self) { transaction in
            try transaction.value("SELECT count(*) FROM case_file WHERE \(condition)") ?? 0
        }
    }
}
