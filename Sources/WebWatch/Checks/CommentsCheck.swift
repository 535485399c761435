/// Links and spam inside HTML comments.
///
/// **Sees**: comments that hold a link element to a foreign host the baseline does not know, or spam terms beside an address.
///
/// **Why**: injected blocks are often commented out for a while, or are the marks between which a robot writes its links.
///
/// **Errs**: developers comment out honest blocks with links to partners: without a spam term it only needs attention. Addresses
/// without a link element, such as those of licences, are left out, and trusted hosts are too.
///
/// **Do**: delete the comment, find the template that holds it, see when that file was changed.
package enum CommentsCheck: PageCheck {
    package static let kind = CheckKind.comments

    package static func findings(in inspection: PageInspection) -> [Finding] {
        let page = inspection.page
        var evidence: [Evidence] = []
        for comment in page.comments where comment.hasLink {
            for host in comment.hosts where inspection.isForeign(host) {
                if let baseline = inspection.baseline, baseline.commentHosts.contains(host) { continue }
                evidence.append(
                    Evidence(.commentLinks, quote: comment.excerpt, place: comment.place, value: host)
                )
            }
        }
        let spam = inspection.terms.filter { $0.hit.place == .comment && $0.verdict == .spam }
        evidence = spam.map { inspection.evidence($0, .commentSpam) } + evidence
        guard !evidence.isEmpty else { return [] }
        return [Finding(kind, spam.isEmpty ? .attention : .serious, on: page.url, evidence: evidence)]
    }
}
