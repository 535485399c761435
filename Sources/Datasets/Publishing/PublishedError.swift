package import Language

/// Why published files could not be believed.
package typealias PublishedError = Failure<PublishedErrorCode>

package enum PublishedErrorCode: String, FailureCode {
    case manifestUnreadable = "published.manifest-unreadable"
    /// The log proves nothing of this manifest.
    case notProved = "published.not-proved"
    /// The manifest's checkpoint is not signed by the key.
    case checkpointWrong = "published.checkpoint-wrong"
    case fileMissing = "published.file-missing"
    /// A file is not the one that was published.
    case fileChanged = "published.file-changed"
    case storeFailed = "published.store-failed"

    package var text: Text {
        switch self {
        case .manifestUnreadable: .Published.manifestUnreadable
        case .notProved: .Published.notProved
        case .checkpointWrong: .Published.checkpointWrong
        case .fileMissing: .Published.fileMissing
        case .fileChanged: .Published.fileChanged
        case .storeFailed: .storeFailed
        }
    }

    package var category: FailureCategory {
        switch self {
        case .manifestUnreadable, .notProved, .checkpointWrong, .fileChanged: .invalid
        case .fileMissing: .notFound
        case .storeFailed: .unavailable
        }
    }
}
