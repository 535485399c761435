package import Language

/// What a check looks for; one file in `Checks/` for each.
///
/// The raw value is stable: rows, settings, the API and fingerprints key on it.
package enum CheckKind: String, CaseIterable, Hashable, Sendable, Codable {
    case unavailable
    case unreadable
    case certificate
    case redirect
    case hiddenLinks = "hidden-links"
    case terms
    case links
    case script
    case iframe
    case canonical
    case refresh
    case title
    case comments
    case cloaking
    case mandatoryLines = "mandatory-lines"
    case defacement
    case resources
    case parasitePages = "parasite-pages"

    /// The name of the check.
    package var name: Text { texts.name }
    /// What a finding of this kind means, for the officer who opens the case.
    package var explanation: Text { texts.explanation }
    /// What to do about it, in the order to do it.
    package var advice: Text { texts.advice }

    private var texts: CheckTexts {
        switch self {
        case .unavailable: .unavailable
        case .unreadable: .unreadable
        case .certificate: .certificate
        case .redirect: .redirect
        case .hiddenLinks: .hiddenLinks
        case .terms: .terms
        case .links: .links
        case .script: .script
        case .iframe: .iframe
        case .canonical: .canonical
        case .refresh: .refresh
        case .title: .title
        case .comments: .comments
        case .cloaking: .cloaking
        case .mandatoryLines: .mandatoryLines
        case .defacement: .defacement
        case .resources: .resources
        case .parasitePages: .parasitePages
        }
    }
}
