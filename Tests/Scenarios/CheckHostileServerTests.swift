import Foundation
import HostileServers
import RunningPrograms
import Testing

@Suite("sen check: servers that are down, hostile or not to be asked")
struct CheckHostileServerTests {
    @Test("a server that is down ends with 2 after three attempts, and says what to check")
    func down() async throws {
        let server = HostileServer { _ in }
        server.stop()
        let outcome = try await Program.check(server.url, "--json")
        let report = try CheckReport(outcome)
        #expect(outcome.status == 2)
        #expect(report.attempts == 3)
        #expect(report.kinds == ["unavailable"])
        #expect(report.visits.first?.failure?.code == "connect-refused")
        let spoken = try await Program.check(server.url, language: "en")
        #expect(spoken.status == 2)
        #expect(spoken.output.contains("none (connect-refused) after 3 attempts"))
        #expect(spoken.output.contains("What to do: Check the server"))
    }

    @Test("a server that answers with an error ends with 2", arguments: ["500 Oops", "404 Not Found"])
    func errorStatus(status: String) async throws {
        try await withServer({ connection in
            _ = connection.readRequest()
            connection.answer([], status: status)
        }) { (server) async throws in
            let report = try CheckReport(try await Program.check(server.url, "--json"))
            #expect(report.exitCode == 2)
            #expect(report.findings.first?.evidence.first?.value == String(status.prefix(3)))
        }
    }

    @Test(
        "a firewall that refuses ends with 3: nothing can be said",
        arguments: ["403 Forbidden", "429 Wait"]
    )
    func firewall(status: String) async throws {
        try await withServer({ connection in
            _ = connection.readRequest()
            connection.answer([], status: status)
        }) { (server) async throws in
            let outcome = try await Program.check(server.url)
            #expect(outcome.status == 3)
            #expect(outcome.output.contains("Máy chủ từ chối lần kiểm tra này"))
        }
    }

    @Test("a proxy in the environment is not used")
    func proxyIgnored() async throws {
        try await CommuneSite().serve { (server) async throws in
            let outcome = try await Program.check(
                server.url,
                environment: ["http_proxy": "http://127.0.0.1:1"]
            )
            #expect(outcome.status != 3)
        }
    }

    @Test("a body of 1 GB is not read to its end and ends with 1", arguments: [true, false])
    func hugeBody(isAnnounced: Bool) async throws {
        let length = isAnnounced ? "Content-Length: \(1 << 30)\r\n" : ""
        try await withServer({ connection in
            _ = connection.readRequest()
            connection.send("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\(length)\r\n")
            let piece = [UInt8](repeating: 0x61, count: 1 << 20)
            for _ in 0..<1_024 { guard connection.send(piece) else { return } }
        }) { (server) async throws in
            let outcome = try await Program.check(server.url, "--json")
            let report = try CheckReport(outcome)
            #expect(outcome.status == 1)
            #expect(report.findings.contains { $0.kind == "unreadable" && $0.severity == "attention" })
        }
    }

    @Test("a decompression bomb is cut at the limit of a page and ends with 1")
    func bomb() async throws {
        // Packed outside of this process, whose memory another test measures.
        let bomb = try await pipe([], through: "sh", "-c", "head -c 67108864 /dev/zero | gzip -9")
        try await withServer({ connection in
            _ = connection.readRequest()
            connection.answer(bomb, headers: ["Content-Encoding: gzip", "Content-Type: text/html"])
        }) { (server) async throws in
            let outcome = try await Program.check(server.url)
            #expect(outcome.status == 1)
            #expect(outcome.output.contains("Vượt giới hạn phân tích: dung lượng trang quá lớn"))
        }
    }

    @Test(
        "loopback is refused with 3, and the option that allows it is named",
        arguments: [("vi", "hãy thêm: --allow-range 127.0.0.1"), ("en", "add: --allow-range 127.0.0.1")]
    )
    func loopback(language: String, advice: String) async throws {
        try await CommuneSite().serve { server in
            let outcome = try await Program.run(["check", server.url], language: language)
            #expect(outcome.status == 3)
            #expect(outcome.output.contains(advice))
            #expect(server.connectionsCount == 0)
        }
    }

    @Test(
        "what is no website's address ends with 3",
        arguments: [
            "ftp://127.0.0.1/", "http://", "http://a:b@127.0.0.1/", "http://127.0.0.1:22/", "khong co",
        ]
    )
    func noAddress(url: String) async throws {
        let report = try CheckReport(try await Program.check(url, "--json"))
        #expect(report.exitCode == 3)
        #expect(report.visits.first?.failure?.code == "url-invalid")
    }

    @Test(
        "a mistyped command ends with 64 and an example",
        arguments: [
            (["http://127.0.0.1/", "--allow-range", "127.0.0.1/33"], "10.1.0.0/16"),
            (["http://127.0.0.1/", "--quick", "--baseline", "x.json"], "--quick"),
            ([], "URL"),
        ]
    )
    func mistyped(arguments: [String], hint: String) async throws {
        let outcome = try await Program.run(["check"] + arguments)
        #expect(outcome.status == 64)
        #expect(outcome.error.uppercased().contains(hint.uppercased()))
    }
}
