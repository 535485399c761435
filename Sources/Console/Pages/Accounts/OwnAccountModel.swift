import Language
import Timekeeping

/// What people see of their own account and change themselves.
struct OwnAccountModel: Sendable {
    struct Session: Sendable {
        var id: String
        var network: String
        var openedAt: Instant
        var usedAt: Instant
        var isThisBrowser: Bool
    }

    var signInName: String
    var grants: [(role: Text, unit: String)]
    var hasOneTimeCode: Bool
    var sessions: [Session]
    var error: Text?
    var isPasswordChanged = false
}
