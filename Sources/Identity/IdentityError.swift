package import Language

package typealias IdentityError = Failure<IdentityErrorCode>

/// What can be wrong with what somebody gives to prove who they are, or with a change of an account.
package enum IdentityErrorCode: String, FailureCode {
    case passwordTooShort = "identity.password-too-short"
    case passwordTooLong = "identity.password-too-long"
    case passwordIsSignInName = "identity.password-is-sign-in-name"
    case passwordCommon = "identity.password-common"
    case tooManySignIns = "identity.too-many-sign-ins"
    case hashingFailed = "identity.hashing-failed"
    /// The name, the password or both: which one is not said.
    case signInRefused = "identity.sign-in-refused"
    case codeWrong = "identity.code-wrong"
    /// The step after the password took too long, or was taken before.
    case ticketEnded = "identity.ticket-ended"
    /// Signed out, too old, never there, or of an account that was disabled: all look alike.
    case sessionEnded = "identity.session-ended"
    /// Used, too old, replaced or never there: all look alike.
    case linkEnded = "identity.link-ended"
    case timedCodesAlreadySet = "identity.timed-codes-already-set"
    case enrolmentNotBegun = "identity.enrolment-not-begun"
    /// Revoked, expired or never there: all look alike.
    case keyRefused = "identity.key-refused"
    case keyNotFound = "identity.key-not-found"
    case keyNameInvalid = "identity.key-name-invalid"
    case keyRoleRefused = "identity.key-role-refused"
    case keyLifeInvalid = "identity.key-life-invalid"
    case accountNotFound = "identity.account-not-found"
    case signInNameInvalid = "identity.sign-in-name-invalid"
    case signInNameTaken = "identity.sign-in-name-taken"
    case fullNameInvalid = "identity.full-name-invalid"
    case changedMeanwhile = "identity.changed-meanwhile"
    case wrongState = "identity.wrong-state"
    case tooManyGrants = "identity.too-many-grants"
    case grantOutOfReach = "identity.grant-out-of-reach"
    case accountReachesFurther = "identity.account-reaches-further"
    case lastAdministrator = "identity.last-administrator"
    case storeFailed = "identity.store-failed"

    package var text: Text {
        switch self {
        case .passwordTooShort: .passwordTooShort
        case .passwordTooLong: .passwordTooLong
        case .passwordIsSignInName: .passwordIsSignInName
        case .passwordCommon: .passwordCommon
        case .tooManySignIns: .tooManySignIns
        case .signInRefused: .Identity.signInRefused
        case .codeWrong: .Identity.codeWrong
        case .ticketEnded: .Identity.ticketEnded
        case .sessionEnded: .Identity.sessionEnded
        case .linkEnded: .Identity.linkEnded
        case .timedCodesAlreadySet: .Identity.timedCodesAlreadySet
        case .enrolmentNotBegun: .Identity.enrolmentNotBegun
        case .keyRefused: .Identity.keyRefused
        case .keyNotFound: .Identity.keyNotFound
        case .keyNameInvalid: .Identity.keyNameInvalid
        case .keyRoleRefused: .Identity.keyRoleRefused
        case .keyLifeInvalid: .Identity.keyLifeInvalid
        case .accountNotFound: .Identity.accountNotFound
        case .signInNameInvalid: .Identity.signInNameInvalid
        case .signInNameTaken: .Identity.signInNameTaken
        case .fullNameInvalid: .Identity.fullNameInvalid
        case .changedMeanwhile: .Identity.changedMeanwhile
        case .wrongState: .Identity.wrongState
        case .tooManyGrants: .Identity.tooManyGrants
        case .grantOutOfReach: .Identity.grantOutOfReach
        case .accountReachesFurther: .Identity.accountReachesFurther
        case .lastAdministrator: .Identity.lastAdministrator
        case .hashingFailed, .storeFailed: .storeFailed
        }
    }

    package var category: FailureCategory {
        switch self {
        case .passwordTooShort, .passwordTooLong, .passwordIsSignInName, .passwordCommon, .keyNameInvalid,
            .keyRoleRefused, .keyLifeInvalid, .signInNameInvalid, .fullNameInvalid, .tooManyGrants:
            .invalid
        case .signInRefused, .codeWrong, .ticketEnded, .sessionEnded, .keyRefused: .unauthenticated
        case .grantOutOfReach, .accountReachesFurther: .forbidden
        case .linkEnded, .keyNotFound, .accountNotFound: .notFound
        case .timedCodesAlreadySet, .enrolmentNotBegun, .signInNameTaken, .changedMeanwhile, .wrongState,
            .lastAdministrator:
            .conflict
        case .tooManySignIns: .tooMany
        case .hashingFailed, .storeFailed: .unavailable
        }
    }
}
