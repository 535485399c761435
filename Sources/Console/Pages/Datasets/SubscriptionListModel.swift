import Datasets
import Language
import Timekeeping

/// What the page “Kết nối” of a dataset says: who gets its changes, how far each is, and what could not be sent.
package struct SubscriptionListModel: Sendable {
    package struct Row: Sendable {
        let id: String
        let target: String
        let owner: String
        let unit: String
        let state: Subscription.State
        let reason: Subscription.DeadReason?
        /// Entries of the log that the receiver has not been told of, of whatever dataset.
        let behind: Int
        let failures: Int
        let nextAt: Instant
        let deliveredAt: Instant?
        let lastStatus: Int?
    }

    package struct Letter: Sendable {
        let subscription: String
        let number: String
        let target: String
        let at: Instant
        let tries: Int
        let status: Int?
        let failure: String?
        let replayedAt: Instant?
    }

    let dataset: Dataset
    let rows: [Row]
    let letters: [Letter]
    /// The address of the feed, as the API has it.
    let feed: String
    var typed = ""
    var mistake: FormMistake?
    /// What a button did, or why it did not.
    var told: (text: Text, isGood: Bool)?
}

extension SubscriptionListModel.Row {
    var chip: Chip {
        switch (state, reason) {
        case (.active, _):
            failures > 0 ? Chip(.attention, .Connections.trying) : Chip(.ok, .Connections.active)
        case (.paused, _): Chip(.none, .Connections.paused)
        case (.dead, .gone): Chip(.incident, .Connections.gone)
        case (.dead, .ownerGone): Chip(.incident, .Connections.ownerGone)
        case (.dead, _): Chip(.incident, .Connections.unreachable)
        }
    }
}
