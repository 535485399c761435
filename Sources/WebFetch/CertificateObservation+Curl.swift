import CCurl
import Cryptography
import Foundation
import Timekeeping
import WebWatch

extension CertificateObservation {
    /// More certificates than any real chain has; what comes after is not kept.
    static let chainMax = 16

    /// The chain that the server showed in the transfer of `easy`; `nil` when there was none.
    init?(shownTo easy: UnsafeMutableRawPointer) {
        var shown: UnsafeMutablePointer<curl_certinfo>?
        guard sen_curl_get_certificates(easy, &shown) == CURLE_OK, let shown, shown.pointee.num_of_certs > 0,
            let lists = shown.pointee.certinfo
        else { return nil }
        let count = min(Int(shown.pointee.num_of_certs), Self.chainMax)
        self.init(chain: (0..<count).compactMap { Self.der(in: lists[$0]) })
    }

    /// Reads the leaf; a certificate that cannot be read leaves its fields empty and keeps its bytes.
    init?(chain: [[UInt8]]) {
        guard let leaf = chain.first else { return nil }
        self.init(verdict: .valid, chain: chain)
        guard let certificate = try? Certificate(der: leaf) else { return }
        subject = certificate.subject
        issuer = certificate.issuer
        dnsNames = certificate.dnsNames
        notBefore = Instant(microsecondsSince1970: certificate.notBefore)
        notAfter = Instant(microsecondsSince1970: certificate.notAfter)
    }

    /// The library lists `name:value` lines for each certificate; the one named `Cert` is PEM and made by the library
    /// itself, while the others repeat what the certificate claims.
    private static func der(in list: UnsafeMutablePointer<curl_slist>?) -> [UInt8]? {
        var item = list
        var pem: String?
        while let current = item {
            if let text = current.pointee.data.map({ String(cString: $0) }), text.hasPrefix("Cert:") {
                pem = text
            }
            item = current.pointee.next
        }
        let body = pem?.split(separator: "\n").filter { !$0.contains("-----") }.joined()
        return body.flatMap { Data(base64Encoded: $0) }.map { Array($0) }
    }
}
