package import Language

/// Why it could happen.
///
/// Owners who only delete the page are hit again, so a website case does not close without it.
package enum RootCause: Hashable, Sendable {
    case vulnerableSoftware, stolenCredentials, uploadForm, vendorsSharedCode, forgottenService
    case misconfiguration, contentMistake
    /// None of the list, in the officer's words.
    case other(String)

    /// The causes that need no words of their own.
    package static let listed: [Self] = [
        .vulnerableSoftware, .stolenCredentials, .uploadForm, .vendorsSharedCode, .forgottenService,
        .misconfiguration, .contentMistake,
    ]

    /// The code of ``other(_:)``.
    package static let otherCode = "other"

    /// `upload-form`, the form of the database and the API.
    package var code: String {
        switch self {
        case .vulnerableSoftware: "vulnerable-software"
        case .stolenCredentials: "stolen-credentials"
        case .uploadForm: "upload-form"
        case .vendorsSharedCode: "vendors-shared-code"
        case .forgottenService: "forgotten-service"
        case .misconfiguration: "misconfiguration"
        case .contentMistake: "content-mistake"
        case .other: Self.otherCode
        }
    }

    /// The officer's words of ``other(_:)``.
    package var words: String? {
        if case .other(let words) = self { words } else { nil }
    }

    /// Reads a code; `other` needs words, the listed ones refuse them.
    package init?(code: String, words: String?) {
        if code == Self.otherCode {
            guard let words, !words.isEmpty else { return nil }
            self = .other(words)
        } else {
            guard words == nil, let listed = Self.listed.first(where: { $0.code == code }) else { return nil }
            self = listed
        }
    }

    package var text: Text {
        switch self {
        case .vulnerableSoftware: .Case.causeVulnerableSoftware
        case .stolenCredentials: .Case.causeStolenCredentials
        case .uploadForm: .Case.causeUploadForm
        case .vendorsSharedCode: .Case.causeVendorsSharedCode
        case .forgottenService: .Case.causeForgottenService
        case .misconfiguration: .Case.causeMisconfiguration
        case .contentMistake: .Case.causeContentMistake
        case .other: .Case.causeOther
        }
    }
}
