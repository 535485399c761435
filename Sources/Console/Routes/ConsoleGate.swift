package import Hummingbird
package import Language
package import Serving

/// What stands before every page, and what is open to everybody; added before all other routes.
///
/// The order matters. Headers go on whatever is answered. Assets and tiles need no session. What finding the session
/// throws becomes a page by the outer ``ErrorPages``; what a route throws by the inner one, which knows the reader.
package struct ConsoleGate: Sendable {
    private let house: ConsoleHouse
    private let language: Language

    /// `language` is that of readers who have chosen none.
    package init(_ house: ConsoleHouse, language: Language = .vietnamese) {
        self.house = house
        self.language = language
    }

    package func add(to router: Router<SenContext>) {
        router.add(middleware: SecurityHeaders(contentSecurityPolicy: Page.contentSecurityPolicy))
        router.add(middleware: ReaderLanguage(language))
        router.add(middleware: ErrorPages(house))
        AssetRoutes.add(to: router)
        TileRoutes(house).add(to: router)
        router.add(
            middleware: SessionRecognition(
                house.identity.sessions,
                isAlwaysSecure: house.identity.isAlwaysSecure
            )
        )
        router.add(middleware: ErrorPages(house))
        router.add(middleware: CrossSiteRefusal())
        router.add(
            middleware: EnrolmentFirst(
                at: ConsolePath.enrol,
                allowing: [ConsolePath.signOut, ConsolePath.language]
            )
        )
        SignInRoutes(house).add(to: router)
        OpenDataRoutes(house).add(to: router)
        LinkRoutes(house).add(to: router)
        EnrolRoutes(house).add(to: router)
    }
}
