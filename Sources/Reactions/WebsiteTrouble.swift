import Database
import Language
import WebWatch

/// What is wrong with a website, as one matter: the kinds of findings that one case is about.
///
/// One intrusion shows itself by hidden links, terms, scripts and changed titles at once; it has one cause and one
/// person who repairs it. Expired certificates and outages have others.
enum WebsiteTrouble: String, CaseIterable, Sendable {
    case intrusion, outage, certificate
    case mandatoryLines = "mandatory-lines"

    init(_ kind: CheckKind) {
        self =
            switch kind {
            case .unavailable, .unreadable: .outage
            case .certificate: .certificate
            case .mandatoryLines: .mandatoryLines
            case .redirect, .hiddenLinks, .terms, .links, .script, .iframe, .canonical, .refresh, .title,
                .comments, .cloaking, .defacement, .resources, .parasitePages:
                .intrusion
            }
    }

    var kinds: Set<CheckKind> { Set(CheckKind.allCases.filter { Self($0) == self }) }

    /// `website:018f...:intrusion`, by which findings meet in one case.
    func cause(of website: Website.ID) -> String { "website:\(website):\(rawValue)" }

    /// Reads ``cause(of:)``; `nil` for any other cause.
    init?(cause: String) {
        let parts = cause.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 3, parts[0] == "website" else { return nil }
        self.init(rawValue: String(parts[2]))
    }

    var text: Text {
        switch self {
        case .intrusion: .Reaction.intrusion
        case .outage: .Reaction.outage
        case .certificate: .Reaction.certificate
        case .mandatoryLines: .Reaction.mandatoryLines
        }
    }
}
