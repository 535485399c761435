package import Hummingbird
package import Places
package import Serving
package import WebWatch

/// What the board, the websites and the live pages need of the watch and of the program around.
package struct ConsoleWatch: Sendable {
    package let websites: WebsiteStore
    /// How many checks started on time since the start; `nil` where no watch runs in this process.
    package let punctuality: @Sendable () async -> Punctuality?
    /// Where the hexagon of each commune lies.
    package let hexagons: Places.HexagonMap
    /// The boundaries of the communes; `nil` until all are known.
    package let outlines: @Sendable () -> BoundaryMap?
    /// For whom a request speaks at this moment, without counting as activity; `nil` once the session has ended.
    package let visitor: @Sendable (Request) async -> Visitor?
    /// Where a reader's browser finds the website of an address.
    package let visitAddress: @Sendable (String) -> String
    /// Sleeps, and throws when the program is to end, which ends the streams.
    package let pause: @Sendable (Duration) async throws -> Void

    package init(
        websites: WebsiteStore,
        punctuality: @escaping @Sendable () async -> Punctuality?,
        hexagons: Places.HexagonMap,
        outlines: @escaping @Sendable () -> BoundaryMap? = { nil },
        visitor: @escaping @Sendable (Request) async -> Visitor?,
        visitAddress: @escaping @Sendable (String) -> String = { $0 },
        pause: @escaping @Sendable (Duration) async throws -> Void
    ) {
        self.websites = websites
        self.punctuality = punctuality
        self.hexagons = hexagons
        self.outlines = outlines
        self.visitor = visitor
        self.visitAddress = visitAddress
        self.pause = pause
    }
}
