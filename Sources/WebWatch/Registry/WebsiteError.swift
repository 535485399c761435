package import Language

package typealias WebsiteError = Failure<WebsiteErrorCode>

/// Why the registry of websites refused or failed.
package enum WebsiteErrorCode: String, FailureCode {
    /// There is no such website, or it belongs to a unit that the caller may not see: the two look alike.
    case notFound = "website.not-found"
    case retired = "website.retired"
    case pauseOutOfRange = "website.pause-out-of-range"
    case addressInvalid = "website.address-invalid"
    case addressTaken = "website.address-taken"
    case unitUnknown = "website.unit-unknown"
    /// The permit is for another unit than the one that owns or will own the website.
    case notTheOwner = "website.not-the-owner"
    case textMissing = "website.text-missing"
    case textTooLong = "website.text-too-long"
    case licenceDatesSwapped = "website.licence-dates-swapped"
    case changedMeanwhile = "website.changed-meanwhile"
    case cursorInvalid = "website.cursor-invalid"
    case importInvalid = "website.import-invalid"
    /// No deep check has seen the page since the baseline was taken.
    case nothingToAccept = "website.nothing-to-accept"
    case storeFailed = "website.store-failed"

    package var text: Text {
        switch self {
        case .notFound: .Websites.notFound
        case .retired: .websiteRetired
        case .pauseOutOfRange: .pauseOutOfRange(daysMax: WebsiteState.pauseDaysMax)
        case .addressInvalid: .Websites.addressInvalid
        case .addressTaken: .Websites.addressTaken
        case .unitUnknown: .Websites.unitUnknown
        case .notTheOwner: .Websites.notTheOwner
        case .textMissing: .Websites.textMissing
        case .textTooLong: .Websites.textTooLong
        case .licenceDatesSwapped: .Websites.licenceDatesSwapped
        case .changedMeanwhile: .Websites.changedMeanwhile
        case .cursorInvalid: .Websites.cursorInvalid
        case .importInvalid: .Websites.importInvalid
        case .nothingToAccept: .Websites.nothingToAccept
        case .storeFailed: .storeFailed
        }
    }

    package var category: FailureCategory {
        switch self {
        case .notFound: .notFound
        case .retired, .addressTaken, .changedMeanwhile, .nothingToAccept: .conflict
        case .notTheOwner: .forbidden
        case .pauseOutOfRange, .addressInvalid, .unitUnknown, .textMissing, .textTooLong,
            .licenceDatesSwapped,
            .cursorInvalid, .importInvalid:
            .invalid
        case .storeFailed: .unavailable
        }
    }
}
