/// Why there was no answer.
///
/// ``code`` is stable: check rows, API and settings key on it.
package enum FetchFailure: Error, Hashable, Sendable {
    /// Where a fetch stood when its time ran out.
    package enum Stage: String, CaseIterable, Hashable, Sendable, Codable {
        case dns, connect, tls, firstByte, body
    }

    case urlInvalid(String)
    case dnsFailed(String)
    case connectRefused
    case connectTimedOut
    /// The connection ended or the network was not reachable.
    case connectFailed(String)
    case timedOut(Stage)
    /// The handshake failed for another reason than the certificate, which ``CertificateObservation`` tells.
    case tlsFailed(String)
    case tooManyRedirects
    /// A redirect to something that is not `http` or `https`, or whose address is no address.
    case redirectRefused(String)
    /// The name led to an address that the watch never visits, such as a private one.
    case addressRefused(address: String, reason: String)
    /// The server announced a body beyond the limit and the watch did not start to read it.
    case bodyTooLarge
    case decompressionRatioExceeded
    /// The body is not what `Content-Encoding` says.
    case decompressionFailed
    case headersTooLarge
    /// The body ended before its announced length.
    case wrongLength
    case protocolError(String)
    /// The watch itself is stopping or could not start the fetch; says nothing about the website.
    case cancelled

    package var code: String {
        switch self {
        case .urlInvalid: "url-invalid"
        case .dnsFailed: "dns-failed"
        case .connectRefused: "connect-refused"
        case .connectTimedOut: "connect-timed-out"
        case .connectFailed: "connect-failed"
        case .timedOut(let stage): "timed-out-\(stage.rawValue.lowercased())"
        case .tlsFailed: "tls-failed"
        case .tooManyRedirects: "too-many-redirects"
        case .redirectRefused: "redirect-refused"
        case .addressRefused: "address-refused"
        case .bodyTooLarge: "body-too-large"
        case .decompressionRatioExceeded: "decompression-ratio-exceeded"
        case .decompressionFailed: "decompression-failed"
        case .headersTooLarge: "headers-too-large"
        case .wrongLength: "wrong-length"
        case .protocolError: "protocol-error"
        case .cancelled: "cancelled"
        }
    }

    /// What the library below said, for the engineer; empty when the code says it all.
    package var detail: String {
        switch self {
        case .urlInvalid(let text), .dnsFailed(let text), .connectFailed(let text), .tlsFailed(let text),
            .redirectRefused(let text), .protocolError(let text):
            text
        case .addressRefused(let address, let reason): "\(address): \(reason)"
        default: ""
        }
    }
}
