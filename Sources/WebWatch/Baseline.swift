package import Timekeeping

/// How a page looked when somebody said it was right.
///
/// It holds sets, not text: which hosts are linked, which scripts run, which frames stand there. A visitor
/// counter, a clock, a new article or another order leave the sets as they are, so they raise nothing; an
/// injection adds to one.
package struct Baseline: Hashable, Sendable, Codable {
    /// The page, after redirects.
    package var url: String
    package var takenAt: Instant
    package var title: String
    package var description: String
    /// Hosts that `rel=canonical` names.
    package var canonicalHosts: Set<String>
    /// Hosts of links that leave the domain.
    package var linkHosts: Set<String>
    /// Addresses of scripts without query, so that `?v=2` is no new script.
    package var scripts: Set<String>
    /// Inline scripts by hash, digits and hexadecimal runs taken out, so that a token or a clock is no new
    /// script.
    package var inlineScripts: Set<UInt64>
    /// Addresses of frames without query.
    package var frames: Set<String>
    /// Hosts that `meta refresh` leads to.
    package var refreshHosts: Set<String>
    /// Hosts named inside HTML comments.
    package var commentHosts: Set<String>
    /// Which of the lines that the law asks for were there.
    package var mandatoryLines: Set<MandatoryLine>
    /// Words of the page in fours; see ``ShingleSignature``.
    package var shingles: ShingleSignature
    /// First-party scripts and images by address without query, with a hash of their bytes; empty when not
    /// fetched.
    package var resources: [String: UInt64]
    /// Pages that the sitemap listed, by hash of path; `nil` when it was not read.
    package var sitemapPages: Set<UInt64>?

    package init(url: String, takenAt: Instant) {
        self.url = url
        self.takenAt = takenAt
        self.title = ""
        self.description = ""
        self.canonicalHosts = []
        self.linkHosts = []
        self.scripts = []
        self.inlineScripts = []
        self.frames = []
        self.refreshHosts = []
        self.commentHosts = []
        self.mandatoryLines = []
        self.shingles = ShingleSignature(hashes: [])
        self.resources = [:]
        self.sitemapPages = nil
    }
}

/// A line that a website of a state agency or an aggregated-news site must show.
package enum MandatoryLine: String, CaseIterable, Hashable, Sendable, Codable {
    /// The number of the licence (Decree 147/2024, art. 20-24; only kinds that need one).
    case licence
    /// The agency that owns the website (Decree 42/2022, art. 4).
    case owner
    /// The person or unit responsible for the content.
    case responsible
}
