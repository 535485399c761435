/// A term of spam, and whether it advertises or is spoken about.
package struct JudgedTerm: Hashable, Sendable {
    package enum Verdict: Hashable, Sendable {
        /// It advertises.
        case spam
        /// Alone it says nothing.
        case weak
        /// It stands in news about law enforcement, or in a warning.
        case news
    }

    package var hit: TermHit
    package var verdict: Verdict

    package var reason: EvidenceReason { verdict == .news ? .termInNews : hit.term.category.reason }
}

extension TermHit {
    /// The place by name, for a finding.
    var placeName: String {
        switch place {
        case .title: "title"
        case .description: "meta[name=description]"
        case .comment: "comment()"
        case .text, .link: "body"
        }
    }
}

/// Tells advertising from news.
///
/// The police arrest gamblers and communes warn of them, in the very words that the gamblers use. Around such a term
/// stand words of law enforcement, and nobody invites the reader. A hidden term, or one in a link that leaves the
/// website, is never news.
enum TermJudgement {
    /// Symbols on each side in which words of news count: about fifty words.
    private static let newsWindow = 300
    /// Symbols on each side in which an invitation counts.
    private static let callWindow = 200
    /// Words of news that make a passage news: one alone is in every menu ("Công an xã").
    private static let newsMin = 2

    static func judge(_ hits: [TermHit]) -> [JudgedTerm] {
        let news = hits.filter { $0.term.category == .news }
        let calls = hits.filter { $0.term.category == .call }
        let spam = hits.filter { $0.term.category.isSpam || $0.term.category == .defacement }
        let strong = spam.filter { !$0.term.isWeak && $0.term.category.isSpam }
        var judged: [JudgedTerm] = []
        for hit in spam {
            let isNews = !hit.isHidden && hit.link < 0 && isNews(hit, news, calls, strong)
            let verdict: JudgedTerm.Verdict = isNews ? .news : hit.term.isWeak ? .weak : .spam
            judged.append(JudgedTerm(hit: hit, verdict: verdict))
        }
        return strengthened(judged, calls)
    }

    private static func isNews(_ hit: TermHit, _ news: [TermHit], _ calls: [TermHit], _ strong: [TermHit])
        -> Bool
    {
        let around = news.filter { $0.place == hit.place || hit.place == .text && $0.place == .link }
            .filter { distance($0, hit) <= newsWindow }
        guard Set(around.map(\.term)).count >= newsMin else { return false }
        guard !calls.contains(where: { distance($0, hit) <= callWindow }) else { return false }
        let crowd = strong.count { distance($0, hit) <= newsWindow }
        return crowd <= 2 * around.count
    }

    /// A weak term counts in the company of a strong one of its category, or of an invitation when it is hidden or linked.
    private static func strengthened(_ judged: [JudgedTerm], _ calls: [TermHit]) -> [JudgedTerm] {
        let advertised = Set(judged.filter { $0.verdict == .spam }.map(\.hit.term.category))
        return judged.map { term in
            guard term.verdict == .weak else { return term }
            let isInvited = calls.contains { distance($0, term.hit) <= callWindow }
            let isPlanted = term.hit.isHidden || term.hit.link >= 0
            guard advertised.contains(term.hit.term.category) || isInvited && isPlanted else { return term }
            return JudgedTerm(hit: term.hit, verdict: .spam)
        }
    }

    private static func distance(_ a: TermHit, _ b: TermHit) -> Int {
        max(a.range.lowerBound - b.range.upperBound, b.range.lowerBound - a.range.upperBound, 0)
    }
}
