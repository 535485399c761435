package import Language

/// One way in which a site of the lab turns bad; website-attacks in the field, each as a pure change.
///
/// The raw value is stable: the lab's own API names attacks by it.
package enum Attack: String, CaseIterable, Hashable, Sendable {
    case hiddenByDisplay = "hidden-display"
    case defacement
    case externalScript = "external-script"
    case cloakedForSearchEngines = "cloaked-search-engine"
    case redirect
    case titleSpam = "title-spam"
    case parasitePages = "parasite-pages"
    case hiddenFrame = "hidden-iframe"
    case visibleSpam = "visible-spam"
    case canonical
    case hiddenOffScreen = "hidden-off-screen"
    case refererScript = "referer-script"
    case refresh
    case cloakedFromSearch = "cloaked-from-search"
    case commentLinks = "comment-links"
    case serverError = "server-error"
    case obfuscatedWords = "obfuscated-words"
    case hiddenByMarquee = "hidden-marquee"
    case cloakedForMobile = "cloaked-mobile"
    case cloakedRedirect = "cloaked-redirect"
    case hiddenByFontSize = "hidden-font-size"
    case scriptTampered = "script-tampered"
    case hiddenByClass = "hidden-class"
    case imageReplaced = "image-replaced"
    case hiddenByColour = "hidden-colour"
    case licenceRemoved = "licence-removed"
    case slow

    /// The name of the attack, for the control page.
    package var name: Text {
        switch self {
        case .hiddenByDisplay: .labHiddenByDisplay
        case .defacement: .labDefacement
        case .externalScript: .labExternalScript
        case .cloakedForSearchEngines: .labCloakedForSearchEngines
        case .redirect: .labRedirect
        case .titleSpam: .labTitleSpam
        case .parasitePages: .labParasitePages
        case .hiddenFrame: .labHiddenFrame
        case .visibleSpam: .labVisibleSpam
        case .canonical: .labCanonical
        case .hiddenOffScreen: .labHiddenOffScreen
        case .refererScript: .labRefererScript
        case .refresh: .labRefresh
        case .cloakedFromSearch: .labCloakedFromSearch
        case .commentLinks: .labCommentLinks
        case .serverError: .labServerError
        case .obfuscatedWords: .labObfuscatedWords
        case .hiddenByMarquee: .labHiddenByMarquee
        case .cloakedForMobile: .labCloakedForMobile
        case .cloakedRedirect: .labCloakedRedirect
        case .hiddenByFontSize: .labHiddenByFontSize
        case .scriptTampered: .labScriptTampered
        case .hiddenByClass: .labHiddenByClass
        case .imageReplaced: .labImageReplaced
        case .hiddenByColour: .labHiddenByColour
        case .licenceRemoved: .labLicenceRemoved
        case .slow: .labSlow
        }
    }

    /// Seconds that ``slow`` waits: longer than the 20 that the watch gives a fetch.
    package static let slowSeconds = 30

    /// Whether this visitor is shown the attack; some show themselves only to those they mean.
    func isShown(to request: LabRequest) -> Bool {
        switch self {
        case .cloakedForSearchEngines: request.userAgent.contains("Googlebot")
        case .cloakedFromSearch, .cloakedRedirect: request.referer.contains("google.")
        case .cloakedForMobile: request.userAgent.contains("Mobile")
        default: true
        }
    }
}
