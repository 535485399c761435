import Foundation
import Synchronization
import WebWatch

/// A website in memory whose page a test changes.
final class ScriptedSite: WebsiteFetcher {
    typealias Script = @Sendable (FetchRequest) -> FetchResult
    private let script = Mutex<Script>(healthy)

    func shows(_ script: @escaping Script) { self.script.withLock { $0 = script } }

    func fetch(_ request: FetchRequest) async -> FetchResult {
        request.url.hasSuffix("sitemap.xml")
            ? page("<p>404", request, status: 404) : script.withLock { $0 }(request)
    }
}

private let healthyHTML = """
    <html lang=vi><head><title>Cổng thông tin xã Đô Lương</title></head><body><h1>Ủy ban nhân dân xã Đô Lương</h1>
    <p>Lịch tiếp công dân, thủ tục hành chính, tin tức và sự kiện của địa phương, văn bản chỉ đạo điều hành.</p>
    <p>Chịu trách nhiệm: Chủ tịch Ủy ban nhân dân xã. Lượt truy cập: 12345</p></body></html>
    """

private let hackedHTML = healthyHTML.replacing(
    "</body>",
    with: """
        <div style="display:none"><a href="https://nhacai88.bet/">nhà cái uy tín</a>
        <a href="https://casino99.bet/">casino trực tuyến</a></div></body>
        """
)

private func page(_ html: String, _ request: FetchRequest, status: Int = 200) -> FetchResult {
    let answer = Answer(
        status: status,
        finalURL: request.url,
        headers: [.init(name: "Content-Type", value: "text/html; charset=utf-8")],
        body: Array(html.utf8)
    )
    return FetchResult(outcome: .answered(answer), timing: FetchTiming(totalMicroseconds: 120_000))
}

@Sendable func healthy(_ request: FetchRequest) -> FetchResult { page(healthyHTML, request) }
@Sendable func hacked(_ request: FetchRequest) -> FetchResult { page(hackedHTML, request) }
@Sendable func refused(_ request: FetchRequest) -> FetchResult {
    FetchResult(outcome: .failed(.connectRefused))
}
