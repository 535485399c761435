import Foundation
import Places
import Synchronization
import Timekeeping

@testable import WebWatch

/// Answers from memory, by what a test says at the moment.
final class ScriptedFetcher: WebsiteFetcher {
    typealias Script = @Sendable (FetchRequest) -> FetchResult
    private let script: Mutex<Script>
    private let asked = Mutex<[FetchRequest]>([])

    init(_ script: @escaping Script = { $0.url.hasSuffix("sitemap.xml") ? notFound($0) : healthy($0) }) {
        self.script = Mutex(script)
    }

    var requests: [FetchRequest] { asked.withLock { $0 } }
    func answer(_ script: @escaping Script) { self.script.withLock { $0 = script } }

    func fetch(_ request: FetchRequest) async -> FetchResult {
        asked.withLock { $0.append(request) }
        return script.withLock { $0 }(request)
    }
}

let healthyHTML = """
    <html lang=vi><head><title>Cổng thông tin xã Đô Lương</title></head><body><h1>Ủy ban nhân dân xã Đô Lương</h1>
    <p>Lịch tiếp công dân, thủ tục hành chính, tin tức và sự kiện của địa phương, văn bản chỉ đạo điều hành.</p>
    <p>Chịu trách nhiệm: Chủ tịch Ủy ban nhân dân xã. Lượt truy cập: 12345</p></body></html>
    """

let hackedHTML = healthyHTML.replacing(
    "</body>",
    with: """
        <div style="display:none"><a href="https://nhacai88.bet/">nhà cái uy tín</a>
        <a href="https://casino99.bet/">casino trực tuyến</a></div></body>
        """
)

func page(_ html: String, _ request: FetchRequest, status: Int = 200) -> FetchResult {
    let answer = Answer(
        status: status,
        finalURL: request.url,
        headers: [.init(name: "Content-Type", value: "text/html; charset=utf-8")],
        body: Array(html.utf8)
    )
    return FetchResult(outcome: .answered(answer), timing: FetchTiming(totalMicroseconds: 120_000))
}

@Sendable func notFound(_ request: FetchRequest) -> FetchResult { page("<p>404", request, status: 404) }
@Sendable func healthy(_ request: FetchRequest) -> FetchResult { page(healthyHTML, request) }
@Sendable func hacked(_ request: FetchRequest) -> FetchResult {
    request.url.hasSuffix("sitemap.xml") ? notFound(request) : page(hackedHTML, request)
}
@Sendable func refused(_ request: FetchRequest) -> FetchResult {
    FetchResult(outcome: .failed(.connectRefused))
}

/// A watch whose time a test moves.
struct RunningWatch {
    let bench: WatchBench
    let fetcher: ScriptedFetcher
    let service: WatchService

    /// Lets `seconds` pass, ten at a time, with a round after each step.
    func pass(_ seconds: Int) async {
        for _ in 0..<max(1, seconds / 10) {
            bench.clock.advance(10)
            await service.round()
        }
    }

    func health(_ site: Website) async throws -> WebsiteHealth {
        try await bench.store.find(site.id, within: .everything).status.health
    }

    func open(_ site: Website) async throws -> [TrackedFinding] {
        try await bench.store.findings(of: site.id, within: .everything)
    }
}

func withRunningWatch<T>(
    deepSeconds: Int = 300,
    pause: @escaping @Sendable (Duration) async throws -> Void = { _ in throw CancellationError() },
    _ body: (RunningWatch) async throws -> T
) async throws -> T {
    try await withWatch { bench in
        let fetcher = ScriptedFetcher()
        var settings = WatchSettings(checks: CheckSettings(mandatoryLines: []))
        settings.pace.deepSeconds = deepSeconds
        settings.pace.deepAfterChangeSecondsMin = 30
        let service = WatchService(
            store: bench.store,
            fetcher: fetcher,
            settings: settings,
            calendar: CivilCalendar(timeZone: .gmt),
            pause: pause,
            onFailure: { _ in }
        )
        return try await body(RunningWatch(bench: bench, fetcher: fetcher, service: service))
    }
}
