package import Language

/// What the sign-in page says: which step, and what went wrong before.
package struct SignInModel: Sendable {
    package enum Step: Sendable {
        case password(name: String)
        /// The password was right; `ticket` carries that to the next step.
        case oneTimeCode(ticket: String)
    }

    package var step: Step
    /// Name of the place, such as “Trung tâm điều hành số tỉnh Nghệ An”.
    package var place: String
    package var error: Text?
    /// Where to go after signing in; only a path of ours is followed.
    package var back: String

    package init(step: Step, place: String, error: Text? = nil, back: String = ConsolePath.board) {
        self.step = step
        self.place = place
        self.error = error
        self.back = back
    }
}
