import Language
import Timekeeping

/// One account, and what an administrator may do with it.
struct AccountModel: Sendable {
    struct Grant: Sendable {
        /// The role's code and the unit's id, as the form that takes it away sends them.
        var role: (code: String, name: Text)
        var unit: (id: String, name: String)
    }

    var id: String
    var fullName: String
    var signInName: String
    var unit: (id: String, name: String)
    var state: Chip
    var isDisabled: Bool
    var hasOneTimeCode: Bool
    var createdAt: Instant
    var grants: [Grant]
    /// What is changed is this version; another's change in between is not written over.
    var version: Int
    /// The units in which the reader may grant a role; none who may only look.
    var reach: [(id: String, name: String)]
    var mayManage: Bool
    /// The log of what the person did, for who may read it.
    var audit: String?
    /// What was wrong, and in the form of which change.
    var mistake: (form: String, what: FormMistake)?

    func mistake(in form: String) -> FormMistake? { mistake?.form == form ? mistake?.what : nil }
}
