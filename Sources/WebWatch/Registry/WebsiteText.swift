package import Language

/// What people write about a website, each with its limit in characters.
package enum WebsiteField: String, CaseIterable, Sendable {
    case name, responsible, contact, licence

    /// Enough for what officers write; a list of thousands is read at once.
    package var charactersMax: Int {
        switch self {
        case .name: 300
        case .responsible, .contact: 200
        case .licence: 100
        }
    }

    package var text: Text {
        switch self {
        case .name: .Websites.fieldName
        case .responsible: .responsible
        case .contact: .Websites.fieldContact
        case .licence: .licence
        }
    }
}

extension WebsiteDetails {
    /// The same with clean texts.
    ///
    /// - Throws: ``WebsiteErrorCode/textMissing``, ``WebsiteErrorCode/textTooLong`` or
    ///   ``WebsiteErrorCode/licenceDatesSwapped``.
    func checked() throws(WebsiteError) -> WebsiteDetails {
        var clean = self
        clean.name = try name.checked(as: .name)
        if let person = responsible {
            clean.responsible = ResponsiblePerson(
                name: try person.name.checked(as: .responsible),
                contact: try person.contact?.checked(as: .contact)
            )
        }
        if let licence {
            clean.licence?.number = try licence.number.checked(as: .licence)
            if let issued = licence.issued, let expires = licence.expires, expires < issued {
                throw WebsiteError(.licenceDatesSwapped, "the licence ends before it begins")
            }
        }
        return clean
    }
}

extension String {
    /// The text in one line, without control characters and without the overrides that make a text read other than
    /// it is.
    fileprivate func checked(as field: WebsiteField) throws(WebsiteError) -> String {
        // Counted in UTF-8 first: walking the characters of a huge text would be the attack.
        guard utf8.count <= field.charactersMax * 4 else { throw .tooLong(field) }
        let visible = String(String.UnicodeScalarView(unicodeScalars.filter { !$0.isUnwanted }))
        let clean = visible.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        guard !clean.isEmpty else {
            throw WebsiteError(
                .textMissing,
                "\(field.rawValue) is empty",
                text: .Websites.textMissing(field.text)
            )
        }
        guard clean.count <= field.charactersMax else { throw .tooLong(field) }
        return clean
    }
}

extension WebsiteError {
    fileprivate static func tooLong(_ field: WebsiteField) -> WebsiteError {
        WebsiteError(
            .textTooLong,
            "\(field.rawValue) exceeds \(field.charactersMax) characters",
            text: .Websites.textTooLong(field.text, charactersMax: field.charactersMax)
        )
    }
}

extension Unicode.Scalar {
    fileprivate var isUnwanted: Bool {
        switch value {
        case 0x09, 0x0A, 0x0D: false
        case 0..<0x20, 0x7F...0x9F, 0x202A...0x202E, 0x2066...0x2069, 0xFEFF: true
        default: false
        }
    }
}
