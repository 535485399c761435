import AuditLog
package import Database
import Language
package import Timekeeping

package typealias SessionID = ID<Session>

/// One browser that somebody is signed in with.
package struct Session: Hashable, Sendable {
    package typealias ID = SessionID

    package let id: ID
    package let account: Account.ID
    /// From where it was opened, in the form of ``ClientAddress``.
    package let network: String
    package let openedAt: Instant
    /// To the minute.
    package let usedAt: Instant
}

/// A session that has just been opened; the token goes into the cookie and is not kept anywhere.
package struct NewSession: Sendable {
    package let session: Session
    package let token: SecretToken
    package let account: Account
    package let reach: SessionReach
}

/// Who a request with a session's cookie speaks for.
package struct SignedIn: Sendable {
    package let session: Session.ID
    package let account: Account
    package let reach: SessionReach
    /// What each form of this session carries.
    package let formToken: String

    /// Without any grant while one-time codes are still to be set up, so that no page has to remember it.
    package var principal: Principal {
        Principal(actor: .account(account.id.uuid), grants: reach == .everything ? account.grants : [])
    }
}

extension Account {
    var sessionReach: SessionReach { SessionReach(grants: grants, hasTimedCodes: hasTimedCodes) }
}
