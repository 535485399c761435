package import AuditLog
import Database
import Language
package import Places
import Timekeeping

/// Which cases a list shows; what is empty or `nil` asks for nothing.
package struct CaseFilter: Hashable, Sendable {
    package var states: Set<CaseState.Kind> = []
    package var severities: Set<CaseSeverity> = []
    package var kinds: Set<CaseKind> = []
    package var unit: Unit.ID?
    package var assignee: Actor?
    /// Open cases only, or ended ones only.
    package var isOpen: Bool?
    /// Only those whose deadline has passed while someone had still to act.
    package var isOverdue = false
    /// Words in title, subject or number, with or without tones.
    package var text: String?
    /// Only those about this website, indicator or unit.
    package var subject: (kind: String, id: String)? {
        get { subjectKind.flatMap { kind in subjectID.map { (kind, $0) } } }
        set { (subjectKind, subjectID) = (newValue?.kind, newValue?.id) }
    }
    private var subjectKind: String?
    private var subjectID: String?

    package init() {}

    /// Words of one search that are looked at; nobody types more.
    static let wordsMax = 8
    /// Of one word that is looked for.
    static let wordCharactersMax = 100

    /// The conditions, for `WHERE`.
    func condition(within scope: UnitScope, at now: Instant) -> SQL {
        var parts = [Self.within(scope)]
        parts += Self.anyOf("state", states.map(\.rawValue))
        parts += Self.anyOf("severity", severities.map(\.rawValue))
        parts += Self.anyOf("kind", kinds.map(\.rawValue))
        if let unit { parts.append("unit_id = \(unit)") }
        if let assignee { parts.append("assignee = \(assignee.code)") }
        if let isOpen { parts.append(isOpen ? "ended_at IS NULL" : "ended_at IS NOT NULL") }
        if isOverdue { parts.append("ended_at IS NULL AND \(Self.overdue(at: now))") }
        if let subject { parts.append("subject_kind = \(subject.kind) AND subject_id = \(subject.id)") }
        if let number = text.flatMap({ CaseNumber($0.trimmingSpaces) }) {
            return .joined(parts + ["year = \(number.year) AND count = \(number.count)"], by: " AND ")
        }
        parts += words.map { "search_text LIKE \(Self.pattern($0)) ESCAPE '!'" }
        return .joined(parts, by: " AND ")
    }

    /// The same as ``CaseState/isWaitingForOwner`` and a passed deadline, of an open case.
    static func overdue(at now: Instant) -> SQL {
        "(deadline_at < \(now) AND state NOT IN ('answered', 'verifying'))"
    }

    /// More units than this are looked up row by row, in the order of the list.
    ///
    /// The engines would rather collect all rows of all units and sort them: with 130 units and 100,000 cases that
    /// takes 130 ms instead of 1. The empty text added to the column keeps them from the index on it.
    static let unitsFoundByIndexMax = 8

    private static func within(_ scope: UnitScope) -> SQL {
        guard case .units(let units) = scope, units.count > unitsFoundByIndexMax else {
            return scope.condition(on: "unit_id")
        }
        return scope.condition(on: "(unit_id || '')")
    }

    private var words: [String] {
        (text ?? "").folded.split(separator: " ").prefix(Self.wordsMax).map {
            String($0.prefix(Self.wordCharactersMax))
        }
    }

    private static func pattern(_ word: String) -> String {
        "%" + word.flatMap { "!%_".contains($0) ? ["!", $0] : [$0] } + "%"
    }

    private static func anyOf(_ column: String, _ values: [some SQLConvertible & Comparable]) -> [SQL] {
        guard !values.isEmpty else { return [] }
        let list = SQL.joined(values.sorted().map { "\($0)" }, by: ", ")
        return ["\(trusted: column) IN (\(list))"]
    }
}

/// In which order a list shows its cases.
package enum CaseOrder: String, CaseIterable, Hashable, Sendable {
    /// The last opened first.
    case newest
    /// The next due first.
    case deadline
    /// The worst first, and of those the last opened.
    case severity
}

/// Where the next page begins; its text is opaque to callers.
package struct CaseCursor: Hashable, Sendable, CustomStringConvertible {
    package let order: CaseOrder
    let first: Int64
    let second: Int64
    let id: Case.ID

    package var description: String { "\(order.rawValue).\(first).\(second).\(id)" }

    /// Reads ``description``; `nil` when it is none.
    package init?(_ text: String) {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 4, let order = CaseOrder(rawValue: String(parts[0])),
            let first = Int64(parts[1]),
            let second = Int64(parts[2]), let id = Case.ID(String(parts[3]))
        else { return nil }
        (self.order, self.first, self.second, self.id) = (order, first, second, id)
    }

    init(after it: Case, _ order: CaseOrder) {
        self.order = order
        id = it.id
        second = it.openedAt.microsecondsSince1970
        first =
            switch order {
            case .newest: 0
            case .deadline: it.deadline.at.microsecondsSince1970
            case .severity: Int64(it.severity.rawValue)
            }
    }

    /// The rows behind this place.
    var condition: SQL {
        switch order {
        case .newest: "(opened_at, id) < (\(second), \(id))"
        case .deadline: "(deadline_at, id) > (\(first), \(id))"
        case .severity: "(severity, opened_at, id) < (\(first), \(second), \(id))"
        }
    }
}

extension CaseOrder {
    var sql: SQL {
        switch self {
        case .newest: "opened_at DESC, id DESC"
        case .deadline: "deadline_at, id"
        case .severity: "severity DESC, opened_at DESC, id DESC"
        }
    }
}
