/// A web address by the WHATWG URL standard, in its parts.
package struct WebAddress: Hashable, Sendable {
    /// The whole address, normalised.
    package var href: String
    /// In lower case, without the colon.
    package var scheme: String
    package var username: String
    package var password: String
    /// Lower case, punycode for international names, IPv6 in brackets; empty for an address without host.
    package var host: String
    /// `nil` for none or the scheme's own.
    package var port: Int?
    package var path: String
    /// Without the question mark; `nil` when there is none.
    package var query: String?
    /// Without the number sign; `nil` when there is none.
    package var fragment: String?

    /// Reads an absolute address; `nil` when the standard calls it invalid.
    package init?(_ text: String) {
        guard let address = AddressParser().parse(text) else { return nil }
        self = address
    }

    /// Stands for a text that is no address, so that a finding can still quote it.
    package static func invalid(_ text: String) -> WebAddress {
        WebAddress(
            href: text,
            scheme: "",
            username: "",
            password: "",
            host: "",
            port: nil,
            path: "",
            query: nil,
            fragment: nil
        )
    }

    init(
        href: String,
        scheme: String,
        username: String,
        password: String,
        host: String,
        port: Int?,
        path: String,
        query: String?,
        fragment: String?
    ) {
        self.href = href
        self.scheme = scheme
        self.username = username
        self.password = password
        self.host = host
        self.port = port
        self.path = path
        self.query = query
        self.fragment = fragment
    }

    /// Whether it is `http` or `https`.
    package var isWeb: Bool { scheme == "https" || scheme == "http" }

    /// The address without query and fragment, by which files are told apart: `?v=2` is the same file.
    package var withoutQuery: String { String(href.prefix { $0 != "?" && $0 != "#" }) }
}
