package import Language

/// The form by which a website is added or changed.
package struct WebsiteFormModel: Sendable {
    /// `nil` for a new website; else its id and name.
    package var website: (id: String, name: String)?
    package var fields: [Field]
    /// The version that the form was filled from; it keeps two people from overwriting each other.
    package var version: Int?
    /// Why it was not saved.
    package var error: Text?

    package init(
        website: (id: String, name: String)?,
        fields: [Field],
        version: Int? = nil,
        error: Text? = nil
    ) {
        self.website = website
        self.fields = fields
        self.version = version
        self.error = error
    }
}
