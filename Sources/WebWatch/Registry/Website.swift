package import Database

/// A site that Sen watches for the unit that owns it.
package struct Website: Hashable, Sendable {
    package typealias ID = WebsiteID

    package var id: ID
    /// The name that officers call it by.
    package var name: String
    package var kind: WebsiteKind
    package var criticality: Criticality
    package var state: WebsiteState

    package init(
        id: ID,
        name: String,
        kind: WebsiteKind,
        criticality: Criticality = .ordinary,
        state: WebsiteState = .watched
    ) {
        self.id = id
        self.name = name
        self.kind = kind
        self.criticality = criticality
        self.state = state
    }
}

/// Beside the type, since within it `ID` would name itself.
package typealias WebsiteID = ID<Website>
