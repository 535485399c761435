import Datasets
import Foundation
import RunningPrograms
import Testing
import Timekeeping

@testable import sen

@Test("sen webhook verify takes a message once, and refuses it altered, old or again with 1")
func webhookVerify() async throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "sen-webhook-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let text = "whsec_" + Data(String(repeating: "k", count: 32).utf8).base64EncodedString()
    let secret = try #require(WebhookSecret(text))
    let body = Array(#"{"type":"records.changed"}"#.utf8)
    func write(_ name: String, _ bytes: [UInt8]) throws {
        try Data(bytes).write(to: folder.appending(path: name))
    }
    func headers(at instant: Instant) throws {
        let lines = WebhookMessage(id: "m.1", at: instant, body: body).headers(signedWith: [secret])
            .map { "\($0.name): \($0.value)" }
        try write("headers", Array((["POST /hook HTTP/1.1"] + lines).joined(separator: "\r\n").utf8))
    }
    func verify() async throws -> Program.Outcome {
        let options = ["secret", "headers", "body", "seen"].flatMap { name in
            ["--\(name)", folder.appending(path: name).path]
        }
        return try await Program.run(["webhook", "verify"] + options, language: "en")
    }
    try write("secret", Array(text.utf8))
    try headers(at: World.clock.now())
    try write("body", body + [0x20])
    #expect(try await verify().status == 1)
    try write("body", body)
    let taken = try await verify()
    #expect(taken.status == 0, "\(taken.error)")
    #expect(taken.error.contains("m.1") || taken.output.contains("m.1"))
    let again = try await verify()
    #expect(again.status == 1 && again.error.contains("taken before"))
    try headers(at: World.clock.now() - .seconds(600))
    try FileManager.default.removeItem(at: folder.appending(path: "seen"))
    let old = try await verify()
    #expect(old.status == 1 && old.error.contains("5 minutes"))
    try write("secret", Array("none".utf8))
    #expect(try await verify().status == 2)
}
