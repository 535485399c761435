package import Language
package import Timekeeping

/// Who has been told that a case is late; each level includes those before it.
package enum EscalationLevel: Int, CaseIterable, Hashable, Comparable, Sendable {
    case nobody = 0
    case owner, parent, board

    package static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }

    /// `parent`, the form of the outbox and the audit log.
    package var code: String {
        switch self {
        case .nobody: "nobody"
        case .owner: "owner"
        case .parent: "parent"
        case .board: "board"
        }
    }

    package var text: Text {
        switch self {
        case .nobody: .Case.escalationNobody
        case .owner: .Case.escalationOwner
        case .parent: .Case.escalationParent
        case .board: .Case.escalationBoard
        }
    }
}

/// When a late case is told to whom: data, counted in working days after the deadline.
package struct EscalationPlan: Hashable, Sendable {
    package struct Step: Hashable, Sendable {
        package var level: EscalationLevel
        package var workingDaysAfterDeadline: Int

        package init(_ level: EscalationLevel, workingDaysAfterDeadline: Int) {
            self.level = level
            self.workingDaysAfterDeadline = workingDaysAfterDeadline
        }
    }

    /// From the first to the last.
    package let steps: [Step]

    /// Refuses levels or days that do not rise.
    package init?(_ steps: [Step]) {
        let rises = zip(steps, steps.dropFirst()).allSatisfy {
            $0.level < $1.level && $0.workingDaysAfterDeadline <= $1.workingDaysAfterDeadline
        }
        guard rises, steps.allSatisfy({ $0.level > .nobody && $0.workingDaysAfterDeadline >= 0 }) else {
            return nil
        }
        self.steps = steps
    }

    private init(trusted steps: [Step]) { self.steps = steps }

    /// The owner at the deadline, the unit above one working day later, the board two: a default to confirm.
    package static let byDefault = Self(trusted: [
        Step(.owner, workingDaysAfterDeadline: 0),
        Step(.parent, workingDaysAfterDeadline: 1),
        Step(.board, workingDaysAfterDeadline: 2),
    ])

    /// When `step` comes for a case with this deadline: the same time of day, so many working days later.
    func instant(of step: Step, after deadline: Instant, _ calendar: WorkingCalendar) -> Instant {
        guard step.workingDaysAfterDeadline > 0 else { return deadline }
        let civil = calendar.civil
        let day = calendar.workingDay(after: civil.day(of: deadline), count: step.workingDaysAfterDeadline)
        let time = civil.time(of: deadline)
        return civil.instant(day, hour: time.hour, minute: time.minute)
    }
}

extension Case {
    /// The level that the case has reached at `now` and nobody was told of yet; `nil` when there is nothing to do.
    package func escalation(
        at now: Instant,
        plan: EscalationPlan,
        calendar: WorkingCalendar
    ) -> EscalationLevel? {
        guard state.isWaitingForOwner, now >= deadline.at else { return nil }
        let reached = plan.steps.last { plan.instant(of: $0, after: deadline.at, calendar) <= now }
        guard let reached, reached.level > escalation else { return nil }
        return reached.level
    }

    /// When to look again; `nil` when the case waits for nobody or everybody was told.
    package func nextEscalation(plan: EscalationPlan, calendar: WorkingCalendar) -> Instant? {
        guard state.isWaitingForOwner, let next = plan.steps.first(where: { $0.level > escalation }) else {
            return nil
        }
        return plan.instant(of: next, after: deadline.at, calendar)
    }

    /// Notes who was told; telling the same level twice changes nothing.
    package mutating func escalate(to level: EscalationLevel) { escalation = max(escalation, level) }
}
