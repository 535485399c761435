import Access
package import AuditLog
package import Database
import Language
package import Places
package import Timekeeping

/// What the province has decided about its cases: data from the settings, with defaults that say so.
package struct CaseSettings: Sendable {
    package var calendar: WorkingCalendar
    package var deadlines: DeadlineRules
    package var escalation: EscalationPlan

    package init(
        calendar: WorkingCalendar,
        deadlines: DeadlineRules = .byDefault,
        escalation: EscalationPlan = .byDefault
    ) {
        self.calendar = calendar
        self.deadlines = deadlines
        self.escalation = escalation
    }

    /// The rule for a case, its own or that of its kind and severity, and when it is due.
    func deadline(
        of draft: CaseDraft,
        _ severity: CaseSeverity
    ) -> (rule: DeadlineRule, deadline: Deadline) {
        let rule = draft.rule ?? deadlines[kind: draft.kind, severity: severity]
        return (rule, calendar.deadline(rule.allowance, from: draft.detectedAt))
    }
}

/// Keeps the cases: each write is one transaction with its timeline lines, its audit entry and its message.
package struct CaseStore: Sendable {
    let database: any Database
    let audit: AuditLog
    let clock: WallClock
    let ids: IDMaker
    let settings: CaseSettings
    /// The units as they are today, for who stands above an owner.
    let tree: @Sendable () -> UnitTree

    package init(
        database: any Database,
        audit: AuditLog,
        clock: WallClock,
        ids: IDMaker,
        settings: CaseSettings,
        tree: @escaping @Sendable () -> UnitTree
    ) {
        self.database = database
        self.audit = audit
        self.clock = clock
        self.ids = ids
        self.settings = settings
        self.tree = tree
    }

    /// The unit that decides about a refusal: the one above the owner, or the owner itself at the top.
    package func unitAbove(_ unit: Unit.ID) -> Unit.ID { tree().parent(of: unit)?.id ?? unit }

    /// The case with this id, if it belongs to a unit within `scope`.
    ///
    /// - Throws: ``CaseErrorCode/notFound`` also when it exists elsewhere.
    package func find(_ id: Case.ID, within scope: UnitScope) async throws(CaseError) -> Case {
        try await find("id = \(id)", within: scope)
    }

    /// The case with this number, under the same rule.
    package func find(_ number: CaseNumber, within scope: UnitScope) async throws(CaseError) -> Case {
        try await find("year = \(number.year) AND count = \(number.count)", within: scope)
    }

    private func find(_ condition: SQL, within scope: UnitScope) async throws(CaseError) -> Case {
        try await database.read(throwing: CaseErrorCode.self) { transaction in
            guard let row = try transaction.caseRow(where: condition), scope.contains(row.it.unit) else {
                throw CaseError(.notFound, "no such case within the scope")
            }
            return row.it
        }
    }

    /// Runs `body` in one transaction, as `actor` and at one instant.
    func write<T: Sendable>(
        by actor: Actor,
        _ body: @escaping @Sendable (CaseWriter) throws -> T
    ) async throws(CaseError) -> T {
        try await database.write(throwing: CaseErrorCode.self) { transaction in
            try body(CaseWriter(store: self, transaction: transaction, actor: actor, now: clock.now()))
        }
    }

    /// One step of the state machine, with its line of the timeline, audit entry and message.
    ///
    /// `version` is the one that the caller has seen; `nil` for the program's own steps, which read the case in
    /// the same transaction.
    func step<A: Action>(
        _ id: Case.ID,
        expecting version: Int?,
        by permit: Permit<A>,
        topic: CaseTopic,
        _ body: @escaping @Sendable (inout Case, Instant) throws(CaseError) -> CaseChange
    ) async throws(CaseError) -> Case {
        try await write(by: permit.actor) { writer in
            var row = try writer.find(id, ownedBy: permit.unit, expecting: version)
            let before = row
            let change = try body(&row.it, writer.now)
            row.it.version += 1
            try writer.save(&row, after: before, [change], topic: topic)
            return row.it
        }
    }
}

extension Transaction {
    func caseRow(where condition: SQL) throws(DatabaseError) -> CaseRow? {
        guard let row = try first("SELECT \(CaseRow.selected) FROM case_file WHERE \(condition)") else {
            return nil
        }
        return try CaseRow(row: row)
    }
}
