import Foundation
import WebFetch
import WebWatch

/// 2,000 websites of 60 KB, each at a loopback address of its own so that no connection serves two: our light check's
/// fetch beside curl's.
struct FetchBenchmark {
    private let sitesCount = 2_000
    private let pageBytes = 60_000
    private let atOnce = 64
    private let port = 18_089

    func run() async throws {
        guard let nginx = program("nginx"), let curl = program("curl") else {
            return print("fetch: left out, since nginx or curl is not installed")
        }
        try await withTemporaryFolder { (folder) async throws in
            let server = try start(nginx, in: folder)
            // Not `terminate`: nginx inherits a signal mask under which it waits for ever.
            defer { kill(server.processIdentifier, SIGKILL) }
            try await Task.sleep(for: .seconds(1))
            guard server.isRunning else { return print("fetch: left out, since nginx could not start") }
            let urls = (0..<sitesCount).map { "http://127.0.\($0 / 200 + 1).\($0 % 200 + 1):\(port)/" }
            try await ours(urls).print("fetch: WebFetch", count: sitesCount, aim: "whole light check: 800 µs")
            try await curls(urls, curl, in: folder).print("fetch: curl", count: sitesCount)
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
                        return answer.body.count == pageBytes
                    }
                }
                for await isWhole in group where !isWhole { failures += 1 }
                if failures > 0 { print("fetch: \(failures) pages failed; the numbers mean nothing") }
            }
        }
    }

    private func curls(_ urls: [String], _ curl: URL, in folder: URL) async throws -> Cost {
        let list = folder.appending(path: "urls")
        try urls.map { "url = \"\($0)\"\noutput = \"/dev/null\"\n" }.joined()
            .write(to: list, atomically: true, encoding: .utf8)
        return try await Cost.of(children: true) {
            let process = Process()
            process.executableURL = curl
            process.arguments = [
                "--silent", "--parallel", "--parallel-max", "\(atOnce)", "--config", list.path,
            ]
            process.standardOutput = FileHandle.nullDevice
            process.standardError = FileHandle.nullDevice
            // `waitUntilExit` would hold a thread of the tasks.
            try await withCheckedThrowingContinuation { (done: CheckedContinuation<Void, any Error>) in
                process.terminationHandler = { _ in done.resume() }
                do { try process.run() } catch { done.resume(throwing: error) }
            }
        }
    }

    private func start(_ nginx: URL, in folder: URL) throws -> Process {
        let page = "<!doctype html><title>Trang</title>" + String(repeating: "x", count: pageBytes)
        try String(page.prefix(pageBytes))
            .write(to: folder.appending(path: "index.html"), atomically: true, encoding: .utf8)
        let configuration = """
            daemon off; master_process off; pid \(folder.path)/pid; error_log stderr crit;
            events { worker_connections 4096; }
            http { access_log off; server { listen \(port); root \(folder.path); } }
            """
        let file = folder.appending(path: "nginx.conf")
        try configuration.write(to: file, atomically: true, encoding: .utf8)
        let process = Process()
        process.executableURL = nginx
        process.arguments = ["-c", file.path, "-p", folder.path]
        try process.run()
        return process
    }

    private func program(_ name: String) -> URL? {
        ["/usr/bin/", "/usr/sbin/", "/usr/local/bin/"].map { URL(filePath: $0 + name) }
            .first { FileManager.default.isExecutableFile(atPath: $0.path) }
    }
}
