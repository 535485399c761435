import Datasets
import Foundation
import Language
import Testing
import Timekeeping

private let now = Instant(secondsSince1970: 1_614_265_330)
/// The example of the standard: https://github.com/standard-webhooks/standard-webhooks.
private let vector = (
    secret: "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", id: "msg_p5jXN8AQM9LWM0D4loKWxJek",
    body: Array(#"{"test": 2432232314}"#.utf8), signature: "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="
)

private func headers(
    id: String = vector.id,
    time: String = "1614265330",
    signature: String = vector.signature
) -> [(name: String, value: String)] {
    [("Webhook-Id", id), ("Webhook-Timestamp", time), ("Webhook-Signature", signature)]
}

private func refusal(
    _ headers: [(name: String, value: String)],
    of body: [UInt8] = vector.body,
    at instant: Instant = now
) throws -> SubscriptionErrorCode? {
    var verifier = WebhookVerifier(secrets: [try #require(WebhookSecret(vector.secret))])
    do throws(SubscriptionError) {
        _ = try verifier.take(body, headers: headers, at: instant)
        return nil
    } catch { return error.code }
}

@Suite("Signed messages to receivers")
struct WebhookSignatureTests {
    @Test("a message is signed as the standard's own example is, and is taken")
    func example() throws {
        let secret = try #require(WebhookSecret(vector.secret))
        let message = WebhookMessage(id: vector.id, at: now, body: vector.body)
        let made = message.headers(signedWith: [secret])
        #expect(made.map(\.value) == [vector.id, "1614265330", vector.signature])
        #expect(try refusal(headers()) == nil)
        #expect(secret.text == vector.secret)
    }

    @Test("an altered body, id, time or signature is refused")
    func altered() throws {
        var body = vector.body
        body[3] ^= 1
        #expect(try refusal(headers(), of: body) == .signatureWrong)
        #expect(try refusal(headers(id: "msg_other")) == .signatureWrong)
        #expect(try refusal(headers(time: "1614265331")) == .signatureWrong)
        for signature in ["v1,AAAA", "v2" + vector.signature.dropFirst(2), "v1,", "v1a,x", "v1", " "] {
            #expect(try refusal(headers(signature: signature)) == .signatureWrong, "\(signature)")
        }
        #expect(try refusal(headers(signature: "v1,AAAA " + vector.signature)) == nil)
    }

    @Test("an old message, one from the future, and one that was taken before are refused")
    func replayed() throws {
        #expect(try refusal(headers(), at: now + .seconds(300)) == nil)
        #expect(try refusal(headers(), at: now + .seconds(301)) == .messageOld)
        #expect(try refusal(headers(), at: now - .seconds(301)) == .messageOld)
        var verifier = WebhookVerifier(secrets: [try #require(WebhookSecret(vector.secret))])
        #expect(try verifier.take(vector.body, headers: headers(), at: now) == vector.id)
        do throws(SubscriptionError) {
            _ = try verifier.take(vector.body, headers: headers(), at: now)
            Issue.record("a message was taken twice")
        } catch { #expect(error.code == .messageSeen) }
    }

    @Test("a header that is missing, stands twice or is no number is refused")
    func headersMissing() throws {
        for index in 0..<3 {
            var some = headers()
            some.remove(at: index)
            #expect(try refusal(some) == .headerMissing)
            #expect(try refusal(headers() + [headers()[index]]) == .headerMissing)
        }
        for time in ["-1", "1614265330.5", "99999999999999999999", "now"] {
            #expect(try refusal(headers(time: time)) == .headerMissing, "\(time)")
        }
        let long = String(repeating: "x", count: 257)
        #expect(try refusal(headers(id: long)) == .headerMissing)
    }

    @Test("while a secret is changed both sign, and a receiver with either takes the message")
    func rotated() throws {
        let secrets = try ["a", "b"].map { letter in
            let text = "whsec_" + Data(String(repeating: letter, count: 32).utf8).base64EncodedString()
            return try #require(WebhookSecret(text))
        }
        let message = WebhookMessage(id: "1", at: now, body: [1, 2])
        for secret in secrets {
            var verifier = WebhookVerifier(secrets: [secret])
            let id = try verifier.take([1, 2], headers: message.headers(signedWith: secrets), at: now)
            #expect(id == "1")
        }
    }

    @Test(
        "what is no secret is none",
        arguments: ["", "whsec_", "whsec_AAAA", "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "whsec_!"]
    )
    func noSecret(text: String) { #expect(WebhookSecret(text) == nil) }

    @Test(
        "a message goes to https alone, without names and tricks",
        arguments: [
            ("https://nghean.example/hook?x=1", true), ("https://[2001:db8::1]/a", true),
            ("http://nghean.example/", false), ("https://user@nghean.example/", false), ("ftp://x/", false),
            ("https://", false), ("https:///x", false), ("https://nghean.example/#a", false),
            ("https://a b/", false), ("https://x\r\nHost: y/", false), ("http://127.0.0.1:80/", false),
            ("file:///etc/passwd", false), ("https://x\\y/", false),
        ]
    )
    func targets(text: String, isTarget: Bool) {
        #expect((WebhookTarget(text, allowsLoopback: false) != nil) == isTarget)
        #expect(WebhookTarget("http://127.0.0.1:9/x", allowsLoopback: true) != nil)
        #expect(WebhookTarget("http://127.0.0.1.evil.example/", allowsLoopback: true) == nil)
    }
}
