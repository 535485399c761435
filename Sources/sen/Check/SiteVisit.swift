import HTMLParsing
import Timekeeping
import WebWatch

/// What was seen when one website was visited, not judged yet.
struct SiteVisit: Sendable {
    enum Depth: Sendable {
        /// Whether it is there, how fast, by which certificate.
        case light
        /// As all four visitors, with the sitemap.
        case deep
    }

    let url: String
    let depth: Depth
    let startedAt: Instant
    /// As a plain visitor, after as many attempts as it took.
    let visitor: VisitedPage
    let attemptsCount: Int
    /// As the other visitors; empty for a light check and when the website cannot be read at all.
    var others: [VisitedPage] = []
    /// The addresses in the sitemap; `nil` when there is none.
    var sitemap: [String]?
    /// The website's own scripts and images.
    var resources: [ResourcesCheck.Observation] = []
}

/// The page as one visitor received it.
struct VisitedPage: Sendable {
    let identity: VisitorIdentity
    let result: FetchResult
    /// `nil` without an answer, or when ``unreadable`` says why.
    let facts: PageFacts?
    let unreadable: DocumentError?

    init(_ identity: VisitorIdentity, _ result: FetchResult, isRead: Bool) {
        self.identity = identity
        self.result = result
        guard isRead, let answer = result.answer else {
            (facts, unreadable) = (nil, nil)
            return
        }
        do {
            (facts, unreadable) = (try PageFacts(answer), nil)
        } catch {
            (facts, unreadable) = (nil, error)
        }
    }
}
