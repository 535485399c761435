import NIOCore
import Synchronization

/// Who has a connection; when all places are taken, whoever has let us wait longest gives theirs.
///
/// So those who only hold connections open lose them, and whoever asks something is answered.
struct ConnectionPlaces<Key: Hashable & Sendable>: Sendable {
    enum Entry: Hashable, Sendable {
        case entered
        /// The place of somebody else, who has to go.
        case inPlace(of: Key)
        /// Everybody is just being answered.
        case full
    }

    private let max: Int
    /// Since when we wait for each; `nil` for those who are being answered.
    private var waitingSince: [Key: NIODeadline?] = [:]

    init(max: Int) { self.max = max }

    var count: Int { waitingSince.count }

    mutating func enter(_ key: Key, at now: NIODeadline) -> Entry {
        var entry = Entry.entered
        if waitingSince.count >= max {
            let waiting = waitingSince.compactMap { key, since in since.map { (key: key, since: $0) } }
            guard let longest = waiting.min(by: { $0.since < $1.since }) else { return .full }
            waitingSince[longest.key] = nil
            entry = .inPlace(of: longest.key)
        }
        waitingSince[key] = .some(now)
        return entry
    }

    /// Nothing for one that is no longer here.
    mutating func update(_ key: Key, waitingSince since: NIODeadline?) {
        guard waitingSince[key] != nil else { return }
        waitingSince[key] = .some(since)
    }

    mutating func leave(_ key: Key) { waitingSince[key] = nil }
}

/// The connections of one server.
package final class ConnectionRoom: Sendable {
    private struct State {
        var places: ConnectionPlaces<ObjectIdentifier>
        var channels: [ObjectIdentifier: any Channel] = [:]
    }

    private let state: Mutex<State>

    package init(connectionsMax: Int) { state = Mutex(State(places: ConnectionPlaces(max: connectionsMax))) }

    /// `false` when there is no place.
    func enter(_ channel: any Channel, at now: NIODeadline) -> Bool {
        let key = ObjectIdentifier(channel)
        let (hasEntered, gone) = state.withLock { state -> (Bool, (any Channel)?) in
            switch state.places.enter(key, at: now) {
            case .full: return (false, nil)
            case .entered:
                state.channels[key] = channel
                return (true, nil)
            case .inPlace(let other):
                state.channels[key] = channel
                return (true, state.channels.removeValue(forKey: other))
            }
        }
        gone?.close(promise: nil)
        return hasEntered
    }

    func update(_ channel: any Channel, waitingSince since: NIODeadline?) {
        state.withLock { $0.places.update(ObjectIdentifier(channel), waitingSince: since) }
    }

    func leave(_ channel: any Channel) {
        state.withLock { state in
            state.places.leave(ObjectIdentifier(channel))
            state.channels[ObjectIdentifier(channel)] = nil
        }
    }
}
