import Cases
import Database
import Language
import Places
import Timekeeping

/// A case whose deadline has passed is told to its owner, then to the unit above, then to the board.
///
/// Time passes without a message, so this one looks every minute. Each level is told once: it stands in the timeline,
/// and `case.overdue` is posted.
package struct OverdueCaseTellsOwner: Sendable {
    /// Deadlines are in hours and days; a minute is soon enough.
    package static let lookSeconds = 60
    private let house: ReactionHouse

    package init(_ house: ReactionHouse) { self.house = house }

    /// Tells everything that is due by now, and returns how much that was.
    ///
    /// A case that cannot be told holds up no other; `onFailure` hears of it, and the next look tries again.
    @discardableResult
    package func look(onFailure: @Sendable (any Error) -> Void) async -> Int {
        var told = 0
        while true {
            let due: [(id: Case.ID, unit: Places.Unit.ID)]
            do { due = try await house.cases.dueEscalations() } catch {
                onFailure(error)
                return told
            }
            let now = await tell(due, onFailure)
            told += now
            guard due.count == CaseStore.escalationsPerLook, now > 0 else { return told }
        }
    }

    private func tell(
        _ due: [(id: Case.ID, unit: Places.Unit.ID)],
        _ onFailure: @Sendable (any Error) -> Void
    ) async -> Int {
        var told = 0
        for one in due {
            do {
                let level = try await house.cases.escalate(one.id, by: house.permit(on: one.unit))
                if level != nil { told += 1 }
            } catch { onFailure(error) }
        }
        return told
    }

    /// Looks every minute until `pause` throws, which it does when the program is to end.
    package func run(
        pause: @Sendable (Duration) async throws -> Void,
        onFailure: @Sendable (any Error) -> Void
    ) async {
        while !Task.isCancelled {
            await look(onFailure: onFailure)
            do { try await pause(.seconds(Self.lookSeconds)) } catch { return }
        }
    }
}
