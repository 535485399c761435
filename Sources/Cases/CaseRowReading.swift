import AuditLog
import Database
import Places
import Timekeeping

extension CaseRow {
    /// The columns in the order in which ``init(row:)`` reads them.
    static let selected: SQL = """
        id, unit_id, year, count, kind, cause, subject_kind, subject_id, subject_name, title, opened_at,
        severity, ground, basis, state, deadline_at, allowance, year_without_holidays, detected_at, assignee,
        observations, recurrences, escalation, next_escalation_at,
        root_cause, root_cause_words, what_was_done, answered_by, answered_at, recheck_taken_at, approved_by,
        refusal_reason, refused_by, refused_at, refusal_confirmed_by, ended_at,
        version, event_count, timeline_sha256, evidence_sha256, attachments_sha256, changed_at
        """

    init(row: Row) throws(DatabaseError) {
        it = Case(
            id: try row[0],
            number: CaseNumber(year: try row[2], count: try row[3]),
            kind: try row.coded(4),
            cause: try row[5],
            subject: CaseSubject(kind: try row[6], id: try row[7], name: try row[8]),
            title: try row[9],
            unit: try row[1],
            severity: try row.ranked(11),
            ground: try row.coded(12),
            basis: try row.coded(13),
            state: try row.caseState,
            deadline: try row.deadline,
            openedAt: try row[10],
            detectedAt: try row[18],
            assignee: try row.actor(19),
            observations: try row[20],
            recurrences: try row[21],
            escalation: try row.ranked(22),
            version: try row[36],
            changedAt: try row[41]
        )
        nextEscalationAt = try row[23]
        eventCount = try row[37]
        timelineSHA256 = try row[38]
        evidenceSHA256 = try row[39]
        attachmentsSHA256 = try row[40]
    }
}

extension Row {
    func coded<T: RawRepresentable<String>>(_ index: Int) throws(DatabaseError) -> T {
        guard let value = T(rawValue: try self[index]) else { throw unexpected(index) }
        return value
    }

    func ranked<T: RawRepresentable<Int>>(_ index: Int) throws(DatabaseError) -> T {
        guard let value = T(rawValue: try self[index]) else { throw unexpected(index) }
        return value
    }

    func actor(_ index: Int) throws(DatabaseError) -> Actor? {
        guard let code: String = try self[index] else { return nil }
        guard let actor = Actor(code: code) else { throw unexpected(index) }
        return actor
    }

    func required<T>(_ value: T?, _ index: Int) throws(DatabaseError) -> T {
        guard let value else { throw unexpected(index) }
        return value
    }

    func unexpected(_ index: Int) -> DatabaseError {
        DatabaseError(kind: .unexpectedValue, detail: "column \(index) of a case holds an unknown value")
    }

    fileprivate var deadline: Deadline {
        get throws(DatabaseError) {
            let allowance = try required(Allowance(code: try self[16]), 16)
            return Deadline(at: try self[15], allowance: allowance, yearWithoutHolidays: try self[17])
        }
    }

    fileprivate var caseState: CaseState {
        get throws(DatabaseError) {
            let kind: CaseState.Kind = try coded(14)
            return switch kind {
            case .new: .new
            case .accepted: .accepted
            case .inProgress: .inProgress
            case .answered: .answered(try answer)
            case .verifying: .verifying(try answer)
            case .closed: .closed(try closing)
            case .refused: .refused(try refusal)
            }
        }
    }

    private var answer: CaseAnswer {
        get throws(DatabaseError) {
            let code: String? = try self[24]
            var cause: RootCause?
            if let code { cause = try required(RootCause(code: code, words: try self[25]), 24) }
            return CaseAnswer(
                rootCause: cause,
                whatWasDone: try self[26],
                by: try required(try actor(27), 27),
                at: try self[28]
            )
        }
    }

    private var closing: CaseClosing {
        get throws(DatabaseError) {
            if let approver = try actor(30) { return .approved(try answer, by: approver, at: try self[35]) }
            return .recheckPassed(try answer, takenAt: try self[29], at: try self[35])
        }
    }

    private var refusal: CaseRefusal {
        get throws(DatabaseError) {
            var confirmation: CaseRefusal.Confirmation?
            if let by = try actor(34) { confirmation = .init(by: by, at: try self[35]) }
            return CaseRefusal(
                reason: try self[31],
                by: try required(try actor(32), 32),
                at: try self[33],
                confirmation: confirmation
            )
        }
    }
}
