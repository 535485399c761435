import Foundation
import InternetAddresses
import WebFetch
import WebWatch

/// 2,000 websites: our fetch beside curl's, and beside the prober that most would take.
struct FetchBenchmark {
    private let atOnce = 64

    func run() async throws {
        try await LocalSites.serving(port: 18_089) { (sites, folder) async throws in
            try await ours(sites.urls).print("fetch: WebFetch", count: LocalSites.count)
            if let curl = Tool.find("curl") {
                try await curls(sites.urls, curl, in: folder).print("fetch: curl", count: LocalSites.count)
                try await Blackbox(folder: folder, curl: curl).probe(sites.urls, atOnce: atOnce)
            } else {
                print("fetch: curl is not installed: left out")
            }
        }
    }

    private func ours(_ urls: [String]) async throws -> Cost {
        var settings = FetchSettings()
        settings.allowedRanges = [AddressRange("127.0.0.0/8")].compactMap { $0 }
        let fetcher = try CurlFetcher(settings)
        defer { fetcher.close() }
        return await Cost.of {
            await withTaskGroup(of: Bool.self) { group in
                var failures = 0
                for (index, url) in urls.enumerated() {
                    if index >= atOnce, await group.next() == false { failures += 1 }
                    group.addTask {
                        guard case .answered(let answer) = await fetcher.fetch(.probe(url)).outcome else {
                            return false
                        }
                        return answer.body.count == LocalSites.pageBytes
                    }
                }
                for await isWhole in group where !isWhole { failures += 1 }
                if failures > 0 { print("fetch: \(failures) pages failed; the numbers mean nothing") }
            }
        }
    }

    private func curls(_ urls: [String], _ curl: URL, in folder: URL) async throws -> Cost {
        let list = folder.appending(path: "urls")
        try CurlList.write(urls, to: list)
        return try await Cost.of(children: true) {
            try await Tool.run(curl, CurlList.arguments(list, atOnce: atOnce))
        }
    }
}

/// Many addresses for one curl.
enum CurlList {
    static func write(_ urls: [String], to file: URL) throws {
        try urls.map { "url = \"\($0)\"\noutput = \"/dev/null\"\n" }.joined()
            .write(to: file, atomically: true, encoding: .utf8)
    }

    static func arguments(_ file: URL, atOnce: Int) -> [String] {
        ["--silent", "--parallel", "--parallel-max", "\(atOnce)", "--config", file.path]
    }
}

/// blackbox_exporter, asked for one probe of each website, with five expressions over the body.
struct Blackbox {
    private static let port = 19_115
    let folder: URL
    let curl: URL

    func probe(_ urls: [String], atOnce: Int) async throws {
        guard let program = Tool.find("prometheus-blackbox-exporter") else {
            return print("fetch: blackbox_exporter is not installed: left out")
        }
        let configuration = folder.appending(path: "blackbox.yml")
        try """
        modules:
          status: {prober: http, timeout: 10s}
          words:
            prober: http
            timeout: 10s
            http: {fail_if_body_matches_regexp: ["(?i)casino", "(?i)nhà cái", "(?i)tài xỉu", "(?i)slot", "(?i)hacked"]}
        """.write(to: configuration, atomically: true, encoding: .utf8)
        let server = Process()
        server.executableURL = program
        server.arguments = [
            "--config.file=\(configuration.path)", "--web.listen-address=127.0.0.1:\(Self.port)",
            "--log.level=error",
        ]
        server.standardError = FileHandle.nullDevice
        try server.run()
        defer { server.terminate() }
        try await Task.sleep(for: .seconds(1))
        for module in ["status", "words"] {
            let list = folder.appending(path: "probes-\(module)")
            let base = "http://127.0.0.1:\(Self.port)/probe?module=\(module)&target="
            try CurlList.write(urls.map { base + $0 }, to: list)
            let meter = ProcessMeter(server.processIdentifier)
            let cost = try await meter.cost {
                try await Tool.run(curl, CurlList.arguments(list, atOnce: atOnce))
            }
            cost.print("fetch: blackbox_exporter, \(module)", count: urls.count)
        }
    }
}
