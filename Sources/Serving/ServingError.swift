package import Language

/// Why a request was refused before a room saw it.
package typealias ServingError = Failure<ServingErrorCode>

package enum ServingErrorCode: String, FailureCode {
    case signInNeeded = "serving.sign-in-needed"
    /// The role asks for one-time codes, which are not set up yet.
    case enrolmentNeeded = "serving.enrolment-needed"
    case formForged = "serving.form-forged"
    case formUnreadable = "serving.form-unreadable"
    case fieldMissing = "serving.field-missing"
    case fileMissing = "serving.file-missing"
    case bodyTooLarge = "serving.body-too-large"
    case bodyCutOff = "serving.body-cut-off"
    case notFound = "serving.not-found"
    /// As many live pages are open as one account or the program keeps.
    case streamsFull = "serving.streams-full"
    case storeFailed = "serving.store-failed"

    package var text: Text {
        switch self {
        case .signInNeeded: .signInNeeded
        case .enrolmentNeeded: .enrolmentNeeded
        case .formForged: .formForged
        case .formUnreadable: .formUnreadable
        case .fieldMissing: .fieldMissing
        case .fileMissing: .fileMissing
        case .bodyTooLarge: .bodyTooLarge
        case .bodyCutOff: .bodyCutOff
        case .notFound: .pageNotFound
        case .streamsFull: .streamsFull
        case .storeFailed: .storeFailed
        }
    }

    package var category: FailureCategory {
        switch self {
        case .signInNeeded: .unauthenticated
        case .formForged, .enrolmentNeeded: .forbidden
        case .formUnreadable, .fieldMissing, .fileMissing, .bodyCutOff: .invalid
        case .bodyTooLarge: .tooLarge
        case .notFound: .notFound
        case .streamsFull: .tooMany
        case .storeFailed: .unavailable
        }
    }
}
