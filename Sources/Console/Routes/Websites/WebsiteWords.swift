import Foundation
import Language
import Timekeeping
import WebWatch

// How the console shows what a website is: a tone with each word.

extension Severity {
    var chip: Chip {
        switch self {
        case .information: Chip(.neutral, name)
        case .attention: Chip(.attention, name)
        case .serious, .critical: Chip(.incident, name)
        }
    }
}

extension WebsiteHealth {
    var chip: Chip {
        switch self {
        case .unchecked: Chip(.none, text)
        case .good: Chip(.ok, text)
        case .attention: Chip(.attention, text)
        case .serious, .critical: Chip(.incident, text)
        }
    }
}

extension WatchedWebsite {
    /// A website that is not watched stands neither well nor badly.
    var chip: Chip {
        switch website.state {
        case .watched: status.health.chip
        case .paused: Chip(.neutral, .websitePaused)
        case .retired: Chip(.none, .websiteRetiredState)
        }
    }

    var checkedAt: Instant? { [status.lastLightCheck, status.lastDeepCheck].compactMap { $0 }.max() }

    /// About when it is looked at next, by its pace; a pause ends first.
    var nextCheck: Instant? {
        switch website.state {
        case .watched:
            status.lastLightCheck.map { $0 + .seconds(website.details.criticality.lightCheckSeconds) }
        case .paused(let until): until
        case .retired: nil
        }
    }
}

extension TrackedFinding {
    var chip: Chip {
        switch state {
        case .suspected: Chip(.attention, .findingSuspected)
        case .confirmed: finding.severity.chip
        case .cleared: Chip(.ok, .findingCleared)
        }
    }
}

extension Evidence {
    /// The quotation with the offending part marked: the value where it stands in it, else all of it.
    var highlighted: Quote {
        guard !value.isEmpty, let range = quote.range(of: value, options: .caseInsensitive) else {
            return Quote(offending: quote)
        }
        return Quote(
            before: String(quote[..<range.lowerBound]),
            offending: String(quote[range]),
            after: String(quote[range.upperBound...])
        )
    }
}

extension CertificateObservation.Verdict {
    var chip: Chip {
        switch self {
        case .valid: Chip(.ok, .certificateValid)
        case .expired: Chip(.incident, .certificateHasExpired)
        case .notYetValid: Chip(.incident, .certificateNotYet)
        case .selfSigned: Chip(.attention, .certificateSelfMade)
        case .untrusted: Chip(.incident, .certificateNotTrusted)
        case .wrongHost: Chip(.incident, .certificateOfOther)
        case .revoked: Chip(.incident, .certificateWithdrawn)
        case .refused: Chip(.incident, .certificateTooWeak)
        }
    }
}

extension CheckResult {
    var chip: Chip { isAnswered ? Chip(.ok, .checkAnswered) : Chip(.incident, .checkNotAnswered) }

    /// The HTTP status, or why there was no answer.
    var answer: Text {
        if let status { return .httpStatus(status) }
        return .fetchFailed(code: failure ?? "")
    }
}

extension CheckOrder.Kind {
    var name: Text {
        switch self {
        case .light: .lightCheck
        case .deep: .deepCheck
        }
    }
}
