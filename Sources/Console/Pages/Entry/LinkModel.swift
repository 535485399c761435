import Language

/// The page behind a link: somebody chooses a password, and the first administrator a name too.
struct LinkModel: Sendable {
    enum Purpose: Sendable {
        case firstAdministrator(fullName: String, signInName: String)
        case invitation(fullName: String, signInName: String)
        case reset(fullName: String, signInName: String)
    }

    var purpose: Purpose
    /// Where the form goes: the link itself.
    var path: String
    var place: Text
    var mistake: FormMistake?
}
