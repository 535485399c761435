import Foundation
import HTMLParsing

/// Pages that the home page does not lead to, made for search engines.
///
/// **Sees**: addresses that a sitemap lists or that a person gives (from a search for `site:`): spam terms in their paths, pages under upload
/// folders, and with a baseline a number of new pages that no editor writes.
///
/// **Why**: infected pages are not linked from the home page; they come in by the question form, the forum and the upload, and only search engines know them.
///
/// **Errs**: a path has no tones, so only long terms, brands and several hits count. A new archive may bring many pages at once.
///
/// **Do**: delete them on the server and in the sitemap, look through what people can upload, ask search engines to drop them.
package enum ParasitePagesCheck {
    package static let kind = CheckKind.parasitePages

    /// Letters of a term that no honest path holds by chance.
    private static let tellingLettersMin = 8
    /// Paths with a short term that are no chance together.
    private static let shortHitsMin = 3

    /// Judges the addresses of a sitemap.
    ///
    /// - Parameters:
    ///   - addresses: Absolute addresses, as ``Sitemap/addresses(in:)`` gives them.
    ///   - url: The website's address.
    package static func findings(
        _ addresses: [String],
        url: String,
        baseline: Baseline?,
        settings: CheckSettings
    ) -> [Finding] {
        var telling: [Evidence] = []
        var short: [Evidence] = []
        for address in addresses {
            guard let hit = hit(address, settings) else { continue }
            let evidence = Evidence(.parasitePage, quote: address, place: "sitemap", value: hit.term.text)
            if isTelling(hit.term) { telling.append(evidence) } else { short.append(evidence) }
        }
        if short.count >= shortHitsMin { telling += short }
        var findings: [Finding] = []
        if !telling.isEmpty {
            findings.append(Finding(kind, .critical, on: url, evidence: telling, trait: "terms"))
        }
        if let growth = growth(addresses, url, baseline, settings) { findings.append(growth) }
        return findings
    }

    private static func hit(_ address: String, _ settings: CheckSettings) -> TermHit? {
        guard let path = WebAddress(address)?.path else { return nil }
        var text = FoldedText()
        var decoded = path.removingPercentEncoding ?? path
        decoded.withUTF8 { text.append($0, .text) }
        let spam = settings.terms.hits(in: text).filter { $0.term.category.isSpam && !$0.term.isWeak }
        return spam.first { isTelling($0.term) } ?? spam.first
    }

    private static func isTelling(_ term: Term) -> Bool {
        let letters = term.text.filter { !$0.isWhitespace }
        return letters.count >= tellingLettersMin || letters.contains(where: \.isNumber)
    }

    private static func growth(
        _ addresses: [String],
        _ url: String,
        _ baseline: Baseline?,
        _ settings: CheckSettings
    ) -> Finding? {
        guard let known = baseline?.sitemapPages else { return nil }
        let new = addresses.filter { !known.contains(Sitemap.hash(of: $0)) }
        guard new.count > settings.sitemapGrowthMax else { return nil }
        let evidence = new.prefix(Finding.evidenceMax).map {
            Evidence(.unknownPages, quote: $0, place: "sitemap", value: String(new.count))
        }
        return Finding(kind, .attention, on: url, evidence: evidence, trait: "growth")
    }
}
