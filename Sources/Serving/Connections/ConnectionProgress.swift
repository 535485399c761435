import NIOCore

/// How far one connection is with its requests, and until when the client may take for the next step.
struct ConnectionProgress: Sendable {
    /// What to do with a connection whose time is over.
    enum Ending: Hashable, Sendable {
        /// The client still listens and has been told nothing.
        case tell
        case close
    }

    private let limits: ConnectionLimits
    /// Requests that have begun and whose answer has not ended.
    private var openCount = 0
    private var hasBegunAnswer = false
    private var hasHadRequest = false
    private(set) var isReading = false
    /// When the present step began: the wait for a request, its body, or the rest of an answered one.
    private var since: NIODeadline
    private var bodyBytes: Int64 = 0
    private var stalledSince: NIODeadline?

    init(_ limits: ConnectionLimits, at now: NIODeadline) {
        self.limits = limits
        since = now
    }

    /// Whether the next step is the client's.
    var isWaiting: Bool { openCount == 0 || isReading }
    /// Whether nothing of a request is here.
    var isBetweenRequests: Bool { openCount == 0 && !isReading }

    mutating func readHead(at now: NIODeadline) {
        openCount += 1
        hasHadRequest = true
        isReading = true
        (since, bodyBytes) = (now, 0)
    }

    mutating func readBody(_ bytes: Int) { bodyBytes += Int64(bytes) }

    mutating func readEnd(at now: NIODeadline) {
        isReading = false
        since = now
    }

    mutating func beginAnswer() { hasBegunAnswer = true }

    mutating func endAnswer(at now: NIODeadline) {
        openCount -= 1
        hasBegunAnswer = false
        if openCount == 0 { since = now }
    }

    mutating func setWritable(_ isWritable: Bool, at now: NIODeadline) {
        stalledSince = isWritable ? nil : stalledSince ?? now
    }

    /// When the client's time is over; `nil` while it is ours.
    var deadline: NIODeadline? {
        let step = stepDeadline
        guard let stalledSince else { return step }
        let stalled = stalledSince + .seconds(Int64(limits.stallSeconds))
        return step.map { min($0, stalled) } ?? stalled
    }

    private var stepDeadline: NIODeadline? {
        if isReading {
            guard openCount > 0 else { return since + .seconds(Int64(limits.lingerSeconds)) }
            let earned = bodyBytes / Int64(limits.bodyBytesPerSecondMin)
            return since + .seconds(Int64(limits.bodySeconds) + earned)
        }
        guard openCount == 0 else { return nil }
        return since + .seconds(Int64(hasHadRequest ? limits.idleSeconds : limits.firstRequestSeconds))
    }

    /// How to end it when its time is over.
    ///
    /// A connection between two requests just ends, as everywhere: an answer could be taken for that of a request
    /// which was sent at the same moment.
    var ending: Ending {
        if stalledSince != nil { return .close }
        if isReading { return openCount == 1 && !hasBegunAnswer ? .tell : .close }
        return hasHadRequest ? .close : .tell
    }
}
