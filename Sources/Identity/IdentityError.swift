package import Language

package typealias IdentityError = Failure<IdentityErrorCode>

/// What can be wrong with what somebody gives to prove who they are.
package enum IdentityErrorCode: String, FailureCode {
    case passwordTooShort = "identity.password-too-short"
    case passwordTooLong = "identity.password-too-long"
    case passwordIsSignInName = "identity.password-is-sign-in-name"
    case passwordCommon = "identity.password-common"
    case storeFailed = "identity.store-failed"

    package var text: Text {
        switch self {
        case .passwordTooShort: .passwordTooShort
        case .passwordTooLong: .passwordTooLong
        case .passwordIsSignInName: .passwordIsSignInName
        case .passwordCommon: .passwordCommon
        case .storeFailed: .storeFailed
        }
    }

    package var category: FailureCategory {
        self == .storeFailed ? .unavailable : .invalid
    }
}
