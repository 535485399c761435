import Cryptography
import Testing

/// Self-signed, with a Vietnamese organisation, two DNS names and an address.
private let communePEM = """
    A line before the certificate, as some servers send it.
    -----BEGIN CERTIFICATE-----
    MIIB3DCCAY6gAwIBAgIIASNFZ4mrze8wBQYDK2VwME4xCzAJBgNVBAYTAlZOMSYw
    JAYDVQQKDB3hu6Z5IGJhbiBuaMOibiBkw6JuIHjDoyBN4bqrdTEXMBUGA1UEAwwO
    eGEtbWF1LmV4YW1wbGUwHhcNMjYxMTI0MTAzMTQ3WhcNMjcxMTI0MTAzMTQ3WjBO
    MQswCQYDVQQGEwJWTjEmMCQGA1UECgwd4bumeSBiYW4gbmjDom4gZMOibiB4w6Mg
    TeG6q3UxFzAVBgNVBAMMDnhhLW1hdS5leGFtcGxlMCowBQYDK2VwAyEAgCbc8LAo
    gHozHIRk/ut495a8eBO2UKH+5C2tIOkroR+jgYkwgYYwHQYDVR0OBBYEFFF9ja+h
    JGPkZo3jz4gsjjPI3JZwMB8GA1UdIwQYMBaAFFF9ja+hJGPkZo3jz4gsjjPI3JZw
    MA8GA1UdEwEB/wQFMAMBAf8wMwYDVR0RBCwwKoIOeGEtbWF1LmV4YW1wbGWCEldX
    Vy54YS1tYXUuZXhhbXBsZYcEwAACATAFBgMrZXADQQDoiOp30pFcl3G0VqpADHPG
    7x+gZGkfKp3cMYSOlnaWnvARR7qBLD8M4Ossjy35wS4PItAm8ttSR+un6MCM/HsI
    -----END CERTIFICATE-----
    """

@Test("a certificate tells its names, validity, serial and fingerprint")
func certificateFields() throws {
    let certificate = try Certificate(pem: communePEM)
    #expect(certificate.subject == "CN=xa-mau.example,O=Ủy ban nhân dân xã Mẫu,C=VN")
    #expect(certificate.issuer == certificate.subject)
    #expect(certificate.dnsNames == ["xa-mau.example", "www.xa-mau.example"])
    #expect(certificate.notBefore == 1795516307_000_000)
    #expect(certificate.notAfter == 1827052307_000_000)
    #expect(certificate.serial == "0123456789abcdef")
    let fingerprint = "9ba25d7e25b68d0f6720890f1ea0cefd30b9ad04a8197be3665aca227bd46e05"
    #expect(BaseCoding.hex.encode(certificate.fingerprintSHA256) == fingerprint)
}

private func communeDER() throws -> [UInt8] {
    let body = communePEM.split(separator: "-----")[2].filter { !$0.isWhitespace }
    return try #require(BaseCoding.base64.decode(body))
}

@Test(
    "what is not exactly one certificate is refused",
    arguments: [[], [0x30], [UInt8](repeating: 0x30, count: 70_000)]
)
func notCertificates(bytes: [UInt8]) {
    #expect(throws: CryptographyError.notCertificate) { try Certificate(der: bytes) }
}

@Test("a certificate that is cut short or followed by other bytes is refused")
func cutAndTrailing() throws {
    let der = try communeDER()
    #expect(throws: CryptographyError.notCertificate) { try Certificate(der: der + [0]) }
    for length in stride(from: 0, to: der.count, by: 7) {
        #expect(throws: CryptographyError.notCertificate) { try Certificate(der: Array(der.prefix(length))) }
    }
}

@Test("a changed byte never crashes the reader")
func changedBytes() throws {
    let der = try communeDER()
    for position in der.indices {
        var changed = der
        changed[position] ^= 0xff
        _ = try? Certificate(der: changed)
    }
}

@Test(
    "text without a certificate in it is refused",
    arguments: ["", "-----BEGIN CERTIFICATE-----", "xin chào"]
)
func notPEM(text: String) {
    #expect(throws: CryptographyError.notCertificate) { try Certificate(pem: text) }
}
