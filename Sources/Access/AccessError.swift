package import Language

/// Why somebody got no permit.
package typealias AccessError = Failure<AccessErrorCode>

package enum AccessErrorCode: String, FailureCode {
    case outOfSight = "access.out-of-sight"
    case forbidden = "access.forbidden"
    case storeFailed = "access.store-failed"

    package var text: Text {
        switch self {
        case .outOfSight: .accessOutOfSight
        case .forbidden: .accessForbidden
        case .storeFailed: .storeFailed
        }
    }

    package var category: FailureCategory {
        switch self {
        case .outOfSight: .notFound
        case .forbidden: .forbidden
        case .storeFailed: .unavailable
        }
    }
}
