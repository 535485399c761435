package import Language

package typealias IdentityError = Failure<IdentityErrorCode>

/// What can be wrong with what somebody gives to prove who they are.
package enum IdentityErrorCode: String, FailureCode {
    case passwordTooShort = "identity.password-too-short"
    case passwordTooLong = "identity.password-too-long"
    case passwordIsSignInName = "identity.password-is-sign-in-name"
    case passwordCommon = "identity.password-common"
    case tooManySignIns = "identity.too-many-sign-ins"
    case hashingFailed = "identity.hashing-failed"
    case storeFailed = "identity.store-failed"

    package var text: Text {
        switch self {
        case .passwordTooShort: .passwordTooShort
        case .passwordTooLong: .passwordTooLong
        case .passwordIsSignInName: .passwordIsSignInName
        case .passwordCommon: .passwordCommon
        case .tooManySignIns: .tooManySignIns
        case .hashingFailed, .storeFailed: .storeFailed
        }
    }

    package var category: FailureCategory {
        switch self {
        case .passwordTooShort, .passwordTooLong, .passwordIsSignInName, .passwordCommon: .invalid
        case .tooManySignIns: .tooMany
        case .hashingFailed, .storeFailed: .unavailable
        }
    }
}
