package import Database
package import Places
package import Timekeeping

/// A website that Sen watches for the unit that owns it.
package struct Website: Hashable, Sendable {
    package typealias ID = WebsiteID

    package let id: ID
    package var details: WebsiteDetails
    package var state: WebsiteState
    /// Counts the changes, so that nobody overwrites what they have not seen.
    package var version: Int
    package let addedAt: Instant
    package var changedAt: Instant

    package init(id: ID, details: WebsiteDetails, state: WebsiteState = .watched, addedAt: Instant) {
        self.id = id
        self.details = details
        self.state = state
        version = 1
        self.addedAt = addedAt
        changedAt = addedAt
    }
}

/// Beside the type, since within it `ID` would name itself.
package typealias WebsiteID = ID<Website>

/// What an officer enters about a website.
package struct WebsiteDetails: Hashable, Sendable {
    package var address: WebsiteAddress
    /// The name that officers call it by.
    package var name: String
    /// The unit that owns it and gets its cases.
    package var unit: Places.Unit.ID
    package var kind: WebsiteKind
    package var criticality: Criticality
    package var responsible: ResponsiblePerson?
    package var licence: Licence?

    package init(
        address: WebsiteAddress,
        name: String,
        unit: Places.Unit.ID,
        kind: WebsiteKind = .statePortal,
        criticality: Criticality = .ordinary,
        responsible: ResponsiblePerson? = nil,
        licence: Licence? = nil
    ) {
        self.address = address
        self.name = name
        self.unit = unit
        self.kind = kind
        self.criticality = criticality
        self.responsible = responsible
        self.licence = licence
    }
}

/// Who answers for a website: personal data, which ``WebsiteStore/erasePerson(of:by:)`` takes out everywhere.
package struct ResponsiblePerson: Hashable, Sendable, Codable {
    package var name: String
    /// A telephone number or an e-mail address, as the unit gave it.
    package var contact: String?

    package init(name: String, contact: String? = nil) {
        self.name = name
        self.contact = contact
    }
}

/// The licence of an aggregated-news website (Decree 147/2024/NĐ-CP, articles 20 to 24).
package struct Licence: Hashable, Sendable {
    package var number: String
    package var issued: Day?
    /// The last day on which it holds.
    package var expires: Day?

    package init(number: String, issued: Day? = nil, expires: Day? = nil) {
        self.number = number
        self.issued = issued
        self.expires = expires
    }
}
