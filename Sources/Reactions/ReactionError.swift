package import Language

/// Why a reaction could not deal with a message.
package typealias ReactionError = Failure<ReactionErrorCode>

package enum ReactionErrorCode: String, FailureCode {
    /// The body or the subject is not what the topic promises.
    case messageUnreadable = "reaction.message-unreadable"
    /// No attempt has come to an end: each ended the program.
    case neverEnded = "reaction.never-ended"
    case storeFailed = "reaction.store-failed"

    package var text: Text {
        switch self {
        case .messageUnreadable: .Reaction.messageUnreadable
        case .neverEnded: .Reaction.neverEnded
        case .storeFailed: .storeFailed
        }
    }

    package var category: FailureCategory {
        switch self {
        case .messageUnreadable: .invalid
        case .neverEnded, .storeFailed: .unavailable
        }
    }
}
