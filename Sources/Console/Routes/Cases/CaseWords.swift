import Cases
import Database
import Language
import Places
import Timekeeping
import WebWatch

// How the console shows what a case is: a tone with each word.

extension CaseSeverity {
    var chip: Chip {
        switch self {
        case .information: Chip(.neutral, text)
        case .attention: Chip(.attention, text)
        case .serious, .critical: Chip(.incident, text)
        }
    }
}

extension CaseState.Kind {
    var chip: Chip {
        switch self {
        case .new: Chip(.attention, text)
        case .accepted, .inProgress: Chip(.neutral, text)
        case .answered, .verifying: Chip(.highlight, text)
        case .closed: Chip(.ok, text)
        case .refused: Chip(.none, text)
        }
    }

    var stage: CaseModel.Stage {
        switch self {
        case .new: .new
        case .accepted: .accepted
        case .inProgress: .inProgress
        case .answered, .verifying: .verifying
        case .closed: .closed
        case .refused: .refused
        }
    }
}

extension Case {
    var standing: DeadlineStanding {
        switch state {
        case .answered, .verifying: .verifying
        case .closed: .closed
        case .refused(let refusal) where refusal.confirmation != nil: .closed
        case .new, .accepted, .inProgress, .refused: .running(openedAt: detectedAt, deadline: deadline.at)
        }
    }
}

extension Case {
    /// As one line of a list.
    func line(_ tree: UnitTree) -> BoardModel.CaseLine {
        BoardModel.CaseLine(
            id: id.description,
            number: number.description,
            title: title,
            unit: tree.unit(unit)?.name ?? unit.rawValue,
            standing: standing
        )
    }
}

extension CaseChange {
    var tone: Tone {
        switch self {
        case .recheckPassed, .approved: .ok
        case .opened, .reopened, .recheckFailed, .severityRaised, .escalated: .incident
        case .answered, .verifying: .highlight
        case .refused, .sentBack, .refusalOverruled: .attention
        default: .none
        }
    }

    /// The words that somebody wrote, which stand below the sentence.
    var note: String? {
        switch self {
        case .commented(let text): text
        case .answered(_, _, let done): done
        case .recheckFailed(_, let reason), .sentBack(let reason), .refused(let reason),
            .refusalOverruled(let reason):
            reason
        default: nil
        }
    }
}

extension CaseEvidence {
    /// The watch takes its evidence under the code of the check.
    var title: Text {
        CheckKind(rawValue: kind).map { .evidenceOf($0.name) } ?? .evidenceOfUnknownKind(kind)
    }
}
