import HTMLParsing
package import Language

extension EvidenceReason {
    /// The sentence for a person; `value` is the evidence's own.
    package func text(_ value: String) -> Text {
        switch self {
        case .noAnswer: .noAnswer(value)
        case .errorStatus: .errorStatus(value)
        case .firewallRefusal: .firewallRefusal(value)
        case .notReadable: .notReadable((DocumentError(rawValue: value) ?? .parserFailed).inSentence)
        case .certificateExpired: .certificateExpired(value)
        case .certificateNotYetValid: .certificateNotYetValid
        case .certificateSelfSigned: .certificateSelfSigned
        case .certificateUntrusted: .certificateUntrusted
        case .certificateWrongHost: .certificateWrongHost(value)
        case .certificateRevoked: .certificateRevoked
        case .certificateRefused: .certificateRefused
        case .certificateEndsSoon: .certificateEndsSoon(value)
        case .redirectOffDomain: .redirectOffDomain(value)
        case .redirectToPlainText: .redirectToPlainText
        case .hiddenByDisplay: .hiddenByDisplay
        case .hiddenByVisibility: .hiddenByVisibility
        case .hiddenByOpacity: .hiddenByOpacity
        case .hiddenOffScreen: .hiddenOffScreen
        case .hiddenByFontSize: .hiddenByFontSize
        case .hiddenByIndent: .hiddenByIndent
        case .hiddenByClip: .hiddenByClip
        case .hiddenBySize: .hiddenBySize
        case .hiddenByMarquee: .hiddenByMarquee
        case .hiddenByColour: .hiddenByColour
        case .hiddenByAttribute: .hiddenByAttribute
        case .hiddenByScale: .hiddenByScale
        case .termGambling: .termGambling(value)
        case .termLoan: .termLoan(value)
        case .termAdult: .termAdult(value)
        case .termPharmacy: .termPharmacy(value)
        case .termForgery: .termForgery(value)
        case .termInNews: .termInNews(value)
        case .newLinkHost: .newLinkHost(value)
        case .spamLink: .spamLink(value)
        case .newScriptHost: .newScriptHost(value)
        case .newScript: .newScript
        case .obfuscatedScript: .obfuscatedScript
        case .refererScript: .refererScript
        case .newInlineScript: .newInlineScript
        case .hiddenFrame: .hiddenFrame(value)
        case .newFrame: .newFrame(value)
        case .canonicalElsewhere: .canonicalElsewhere(value)
        case .canonicalChanged: .canonicalChanged(value)
        case .refreshElsewhere: .refreshElsewhere(value)
        case .refreshPresent: .refreshPresent(value)
        case .titleSpam: .titleSpam(value)
        case .titleChanged: .titleChanged(value)
        case .descriptionSpam: .descriptionSpam(value)
        case .descriptionChanged: .descriptionChanged(value)
        case .commentLinks: .commentLinks(value)
        case .commentSpam: .commentSpam(value)
        case .shownOnlyTo: .shownOnlyTo(VisitorIdentity(rawValue: value)?.inSentence ?? .asVisitor)
        case .redirectedOnly: .redirectedOnly(VisitorIdentity(rawValue: value)?.inSentence ?? .asVisitor)
        case .differentPage: .differentPage(VisitorIdentity(rawValue: value)?.inSentence ?? .asVisitor)
        case .missingLicence: .missingLicence
        case .missingOwner: .missingOwner
        case .missingResponsible: .missingResponsible
        case .mandatoryLineGone: .mandatoryLineGone
        case .pageReplaced: .pageReplaced(value)
        case .pageEmptied: .pageEmptied
        case .defacementWords: .defacementWords(value)
        case .scriptChanged: .scriptChanged
        case .imageChanged: .imageChanged
        case .parasitePage: .parasitePage(value)
        case .unknownPages: .unknownPages(value)
        }
    }
}

extension Evidence {
    /// Why it offends, as a sentence.
    package var text: Text { reason.text(value) }
}

extension VisitorIdentity {
    /// Who that is, in the middle of a sentence.
    package var inSentence: Text {
        switch self {
        case .visitor: .asVisitor
        case .searchEngine: .asSearchEngine
        case .fromSearch: .asFromSearch
        case .mobile: .asMobile
        }
    }
}

extension DocumentError {
    /// Which limit that is, in the middle of a sentence.
    fileprivate var inSentence: Text {
        switch self {
        case .tooLarge: .pageTooLarge
        case .tooDeep: .pageTooDeep
        case .tooManyNodes: .pageTooManyNodes
        case .tooMuchMemory: .pageTooMuchMemory
        case .parserFailed: .pageParserFailed
        }
    }
}
