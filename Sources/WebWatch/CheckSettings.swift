/// What the checks go by; a website may have its own.
package struct CheckSettings: Sendable {
    /// Days before the end at which a certificate needs attention: Let's Encrypt renews at 30.
    package var certificateAttentionDays: Int
    /// Days before the end at which it is serious.
    package var certificateSeriousDays: Int
    /// Similarity to the baseline under which a page counts as replaced; half separates redesign from edit.
    package var similarityMin: Double
    /// Domains that may be linked and embedded without a word; each holds its subdomains.
    package var trustedDomains: Set<String>
    /// Lines that this kind of website must show.
    package var mandatoryLines: Set<MandatoryLine>
    /// New pages in the sitemap at one time that are no longer an editor's work.
    package var sitemapGrowthMax: Int
    package var terms: TermMatcher

    package init(
        certificateAttentionDays: Int = 21,
        certificateSeriousDays: Int = 7,
        similarityMin: Double = 0.5,
        trustedDomains: Set<String> = CheckSettings.usualDomains,
        mandatoryLines: Set<MandatoryLine> = [.owner, .responsible],
        sitemapGrowthMax: Int = 200,
        terms: TermMatcher = .standard
    ) {
        self.certificateAttentionDays = certificateAttentionDays
        self.certificateSeriousDays = certificateSeriousDays
        self.similarityMin = similarityMin
        self.trustedDomains = trustedDomains
        self.mandatoryLines = mandatoryLines
        self.sitemapGrowthMax = sitemapGrowthMax
        self.terms = terms
    }

    /// State domains, and services that nearly every official website embeds and that serve only their own
    /// files.
    ///
    /// Networks where anybody may put a file (jsDelivr, unpkg, raw files of code hosts) are not among them.
    package static let usualDomains: Set<String> = [
        "gov.vn", "chinhphu.vn", "quochoi.vn", "dangcongsan.vn", "mattran.org.vn", "vnpt.vn", "viettel.vn",
        "vtv.vn", "vov.vn", "nhandan.vn", "baochinhphu.vn", "vietnamplus.vn", "ncsc.gov.vn",
        "tinnhiemmang.vn",
        "google.com", "googleapis.com", "gstatic.com", "googletagmanager.com", "google-analytics.com",
        "youtube.com",
        "youtube-nocookie.com", "youtu.be", "ytimg.com", "facebook.com", "facebook.net", "fbcdn.net",
        "zalo.me",
        "zaloapp.com", "twitter.com", "x.com", "tiktok.com", "microsoft.com", "apple.com", "w3.org",
        "schema.org",
        "purl.org", "gmpg.org", "jquery.com", "bootstrapcdn.com", "maxcdn.com", "fontawesome.com",
    ]
}
