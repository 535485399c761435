import HTMLParsing
import Timekeeping
import WebFetch
import WebWatch

/// Visits one website as the watch does, and brings back what it saw.
struct SiteVisitor {
    /// What is being done, for the one who waits.
    enum Step: Hashable, Sendable {
        case attempt(number: Int)
        case otherVisitors
        case sitemap
        case resources
    }

    /// Attempts before a website counts as unavailable: one may be the line of this machine.
    static let attemptsMax = 3
    /// Seconds between two attempts: long enough for a lost packet, short enough for the one who waits.
    static let secondsBetweenAttempts = 1
    /// Files read of a sitemap and of the sitemaps it names.
    static let sitemapFilesMax = 10
    /// Scripts and images of the website that are compared with a baseline, of each.
    static let resourcesMax = 20

    let fetcher: any WebsiteFetcher
    let clock: WallClock
    let progress: @Sendable (Step) -> Void

    /// Sees what `depth` asks for; scripts and images are fetched too when a baseline needs them.
    func visit(_ url: String, _ depth: SiteVisit.Depth, withResources: Bool) async -> SiteVisit {
        let startedAt = clock.now()
        let request = depth == .light ? FetchRequest.probe(url) : FetchRequest(url: url)
        let (result, attempts) = await reach(request)
        let page = VisitedPage(.visitor, result, isRead: depth == .deep)
        var visit = SiteVisit(
            url: url,
            depth: depth,
            startedAt: startedAt,
            visitor: page,
            attemptsCount: attempts
        )
        guard depth == .deep, result.answer != nil else { return visit }
        progress(.otherVisitors)
        visit.others = await pages(of: request)
        progress(.sitemap)
        visit.sitemap = await sitemap(of: url)
        if withResources, let facts = page.facts {
            progress(.resources)
            visit.resources = await resources(of: facts)
        }
        return visit
    }

    /// Tries until there is an answer, or until it is certain that there is none.
    private func reach(_ request: FetchRequest) async -> (FetchResult, attempts: Int) {
        var number = 1
        while true {
            progress(.attempt(number: number))
            let result = await fetcher.fetch(request)
            guard case .failed = Reachability(result), number < Self.attemptsMax else {
                return (result, number)
            }
            try? await Task.sleep(for: .seconds(Self.secondsBetweenAttempts))
            number += 1
        }
    }

    private func pages(of request: FetchRequest) async -> [VisitedPage] {
        let identities = VisitorIdentity.allCases.filter { $0 != .visitor }
        let results = await fetchAll(
            identities.map { identity in
                var request = request
                request.identity = identity
                return request
            }
        )
        return zip(identities, results).map { VisitedPage($0, $1, isRead: true) }
    }

    /// All at once; the fetcher is polite to the host by itself.
    private func fetchAll(_ requests: [FetchRequest]) async -> [FetchResult] {
        await withTaskGroup { group in
            for (index, request) in requests.enumerated() {
                group.addTask { (index, await fetcher.fetch(request)) }
            }
            var results: [Int: FetchResult] = [:]
            for await (index, result) in group { results[index] = result }
            return requests.indices.compactMap { results[$0] }
        }
    }
}

// MARK: Files beside the page

extension SiteVisitor {
    /// What `/sitemap.xml` lists, with the sitemaps of the same website that it names.
    private func sitemap(of url: String) async -> [String]? {
        guard let root = AddressParser(base: url).parse("/sitemap.xml") else { return nil }
        let scope = SiteScope(host: root.host, trusted: [])
        var waiting = [root.href]
        var seen = Set(waiting)
        var found: [String]?
        for _ in 0..<Self.sitemapFilesMax where !waiting.isEmpty {
            let result = await fetcher.fetch(FetchRequest(url: waiting.removeFirst()))
            guard let answer = result.answer, answer.status == 200 else { continue }
            let addresses = Sitemap.addresses(in: answer.body)
            let further = addresses.filter { isSitemap($0, in: scope) && seen.insert($0).inserted }
            waiting += further
            let pages = addresses.filter { !seen.contains($0) }
            if !addresses.isEmpty { found = (found ?? []) + pages }
        }
        return found.map { Array($0.prefix(Sitemap.addressesMax)) }
    }

    private func isSitemap(_ address: String, in scope: SiteScope) -> Bool {
        guard let address = WebAddress(address), scope.owner(of: address.host) == .own else { return false }
        return address.path.hasSuffix(".xml")
    }

    private func resources(of facts: PageFacts) async -> [ResourcesCheck.Observation] {
        let scope = SiteScope(host: facts.address.host, trusted: [])
        let scripts = facts.scripts.compactMap(\.address).filter { scope.owner(of: $0.host) == .own }
        let files =
            scripts.map(\.href).prefix(Self.resourcesMax).map { (ResourcesCheck.Observation.Sort.script, $0) }
            + facts.images.prefix(Self.resourcesMax).map { (.image, $0) }
        let results = await fetchAll(files.map { FetchRequest(url: $0.1) })
        return zip(files, results).compactMap { file, result in
            guard let answer = result.answer, answer.status == 200, !answer.bodyWasCut else { return nil }
            return ResourcesCheck.Observation(
                file.0,
                url: String(file.1.prefix { $0 != "?" && $0 != "#" }),
                body: answer.body
            )
        }
    }
}
