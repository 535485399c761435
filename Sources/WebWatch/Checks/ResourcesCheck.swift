/// Scripts and images of the website itself whose bytes have changed.
///
/// **Sees**: a hash of each first-party script and image that was fetched, against the baseline's, by address without query.
///
/// **Why**: who can write files need not touch the page: a line in its own script, or another banner, is the whole attack.
///
/// **Errs**: a release changes scripts too, and banners change with the seasons: a changed image needs attention, several changed scripts at one time look like
/// a release and need attention, a single one is serious. What was not fetched says nothing.
///
/// **Do**: compare with the release; if it is none, restore the file and find the way in.
package enum ResourcesCheck {
    package static let kind = CheckKind.resources

    /// One file that was fetched.
    package struct Observation: Hashable, Sendable {
        package enum Sort: Hashable, Sendable { case script, image }
        package var sort: Sort
        /// The address without query.
        package var url: String
        package var hash: UInt64

        package init(_ sort: Sort, url: String, body: [UInt8]) {
            self.sort = sort
            self.url = url
            var hash = StableHash()
            for byte in body { hash.add(byte) }
            self.hash = hash.value
        }
    }

    /// Changed scripts at one time that look like a release.
    private static let releaseScriptsMin = 4

    package static func findings(_ observed: [Observation], baseline: Baseline, page url: String) -> [Finding]
    {
        let changed = observed.filter { file in
            baseline.resources[file.url].map { $0 != file.hash } ?? false
        }
        let scripts = changed.filter { $0.sort == .script }
        let images = changed.filter { $0.sort == .image }
        var findings: [Finding] = []
        if !scripts.isEmpty {
            let severity: Severity = scripts.count >= releaseScriptsMin ? .attention : .serious
            let evidence = scripts.map { Evidence(.scriptChanged, quote: $0.url, place: $0.url) }
            findings.append(Finding(kind, severity, on: url, evidence: evidence, trait: "script"))
        }
        if !images.isEmpty {
            let evidence = images.map { Evidence(.imageChanged, quote: $0.url, place: $0.url) }
            findings.append(Finding(kind, .attention, on: url, evidence: evidence, trait: "image"))
        }
        return findings
    }
}
