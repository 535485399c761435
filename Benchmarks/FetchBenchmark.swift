import Foundation
import WebFetch
import WebWatch

/// 2,000 websites: our fetch beside curl's, and beside the prober that most would take; then the same over TLS, with
/// a whole handshake each, beside the handshake alone.
struct FetchBenchmark {
    private let atOnce = 64

    func run() async throws {
        try await LocalSites.serving(port: 18_089) { (sites, folder) async throws in
            try await compare(sites, in: folder)
            if let curl = Tool.find("curl") {
                try await Blackbox(folder: folder, curl: curl).probe(sites.urls, atOnce: atOnce)
            }
        }
        try await LocalSites.serving(.https, port: 18_443) { (sites, folder) async throws in
            try await compare(sites, in: folder)
            try await handshakes(with: sites)
        }
    }

    private func compare(_ sites: LocalSites, in folder: URL) async throws {
        let before = sites.server.cpuSeconds
        try await ours(sites, in: folder).print("\(sites.scheme): WebFetch", count: LocalSites.count)
        let served = Cost(cpuSeconds: sites.server.cpuSeconds - before, wallSeconds: 0)
        served.print("\(sites.scheme): the server meanwhile", count: LocalSites.count)
        guard let curl = Tool.find("curl") else { return print("fetch: curl is not installed: left out") }
        try await curls(sites, curl, in: folder).print("\(sites.scheme): curl", count: LocalSites.count)
    }

    private func ours(_ sites: LocalSites, in folder: URL) async throws -> Cost {
        let fetcher = try CurlFetcher(sites.settings(workFolder: folder))
        defer { fetcher.close() }
        return await Cost.of {
            await withTaskGroup(of: Bool.self) { group in
                var failures = 0
                for (index, url) in sites.urls.enumerated() {
                    if index >= atOnce, await group.next() == false { failures += 1 }
                    group.addTask {
                        let result = await fetcher.fetch(.probe(url))
                        guard case .answered(let answer) = result.outcome else { return false }
                        let isTrusted = sites.authorities == nil || result.certificate?.verdict == .valid
                        return isTrusted && answer.body.count == LocalSites.pageBytes
                    }
                }
                for await isWhole in group where !isWhole { failures += 1 }
                if failures > 0 { print("fetch: \(failures) pages failed; the numbers mean nothing") }
            }
        }
    }

    private func curls(_ sites: LocalSites, _ curl: URL, in folder: URL) async throws -> Cost {
        let list = folder.appending(path: "urls")
        try CurlList.write(sites.urls, to: list)
        let arguments = CurlList.arguments(list, atOnce: atOnce)
        if let authorities = sites.authorities {
            let names = sites.hosts.map { "resolve = \"\($0.name):\(sites.port):\($0.address)\"\n" }.joined()
            let each = "cacert = \"\(authorities.rootFile.path)\"\n"
            try (names + each + String(contentsOf: list, encoding: .utf8)).write(
                to: list,
                atomically: true,
                encoding: .utf8
            )
        }
        return try await Cost.of(children: true) { try await Tool.run(curl, arguments) }
    }

    /// OpenSSL's own client against one of them, one handshake after the other and nothing else: the floor.
    private func handshakes(with sites: LocalSites) async throws {
        guard let openssl = Tool.find("openssl"), let authorities = sites.authorities else { return }
        let seconds = 3
        let arguments = [
            "s_time", "-connect", "127.0.1.1:\(sites.port)", "-new", "-time", "\(seconds)", "-verify", "3",
            "-CAfile", authorities.rootFile.path,
        ]
        var said = ""
        let cost = try await Cost.of(children: true) { said = try await Tool.output(openssl, arguments) }
        // "2345 connections in 1.23s; ...": the first line of that kind counts those of the user's time.
        let count = said.split(separator: "\n").first { $0.contains(" connections in ") }
            .flatMap { $0.split(separator: " ").first }.flatMap { Int($0) }
        guard let count, count > 0 else { return print("fetch: openssl s_time said nothing to count") }
        cost.print("https: openssl s_time, handshake alone", count: count)
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
