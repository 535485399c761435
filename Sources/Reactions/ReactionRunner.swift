package import Database
import Language
package import Timekeeping

/// A reaction that failed, for the log: it names no values of rows.
package struct ReactionTrouble: Sendable, CustomStringConvertible {
    /// Such as `ConfirmedFindingOpensCase`; of the runner itself when the outbox could not be read or written.
    package var reaction: String
    package var topic: String
    package var message: Int64
    package var attempts: Int
    /// Whether the message was given up and waits for a person.
    package var isParked: Bool
    package var error: any Error

    package var description: String {
        let end = isParked ? "given up" : "to be tried again"
        return "\(reaction) failed at \(topic) \(message), attempt \(attempts), \(end): \(error)"
    }
}

/// Reads the outbox at its own pace and has each message dealt with, at least once.
///
/// Messages about the same thing are taken in their order, one at a time; all others at once. A message that fails
/// is put off, twice as long each time, and parked after ``Outbox/attemptsMax``, within the hour; meanwhile those about
/// the same thing wait and all others go on. Any number of processes may run one.
package struct ReactionRunner: Sendable {
    /// Messages at work at once: reactions wait for the one writer of the database, whose commits they share.
    package static let atOnceMax = 8
    /// Between two looks: sooner than a person looks up from the form that they have sent.
    static let lookMilliseconds = 200
    /// After the database did not do its work, so that a full disk does not fill the log as well.
    static let restSeconds = 5
    /// Of the reason for which a message is parked.
    static let reasonCharactersMax = 1_000
    /// Messages given up that are shown at once.
    package static let parkedMax = 200

    private let database: any Database
    private let clock: WallClock
    private let byTopic: [String: [any Reaction]]
    private let onFailure: @Sendable (ReactionTrouble) -> Void

    package init(
        database: any Database,
        clock: WallClock,
        reactions: [any Reaction],
        onFailure: @escaping @Sendable (ReactionTrouble) -> Void
    ) {
        self.database = database
        self.clock = clock
        self.onFailure = onFailure
        var byTopic: [String: [any Reaction]] = [:]
        for reaction in reactions {
            for topic in type(of: reaction).topics { byTopic[topic, default: []].append(reaction) }
        }
        self.byTopic = byTopic
    }

    // MARK: - The loop

    private enum Event: Sendable {
        case ended(subject: String)
        case tick, stopped
    }

    /// Works until its task is cancelled or `pause` throws; what is at work then is brought to its end.
    package func run(pause: @escaping @Sendable (Duration) async throws -> Void) async {
        await withTaskGroup(of: Event.self) { group in
            var busy: Set<String> = []
            var (isStopping, isResting) = (false, false)
            group.addTask { .tick }
            for await event in group {
                switch event {
                case .ended(let subject): busy.remove(subject)
                case .stopped: isStopping = true
                case .tick: isResting = false
                }
                if !isStopping, !isResting, !Task.isCancelled {
                    let taken = await take(besides: busy)
                    isResting = taken == nil
                    for message in taken ?? [] {
                        busy.insert(message.subject)
                        group.addTask { await work(on: message) }
                    }
                }
                guard case .tick = event, !Task.isCancelled else { continue }
                let length: Duration =
                    isResting ? .seconds(Self.restSeconds) : .milliseconds(Self.lookMilliseconds)
                group.addTask { await wait(length, pause) }
            }
        }
    }

    private func work(on message: OutboxMessage) async -> Event {
        await deal(with: message)
        return .ended(subject: message.subject)
    }

    private func wait(
        _ length: Duration,
        _ pause: @Sendable (Duration) async throws -> Void
    ) async -> Event {
        do { try await pause(length) } catch { return .stopped }
        return .tick
    }

    // MARK: - One step

    /// Takes what is due and there is room for, deals with it, and returns how many messages that were.
    @discardableResult
    package func step() async -> Int {
        let taken = await take(besides: []) ?? []
        await withTaskGroup(of: Void.self) { group in
            for message in taken { group.addTask { await deal(with: message) } }
        }
        return taken.count
    }

    /// Steps until nothing is due, and returns how many messages there were.
    @discardableResult
    package func drain() async -> Int {
        var total = 0
        while true {
            let count = await step()
            guard count > 0 else { return total }
            total += count
        }
    }

    /// `nil` when the database did not do its work.
    private func take(besides busy: Set<String>) async -> [OutboxMessage]? {
        let room = Self.atOnceMax - busy.count
        guard room > 0 else { return [] }
        let now = clock.now()
        do {
            guard try await database.read({ try Outbox.isAnythingDue(at: now, in: $0) }) else { return [] }
            let (parked, taken) = try await database.write { transaction in
                (
                    try Outbox.tidy(at: now, in: transaction),
                    try Outbox.claim(at: now, countMax: room, besides: busy, in: transaction)
                )
            }
            let error = ReactionError(.neverEnded, "each attempt ended the program, or outlived its lease")
            for message in parked { report(error, by: "ReactionRunner", message, isParked: true) }
            return taken
        } catch {
            report(error, by: "ReactionRunner", nil, isParked: false)
            return nil
        }
    }

    /// Has every reaction deal with the message; one that fails does not keep the next from it.
    private func deal(with message: OutboxMessage) async {
        var failures: [(name: String, error: any Error)] = []
        for reaction in byTopic[message.topic] ?? [] {
            do { try await reaction.react(to: message) } catch {
                failures.append(("\(type(of: reaction))", error))
            }
        }
        do {
            let isParked = try await settle(message, failures.map { "\($0.name): \($0.error)" })
            for failure in failures { report(failure.error, by: failure.name, message, isParked: isParked) }
        } catch {
            // it comes again when its lease ends
            for failure in failures { report(failure.error, by: failure.name, message, isParked: false) }
            report(error, by: "ReactionRunner", message, isParked: false)
        }
    }

    /// Removes the message, or puts it off; returns whether it was parked.
    private func settle(_ message: OutboxMessage, _ failures: [String]) async throws -> Bool {
        let now = clock.now()
        return try await database.write { transaction in
            guard !failures.isEmpty else {
                try Outbox.finish(message.id, in: transaction)
                return false
            }
            let reason = String(failures.joined(separator: "; ").prefix(Self.reasonCharactersMax))
            return try Outbox.putOff(message, because: reason, at: now, in: transaction)
        }
    }

    private func report(_ error: any Error, by name: String, _ message: OutboxMessage?, isParked: Bool) {
        onFailure(
            ReactionTrouble(
                reaction: name,
                topic: message?.topic ?? "outbox",
                message: message?.id ?? 0,
                attempts: message?.attempts ?? 0,
                isParked: isParked,
                error: error
            )
        )
    }

    // MARK: - What was given up

    /// Messages that were given up, the oldest first, each with the last reason.
    package func parked() async throws -> [(message: OutboxMessage, because: String)] {
        try await database.read { try Outbox.parked(countMax: Self.parkedMax, in: $0) }
    }

    /// Has what was given up dealt with again, once its reason is gone.
    package func retry(_ id: Int64) async throws {
        let now = clock.now()
        try await database.write { try Outbox.retry(id, at: now, in: $0) }
    }
}
