import Synchronization
import Timekeeping
import WebWatch

@testable import sen

/// A website that answers from memory, by address and visitor.
final class WebsiteFromMemory: WebsiteFetcher {
    private let answers: [String: FetchResult]
    private let forVisitor: [VisitorIdentity: FetchResult]
    private let requests = Mutex<[FetchRequest]>([])

    static let url = "https://xa-mau.test/"
    static let now = Instant(secondsSince1970: 1_764_000_000)

    var asked: [FetchRequest] { requests.withLock { $0 } }

    init(_ answers: [String: FetchResult], forVisitor: [VisitorIdentity: FetchResult] = [:]) {
        self.answers = answers
        self.forVisitor = forVisitor
    }

    func fetch(_ request: FetchRequest) async -> FetchResult {
        requests.withLock { $0.append(request) }
        if request.url == Self.url, let result = forVisitor[request.identity] { return result }
        return answers[request.url] ?? .page("", at: request.url, status: 404)
    }

    /// What a visit sees, and the steps it took.
    func visit(
        _ depth: SiteVisit.Depth = .deep,
        withResources: Bool = false
    ) async -> (SiteVisit, [SiteVisitor.Step]) {
        let steps = Mutex<[SiteVisitor.Step]>([])
        let visitor = SiteVisitor(
            fetcher: self,
            clock: WallClock { Self.now },
            thoroughness: .single,
            progress: { step in steps.withLock { $0.append(step) } }
        )
        let visit = await visitor.visit(Self.url, depth, withResources: withResources)
        return (visit, steps.withLock { $0 })
    }

    func report(_ depth: SiteVisit.Depth = .deep) async -> SiteReport {
        SiteReport(await visit(depth).0, baseline: nil)
    }
}

extension FetchResult {
    static func page(
        _ body: String,
        at url: String = WebsiteFromMemory.url,
        status: Int = 200,
        isCut: Bool = false
    ) -> FetchResult {
        let headers = [Answer.Header(name: "Content-Type", value: "text/html; charset=utf-8")]
        return FetchResult(
            outcome: .answered(
                Answer(
                    status: status,
                    finalURL: url,
                    headers: headers,
                    body: Array(body.utf8),
                    bodyWasCut: isCut
                )
            )
        )
    }

    static func sitemap(_ addresses: [String]) -> FetchResult {
        page(addresses.map { "<loc>\($0)</loc>" }.joined())
    }

    /// A healthy page of the invented commune.
    static func commune(_ more: String = "", isCut: Bool = false) -> FetchResult {
        page(
            """
            <!DOCTYPE html><title>Xã Mẫu (thử nghiệm)</title><h1>Xã Mẫu</h1><p>Bộ phận một cửa tiếp nhận hồ sơ.</p>\(more)
            <footer>Cơ quan chủ quản: UBND xã Mẫu. Chịu trách nhiệm nội dung: Ông Mẫu.</footer>
            """,
            isCut: isCut
        )
    }
}
