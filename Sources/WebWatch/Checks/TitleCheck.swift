/// Spam in the title or the description, which search engines show.
///
/// **Sees**: spam terms in `title` and in the description; with a baseline also that one of them has changed.
///
/// **Why**: the attacker writes for the search engine: the title is what people read in its results under the state's name.
///
/// **Errs**: the title of an article that warns holds the same words; words of news beside them make it information. A changed
/// title is an editor's right and only information.
///
/// **Do**: restore it, look into the settings of the website, then ask search engines to index the page again.
package enum TitleCheck: PageCheck {
    package static let kind = CheckKind.title

    package static func findings(in inspection: PageInspection) -> [Finding] {
        let page = inspection.page
        let terms = inspection.terms.filter { $0.hit.place == .title || $0.hit.place == .description }
        let spam = terms.filter { $0.verdict == .spam && $0.hit.term.category.isSpam }
        if !spam.isEmpty {
            let evidence = spam.map { term in
                inspection.evidence(term, term.hit.place == .title ? .titleSpam : .descriptionSpam)
            }
            return [Finding(kind, .critical, on: page.url, evidence: evidence, trait: "spam")]
        }
        guard let baseline = inspection.baseline else { return [] }
        var changes: [Evidence] = []
        if page.title != baseline.title {
            changes.append(Evidence(.titleChanged, quote: page.title, place: "title", value: baseline.title))
        }
        if page.description != baseline.description {
            changes.append(
                Evidence(
                    .descriptionChanged,
                    quote: page.description,
                    place: "meta[name=description]",
                    value: baseline.description
                )
            )
        }
        return changes.isEmpty
            ? [] : [Finding(kind, .information, on: page.url, evidence: changes, trait: "changed")]
    }
}
