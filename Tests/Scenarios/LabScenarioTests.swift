import Foundation
import InternetAddresses
import RunningPrograms
import Testing
import WebFetch
import WebWatch

#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

/// `sen lab` as a person starts it, on a free port; it ends with the test.
private final class RunningLab: Sendable {
    /// Seconds until the list of sites must be whole, on a machine that does much else besides.
    private static let startSecondsMax = 60

    let address: URL
    let lines: [String]
    private let process: ChildProcess

    private init(address: URL, lines: [String], process: ChildProcess) {
        self.address = address
        self.lines = lines
        self.process = process
    }

    /// Also when a test ends by an error: a server that lives on would hold the tests' output open.
    deinit { process.signal(SIGKILL) }

    /// Starts the program and reads what it prints until the list of sites is whole.
    static func start(sites: Int, pace: Int) async throws -> RunningLab {
        let output = try Channel()
        let order = SpawnOrder(
            try Program.built.path(percentEncoded: false),
            ["lab", "--port", "0", "--sites", String(sites), "--pace", String(pace)],
            environment: ProcessInfo.processInfo.environment,
            in: FileManager.default.temporaryDirectory.path,
            descriptors: [1: output.theirs]
        )
        let process = try await ChildProcess.start(order)
        let reader = LineReader(output.ours)
        let last = ContinuousClock.now + .seconds(startSecondsMax)
        while reader.lines.filter({ !$0.isEmpty }).count < sites + 2, !reader.hasEnded,
            ContinuousClock.now < last
        {
            try await Task.sleep(for: .milliseconds(10))
        }
        let lines = reader.lines.filter { !$0.isEmpty }
        let address = lines.first?.firstMatch(of: /http:\/\/127\.0\.0\.1:\d+\//).map { String($0.output) }
        return RunningLab(
            address: try #require(address.flatMap(URL.init(string:)), "\(lines)"),
            lines: lines,
            process: process
        )
    }

    func stop() async -> Int32 {
        process.signal(SIGTERM)
        return await process.wait().status
    }

    /// Asks for a path of the control page, or of a website with its name as `host`.
    func ask(
        _ path: String,
        method: String = "GET",
        host: String? = nil,
        headers: [String: String] = [:]
    ) async throws -> (status: Int, text: String) {
        var request = URLRequest(url: try #require(URL(string: path, relativeTo: address)))
        request.httpMethod = method
        for (name, value) in headers { request.setValue(value, forHTTPHeaderField: name) }
        if let host { request.setValue("\(host):\(address.port ?? 0)", forHTTPHeaderField: "Host") }
        let (data, response) = try await URLSession.shared.data(for: request)
        return ((response as? HTTPURLResponse)?.statusCode ?? 0, String(decoding: data, as: UTF8.self))
    }

    func states() async throws -> [String: String] {
        let object = try JSONSerialization.jsonObject(with: Data(try await ask("/api/sites").text.utf8))
        let sites = (object as? [String: Any])?["sites"] as? [[String: Any]] ?? []
        return Dictionary(
            sites.compactMap { site in
                (site["host"] as? String).flatMap { host in (site["state"] as? String).map { (host, $0) } }
            }
        ) { first, _ in first }
    }
}

@Suite("sen lab", .serialized)
struct LabScenarioTests {
    @Test("prints its address and its sites, serves them by name, breaks and cleans one, and ends when asked")
    func breaksAndCleans() async throws {
        let lab = try await RunningLab.start(sites: 40, pace: 0)
        #expect(lab.lines.count == 42)
        #expect(lab.lines.contains { $0.hasPrefix("http://tamhop.lab:\(lab.address.port ?? 0)/,") })

        let healthy = try await lab.ask("/", host: "tamhop.lab")
        #expect(healthy.status == 200)
        #expect(healthy.text.contains("Xã Tam Hợp") && healthy.text.contains("Phòng thử nghiệm"))
        #expect(!healthy.text.contains("nhà cái"))
        #expect(try await lab.states().values.allSatisfy { $0 == "healthy" })

        let broken = try await lab.ask("/api/sites/tamhop.lab/break?attack=hidden-display", method: "POST")
        #expect(broken.status == 200 && broken.text.contains("\"state\":\"broken\""))
        #expect(try await lab.ask("/", host: "tamhop.lab").text.contains("nhà cái"))
        #expect(try await lab.ask("/", host: "tamhop.lab.localhost").text.contains(".lab.localhost:"))

        let cleaned = try await lab.ask(
            "/sites/tamhop.lab/clean",
            method: "POST",
            headers: ["Origin": "http://127.0.0.1:\(lab.address.port ?? 0)"]
        )
        #expect(cleaned.status == 200 && cleaned.text.contains("<!DOCTYPE html>"))
        #expect(try await lab.states()["tamhop.lab"] == "cleaned")
        #expect(try await !lab.ask("/", host: "tamhop.lab").text.contains("nhà cái"))
        #expect(await lab.stop() == 0)
    }

    @Test("turns sites bad by itself, and starts again after a reset")
    func breaksByItself() async throws {
        let lab = try await RunningLab.start(sites: 6, pace: 1)
        var broken = 0
        for _ in 0..<300 where broken == 0 {
            try await Task.sleep(for: .milliseconds(100))
            broken = try await lab.states().values.count { $0 == "broken" }
        }
        #expect(broken > 0)
        #expect(try await lab.ask("/api/reset", method: "POST").status == 200)
        #expect(try await lab.states().values.allSatisfy { $0 == "healthy" })
        #expect(await lab.stop() == 0)
    }

    @Test("refuses what does not exist, other hosts, other methods and pages of others")
    func refuses() async throws {
        let lab = try await RunningLab.start(sites: 2, pace: 0)
        #expect(try await lab.ask("/api/sites/khong-co.lab/clean", method: "POST").status == 404)
        let host = try #require(try await lab.states().keys.first)
        #expect(try await lab.ask("/api/sites/\(host)/break?attack=x", method: "POST").status == 422)
        #expect(try await lab.ask("/api/sites/\(host)/burn", method: "POST").status == 404)
        #expect(try await lab.ask("/", host: "dich-la.test").status == 421)
        #expect(try await lab.ask("/api/sites", host: host).status == 404)
        #expect(try await lab.ask("/", method: "POST", host: host).status == 405)
        #expect(try await lab.ask("/", method: "DELETE").status == 405)
        let foreign = try await lab.ask("/reset", method: "POST", headers: ["Origin": "http://\(host)"])
        #expect(foreign.status == 403)
        #expect(await lab.stop() == 0)
    }

    @Test("a slow site keeps nobody waiting who wants to stop the lab")
    func stopsWhileSlow() async throws {
        let lab = try await RunningLab.start(sites: 1, pace: 0)
        let host = try #require(try await lab.states().keys.first)
        #expect(try await lab.ask("/api/sites/\(host)/break?attack=slow", method: "POST").status == 200)
        let slow = Task { try await lab.ask("/", host: host) }
        try await Task.sleep(for: .milliseconds(300))
        let stopping = await ContinuousClock().measure { _ = await lab.stop() }
        #expect(stopping < .seconds(10))
        slow.cancel()
    }

    @Test("the real fetcher reaches the sites by name when it is told where they lie, and follows a redirect")
    func realFetcher() async throws {
        let lab = try await RunningLab.start(sites: 3, pace: 0)
        let host = try #require(try await lab.states().keys.first)
        var settings = FetchSettings()
        settings.allowedRanges = [try #require(AddressRange("127.0.0.0/8"))]
        for name in [host, "tro-choi-mot.lab"] {
            settings.fixedAddresses[name] = [try #require(IPAddress("127.0.0.1"))]
        }
        let fetcher = try CurlFetcher(settings)
        let request = FetchRequest(url: "http://\(host):\(lab.address.port ?? 0)/")
        let healthy = await fetcher.fetch(request)
        #expect(healthy.answer?.status == 200 && healthy.redirects.isEmpty)
        #expect(try await lab.ask("/api/sites/\(host)/break?attack=redirect", method: "POST").status == 200)
        let away = await fetcher.fetch(request)
        let found = RedirectCheck.findings(away, url: request.url, settings: CheckSettings())
        #expect(found.map(\.severity) == [.critical])
        #expect(away.answer?.status == 200)
        #expect(await lab.stop() == 0)
    }

    @Test("a port that is taken is said, with what to do")
    func portTaken() async throws {
        let lab = try await RunningLab.start(sites: 1, pace: 0)
        let outcome = try await Program.run(["lab", "--port", String(lab.address.port ?? 0)])
        #expect(outcome.status != 0 && outcome.output.isEmpty)
        #expect(outcome.error.contains("Hãy"))
        #expect(await lab.stop() == 0)
    }

    @Test("prints the list for the registry and ends")
    func printsList() async throws {
        let outcome = try await Program.run(["lab", "--csv", "--port", "8090", "--sites", "3"])
        #expect(outcome.status == 0)
        #expect(outcome.output.split(whereSeparator: \.isNewline).count == 4)
        #expect(outcome.output.contains(".lab:8090/,"))
    }

    @Test(
        "says what to do about an option that makes no sense",
        arguments: [
            ["--sites", "0"], ["--sites", "131"], ["--pace=-1"], ["--port", "80"], ["--csv"],
            ["--port", "70000"],
        ]
    )
    func badOptions(options: [String]) async throws {
        let outcome = try await Program.run(["lab"] + options)
        #expect(outcome.status != 0 && outcome.output.isEmpty)
        #expect(outcome.error.contains("Hãy"))
    }
}
