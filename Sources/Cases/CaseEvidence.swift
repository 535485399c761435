package import Database
import Language
package import Timekeeping

/// Something that was seen and that the case rests on.
package struct CaseEvidence: Hashable, Sendable {
    package typealias ID = CaseEvidenceID

    /// Of each case; later ones are counted as observations but not kept.
    package static let countMax = 1_000

    /// What was seen, such as the code of the check: `hidden-links`.
    package var kind: String
    /// The words as they stood there.
    package var quote: String
    package var url: String?
    /// SHA-256 of the bytes that the quote was taken from, in hex.
    package var sha256: String?
    package var takenAt: Instant
    /// JSON with what the kind adds, `{}` when there is nothing.
    package var detail: String

    package init(
        kind: String,
        quote: String,
        url: String? = nil,
        sha256: String? = nil,
        takenAt: Instant,
        detail: String = "{}"
    ) {
        self.kind = kind
        self.quote = quote
        self.url = url
        self.sha256 = sha256
        self.takenAt = takenAt
        self.detail = detail
    }

    /// The evidence with its texts cleaned.
    ///
    /// A quote comes from a hostile page: it is cut at its limit, since refusing it would lose the finding.
    ///
    /// - Throws: ``CaseErrorCode/evidenceInvalid`` when the hash, the address or the detail is none.
    func checked() throws(CaseError) -> CaseEvidence {
        var clean = self
        clean.kind = try kind.checked(as: .kind)
        clean.quote = quote.cutClean(charactersMax: CaseField.quote.charactersMax)
        clean.url = try url.map { (url) throws(CaseError) in try url.checked(as: .url) }
        if let url = clean.url, !url.lowercased().hasPrefix("http://"),
            !url.lowercased().hasPrefix("https://")
        {
            throw CaseError(.evidenceInvalid, "the address is neither http nor https")
        }
        if let sha256, sha256.utf8.count != 64 || !sha256.utf8.allSatisfy(isSmallHex) {
            throw CaseError(.evidenceInvalid, "the hash is not 64 small hex digits")
        }
        guard detail.utf8.count <= CaseField.detail.charactersMax, isJSONObject(detail) else {
            throw CaseError(.evidenceInvalid, "the detail is not a JSON object of at most 16,000 bytes")
        }
        return clean
    }
}

/// The id of one piece of evidence.
package typealias CaseEvidenceID = ID<CaseEvidence>

extension String {
    /// At most so many characters, without control characters.
    func cutClean(charactersMax: Int) -> String {
        String(String.UnicodeScalarView(unicodeScalars.lazy.filter { !$0.isUnwanted }.prefix(charactersMax)))
    }
}

private func isSmallHex(_ byte: UInt8) -> Bool { (48...57).contains(byte) || (97...102).contains(byte) }
