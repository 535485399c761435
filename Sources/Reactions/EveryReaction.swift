package import Database
package import Timekeeping

/// All reactions, with what runs them; a new one adds its line here and in `docs/where-things-happen.md`.
package struct EveryReaction: Sendable {
    package let runner: ReactionRunner
    package let overdue: OverdueCaseTellsOwner
    private let onFailure: @Sendable (any Error) -> Void

    /// `onFailure` hears of what failed, for the log: a ``ReactionTrouble``, or the failure of a look at the deadlines.
    package init(
        _ house: ReactionHouse,
        database: any Database,
        clock: WallClock,
        onFailure: @escaping @Sendable (any CustomStringConvertible & Sendable) -> Void
    ) {
        runner = ReactionRunner(
            database: database,
            clock: clock,
            reactions: Self.list(house),
            onFailure: { onFailure($0) }
        )
        overdue = OverdueCaseTellsOwner(house)
        self.onFailure = { onFailure("OverdueCaseTellsOwner failed: \($0)") }
    }

    static func list(_ house: ReactionHouse) -> [any Reaction] {
        [
            AnsweredCaseAsksForRecheck(house), ClearedFindingNotesCase(house),
            ConfirmedFindingOpensCase(house), FailedRecheckSendsCaseBack(house),
            PassedRecheckClosesCase(house), SharingRequestOpensCase(house), DecidedSharingClosesCase(house),
        ]
    }

    /// Works until its task is cancelled or `pause` throws, which it does when the program is to end.
    package func run(pause: @escaping @Sendable (Duration) async throws -> Void) async {
        await withTaskGroup(of: Void.self) { group in
            group.addTask { await runner.run(pause: pause) }
            group.addTask { await overdue.run(pause: pause, onFailure: onFailure) }
        }
    }
}
