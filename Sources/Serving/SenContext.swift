package import Hummingbird
package import Identity
package import Language

/// What accompanies one request through both faces: who asks, from where, and in which language.
package struct SenContext: RequestContext {
    package var coreContext: CoreRequestContextStorage
    package var language = Language.vietnamese
    /// `nil` until a session or a key has been recognised.
    package var visitor: Visitor?
    /// The address of the other end, as the socket tells it, or a proxy that ``ProxiedAddress`` trusts.
    ///
    /// `unknown` when neither does.
    package internal(set) var address: String

    package init(source: ApplicationRequestContextSource) {
        coreContext = .init(source: source)
        address = source.channel.remoteAddress?.ipAddress ?? "unknown"
    }

    /// A page has no forms of this size; uploads are read with a limit of their own.
    package var maxUploadSize: Int { FormFields.bytesMax }

    /// The session that asks.
    ///
    /// - Throws: ``ServingErrorCode/signInNeeded`` when it is a key or nobody.
    package func session() throws(ServingError) -> SignedIn {
        guard let session = try signedIn().session else {
            throw ServingError(.signInNeeded, "the request carries a key and no session")
        }
        return session
    }

    /// Who asks.
    ///
    /// - Throws: ``ServingErrorCode/signInNeeded`` when nobody has signed in.
    package func signedIn() throws(ServingError) -> Visitor {
        guard let visitor else {
            throw ServingError(.signInNeeded, "the request carries no session and no key")
        }
        return visitor
    }
}

/// Somebody who was recognised.
package struct Visitor: Sendable {
    package let principal: Principal
    package let name: String
    /// The account's id as text.
    package let accountID: String
    /// Goes into each form of the session; empty for a key, which needs none.
    package let formToken: String
    package let language: Language?
    /// The browser's session; `nil` for a key.
    package let session: SignedIn?

    package init(
        principal: Principal,
        name: String,
        accountID: String,
        formToken: String,
        language: Language? = nil,
        session: SignedIn? = nil
    ) {
        self.principal = principal
        self.name = name
        self.accountID = accountID
        self.formToken = formToken
        self.language = language
        self.session = session
    }
}
