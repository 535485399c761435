package import HTMLParsing
package import Timekeeping

/// What was seen when one website was visited, not judged yet.
package struct SiteVisit: Sendable {
    package enum Depth: Sendable {
        /// Whether it is there, how fast, by which certificate.
        case light
        /// As all four visitors, with the sitemap.
        case deep
    }

    package let url: String
    package let depth: Depth
    package let startedAt: Instant
    /// As a plain visitor, after as many attempts as it took.
    package let visitor: VisitedPage
    package let attemptsCount: Int
    /// As the other visitors; empty for a light check and when the website cannot be read at all.
    package var others: [VisitedPage] = []
    /// The addresses in the sitemap; `nil` when there is none.
    package var sitemap: [String]?
    /// Whether somebody answered when the sitemap was asked for, be it that there is none.
    package var isSitemapKnown = false
    /// The website's own scripts and images.
    package var resources: [ResourcesCheck.Observation] = []
    /// Whether every script and image that was asked for came.
    package var hasAllResources = false

    /// The baseline that this visit makes; `nil` when the page could not be read.
    package var baseline: Baseline? {
        guard let facts = visitor.facts, facts.status < 400 else { return nil }
        var baseline = facts.baseline(at: startedAt)
        baseline.sitemapPages = sitemap.map { Set($0.map(Sitemap.hash)) }
        for file in resources { baseline.resources[file.url] = file.hash }
        return baseline
    }
}

/// The page as one visitor received it.
package struct VisitedPage: Sendable {
    package let identity: VisitorIdentity
    /// With the body taken out once it has been read: a watch that holds many pages holds what they say.
    package let result: FetchResult
    package let bodyBytesCount: Int
    /// Of the body of a page that was there; see ``ContentHash``.
    package let contentHash: UInt64?
    /// `nil` without an answer, or when ``unreadable`` says why.
    package let facts: PageFacts?
    package let unreadable: DocumentError?
    /// Whether it is, byte for byte, what the plain visitor received.
    package let isTwin: Bool

    /// Reads the page unless `twin`, whose whole answer is given with it, has brought the very same bytes.
    init(
        _ identity: VisitorIdentity,
        _ result: FetchResult,
        isRead: Bool,
        twin: (page: VisitedPage, answer: Answer)? = nil
    ) {
        self.identity = identity
        guard var answer = result.answer else {
            self.result = result
            (facts, unreadable, contentHash, bodyBytesCount, isTwin) = (nil, nil, nil, 0, false)
            return
        }
        bodyBytesCount = answer.body.count
        contentHash = answer.status < 400 ? ContentHash.of(answer.body) : nil
        isTwin = twin.map { isRead && $0.answer.reads(like: answer) } ?? false
        if !isRead {
            (facts, unreadable) = (nil, nil)
        } else if isTwin, let twin {
            (facts, unreadable) = (twin.page.facts, twin.page.unreadable)
        } else {
            do { (facts, unreadable) = (try PageFacts(answer), nil) } catch {
                (facts, unreadable) = (nil, error)
            }
        }
        answer.body = []
        var result = result
        result.outcome = .answered(answer)
        self.result = result
    }
}

extension Answer {
    /// Whether everything that ``PageFacts`` are read from is the same.
    fileprivate func reads(like other: Answer) -> Bool {
        status == other.status && finalURL == other.finalURL && contentType == other.contentType
            && header("refresh") == other.header("refresh") && body == other.body
    }
}
