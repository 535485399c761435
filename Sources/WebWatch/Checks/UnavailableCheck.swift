package import Timekeeping

/// A website that does not answer.
///
/// **Sees**: failures of name look-up, connection, handshake and answer, statuses of 500 and above, and a firewall that refuses the watch.
/// After several failures in a row another attempt is asked for, from a fresh connection; only when it fails too has the outage begun, and it is dated from the first failure.
///
/// **Why**: a website that people cannot reach serves nobody; but one lost packet is no outage, and a watch that cries wolf is turned off.
///
/// **Errs**: the watch's own line may be down: when many websites fail in the same minute, look there first. A firewall that refuses robots (403, 406, 429) is
/// a state of its own and never an outage, since people may well get in. A certificate that is refused is the certificate check's business.
///
/// **Do**: check server, line, name and firewall; let the firewall pass the watch.
package struct UnavailableCheck: Hashable, Sendable, Codable {
    /// What one attempt told.
    package enum Observation: Hashable, Sendable {
        case answered
        /// A firewall keeps the watch out; people may get in.
        case refusedByFirewall(status: Int)
        /// The reason's code, such as `dns-failed` or `status-503`.
        case failed(String)
    }

    /// What has to be done.
    package enum Decision: Hashable, Sendable {
        case nothing
        /// Try again at once from a fresh connection, and record the result as a confirmation.
        case confirm
        case outageBegan(since: Instant, reason: String)
        case outageEnded(since: Instant, until: Instant)
        case firewallNoticed(status: Int)
        case firewallGone
    }

    private enum State: Hashable, Sendable, Codable {
        case up
        case failing(count: Int, since: Instant, reason: String)
        case down(since: Instant, reason: String)
        case refused(status: Int)
    }

    private var state = State.up
    private let failuresInARow: Int

    package static let kind = CheckKind.unavailable

    /// - Parameter failuresInARow: Failures before a confirmation is asked for, at least 1.
    package init(failuresInARow: Int) { self.failuresInARow = max(1, failuresInARow) }

    /// Whether the website counts as down.
    package var isDown: Bool { if case .down = state { true } else { false } }

    /// Takes one attempt of the schedule.
    package mutating func record(_ observation: Observation, at now: Instant) -> Decision {
        switch observation {
        case .answered: return recover(at: now)
        case .refusedByFirewall(let status): return refuse(status, at: now)
        case .failed(let reason): return fail(reason, at: now)
        }
    }

    /// Takes the attempt that ``Decision/confirm`` asked for.
    package mutating func confirm(_ observation: Observation, at now: Instant) -> Decision {
        guard case .failing(_, let since, _) = state, case .failed(let reason) = observation else {
            return record(observation, at: now)
        }
        state = .down(since: since, reason: reason)
        return .outageBegan(since: since, reason: reason)
    }

    private mutating func fail(_ reason: String, at now: Instant) -> Decision {
        switch state {
        case .down: return .nothing
        case .failing(let count, let since, _):
            state = .failing(count: min(count, failuresInARow) + 1, since: min(since, now), reason: reason)
            return count + 1 >= failuresInARow ? .confirm : .nothing
        case .up, .refused:
            state = .failing(count: 1, since: now, reason: reason)
            return failuresInARow == 1 ? .confirm : .nothing
        }
    }

    private mutating func recover(at now: Instant) -> Decision {
        defer { state = .up }
        switch state {
        case .down(let since, _): return .outageEnded(since: since, until: max(since, now))
        case .refused: return .firewallGone
        case .up, .failing: return .nothing
        }
    }

    private mutating func refuse(_ status: Int, at now: Instant) -> Decision {
        defer { state = .refused(status: status) }
        switch state {
        case .down(let since, _): return .outageEnded(since: since, until: max(since, now))
        case .refused: return .nothing
        case .up, .failing: return .firewallNoticed(status: status)
        }
    }
}

extension UnavailableCheck.Observation {
    /// Reads one fetch.
    package init(_ result: FetchResult) {
        switch result.outcome {
        case .failed(.cancelled): self = .answered
        case .failed(let failure): self = .failed(failure.code)
        case .answered(let answer):
            switch answer.status {
            case 403, 406, 429: self = .refusedByFirewall(status: answer.status)
            case 500...: self = .failed("status-\(answer.status)")
            default: self = .answered
            }
        }
    }
}

extension UnavailableCheck {
    /// The finding of an outage, or of a firewall; `nil` while there is none.
    package func finding(on url: String) -> Finding? {
        switch state {
        case .up, .failing: return nil
        case .down(_, let reason):
            let status = reason.hasPrefix("status-") ? String(reason.dropFirst(7)) : nil
            let evidence =
                status.map { Evidence(.errorStatus, place: url, value: $0) }
                ?? Evidence(.noAnswer, place: url, value: reason)
            return Finding(Self.kind, .serious, on: url, evidence: [evidence], trait: "down")
        case .refused(let status):
            let evidence = Evidence(.firewallRefusal, place: url, value: String(status))
            return Finding(Self.kind, .information, on: url, evidence: [evidence], trait: "firewall")
        }
    }
}
