import AuditLog
import Database
import Language
import Places
import Timekeeping

/// The steps that every write of a case shares, inside one transaction.
struct CaseWriter {
    let store: CaseStore
    let transaction: any Transaction
    let actor: Actor
    let now: Instant

    /// The case, if it belongs to `unit` and has not changed since the caller saw it.
    ///
    /// Another unit's case answers as one that does not exist.
    func find(_ id: Case.ID, ownedBy unit: Unit.ID, expecting version: Int?) throws -> CaseRow {
        guard let row = try transaction.caseRow(where: "id = \(id)"), row.it.unit == unit else {
            throw CaseError(.notFound, "no such case in the unit of the permit")
        }
        try check(row, expecting: version)
        return row
    }

    /// The case, if `unit` is the one above its owner.
    func find(_ id: Case.ID, below unit: Unit.ID, expecting version: Int?) throws -> CaseRow {
        guard let row = try transaction.caseRow(where: "id = \(id)"), store.unitAbove(row.it.unit) == unit
        else { throw CaseError(.notFound, "no such case below the unit of the permit") }
        try check(row, expecting: version)
        return row
    }

    private func check(_ row: CaseRow, expecting version: Int?) throws(CaseError) {
        guard version == nil || version == row.it.version else {
            throw CaseError(.changedMeanwhile, "the case has another version than the caller saw")
        }
    }

    /// The number that follows the last one of the year; undone with the transaction, so that none is missing.
    func nextNumber() throws -> CaseNumber {
        let year = store.settings.calendar.civil.day(of: now).year
        let count: Int? = try transaction.value(
            """
            INSERT INTO case_counter (year, last) VALUES (\(year), 1)
            ON CONFLICT (year) DO UPDATE SET last = case_counter.last + 1 RETURNING last
            """
        )
        guard let count else { throw DatabaseError(kind: .other, detail: "the counter returned no row") }
        return CaseNumber(year: year, count: count)
    }

    /// Writes a case that is not there yet.
    func insert(_ new: CaseRow, _ changes: [CaseChange], topic: CaseTopic) throws {
        var row = new
        let lines = try prepare(&row, changes)
        let columns = row.columns + [("search_text", row.searchText.sqlValue)]
        let names = columns.map(\.name).joined(separator: ", ")
        let values = SQL.joined(columns.map { "\($0.value)" }, by: ", ")
        try transaction.execute("INSERT INTO case_file (\(trusted: names)) VALUES (\(values))")
        try finish(row, lines, topic: topic)
    }

    /// Writes a changed case; refused when someone else has written since `before` was read.
    func save(_ row: inout CaseRow, after before: CaseRow, _ changes: [CaseChange], topic: CaseTopic) throws {
        let lines = try prepare(&row, changes)
        let columns = row.columns.dropFirst() + [("search_text", row.searchText.sqlValue)]
        let assignments = SQL.joined(columns.map { "\(trusted: $0.name) = \($0.value)" }, by: ", ")
        let changed = try transaction.execute(
            """
            UPDATE case_file SET \(assignments)
            WHERE id = \(row.it.id) AND version = \(before.it.version) AND event_count = \(before.eventCount)
            """
        )
        guard changed == 1 else {
            throw CaseError(.changedMeanwhile, "another writer was between reading and writing")
        }
        try finish(row, lines, topic: topic)
    }

    private func prepare(_ row: inout CaseRow, _ changes: [CaseChange]) throws -> [TimelineLine] {
        row.it.changedAt = now
        row.nextEscalationAt = row.it.nextEscalation(
            plan: store.settings.escalation,
            calendar: store.settings.calendar
        )
        return try changes.map { change in
            let line = try TimelineLine(position: row.eventCount + 1, at: now, actor: actor, change: change)
            row.eventCount = line.position
            row.timelineSHA256 = line.hash(after: row.timelineSHA256)
            return line
        }
    }

    private func finish(_ row: CaseRow, _ lines: [TimelineLine], topic: CaseTopic) throws {
        for line in lines { try line.insert(into: row.it, transaction) }
        try audit(row, topic.rawValue)
        try Outbox.post(
            topic.rawValue,
            subject: row.it.id.description,
            body: String(decoding: try AuditLog.canonicalJSON(CaseMessage(row.it)), as: UTF8.self),
            at: now,
            in: transaction
        )
    }

    private func audit(_ row: CaseRow, _ action: String) throws {
        try store.audit.append(
            action,
            of: AuditSubject(kind: "case", id: row.it.id.description),
            unit: row.it.unit.rawValue,
            content: try row.content,
            by: actor,
            at: now,
            in: transaction
        )
    }
}

/// What a reaction needs to decide whether a message concerns it.
struct CaseMessage: Codable {
    var unit: String
    var kind: String
    var subject: String
    var severity: String
    var escalation: String

    init(_ it: Case) {
        unit = it.unit.rawValue
        kind = it.kind.rawValue
        subject = "\(it.subject.kind):\(it.subject.id)"
        severity = it.severity.code
        escalation = it.escalation.code
    }
}
