import Cases
import Database
import Language
import Places
import Timekeeping
import WebWatch

// How cases and websites know each other: by the subject and the cause of the case.

extension Case {
    /// The website that it is about; `nil` for any other case.
    var website: Website.ID? {
        kind == .website && subject.kind == "website" ? Website.ID(subject.id) : nil
    }

    /// The kinds of findings that it is about; all, when a person has opened it and named no cause.
    var checkKinds: Set<CheckKind> {
        cause.flatMap(WebsiteTrouble.init(cause:))?.kinds ?? Set(CheckKind.allCases)
    }

    /// Whether a re-check of `website` that began at `instant` can say something about the owner's answer.
    func waitsForRecheck(of website: Website.ID, takenAt instant: Instant) -> Bool {
        guard self.website == website else { return false }
        return switch state {
        case .answered(let answer), .verifying(let answer): instant > answer.at
        case .new, .accepted, .inProgress, .closed, .refused: false
        }
    }

    /// When the re-check began that has closed it.
    var passedRecheckTakenAt: Instant? {
        if case .closed(.recheckPassed(_, let takenAt, _)) = state { takenAt } else { nil }
    }
}

extension CaseSubject {
    init(_ website: Website) {
        self.init(kind: "website", id: website.id.description, name: website.details.name)
    }
}

extension CaseSeverity {
    init(_ severity: Severity) {
        self =
            switch severity {
            case .information: .information
            case .attention: .attention
            case .serious: .serious
            case .critical: .critical
            }
    }
}

extension ReactionHouse {
    /// The cases about a website with this cause, the newest first.
    func cases(
        about website: Website.ID,
        cause: String,
        areOpen: Bool
    ) async throws(CaseError) -> [Case] {
        var filter = CaseFilter()
        filter.subject = (kind: "website", id: website.description)
        filter.isOpen = areOpen
        return try await cases.list(filter, countMax: CaseStore.pageMax, within: .everything).cases
            .filter { $0.cause == cause }
    }

    /// The case with this id; `nil` when there is none, since whoever asks for a check may name any.
    func caseIfThere(_ id: String?) async throws(CaseError) -> Case? {
        guard let id = id.flatMap({ Case.ID($0) }) else { return nil }
        do throws(CaseError) { return try await cases.find(id, within: .everything) } catch {
            guard error.code == .notFound else { throw error }
            return nil
        }
    }
}
