import Foundation
import HostileServers
import InternetAddresses
import Testing
import WebWatch

@testable import WebFetch

@Test("loopback is not visited unless the settings allow it")
func loopbackRefused() async throws {
    try await withServer({ $0.answer([]) }) { server in
        let result = try await fetch(server.url, settings: FetchSettings())
        #expect(result.failure == .addressRefused(address: "127.0.0.1", reason: "loopback"))
        #expect(server.connectionsCount == 0)
    }
}

@Test(
    "other spellings of loopback lead nowhere either",
    arguments: ["2130706433", "0x7f.1", "0177.0.0.1", "127.1", "[::1]", "[::ffff:7f00:1]", "localhost", "0"]
)
func spellingsOfLoopback(host: String) async throws {
    let result = try await fetch("http://\(host):8099/", settings: FetchSettings())
    #expect(result.failure?.code == "address-refused", "\(result.outcome)")
}

@Test("a redirect to an address that is not allowed is not followed")
func redirectInwards() async throws {
    let result = try await fetch {
        _ = $0.readRequest()
        $0.answer([], status: "302 Found", headers: ["Location: http://169.254.169.254/latest/meta-data/"])
    }
    #expect(result.failure == .addressRefused(address: "169.254.169.254", reason: "link-local"))
    #expect(result.redirects.map(\.status) == [302])
}

@Test("a redirect to a file is refused")
func redirectToFile() async throws {
    let result = try await fetch {
        _ = $0.readRequest()
        $0.answer([], status: "302 Found", headers: ["Location: file:///etc/passwd"])
    }
    #expect(result.failure?.code == "redirect-refused")
}

@Test("a redirect to another allowed address is followed, and a circle is not for ever")
func redirects() async throws {
    try await withServer({
        let path = $0.readRequest().split(separator: " ")[1]
        if path == "/dich" { return $0.answer([65]) }
        $0.answer([66], status: "301 Moved", headers: ["Location: \(path == "/vong" ? "/vong" : "/dich")"])
    }) { server in
        let found = try await fetch(server.url)
        #expect(found.answer?.body == [65])
        #expect(found.answer?.finalURL == server.url + "dich")
        #expect(found.redirects == [RedirectHop(url: server.url, status: 301, location: server.url + "dich")])
        #expect(try await fetch(server.url + "vong").failure == .tooManyRedirects)
    }
}

@Test("a name that changes to an inner address between two visits is refused at the second")
func rebinding() async throws {
    try await withServer({
        _ = $0.readRequest()
        $0.answer([65])
    }) { server in
        var settings = try FetchSettings.loopback
        settings.fixedAddresses = ["doi.test": [IPAddress(v4: 0x7f00_0001)]]
        let url = "http://doi.test:\(server.port)/"
        #expect(try await fetch(url, settings: settings).answer?.body == [65])
        settings.fixedAddresses = ["doi.test": [IPAddress(v4: 0x0a00_0001)]]
        let second = try await fetch(url, settings: settings)
        #expect(second.failure == .addressRefused(address: "10.0.0.1", reason: "private"))
    }
}

@Test("a name with a refused and an allowed address is visited at the allowed one")
func mixedAddresses() async throws {
    try await withServer({
        _ = $0.readRequest()
        $0.answer([65])
    }) { server in
        var settings = try FetchSettings.loopback
        settings.fixedAddresses = ["hai.test": [IPAddress(v4: 0x0a00_0001), IPAddress(v4: 0x7f00_0001)]]
        let result = try await fetch("http://hai.test:\(server.port)/", settings: settings)
        #expect(result.answer?.body == [65])
        #expect(result.connectedAddress == "127.0.0.1")
    }
}

@Test("a name that nobody has is a failure of DNS")
func unknownName() async throws {
    var limits = FetchLimits.brief
    limits.secondsMax = 15
    limits.connectSecondsMax = 15
    let result = try await fetch("http://khong-co.invalid/", limits: limits)
    #expect(["dns-failed", "timed-out-dns"].contains(result.failure?.code), "\(result.outcome)")
}

@Test(
    "each identity says who it is, keeps Sen's name and address in, and no cookie comes back",
    arguments: VisitorIdentity.allCases
)
func identities(identity: VisitorIdentity) async throws {
    var settings = try FetchSettings.loopback
    settings.contactURL = "https://sen.test/lien-he"
    let lines = try await withServer({
        let request = $0.readRequest()
        if request.contains("GET /2 ") { return $0.answer([UInt8](request.utf8)) }
        $0.answer([], status: "302 Found", headers: ["Location: /2", "Set-Cookie: a=1; Path=/"])
    }) { server in
        let body = try await fetch(server.url, identity: identity, settings: settings).answer?.body ?? []
        return String(decoding: body, as: UTF8.self)
    }
    #expect(lines.contains("Sen/1.0; +https://sen.test/lien-he"))
    #expect(lines.contains("Googlebot") == (identity == .searchEngine))
    #expect(lines.contains("Mobile Safari") == (identity == .mobile))
    #expect(lines.contains("Referer: https://www.google.com/") == [.fromSearch, .mobile].contains(identity))
    #expect(!lines.contains("Cookie"))
}

@Test("what a server once sent as a tag comes back as it was, and cannot add a header")
func conditionalRequest() async throws {
    let sent = try await withServer({ $0.answer([UInt8]($0.readRequest().utf8)) }) { server in
        let fetcher = try CurlFetcher(try .loopback)
        defer { fetcher.close() }
        let requests = [
            FetchRequest(url: server.url, etag: "\"a\"", lastModified: "Tue, 01 Jul 2025 00:00:00 GMT"),
            FetchRequest(url: server.url, etag: "\"a\"\r\nX-Gia: 1"),
        ]
        var bodies: [String] = []
        for request in requests {
            bodies.append(String(decoding: await fetcher.fetch(request).answer?.body ?? [], as: UTF8.self))
        }
        return bodies
    }
    #expect(sent[0].contains("If-None-Match: \"a\"\r\nIf-Modified-Since: Tue, 01 Jul 2025"))
    #expect(!sent[1].contains("X-Gia") && !sent[1].contains("If-None-Match"))
}
