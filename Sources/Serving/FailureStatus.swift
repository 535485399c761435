import Database
package import Hummingbird
package import Language

extension FailureCategory {
    /// The status that HTTP has for this kind of failure.
    package var status: HTTPResponse.Status {
        switch self {
        case .invalid: .unprocessableContent
        case .unauthenticated: .unauthorized
        case .forbidden: .forbidden
        case .notFound: .notFound
        case .conflict: .conflict
        case .tooLarge: .contentTooLarge
        case .tooMany: .tooManyRequests
        case .unavailable: .serviceUnavailable
        }
    }
}

/// A failure as an answer tells it: what the person reads, the code that machines key on, and the status.
package struct ToldFailure: Sendable {
    package let status: HTTPResponse.Status
    package let code: String
    package let text: Text

    /// Anything that is no ``AnyFailure`` is told as a failure of the store and goes to the log.
    package init(_ error: any Error) {
        if let failure = error as? any AnyFailure {
            (status, code, text) = (failure.category.status, failure.codeName, failure.text)
        } else if let store = error as? DatabaseError, store.kind == .full {
            (status, code, text) = (.serviceUnavailable, ServingErrorCode.storeFailed.rawValue, .diskFull)
        } else if let http = error as? HTTPError, http.status == .notFound {
            (status, code, text) = (.notFound, ServingErrorCode.notFound.rawValue, .pageNotFound)
        } else if let http = error as? HTTPError, http.status.code < 500 {
            (status, code, text) = (http.status, ServingErrorCode.formUnreadable.rawValue, .formUnreadable)
        } else {
            (status, code, text) = (.internalServerError, ServingErrorCode.storeFailed.rawValue, .storeFailed)
        }
    }
}
