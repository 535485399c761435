package import Language

/// Why a subscription could not be made or changed, or why a receiver refuses a message.
package typealias SubscriptionError = Failure<SubscriptionErrorCode>

package enum SubscriptionErrorCode: String, FailureCode {
    /// There is none, or it is another unit's: the two look alike.
    case notFound = "subscription.not-found"
    case targetInvalid = "subscription.target-invalid"
    case tooMany = "subscription.too-many"
    case wrongState = "subscription.wrong-state"
    case cursorInvalid = "subscription.cursor-invalid"
    case deadLetterNotFound = "subscription.dead-letter-not-found"
    case headerMissing = "webhook.header-missing"
    case signatureWrong = "webhook.signature-wrong"
    case messageOld = "webhook.message-old"
    case messageSeen = "webhook.message-seen"
    case storeFailed = "subscription.store-failed"

    package var text: Text {
        switch self {
        case .notFound: .Subscription.notFound
        case .targetInvalid: .Subscription.targetInvalid
        case .tooMany: .Subscription.tooMany
        case .wrongState: .Subscription.wrongState
        case .cursorInvalid: .Subscription.cursorInvalid
        case .deadLetterNotFound: .Subscription.deadLetterNotFound
        case .headerMissing: .Subscription.headerMissing
        case .signatureWrong: .Subscription.signatureWrong
        case .messageOld: .Subscription.messageOld
        case .messageSeen: .Subscription.messageSeen
        case .storeFailed: .storeFailed
        }
    }

    package var category: FailureCategory {
        switch self {
        case .notFound, .deadLetterNotFound: .notFound
        case .targetInvalid, .cursorInvalid, .headerMissing, .signatureWrong, .messageOld, .messageSeen:
            .invalid
        case .tooMany, .wrongState: .conflict
        case .storeFailed: .unavailable
        }
    }
}
