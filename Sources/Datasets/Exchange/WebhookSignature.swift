import Cryptography
import Language
package import Timekeeping

/// The secret that a sender and a receiver of webhooks share; as text `whsec_` and base64, as Standard Webhooks writes it.
package struct WebhookSecret: Hashable, Sendable {
    static let prefix = "whsec_"
    /// What we make; the standard allows 24 to 64 bytes.
    static let byteCount = 32
    private static let byteCounts = 24...64

    package let bytes: [UInt8]

    init(bytes: [UInt8]) { self.bytes = bytes }

    /// `nil` for what is no secret of Standard Webhooks.
    package init?(_ text: String) {
        guard text.hasPrefix(Self.prefix),
            let bytes = BaseCoding.base64.decode(text.dropFirst(Self.prefix.count)),
            Self.byteCounts.contains(bytes.count)
        else { return nil }
        self.bytes = bytes
    }

    package var text: String { Self.prefix + BaseCoding.base64.encode(bytes) }
}

/// One message to a receiver, as https://www.standardwebhooks.com signs it: HMAC-SHA256 over id, time and body.
package struct WebhookMessage: Hashable, Sendable {
    package static let idName = "webhook-id"
    package static let timeName = "webhook-timestamp"
    package static let signatureName = "webhook-signature"
    private static let version = "v1,"

    package let id: String
    /// When it was sent, in whole seconds since 1970: each try has its own.
    package let seconds: Int64
    package let body: [UInt8]

    package init(id: String, at instant: Instant, body: [UInt8]) {
        self.id = id
        seconds = instant.microsecondsSince1970 / 1_000_000
        self.body = body
    }

    fileprivate init(id: String, seconds: Int64, body: [UInt8]) {
        (self.id, self.seconds, self.body) = (id, seconds, body)
    }

    /// One signature for each secret, so that a receiver may change to the new one when it suits him.
    package func headers(signedWith secrets: [WebhookSecret]) -> [(name: String, value: String)] {
        let signatures = secrets.map { Self.version + BaseCoding.base64.encode(mac($0)) }
        return [
            (Self.idName, id), (Self.timeName, "\(seconds)"),
            (Self.signatureName, signatures.joined(separator: " ")),
        ]
    }

    private func mac(_ secret: WebhookSecret) -> [UInt8] {
        HMAC.sha256(key: secret.bytes, message: Array("\(id).\(seconds).".utf8) + body)
    }

    fileprivate func isSigned(by secret: WebhookSecret, _ signatures: String) -> Bool {
        let wanted = mac(secret)
        return signatures.split(separator: " ").contains { part in
            part.hasPrefix(Self.version)
                && BaseCoding.base64.decode(part.dropFirst(Self.version.count)).map {
                    constantTimeEqual($0, wanted)
                } == true
        }
    }
}

/// What a receiver does with a message before he believes it.
package struct WebhookVerifier: Sendable {
    /// How far the sender's clock may be off, as the standard recommends: what is older was recorded and sent again.
    package static let secondsOffMax: Int64 = 5 * 60
    /// Ids of one message; the longest of ours has some 80 bytes.
    static let idBytesMax = 256

    /// Any of them may have signed, while a secret is being changed.
    package let secrets: [WebhookSecret]
    /// The ids of messages that were taken; one need not be kept longer than ``secondsOffMax``.
    package private(set) var seen: Set<String>

    package init(secrets: [WebhookSecret], seen: Set<String> = []) {
        self.secrets = secrets
        self.seen = seen
    }

    /// Takes a message, or says why not; names of `headers` are compared without case.
    ///
    /// - Throws: `headerMissing`, `signatureWrong`, `messageOld`, `messageSeen`.
    package mutating func take(
        _ body: [UInt8],
        headers: [(name: String, value: String)],
        at now: Instant
    ) throws(SubscriptionError) -> String {
        func header(_ name: String) throws(SubscriptionError) -> String {
            let values = headers.filter { $0.name.lowercased() == name }.map(\.value)
            // Two of them: one of us and some proxy would read different ones.
            guard values.count == 1, !values[0].isEmpty else {
                throw SubscriptionError(.headerMissing, "\(values.count) headers \(name)")
            }
            return values[0]
        }
        let (id, time) = (try header(WebhookMessage.idName), try header(WebhookMessage.timeName))
        let signatures = try header(WebhookMessage.signatureName)
        guard id.utf8.count <= Self.idBytesMax, time.utf8.count <= 15, let seconds = Int64(time), seconds >= 0
        else { throw SubscriptionError(.headerMissing, "no id or no time") }
        let message = WebhookMessage(id: id, seconds: seconds, body: body)
        guard secrets.contains(where: { message.isSigned(by: $0, signatures) }) else {
            throw SubscriptionError(.signatureWrong, "no secret of ours has signed this")
        }
        let off = seconds - now.microsecondsSince1970 / 1_000_000
        guard abs(off) <= Self.secondsOffMax else {
            throw SubscriptionError(.messageOld, "the message is \(-off) seconds old")
        }
        guard seen.insert(id).inserted else {
            throw SubscriptionError(.messageSeen, "the id was taken before")
        }
        return id
    }
}
