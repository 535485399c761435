package import Timekeeping

/// How many checks in a row it takes to say that a site went down or came back.
package struct OutageRule: Hashable, Sendable {
    /// One failure may be a hiccup of the line, three within a minute are not.
    package var failuresToConfirm: Int
    /// One answer may be luck while a server restarts.
    package var answersToEnd: Int

    /// Counts below one are taken as one: an outage takes at least one failure.
    package init(failuresToConfirm: Int = 3, answersToEnd: Int = 2) {
        self.failuresToConfirm = max(1, failuresToConfirm)
        self.answersToEnd = max(1, answersToEnd)
    }
}

/// What one check says about whether a site can be reached.
package enum Reachability: Hashable, Sendable, Codable {
    case answered
    /// The stable code of the failure, such as `connect-timed-out`.
    case failed(code: String)
    /// The check says nothing about the site, for example because the watcher itself was offline.
    case unknown
}

/// Turns single checks into outages: begun when confirmed, dated from the first failure.
package struct OutageTracker: Hashable, Sendable, Codable {
    package struct Failures: Hashable, Sendable, Codable {
        package var first: Instant
        package var firstCode: String
        package var count: Int
    }

    package struct Outage: Hashable, Sendable, Codable {
        /// When the first failure was seen, not when it was confirmed.
        package var since: Instant
        package var confirmedAt: Instant
        package var firstCode: String

        package init(since: Instant, confirmedAt: Instant, firstCode: String) {
            self.since = since
            self.confirmedAt = confirmedAt
            self.firstCode = firstCode
        }
    }

    package struct Answers: Hashable, Sendable, Codable {
        package var first: Instant
        package var count: Int
    }

    package enum State: Hashable, Sendable, Codable {
        case up
        case suspected(Failures)
        case down(Outage)
        case returning(Outage, Answers)
    }

    package enum Decision: Hashable, Sendable {
        case nothing
        case begin(Outage)
        /// The outage ended when the first answer was seen.
        case end(Outage, until: Instant)
    }

    package private(set) var state: State = .up

    package init() {}

    package mutating func record(_ seen: Reachability, at: Instant, by rule: OutageRule) -> Decision {
        switch seen {
        case .unknown: .nothing
        case .failed(let code): recordFailure(code, at, rule)
        case .answered: recordAnswer(at, rule)
        }
    }

    private mutating func recordFailure(_ code: String, _ at: Instant, _ rule: OutageRule) -> Decision {
        switch state {
        case .up:
            return suspect(Failures(first: at, firstCode: code, count: 1), at, rule)
        case .suspected(var failures):
            failures.count += 1
            return suspect(failures, at, rule)
        case .down(let outage), .returning(let outage, _):
            state = .down(outage)
            return .nothing
        }
    }

    private mutating func suspect(_ failures: Failures, _ at: Instant, _ rule: OutageRule) -> Decision {
        guard failures.count >= rule.failuresToConfirm else {
            state = .suspected(failures)
            return .nothing
        }
        let outage = Outage(
            since: failures.first,
            confirmedAt: max(at, failures.first),  // the clock may have been set back in between
            firstCode: failures.firstCode
        )
        state = .down(outage)
        return .begin(outage)
    }

    private mutating func recordAnswer(_ at: Instant, _ rule: OutageRule) -> Decision {
        switch state {
        case .up, .suspected:
            state = .up
            return .nothing
        case .down(let outage):
            // An outage never ends before it began, whatever the clock did.
            return settle(outage, Answers(first: max(at, outage.since), count: 1), rule)
        case .returning(let outage, var answers):
            answers.count += 1
            return settle(outage, answers, rule)
        }
    }

    private mutating func settle(_ outage: Outage, _ answers: Answers, _ rule: OutageRule) -> Decision {
        guard answers.count >= rule.answersToEnd else {
            state = .returning(outage, answers)
            return .nothing
        }
        state = .up
        return .end(outage, until: answers.first)
    }
}
