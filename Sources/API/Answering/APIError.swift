import Hummingbird
package import Language

/// Why the API refused a request before a room saw it.
package typealias APIError = Failure<APIErrorCode>

package enum APIErrorCode: String, FailureCode {
    case keyMissing = "api.key-missing"
    case notFound = "api.not-found"
    case methodNotAllowed = "api.method-not-allowed"
    case notAcceptable = "api.not-acceptable"
    case typeUnsupported = "api.type-unsupported"
    case bodyTooLarge = "api.body-too-large"
    case bodyUnreadable = "api.body-unreadable"
    case jsonMalformed = "api.json-malformed"
    case jsonTooDeep = "api.json-too-deep"
    case fieldInvalid = "api.field-invalid"
    case fieldMissing = "api.field-missing"
    case fieldUnknown = "api.field-unknown"
    case parameterInvalid = "api.parameter-invalid"
    case parameterTwice = "api.parameter-twice"
    case parameterUnknown = "api.parameter-unknown"
    case versionInvalid = "api.version-invalid"
    case versionMissing = "api.version-missing"
    case idempotencyKeyInvalid = "api.idempotency-key-invalid"
    case idempotencyKeyReused = "api.idempotency-key-reused"
    case idempotencyKeyInUse = "api.idempotency-key-in-use"
    case logBehind = "api.log-behind"
    case storeFailed = "api.store-failed"

    package var text: Text {
        switch self {
        case .keyMissing: .API.keyMissing
        case .notFound: .API.notFound
        case .methodNotAllowed: .API.methodNotAllowed
        case .notAcceptable: .API.notAcceptable
        case .typeUnsupported: .API.typeUnsupported
        case .bodyTooLarge: .bodyTooLarge
        case .bodyUnreadable: .API.bodyUnreadable
        case .jsonMalformed: .API.jsonMalformed
        case .jsonTooDeep: .API.jsonTooDeep
        case .fieldInvalid: .API.fieldInvalid
        case .fieldMissing: .API.fieldMissing
        case .fieldUnknown: .API.fieldUnknown
        case .parameterInvalid: .API.parameterInvalid
        case .parameterTwice: .API.parameterTwice
        case .parameterUnknown: .API.parameterUnknown
        case .versionInvalid: .API.versionInvalid
        case .versionMissing: .API.versionMissing
        case .idempotencyKeyInvalid: .API.idempotencyKeyInvalid
        case .idempotencyKeyReused: .API.idempotencyKeyReused
        case .idempotencyKeyInUse: .API.idempotencyKeyInUse
        case .logBehind: .API.logBehind
        case .storeFailed: .storeFailed
        }
    }

    package var category: FailureCategory {
        switch self {
        case .keyMissing: .unauthenticated
        case .notFound: .notFound
        case .bodyTooLarge: .tooLarge
        case .idempotencyKeyInUse: .conflict
        case .logBehind, .storeFailed: .unavailable
        default: .invalid
        }
    }

    /// Where HTTP says more than the category does.
    var status: HTTPResponse.Status? {
        switch self {
        case .methodNotAllowed: .methodNotAllowed
        case .notAcceptable: .notAcceptable
        case .typeUnsupported: .unsupportedMediaType
        case .bodyUnreadable, .jsonMalformed, .jsonTooDeep, .parameterInvalid, .parameterTwice,
            .parameterUnknown,
            .versionInvalid, .idempotencyKeyInvalid:
            .badRequest
        case .versionMissing: .preconditionRequired
        default: nil
        }
    }
}

/// A failure that is about one field of the request.
struct FieldFailure: Error {
    let field: String
    let failure: any AnyFailure
}
