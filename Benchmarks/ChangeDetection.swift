import Foundation

/// changedetection.io, which most would take to watch pages, over some of the local websites: a page that changed and
/// one that did not.
///
/// It runs in its batch mode, without its own website: it checks each page once and ends. It asks for a page once, where
/// our deep check asks as four visitors, for the sitemap and for scripts and images.
struct ChangeDetection {
    /// The one that was measured; another one would be another tool.
    private static let version = "0.60.10"
    /// The difference of both is what is measured: a start costs seconds, and the end may cut off the last few checks.
    private static let (few, many) = (40, 240)
    private static let port = 18_095
    let folder: URL

    private var program: URL { folder.appending(path: "python/bin/changedetection.io") }

    func check(_ sites: LocalSites) async throws {
        guard try await install() else { return }
        let (few, many) = (sites.urls.prefix(Self.few), sites.urls.prefix(Self.many))
        let pages = Self.many - Self.few
        let first = (try await run("few", adding: few), try await run("many", adding: many))
        guard try checkedPages("many") - checkedPages("few") > pages * 9 / 10 else {
            return print("changedetection.io: did not check its pages: left out")
        }
        report("first look", first, pages)
        try changePage()
        report("changed page", (try await run("few"), try await run("many")), pages)
        report("unchanged page", (try await run("few"), try await run("many")), pages)
    }

    private func report(_ name: String, _ costs: (few: Cost, many: Cost), _ pages: Int) {
        let rest = Cost(
            cpuSeconds: costs.many.cpuSeconds - costs.few.cpuSeconds,
            wallSeconds: costs.many.wallSeconds - costs.few.wallSeconds
        )
        rest.print("changedetection.io, \(name)", count: pages)
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

    /// Checks everything in the store `name` once, after adding `urls` to it.
    private func run(_ name: String, adding urls: ArraySlice<String> = []) async throws -> Cost {
        let settings = [
            "ALLOW_IANA_RESTRICTED_ADDRESSES=true", "FETCH_WORKERS=10", "DISABLE_VERSION_CHECK=true",
        ]
        var arguments = settings + [program.path, "-d", store(name).path, "-C", "-b", "-p", "\(Self.port)"]
        arguments += urls.flatMap { ["-u", $0] }
        // What is added is checked by itself.
        if urls.isEmpty { arguments += ["-r", "all", "1"] }
        return try await Cost.of(children: true) {
            try await Tool.run(URL(filePath: "/usr/bin/env"), arguments)
        }
    }

    private func store(_ name: String) -> URL { folder.appending(path: "changedetection-\(name)") }

    /// Pages of which the store `name` has a copy.
    private func checkedPages(_ name: String) throws -> Int {
        try FileManager.default.contentsOfDirectory(at: store(name), includingPropertiesForKeys: nil)
            .count { FileManager.default.fileExists(atPath: $0.appending(path: "history.txt").path) }
    }

    private func changePage() throws {
        let file = folder.appending(path: "index.html")
        try String(contentsOf: file, encoding: .utf8).replacing("Ông Mẫu", with: "Bà Mẫu")
            .write(to: file, atomically: true, encoding: .utf8)
    }
}
