package import Language

package typealias WebsiteError = Failure<WebsiteErrorCode>

/// Why the registry of websites refused or failed.
package enum WebsiteErrorCode: String, FailureCode {
    case retired = "website.retired"
    case pauseOutOfRange = "website.pause-out-of-range"
    case storeFailed = "website.store-failed"

    package var text: Text {
        switch self {
        case .retired: .websiteRetired
        case .pauseOutOfRange: .pauseOutOfRange(daysMax: WebsiteState.pauseDaysMax)
        case .storeFailed: .storeFailed
        }
    }

    package var category: FailureCategory {
        switch self {
        case .retired: .conflict
        case .pauseOutOfRange: .invalid
        case .storeFailed: .unavailable
        }
    }
}
