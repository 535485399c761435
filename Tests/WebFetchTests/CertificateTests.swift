import Foundation
import HostileServers
import InternetAddresses
import Language
import Testing
import Timekeeping
import WebWatch

@testable import WebFetch

/// Serves `name` and fetches `host` there once; the authority is trusted unless told otherwise.
private func fetch(
    _ host: String,
    certificate name: String,
    of authority: TestAuthority,
    trusts: Bool = true,
    options: [String] = []
) async throws -> FetchResult {
    let server = try await TLSServer.start(authority, certificate: name, options: options)
    defer { server.stop() }
    var settings = try FetchSettings.loopback
    settings.fixedAddresses = [host: [IPAddress(v4: 0x7f00_0001)]]
    if trusts {
        settings.extraAuthoritiesFile = authority.file("ca.pem")
        settings.workFolder = authority.folder.path
    }
    return try await fetch("https://\(host):\(server.port)/", settings: settings)
}

private func withAuthority(_ body: (TestAuthority) async throws -> Void) async throws {
    let authority = try await TestAuthority()
    defer { try? FileManager.default.removeItem(at: authority.folder) }
    try await body(authority)
}

@Test("a certificate by a trusted authority is valid, and what it says is read")
func validCertificate() async throws {
    try await withAuthority { authority in
        try await authority.certify("tot", for: "an-toan.test", to: "20991231000000Z")
        let result = try await fetch("an-toan.test", certificate: "tot", of: authority)
        #expect(result.answer?.status == 200)
        let certificate = try #require(result.certificate)
        #expect(certificate.verdict == .valid)
        #expect(certificate.subject.contains("an-toan.test"))
        #expect(certificate.issuer.contains("Co quan chung thuc thu nghiem"))
        #expect(certificate.dnsNames == ["an-toan.test"])
        #expect(certificate.notAfter == Instant(rfc3339: "2099-12-31T00:00:00Z"))
        #expect(certificate.chain.count >= 1)
        #expect(result.timing.tlsMicroseconds > result.timing.connectMicroseconds)
    }
}

@Test("each kind of invalid certificate has its verdict, and page and chain are kept all the same")
func invalidCertificates() async throws {
    try await withAuthority { authority in
        try await authority.certify("het-han", for: "h.test", from: "20200101000000Z", to: "20210101000000Z")
        try await authority.certify("chua-den", for: "h.test", from: "20980101000000Z", to: "20991231000000Z")
        try await authority.certify("ten-khac", for: "khac.test")
        try await authority.certify("yeu", for: "h.test", key: ["rsa:1024"])
        try await authority.selfSign("tu-ky", for: "h.test")
        let weak = ["-cipher", "DEFAULT@SECLEVEL=0"]
        let expected: [(String, CertificateObservation.Verdict, [String])] = [
            ("het-han", .expired, []), ("chua-den", .notYetValid, []), ("ten-khac", .wrongHost, []),
            ("tu-ky", .selfSigned, []), ("yeu", .refused, weak),
        ]
        for (name, verdict, options) in expected {
            let result = try await fetch("h.test", certificate: name, of: authority, options: options)
            #expect(result.certificate?.verdict == verdict, "\(name)")
            #expect(result.answer?.status == 200, "\(name): \(result.outcome)")
            #expect(result.certificate?.chain.isEmpty == false, "\(name)")
            #expect(result.certificate?.notAfter != nil, "\(name)")
        }
    }
}

@Test("a certificate by an authority that nobody trusts is untrusted, until the settings name it")
func unknownAuthority() async throws {
    try await withAuthority { authority in
        try await authority.certify("la", for: "h.test")
        let alone = try await fetch("h.test", certificate: "la", of: authority, trusts: false)
        #expect(alone.certificate?.verdict == .untrusted)
        #expect(alone.answer?.status == 200)
        let trusted = try await fetch("h.test", certificate: "la", of: authority)
        #expect(trusted.certificate?.verdict == .valid)
    }
}

@Test("a wildcard stands for one label, not for two and not for none (RFC 6125 6.4.3)")
func wildcards() async throws {
    try await withAuthority { authority in
        try await authority.certify("sao", for: "*.mau.test")
        for (host, verdict) in [
            ("a.mau.test", CertificateObservation.Verdict.valid), ("a.b.mau.test", .wrongHost),
            ("mau.test", .wrongHost),
        ] {
            let result = try await fetch(host, certificate: "sao", of: authority)
            #expect(result.certificate?.verdict == verdict, "\(host)")
        }
    }
}

@Test("a server that does not speak TLS, and one that never finishes the handshake, are told apart")
func noTLS() async throws {
    try await withServer({
        _ = $0.send("HTTP/1.1 400 Bad Request\r\n\r\n")
        $0.waitForEnd()
    }) { server in
        let result = try await fetch("https://127.0.0.1:\(server.port)/")
        #expect(result.failure?.code == "tls-failed", "\(result.outcome)")
        #expect(result.certificate == nil)
    }
    try await withServer({ $0.waitForEnd() }) { server in
        let result = try await fetch("https://127.0.0.1:\(server.port)/")
        #expect(result.failure == .timedOut(.tls))
    }
}

@Test("a file of extra authorities that is absent, or holds none, or cannot be joined stops the start")
func badAuthoritiesFile() throws {
    let folder = FileManager.default.temporaryDirectory
    let empty = folder.appending(path: "sen-no-authority-\(UUID().uuidString)")
    try Data("khong co gi".utf8).write(to: empty)
    defer { try? FileManager.default.removeItem(at: empty) }
    for path in ["/khong/co/tep.pem", empty.path] {
        var settings = FetchSettings()
        settings.extraAuthoritiesFile = path
        settings.workFolder = folder.path
        let error = #expect(throws: FetchSettingsError.self) { _ = try CurlFetcher(settings) }
        #expect(error?.code == .authoritiesUnreadable)
    }
}

@Test("bytes that are no certificate leave the fields empty and are kept")
func brokenCertificate() throws {
    let observation = try #require(CertificateObservation(chain: [[1, 2, 3]]))
    #expect(observation.chain == [[1, 2, 3]])
    #expect(observation.subject.isEmpty && observation.notAfter == nil)
    #expect(CertificateObservation(chain: []) == nil)
}
