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

    /// The answer that waits for a re-check.
    var awaitedAnswer: CaseAnswer? {
        switch state {
        case .answered(let answer), .verifying(let answer): answer
        case .new, .accepted, .inProgress, .closed, .refused: nil
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

    /// The website of a case, if the watch still looks at it: a case may outlive it, and a person may name any subject.
    func watchedWebsite(of it: Case) async throws(WebsiteError) -> Website? {
        guard let id = it.website else { return nil }
        do throws(WebsiteError) {
            let website = try await websites.find(id, within: .everything).website
            if case .retired = website.state { return nil }
            return website
        } catch {
            guard error.code == .notFound else { throw error }
            return nil
        }
    }

    /// The case that waits for this re-check; `nil` when none does, since whoever asks for a check may name any case.
    ///
    /// A check that began no later than the answer says nothing about it. A clock that was set back a little makes such
    /// checks, so another one is asked for; without it the case would wait for ever.
    func caseWaiting(for told: RecheckMessage, of website: Website.ID) async throws -> Case? {
        guard let it = try await caseIfThere(told.forCase), it.website == website,
            let answer = it.awaitedAnswer
        else { return nil }
        let late = answer.at - told.takenAtInstant
        guard late >= .zero else { return it }
        if late <= .seconds(Self.clockSetBackSecondsMax), let website = try await watchedWebsite(of: it) {
            try await requestRecheck(of: website, for: it)
        }
        return nil
    }

    /// How far a clock is set back while nobody notices; more would have the website checked all that time.
    private static let clockSetBackSecondsMax = 60

    private func caseIfThere(_ id: String?) async throws(CaseError) -> Case? {
        guard let id = id.flatMap({ Case.ID($0) }) else { return nil }
        do throws(CaseError) { return try await cases.find(id, within: .everything) } catch {
            guard error.code == .notFound else { throw error }
            return nil
        }
    }
}

extension RecheckMessage {
    var takenAtInstant: Instant { Instant(microsecondsSince1970: takenAt) }
}
