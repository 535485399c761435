package import Access
package import Identity

/// What the way in and the pages of accounts need; a part of ``ConsoleHouse``.
package struct ConsoleIdentity: Sendable {
    package let signIn: SignIn
    package let sessions: SessionStore
    package let enrolment: TimedCodeEnrolment
    package let links: AccountLinks
    package let own: OwnAccount
    package let accounts: AccountAdministration
    package let keys: KeyAdministration
    /// What people type, such as `https://sen.example/`, and links to send begin with.
    ///
    /// `nil` for wherever a request came to.
    package let address: String?

    package init(
        signIn: SignIn,
        sessions: SessionStore,
        enrolment: TimedCodeEnrolment,
        links: AccountLinks,
        own: OwnAccount,
        accounts: AccountAdministration,
        keys: KeyAdministration,
        address: String?
    ) {
        self.signIn = signIn
        self.sessions = sessions
        self.enrolment = enrolment
        self.links = links
        self.own = own
        self.accounts = accounts
        self.keys = keys
        self.address = address
    }

    /// Cookies are for HTTPS alone, whatever a proxy says of the request.
    var isAlwaysSecure: Bool { address?.lowercased().hasPrefix("https://") ?? false }
}
