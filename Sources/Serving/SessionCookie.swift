package import Hummingbird
package import Language

/// The cookies that Sen sets.
///
/// `Lax` and not `Strict`: somebody who opens a case from a message is signed in there too. What changes anything is
/// a POST, which `Lax` keeps from other sites, and ``CrossSiteRefusal`` besides.
package enum SenCookie {
    package static let session = "sen_session"
    package static let language = "sen_language"
    /// A year: nobody wants to choose a language more often.
    static let languageSeconds = 365 * 24 * 3600

    /// Ends with the browser; how long the session lasts is for the server to say.
    package static func session(_ token: String, for request: Request, isAlwaysSecure: Bool) -> Cookie {
        Cookie(
            name: session,
            value: token,
            path: "/",
            secure: isAlwaysSecure || request.isOverTLS,
            httpOnly: true,
            sameSite: .lax
        )
    }

    package static func endOfSession(for request: Request, isAlwaysSecure: Bool) -> Cookie {
        Cookie(
            name: session,
            value: "",
            maxAge: 0,
            path: "/",
            secure: isAlwaysSecure || request.isOverTLS,
            httpOnly: true,
            sameSite: .lax
        )
    }

    package static func language(_ language: Language, for request: Request, isAlwaysSecure: Bool) -> Cookie {
        Cookie(
            name: Self.language,
            value: language.rawValue,
            maxAge: languageSeconds,
            path: "/",
            secure: isAlwaysSecure || request.isOverTLS,
            httpOnly: true,
            sameSite: .lax
        )
    }
}

extension Request {
    /// Whether the browser came over HTTPS, as the proxy in front tells it.
    ///
    /// Whoever forges the header gets a cookie that their own browser keeps to itself.
    package var isOverTLS: Bool {
        guard let name = HTTPFields.Element.Name("X-Forwarded-Proto") else { return false }
        return headers[name]?.lowercased() == "https"
    }
}
