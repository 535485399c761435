package import Identity
import Places

/// Inviting people, changing what they may do, disabling and resetting their accounts.
package enum ManageAccounts: Action {
    package static let code = "account.manage"
    package static let roles: Set<Role> = [.administrator]
}

/// Seeing who has an account and what they may do.
package enum ReadAccounts: Action {
    package static let code = "account.read"
    package static let roles: Set<Role> = [.administrator, .leader, .auditor]
}

/// Reading what was done by whom, with proof.
package enum ReadAudit: Action {
    package static let code = "audit.read"
    package static let roles: Set<Role> = [.administrator, .auditor]
}

/// Making and revoking the keys by which other systems use the API.
package enum ManageKeys: Action {
    package static let code = "key.manage"
    package static let roles: Set<Role> = [.administrator]
}

extension Permit {
    /// The unit as Identity knows it, which stands beside Places.
    package var unitID: String { unit.rawValue }
}

/// Identity stands below Access and cannot name `Permit`; here the one meets the other.
extension Permit: AccountWritePermit where A == ManageAccounts {}
