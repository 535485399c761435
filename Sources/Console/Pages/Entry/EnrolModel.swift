import Language

/// Setting up one-time codes, step by step.
struct EnrolModel: Sendable {
    enum Step: Sendable {
        case intro
        /// The app takes the secret from the drawing or from the letters.
        case scan(drawing: HTML, secret: String)
        /// The app has the secret; the code that came was not its newest.
        case again
        /// The codes for paper, shown once.
        case done(recoveryCodes: [String])
    }

    var step: Step
    /// Nothing else is open to the reader before this is done.
    var isRequired: Bool
    var mistake: FormMistake?
}
