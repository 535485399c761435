import HTMLParsing

/// Words that advertise gambling, loans, adult content, drugs or forged papers.
///
/// **Sees**: the terms of the list in the text of the page, hidden text included, spelt with all their marks or with none,
/// also with zero-width characters or `. - _ *` between the letters, in look-alike letters, and run together.
///
/// **Why**: parasite pages and injected blocks exist for these words; search engines index them under the state's name.
///
/// **Errs**: news about a crime uses the same words. Near words of law enforcement, and without an invitation to take part, a term is only
/// information. Words that fold to the same letters ("cô bác", "lò đê", "cả độ tuổi") are not taken for a term. Spam in pictures is not
/// seen, nor are terms that the list does not hold; the list is data and grows by settings.
///
/// **Do**: read the quoted passage. If it warns, accept it; if it advertises, remove it, lock the account that posted it, look
/// through the question form, the forum and upload folders.
package enum TermsCheck: PageCheck {
    package static let kind = CheckKind.terms

    /// Different terms that are no slip of an editor any more.
    private static let termsMin = 2

    package static func findings(in inspection: PageInspection) -> [Finding] {
        let here = inspection.terms.filter { term in
            term.hit.term.category.isSpam && (term.hit.place == .text || term.hit.place == .link)
        }
        return Term.Category.allCases.filter(\.isSpam).compactMap { category in
            finding(inspection, here.filter { $0.hit.term.category == category }, category)
        }
    }

    private static func finding(
        _ inspection: PageInspection,
        _ terms: [JudgedTerm],
        _ category: Term.Category
    ) -> Finding? {
        let spam = terms.filter { $0.verdict == .spam }
        guard let severity = severity(inspection, spam) else {
            guard !terms.isEmpty else { return nil }
            return Finding(
                kind,
                .information,
                on: inspection.page.url,
                evidence: unique(terms).map { inspection.evidence($0) },
                trait: "mentioned \(category.rawValue)"
            )
        }
        let telling = spam.sorted { weight($0) > weight($1) }
        return Finding(
            kind,
            severity,
            on: inspection.page.url,
            evidence: unique(telling).map { inspection.evidence($0) },
            trait: category.rawValue
        )
    }

    private static func severity(_ inspection: PageInspection, _ spam: [JudgedTerm]) -> Severity? {
        guard !spam.isEmpty else { return nil }
        let isPlanted = spam.contains { term in
            if term.hit.isHidden { return true }
            let links = inspection.page.links
            return links.indices.contains(term.hit.link)
                && inspection.isForeign(links[term.hit.link].address.host)
        }
        if isPlanted { return .critical }
        return Set(spam.map(\.hit.term)).count >= termsMin ? .serious : .attention
    }

    /// Hidden terms prove most, then linked ones.
    private static func weight(_ term: JudgedTerm) -> Int {
        (term.hit.isHidden ? 2 : 0) + (term.hit.link >= 0 ? 1 : 0)
    }

    /// Each term once, so that twenty pieces of evidence say twenty things.
    private static func unique(_ terms: [JudgedTerm]) -> [JudgedTerm] {
        var seen: Set<Term> = []
        return terms.filter { seen.insert($0.hit.term).inserted }
    }
}
