@testable import Identity

extension SignInName {
    /// For tests, where a name that no account can have is a mistake in the test.
    static func named(_ text: String) -> SignInName {
        guard let name = SignInName(text) else { preconditionFailure("\(text) is no sign-in name") }
        return name
    }
}
