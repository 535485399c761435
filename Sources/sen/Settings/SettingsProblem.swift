import Language

/// Something wrong with the settings: where it stands, and a sentence that says what to do.
struct SettingsProblem: Hashable, Sendable {
    /// `sen.yaml:12`, or the name of a variable.
    let place: String
    let text: Text
}

/// Everything that is wrong, so that it can be corrected in one go.
struct SettingsProblems: Error {
    let all: [SettingsProblem]
}
