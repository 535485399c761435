import HTMLParsing
package import Timekeeping

/// Visits one website and brings back what it saw: for the watch, and for one who asks from the shell.
package struct SiteVisitor: Sendable {
    /// What is being done, for the one who waits.
    package enum Step: Hashable, Sendable {
        case attempt(number: Int)
        case otherVisitors
        case sitemap
        case resources
    }

    /// How much of a website one visit asks for.
    package struct Thoroughness: Sendable {
        /// Attempts before a website counts as unavailable: one may be the line of this machine.
        package var attemptsMax: Int
        /// Seconds between two attempts: long enough for a lost packet, short enough for the one who waits.
        package var secondsBetweenAttempts: Int
        /// Files read of a sitemap and of the sitemaps it names.
        package var sitemapFilesMax: Int
        /// Scripts and images of the website that are compared with a baseline, of each.
        package var resourcesMax: Int

        /// One visit that somebody waits for.
        package static let single = Thoroughness(
            attemptsMax: 3,
            secondsBetweenAttempts: 1,
            sitemapFilesMax: 10,
            resourcesMax: 20
        )
        /// One of thousands every hour: outages are confirmed by later checks, and hosts are spared.
        package static let watching = Thoroughness(
            attemptsMax: 1,
            secondsBetweenAttempts: 0,
            sitemapFilesMax: 3,
            resourcesMax: 5
        )
    }

    private let fetcher: any WebsiteFetcher
    private let clock: WallClock
    private let thoroughness: Thoroughness
    private let progress: @Sendable (Step) -> Void

    package init(
        fetcher: any WebsiteFetcher,
        clock: WallClock,
        thoroughness: Thoroughness,
        progress: @escaping @Sendable (Step) -> Void = { _ in }
    ) {
        self.fetcher = fetcher
        self.clock = clock
        self.thoroughness = thoroughness
        self.progress = progress
    }

    /// Sees what `depth` asks for; scripts and images are fetched too when a baseline needs them.
    ///
    /// One request after the other: the host sees one visitor, and no more than two bodies are held.
    package func visit(_ url: String, _ depth: SiteVisit.Depth, withResources: Bool) async -> SiteVisit {
        let startedAt = clock.now()
        let request = depth == .light ? FetchRequest.probe(url) : FetchRequest(url: url)
        let (result, attempts) = await reach(request)
        let isThere = result.answer.map { $0.status < 400 } ?? false
        let page = VisitedPage(.visitor, result, isRead: depth == .deep && isThere)
        var visit = SiteVisit(
            url: url,
            depth: depth,
            startedAt: startedAt,
            visitor: page,
            attemptsCount: attempts
        )
        guard depth == .deep, let answer = result.answer else { return visit }
        progress(.otherVisitors)
        visit.others = await pages(of: request, twin: (page, answer))
        progress(.sitemap)
        await readSitemap(&visit)
        if withResources, let facts = page.facts {
            progress(.resources)
            await readResources(of: facts, &visit)
        }
        return visit
    }

    /// Tries until there is an answer, or until it is certain that there is none.
    private func reach(_ request: FetchRequest) async -> (FetchResult, attempts: Int) {
        var number = 1
        while true {
            progress(.attempt(number: number))
            let result = await fetcher.fetch(request)
            guard case .failed = Reachability(result), number < thoroughness.attemptsMax else {
                return (result, number)
            }
            try? await Task.sleep(for: .seconds(thoroughness.secondsBetweenAttempts))
            number += 1
        }
    }

    private func pages(
        of request: FetchRequest,
        twin: (page: VisitedPage, answer: Answer)
    ) async -> [VisitedPage] {
        var pages: [VisitedPage] = []
        for identity in VisitorIdentity.allCases where identity != .visitor {
            var request = request
            request.identity = identity
            let result = await fetcher.fetch(request)
            let isThere = result.answer.map { $0.status < 400 } ?? false
            pages.append(VisitedPage(identity, result, isRead: isThere, twin: twin))
        }
        return pages
    }
}

// MARK: Files beside the page

extension SiteVisitor {
    /// What `/sitemap.xml` lists, with the sitemaps of the same website that it names.
    private func readSitemap(_ visit: inout SiteVisit) async {
        guard let root = AddressParser(base: visit.url).parse("/sitemap.xml") else { return }
        let scope = SiteScope(host: root.host, trusted: [])
        var waiting = [root.href]
        var seen = Set(waiting)
        var found: [String]?
        var isComplete = true
        for _ in 0..<thoroughness.sitemapFilesMax where !waiting.isEmpty {
            let result = await fetcher.fetch(FetchRequest(url: waiting.removeFirst()))
            if result.answer == nil { isComplete = false }
            guard let answer = result.answer, answer.status == 200 else { continue }
            let addresses = Sitemap.addresses(in: answer.body)
            let further = addresses.filter { isSitemap($0, in: scope) && seen.insert($0).inserted }
            waiting += further
            let pages = addresses.filter { !seen.contains($0) }
            if !addresses.isEmpty { found = (found ?? []) + pages }
        }
        visit.isSitemapKnown = isComplete
        visit.sitemap = found.map { Array($0.prefix(Sitemap.addressesMax)) }
    }

    private func isSitemap(_ address: String, in scope: SiteScope) -> Bool {
        guard let address = WebAddress(address), scope.owner(of: address.host) == .own else { return false }
        return address.path.hasSuffix(".xml")
    }

    private func readResources(of facts: PageFacts, _ visit: inout SiteVisit) async {
        let scope = SiteScope(host: facts.address.host, trusted: [])
        let scripts = facts.scripts.compactMap(\.address).filter { scope.owner(of: $0.host) == .own }
        let files =
            scripts.map(\.href).prefix(thoroughness.resourcesMax).map {
                (ResourcesCheck.Observation.Sort.script, $0)
            } + facts.images.prefix(thoroughness.resourcesMax).map { (.image, $0) }
        visit.hasAllResources = true
        for (sort, url) in files {
            let result = await fetcher.fetch(FetchRequest(url: url))
            guard let answer = result.answer, answer.status == 200, !answer.bodyWasCut else {
                visit.hasAllResources = false
                continue
            }
            let address = String(url.prefix { $0 != "?" && $0 != "#" })
            visit.resources.append(ResourcesCheck.Observation(sort, url: address, body: answer.body))
        }
    }
}
