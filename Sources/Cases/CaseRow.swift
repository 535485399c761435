import AuditLog
import Database
import Foundation
import Language
import Places
import Timekeeping

/// A case as its table keeps it: one list of columns for reading, writing and the audit log.
struct CaseRow {
    var it: Case
    /// When the next one is told that the case is late.
    var nextEscalationAt: Instant?
    /// Lines of the timeline so far; also tells two writers apart who only add lines.
    var eventCount = 0
    /// Hash over the whole timeline, so that the audit log vouches for every line.
    var timelineSHA256 = RollingHash.start
    /// Hash over all evidence, for the same reason.
    var evidenceSHA256 = RollingHash.start
    /// Hash over all attachments, for the same reason.
    var attachmentsSHA256 = RollingHash.start

    /// Names and values in the order of ``selected``; `search_text` is left out, since it follows from the rest.
    var columns: [(name: String, value: SQLValue)] {
        identity + standing + answer + refusal + [
            ("version", it.version.sqlValue), ("event_count", eventCount.sqlValue),
            ("timeline_sha256", timelineSHA256.sqlValue), ("evidence_sha256", evidenceSHA256.sqlValue),
            ("attachments_sha256", attachmentsSHA256.sqlValue), ("changed_at", it.changedAt.sqlValue),
        ]
    }

    private var identity: [(name: String, value: SQLValue)] {
        [
            ("id", it.id.sqlValue), ("unit_id", it.unit.sqlValue), ("year", it.number.year.sqlValue),
            ("count", it.number.count.sqlValue), ("kind", it.kind.rawValue.sqlValue),
            ("cause", it.cause.sqlValue), ("subject_kind", it.subject.kind.sqlValue),
            ("subject_id", it.subject.id.sqlValue), ("subject_name", it.subject.name.sqlValue),
            ("title", it.title.sqlValue), ("opened_at", it.openedAt.sqlValue),
        ]
    }

    private var standing: [(name: String, value: SQLValue)] {
        [
            ("severity", it.severity.rawValue.sqlValue), ("ground", it.ground.rawValue.sqlValue),
            ("basis", it.basis.rawValue.sqlValue), ("state", it.state.kind.rawValue.sqlValue),
            ("deadline_at", it.deadline.at.sqlValue), ("allowance", it.deadline.allowance.code.sqlValue),
            ("year_without_holidays", it.deadline.yearWithoutHolidays.sqlValue),
            ("detected_at", it.detectedAt.sqlValue), ("assignee", (it.assignee?.code).sqlValue),
            ("observations", it.observations.sqlValue), ("recurrences", it.recurrences.sqlValue),
            ("escalation", it.escalation.rawValue.sqlValue),
            ("next_escalation_at", nextEscalationAt.sqlValue),
        ]
    }

    private var answer: [(name: String, value: SQLValue)] {
        let answer = it.state.answer
        var takenAt: Instant?
        var approvedBy: Actor?
        switch it.state {
        case .closed(.recheckPassed(_, let taken, _)): takenAt = taken
        case .closed(.approved(_, let by, _)): approvedBy = by
        case .new, .accepted, .inProgress, .answered, .verifying, .refused: break
        }
        return [
            ("root_cause", (answer?.rootCause?.code).sqlValue),
            ("root_cause_words", (answer?.rootCause?.words).sqlValue),
            ("what_was_done", (answer?.whatWasDone).sqlValue), ("answered_by", (answer?.by.code).sqlValue),
            ("answered_at", (answer?.at).sqlValue), ("recheck_taken_at", takenAt.sqlValue),
            ("approved_by", (approvedBy?.code).sqlValue),
        ]
    }

    private var refusal: [(name: String, value: SQLValue)] {
        var refusal: CaseRefusal?
        if case .refused(let it) = it.state { refusal = it }
        return [
            ("refusal_reason", (refusal?.reason).sqlValue), ("refused_by", (refusal?.by.code).sqlValue),
            ("refused_at", (refusal?.at).sqlValue),
            ("refusal_confirmed_by", (refusal?.confirmation?.by.code).sqlValue),
            ("ended_at", it.state.endedAt.sqlValue),
        ]
    }

    /// Title, subject and number without tones, for the search.
    var searchText: String { "\(it.title) \(it.subject.name) \(it.number)".folded }

    /// What the audit log commits to: the row as a JSON object with sorted keys.
    var content: [UInt8] {
        get throws(DatabaseError) {
            try AuditLog.canonicalJSON(
                Dictionary(uniqueKeysWithValues: columns.map { ($0.name, JSONScalar(value: $0.value)) })
            )
        }
    }
}

/// A column's value as JSON.
private struct JSONScalar: Encodable {
    var value: SQLValue

    func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch value {
        case .null: try container.encodeNil()
        case .integer(let number): try container.encode(number)
        case .real(let number): try container.encode(number)
        case .text(let text): try container.encode(text)
        case .blob(let bytes): try container.encode(bytes)
        }
    }
}
