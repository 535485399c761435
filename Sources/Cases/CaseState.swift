package import AuditLog
package import Language
package import Timekeeping

/// Where a case stands, with what that standing rests on.
package enum CaseState: Hashable, Sendable {
    case new, accepted, inProgress
    /// The owner says it is done; nobody has looked yet.
    case answered(CaseAnswer)
    /// A re-check, or the leader, is looking.
    case verifying(CaseAnswer)
    case closed(CaseClosing)
    case refused(CaseRefusal)

    /// The standing without its grounds, as lists filter by it.
    package enum Kind: String, CaseIterable, Hashable, Sendable {
        case new, accepted
        case inProgress = "in-progress"
        case answered, verifying, closed, refused
    }

    package var kind: Kind {
        switch self {
        case .new: .new
        case .accepted: .accepted
        case .inProgress: .inProgress
        case .answered: .answered
        case .verifying: .verifying
        case .closed: .closed
        case .refused: .refused
        }
    }

    /// When the case came to its end, if it has: closed, or refused and confirmed.
    package var endedAt: Instant? {
        switch self {
        case .closed(let closing): closing.at
        case .refused(let refusal): refusal.confirmation?.at
        case .new, .accepted, .inProgress, .answered, .verifying: nil
        }
    }

    package var isOpen: Bool { endedAt == nil }

    /// Whether someone has yet to act before the deadline; an answered case waits for the re-check, not for its owner.
    package var isWaitingForOwner: Bool {
        switch self {
        case .new, .accepted, .inProgress: true
        case .refused(let refusal): refusal.confirmation == nil
        case .answered, .verifying, .closed: false
        }
    }

    /// What the owner has answered, while it counts.
    package var answer: CaseAnswer? {
        switch self {
        case .answered(let answer), .verifying(let answer): answer
        case .closed(let closing): closing.answer
        case .new, .accepted, .inProgress, .refused: nil
        }
    }
}

/// What the owner says was done.
package struct CaseAnswer: Hashable, Sendable {
    /// Never missing in a website case.
    package var rootCause: RootCause?
    package var whatWasDone: String
    package var by: Actor
    package var at: Instant

    package init(rootCause: RootCause?, whatWasDone: String, by: Actor, at: Instant) {
        self.rootCause = rootCause
        self.whatWasDone = whatWasDone
        self.by = by
        self.at = at
    }
}

/// Why a case counts as done.
package enum CaseClosing: Hashable, Sendable {
    /// An automatic re-check, taken after the answer, found it clean.
    case recheckPassed(CaseAnswer, takenAt: Instant, at: Instant)
    /// A leader approved the answer.
    case approved(CaseAnswer, by: Actor, at: Instant)

    package var at: Instant {
        switch self {
        case .recheckPassed(_, _, let at), .approved(_, _, let at): at
        }
    }

    package var answer: CaseAnswer {
        switch self {
        case .recheckPassed(let answer, _, _), .approved(let answer, _, _): answer
        }
    }
}

/// The owner says it is not theirs or not so; the unit above has to agree.
package struct CaseRefusal: Hashable, Sendable {
    package struct Confirmation: Hashable, Sendable {
        package var by: Actor
        package var at: Instant
    }
    package var reason: String
    package var by: Actor
    package var at: Instant
    package var confirmation: Confirmation?
}

extension CaseState.Kind {
    package var text: Text {
        switch self {
        case .new: .Case.stateNew
        case .accepted: .Case.stateAccepted
        case .inProgress: .Case.stateInProgress
        case .answered: .Case.stateAnswered
        case .verifying: .Case.stateVerifying
        case .closed: .Case.stateClosed
        case .refused: .Case.stateRefused
        }
    }
}
