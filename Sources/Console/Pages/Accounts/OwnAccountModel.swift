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

    /// As it is, or as it was typed before a mistake.
    var fullName: String
    var signInName: String
    var grants: [(role: Text, unit: String)]
    var hasOneTimeCode: Bool
    var sessions: [Session]
    var mayHaveKeys: Bool
    /// What was wrong, and in the form of which change.
    var mistake: (form: String, what: FormMistake)?
    var isPasswordChanged = false

    func mistake(in form: String) -> FormMistake? { mistake?.form == form ? mistake?.what : nil }
}
