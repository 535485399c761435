import Language

/// Inviting somebody.
struct NewAccountModel: Sendable {
    /// What was typed before a mistake.
    var fullName = ""
    var signInName = ""
    var unit = ""
    var role = ""
    /// The units within the reader's reach, in the order of the tree.
    var units: [(id: String, name: String)]
    var mistake: FormMistake?
}
