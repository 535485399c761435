package import Language

/// What people write into a case, each with its limit in characters.
package enum CaseField: String, CaseIterable, Sendable {
    case title, subject, whatWasDone, rootCause, reason, comment, quote, url, cause, kind, detail

    /// Enough for what officers write, small enough that one case never fills a page or the disk.
    package var charactersMax: Int {
        switch self {
        case .title: 300
        case .subject: 300
        case .whatWasDone, .comment: 10_000
        case .rootCause, .reason: 2_000
        case .quote: 4_000
        case .url: 2_048
        case .cause: 200
        case .kind: 64
        case .detail: 16_000
        }
    }

    package var text: Text {
        switch self {
        case .title: .Case.fieldTitle
        case .subject: .Case.fieldSubject
        case .whatWasDone: .Case.fieldWhatWasDone
        case .rootCause: .Case.fieldRootCause
        case .reason: .Case.fieldReason
        case .comment: .Case.fieldComment
        case .quote: .Case.fieldQuote
        case .url: .Case.fieldURL
        case .cause, .kind, .detail: .Case.fieldTechnical
        }
    }
}

extension String {
    /// The text without spaces around it and without control characters other than line breaks and tabs.
    ///
    /// - Throws: ``CaseErrorCode/textMissing`` or ``CaseErrorCode/textTooLong``, which name the field.
    func checked(as field: CaseField) throws(CaseError) -> String {
        // Counted in UTF-8 first: walking the characters of a huge text would be the attack.
        guard utf8.count <= field.charactersMax * 4 else { throw .tooLong(field) }
        let clean = String(unicodeScalars.filter { !$0.isUnwanted }).trimmingSpaces
        guard !clean.isEmpty else {
            throw CaseError(.textMissing, "\(field.rawValue) is empty", text: .Case.textMissing(field.text))
        }
        guard clean.count <= field.charactersMax else { throw .tooLong(field) }
        return clean
    }

    var trimmingSpaces: String {
        guard let first = firstIndex(where: { !$0.isWhitespace }),
            let last = lastIndex(where: { !$0.isWhitespace })
        else { return "" }
        return String(self[first...last])
    }
}

extension CaseError {
    fileprivate static func tooLong(_ field: CaseField) -> CaseError {
        CaseError(
            .textTooLong,
            "\(field.rawValue) exceeds \(field.charactersMax) characters",
            text: .Case.textTooLong(field.text, charactersMax: field.charactersMax)
        )
    }
}

extension Unicode.Scalar {
    /// Control characters, and the bidirectional overrides that make a text read other than it is.
    var isUnwanted: Bool {
        switch value {
        case 0x09, 0x0A: false
        case 0..<0x20, 0x7F...0x9F, 0x202A...0x202E, 0x2066...0x2069, 0xFEFF: true
        default: false
        }
    }
}
