package import HTMLParsing

/// A page that is beyond the limits of analysis.
///
/// **Sees**: more bytes, more nesting, more elements or more memory than a page may cost.
///
/// **Why**: what cannot be read cannot be called clean; and a page made too deep to read is a way to hide.
///
/// **Errs**: a list of everything that somebody published in one page meets the limits too.
///
/// **Do**: open the source, find what repeats; shorten the page.
package enum UnreadableCheck {
    package static let kind = CheckKind.unreadable

    package static func finding(_ error: DocumentError, on url: String) -> Finding {
        let evidence = Evidence(.notReadable, place: url, value: error.rawValue)
        return Finding(kind, .attention, on: url, evidence: [evidence], trait: error.rawValue)
    }
}
