import CCrypto
import Foundation

/// What an X.509 certificate (RFC 5280) says about itself; whether it can be trusted is for whoever made the connection.
package struct Certificate: Hashable, Sendable {
    /// More names than any real certificate has; what comes after is not read.
    static let namesMax = 1_000
    /// Real ones have one to four kilobytes.
    static let bytesMax = 65_536

    /// RFC 2253 text, such as `CN=nghean.gov.vn,O=...`.
    package let subject: String
    package let issuer: String
    /// The DNS names of the subject alternative name extension, in lower case.
    package let dnsNames: [String]
    /// Microseconds since 1970, UTC.
    package let notBefore: Int64
    package let notAfter: Int64
    /// In lower-case hexadecimal.
    package let serial: String
    package let fingerprintSHA256: [UInt8]

    /// - Throws: `notCertificate` for anything that is not exactly one certificate.
    package init(der: [UInt8]) throws(CryptographyError) {
        guard der.count <= Self.bytesMax else { throw .notCertificate }
        defer { ERR_clear_error() }
        let parsed = der.withUnsafeBufferPointer { buffer -> (OpaquePointer?, Int) in
            var position = buffer.baseAddress
            let certificate = d2i_X509(nil, &position, buffer.count)
            guard let start = buffer.baseAddress, let position else { return (certificate, 0) }
            return (certificate, position - start)
        }
        guard let certificate = parsed.0 else { throw .notCertificate }
        defer { X509_free(certificate) }
        guard parsed.1 == der.count,
            let subject = Self.text(of: X509_get_subject_name(certificate)),
            let issuer = Self.text(of: X509_get_issuer_name(certificate)),
            let notBefore = Self.microseconds(X509_get0_notBefore(certificate)),
            let notAfter = Self.microseconds(X509_get0_notAfter(certificate)),
            let serial = Self.hex(of: X509_get0_serialNumber(certificate))
        else { throw .notCertificate }
        self.subject = subject
        self.issuer = issuer
        self.notBefore = notBefore
        self.notAfter = notAfter
        self.serial = serial
        dnsNames = Self.dnsNames(of: certificate)
        fingerprintSHA256 = SHA256.hash(der)
    }

    /// The first certificate of a PEM text.
    package init(pem: String) throws(CryptographyError) {
        let opening = "-----BEGIN CERTIFICATE-----"
        guard pem.utf8.count <= 2 * Self.bytesMax, let start = pem.range(of: opening),
            let end = pem.range(of: "-----END CERTIFICATE-----", range: start.upperBound..<pem.endIndex),
            let der = BaseCoding.base64.decode(
                pem[start.upperBound..<end.lowerBound].filter { !$0.isWhitespace }
            )
        else { throw .notCertificate }
        try self.init(der: der)
    }
}

extension Certificate {
    private static func text(of name: OpaquePointer?) -> String? {
        guard let name, let memory = BIO_new(BIO_s_mem()) else { return nil }
        defer { BIO_free(memory) }
        guard sen_name_text(memory, name) >= 0 else { return nil }
        var start: UnsafeMutablePointer<CChar>?
        let count = sen_bio_bytes(memory, &start)
        guard let start else { return "" }
        return String(decoding: UnsafeRawBufferPointer(start: start, count: count), as: UTF8.self)
    }

    private static func microseconds(_ time: UnsafePointer<ASN1_TIME>?) -> Int64? {
        var parts = tm()
        guard let time, ASN1_TIME_to_tm(time, &parts) == 1 else { return nil }
        let (micros, overflow) = Int64(timegm(&parts)).multipliedReportingOverflow(by: 1_000_000)
        return overflow ? nil : micros
    }

    private static func hex(of number: UnsafePointer<ASN1_INTEGER>?) -> String? {
        guard let big = ASN1_INTEGER_to_BN(number, nil) else { return nil }
        defer { BN_free(big) }
        guard let text = BN_bn2hex(big) else { return nil }
        defer { CRYPTO_free(text, nil, 0) }
        return String(cString: text).lowercased()
    }

    /// A name with a NUL or a character that DNS does not know is left out: it was made to deceive.
    private static func dnsNames(of certificate: OpaquePointer) -> [String] {
        guard let names = sen_names_of(certificate) else { return [] }
        defer { sen_names_free(names) }
        return (0..<min(sen_names_count(names), Int32(namesMax))).compactMap { index in
            guard let name = sen_names_dns(names, index), let start = ASN1_STRING_get0_data(name) else {
                return nil
            }
            let bytes = UnsafeBufferPointer(start: start, count: Int(ASN1_STRING_length(name)))
            guard !bytes.isEmpty, bytes.allSatisfy({ 0x21...0x7e ~= $0 }) else { return nil }
            return String(decoding: bytes, as: UTF8.self).lowercased()
        }
    }
}
