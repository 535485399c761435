/// A page that is no longer the one in the baseline.
///
/// **Sees**: that less than half of the runs of four words are still there, that almost no text is left, or that an attacker's
/// message ("hacked by …") stands on it.
///
/// **Why**: defacement replaces the page as a whole; what stays the same tells more than what is new.
///
/// **Errs**: a redesign or a holiday page looks the same as a defacement: accept it as the new baseline with one click. Numbers are left out
/// of the comparison, so that counters, clocks and dates change nothing. An article that quotes such a message, on a page
/// otherwise as before, only needs attention.
///
/// **Do**: if nobody of the agency did it, take the page offline, keep the evidence, restore a clean backup, tell the security team.
package enum DefacementCheck: PageCheck {
    package static let kind = CheckKind.defacement

    /// Similarity below which nothing of the page is left.
    private static let replacedMax = 0.2
    /// Words below which a page that had many has been emptied.
    private static let wordsMin = 15
    /// Words that a page had which counts as having had many.
    private static let fullWordsMin = 60
    /// Words on the page an attacker leaves; the message in a longer page may be an article about it.
    private static let messageWordsMax = 400

    package static func findings(in inspection: PageInspection) -> [Finding] {
        let page = inspection.page
        guard page.status < 400 else { return [] }
        let messages = inspection.terms.filter { $0.hit.term.category == .defacement && $0.verdict != .news }
        var evidence = messages.map { inspection.evidence($0, .defacementWords) }
        var severity: Severity?
        if !messages.isEmpty {
            let isPage = page.words < messageWordsMax || messages.contains { $0.hit.place == .title }
            severity = isPage ? .critical : .attention
        }
        if let change = change(inspection) {
            evidence.append(change.evidence)
            severity = max(severity ?? .information, messages.isEmpty ? change.severity : .critical)
        }
        guard let severity else { return [] }
        return [Finding(kind, severity, on: page.url, evidence: evidence)]
    }

    private static func change(_ inspection: PageInspection) -> (severity: Severity, evidence: Evidence)? {
        let page = inspection.page
        guard let baseline = inspection.baseline else { return nil }
        if page.words < wordsMin, baseline.shingles.hashes.count >= fullWordsMin {
            return (.serious, Evidence(.pageEmptied, quote: page.title, place: "body"))
        }
        guard let similarity = page.shingles.similarity(to: baseline.shingles),
            similarity < inspection.settings.similarityMin
        else { return nil }
        let percent = String(Int((similarity * 100).rounded()))
        return (
            similarity < replacedMax ? .critical : .serious,
            Evidence(.pageReplaced, quote: page.title, place: "body", value: percent)
        )
    }
}
