package import HTMLParsing
package import Timekeeping

/// What checks need to know of one page, read once from its bytes.
package struct PageFacts: Sendable {
    /// A link that leaves the website's domain.
    package struct Link: Hashable, Sendable {
        package var address: WebAddress
        package var text: String
        /// How it is hidden; `nil` for one that people see.
        package var way: Concealment.Way?
        /// Whether it is only the colour of a background that was assumed.
        package var isGuess: Bool
        package var place: String
    }

    /// A script, in a file or in the page.
    package struct Script: Hashable, Sendable {
        /// The file; `nil` for an inline script.
        package var address: WebAddress?
        /// Without digits and tokens; 0 for a file.
        package var hash: UInt64
        package var traits: ScriptTraits
        /// The beginning of an inline script.
        package var excerpt: String
        package var place: String
    }

    /// An `iframe`, `frame`, `object` or `embed`.
    package struct Frame: Hashable, Sendable {
        package var address: WebAddress
        package var way: Concealment.Way?
        package var place: String
    }

    /// A reference from the head: `canonical` or `meta refresh`.
    package struct Reference: Hashable, Sendable {
        package var address: WebAddress
        package var source: String
        package var place: String
    }

    /// A comment that names hosts outside.
    package struct Comment: Hashable, Sendable {
        package var hosts: [String]
        package var hasLink: Bool
        package var excerpt: String
        package var place: String
    }

    package var address: WebAddress
    package var status: Int
    package var title = ""
    package var description = ""
    package var canonicals: [Reference] = []
    package var refreshes: [Reference] = []
    package var links: [Link] = []
    package var scripts: [Script] = []
    package var frames: [Frame] = []
    package var comments: [Comment] = []
    /// Images of the own domain, by address without query.
    package var images: [String] = []
    package var text = FoldedText()
    package var shingles = ShingleSignature(hashes: [])
    /// Words that people see.
    package var words = 0
    package var mandatoryLines: Set<MandatoryLine> = []
    package var encoding: DetectedEncoding?

    /// Links, scripts, frames and comments kept of each kind; more of them prove nothing more.
    package static let itemsMax = 2_000

    /// The page's own address for findings.
    package var url: String { address.href }

    init(address: WebAddress, status: Int) {
        self.address = address
        self.status = status
    }

    /// The baseline that this page makes when somebody accepts it.
    ///
    /// - Parameters:
    ///   - scope: Whose hosts are the website's own.
    ///   - now: When it was accepted.
    package func baseline(scope: SiteScope, at now: Instant) -> Baseline {
        var baseline = Baseline(url: url, takenAt: now)
        baseline.title = title
        baseline.description = description
        baseline.canonicalHosts = Set(canonicals.map(\.address.host))
        baseline.refreshHosts = Set(refreshes.map(\.address.host))
        baseline.linkHosts = Set(links.map(\.address.host))
        baseline.scripts = Set(scripts.compactMap { $0.address?.withoutQuery })
        baseline.inlineScripts = Set(scripts.filter { $0.address == nil }.map(\.hash))
        baseline.frames = Set(frames.map(\.address.withoutQuery))
        baseline.commentHosts = Set(comments.flatMap(\.hosts))
        baseline.mandatoryLines = mandatoryLines
        baseline.shingles = shingles
        return baseline
    }
}
