import Foundation
import RunningPrograms

/// changedetection.io, which most would take to watch pages, over some of the local websites.
///
/// It runs in its batch mode, without its own website. It asks for a page once, where our deep check asks as four visitors,
/// for the sitemap and for scripts and images.
struct ChangeDetection {
    /// The one that was measured; another one would be another tool.
    private static let version = "0.60.10"
    /// What lies between the two is measured: a start costs seconds.
    private static let (few, many) = (40, 240)
    private static let port = 18_095
    private static let secondsMax = 240.0
    private static let settings = [
        "ALLOW_IANA_RESTRICTED_ADDRESSES": "true", "FETCH_WORKERS": "10", "DISABLE_VERSION_CHECK": "true",
    ]
    let folder: URL

    private var program: URL { folder.appending(path: "python/bin/changedetection.io") }

    func check(_ sites: LocalSites) async throws {
        guard try await install() else { return }
        let urls = sites.urls.prefix(Self.many).flatMap { ["-u", $0] }
        try await run("first look", urls)
    }

    /// What was used up to the moment at which so many pages had been checked.
    private struct Sample {
        var cpu = 0.0
        var at = 0.0
        var pages = 0
    }

    /// Runs it until all pages are checked, or until it ends, which it does before the last few checks.
    private func run(_ name: String, _ arguments: [String]) async throws {
        let silence = SpawnOrder.silence()
        defer { close(silence) }
        let order = SpawnOrder(
            program.path,
            ["-d", store.path, "-C", "-b", "-p", "\(Self.port)"] + arguments,
            environment: SpawnOrder.plainEnvironment.merging(Self.settings) { $1 },
            in: folder.path,
            descriptors: [1: silence, 2: silence]
        )
        let child = try await ChildProcess.start(order)
        let (meter, start) = (ProcessMeter(child.id), ProcessInfo.processInfo.systemUptime)
        var (first, last) = (Sample(), Sample())
        while child.ending == nil, last.pages < Self.many, last.at - start < Self.secondsMax {
            last.at = ProcessInfo.processInfo.systemUptime
            last.pages = (try? checkedPages()) ?? 0
            let cpu = meter.cpuSeconds
            if cpu > last.cpu { last.cpu = cpu }
            if first.pages < Self.few { first = last }
            try await Task.sleep(for: .milliseconds(20))
        }
        child.signal(SIGKILL)
        _ = await child.wait(atMost: .seconds(10))
        guard last.pages - first.pages > Self.many / 2 else {
            return print("changedetection.io, \(name): checked \(last.pages) pages only: left out")
        }
        Cost(cpuSeconds: last.cpu - first.cpu, wallSeconds: last.at - first.at)
            .print("changedetection.io, \(name)", count: last.pages - first.pages)
    }

    private func install() async throws -> Bool {
        let environment = URL(filePath: "/usr/bin/env")
        let python = folder.appending(path: "python")
        try await Tool.run(environment, ["python3", "-m", "venv", python.path])
        let pip = python.appending(path: "bin/pip")
        guard FileManager.default.isExecutableFile(atPath: pip.path) else {
            print("changedetection.io: python3 cannot make a virtual environment: left out")
            return false
        }
        try await Tool.run(
            pip,
            ["install", "--quiet", "--retries", "1", "changedetection.io==\(Self.version)"]
        )
        guard FileManager.default.isExecutableFile(atPath: program.path) else {
            print("changedetection.io: the registry cannot be reached, or has no \(Self.version): left out")
            return false
        }
        return true
    }

    private var store: URL { folder.appending(path: "changedetection") }

    /// Pages of which the store has a copy.
    private func checkedPages() throws -> Int {
        try FileManager.default.contentsOfDirectory(at: store, includingPropertiesForKeys: nil).count {
            FileManager.default.fileExists(atPath: $0.appending(path: "history.txt").path)
        }
    }
}
