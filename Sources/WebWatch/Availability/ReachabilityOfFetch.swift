extension Reachability {
    /// What a fetch of a site's start page says about whether its visitors reach it.
    ///
    /// A server that answers with too much or in a wrong way is up: other check kinds look into that. Refusals
    /// such as 401, 403 and 429 may be meant for the watch alone, so they are no outage either.
    package init(_ result: FetchResult) {
        switch result.outcome {
        case .answered(let answer): self = Self.of(status: answer.status)
        case .failed(let failure): self = Self.of(failure)
        }
    }

    /// The start page is broken for everybody (5xx) or is not there (404, 410).
    private static func of(status: Int) -> Self {
        switch status {
        case 404, 410, 500...599: .failed(code: "http-\(status)")
        default: .answered
        }
    }

    private static func of(_ failure: FetchFailure) -> Self {
        switch failure {
        case .dnsFailed, .connectRefused, .connectTimedOut, .connectFailed, .timedOut, .tlsFailed,
            .tooManyRedirects, .wrongLength, .protocolError:
            .failed(code: failure.code)
        case .redirectRefused, .bodyTooLarge, .decompressionRatioExceeded, .decompressionFailed,
            .headersTooLarge:
            .answered
        case .urlInvalid, .addressRefused, .cancelled:
            .unknown  // the watch did not ask the site at all
        }
    }
}

extension CheckEnd {
    /// How the check of a start page ended, for the schedule; `changed` says whether the page is another one.
    ///
    /// Only 429 makes the host wait: a 503 with `Retry-After` is an outage, and waiting would hide it.
    package init(_ result: FetchResult, changed: Bool) {
        if let answer = result.answer, answer.status == 429 {
            self = .askedToWait(seconds: answer.header("retry-after").flatMap { Int($0) } ?? Self.waitSeconds)
            return
        }
        switch Reachability(result) {
        case .answered: self = .answered(changed: changed)
        case .failed: self = .failed
        case .unknown: self = .unknown
        }
    }

    /// For a 429 that gives no seconds: the shortest interval between two checks.
    private static let waitSeconds = 60
}
