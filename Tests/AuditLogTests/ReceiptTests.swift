import Cryptography
import Database
import Language
import Testing
import Timekeeping

@testable import AuditLog

/// A registry in which a thing was named twice among many others, and its receipt.
private func withReceipt(_ body: (Registry, Receipt) async throws -> Void) async throws {
    try await withFullRegistry(300) { registry in
        try await registry.name("x", "tên cũ", at: 1_790_000_000)
        try await registry.name("y", "liên quan")
        try await registry.name("x", "tên mới", at: 1_790_000_060)
        try await registry.sequencer.drain()
        try await body(registry, registry.receipt("x", "y"))
    }
}

@Test("a receipt holds every entry of its subjects with content, and checks with the public key alone")
func goodReceipt() async throws {
    try await withReceipt { registry, receipt in
        let key = try #require(NoteVerifyKey(registry.signer.verifyKey.description))
        let proved = try Receipt(json: receipt.json).check(with: key)
        #expect(proved.map(\.leafIndex) == [300, 301, 302])
        #expect(proved.last?.content == Registry.content("tên mới"))
        #expect(proved.first?.entry.at == Instant(secondsSince1970: 1_790_000_000))
    }
}

@Test("a receipt of yesterday still checks after the log has grown")
func oldReceipt() async throws {
    try await withReceipt { registry, receipt in
        try await registry.nameMany(1000..<1300)
        try await registry.sequencer.drain()
        #expect(try receipt.check(with: registry.signer.verifyKey).count == 3)
    }
}

/// One field of a receipt, forged.
private struct Forgery: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let code: AuditErrorCode
    let forge: @Sendable (inout Receipt) -> Void

    init(_ name: String, _ code: AuditErrorCode, _ forge: @escaping @Sendable (inout Receipt) -> Void) {
        testDescription = name
        self.code = code
        self.forge = forge
    }
}

private let otherHash = BaseCoding.base64.encode([UInt8](repeating: 1, count: 32))

private let forgeries = [
    Forgery("version", .receiptUnreadable) { $0.version = 2 },
    Forgery("no entries", .receiptUnreadable) { $0.entries = [] },
    Forgery("verify key", .receiptOfOtherLog) { $0.verifyKey = "x+00000000+AAAA" },
    Forgery("checkpoint size", .receiptSignatureWrong) {
        $0.checkpoint = $0.checkpoint.replacing("\n303\n", with: "\n304\n")
    },
    Forgery("checkpoint signature", .receiptSignatureWrong) {
        $0.checkpoint = String($0.checkpoint.dropLast(9)) + "AAAAAAA=\n"
    },
    Forgery("checkpoint is no note", .receiptSignatureWrong) { $0.checkpoint = "" },
    Forgery("subject id", .receiptEntryWrong) { $0.subjects[0].id = "z" },
    Forgery("subject kind", .receiptEntryWrong) { $0.subjects[0].kind = "case" },
    Forgery("a subject without entries", .receiptEntryWrong) {
        $0.subjects.append(.init(kind: "thing", id: "z"))
    },
    Forgery("a subject left out", .receiptEntryWrong) { $0.subjects.removeLast() },
    Forgery("leaf index", .receiptProofWrong) { $0.entries[0].leafIndex -= 1 },
    Forgery("leaf index out of the tree", .receiptProofWrong) { $0.entries[2].leafIndex = .max },
    Forgery("entries swapped", .receiptEntryWrong) { $0.entries.swapAt(0, 1) },
    Forgery("an entry twice", .receiptEntryWrong) { $0.entries.append($0.entries[2]) },
    Forgery("entry of another leaf", .receiptProofWrong) { $0.entries[0].entry = $0.entries[1].entry },
    Forgery("entry is no base64", .receiptEntryWrong) { $0.entries[0].entry = "*" },
    Forgery("entry is no leaf", .receiptEntryWrong) { $0.entries[0].entry = "AAAA" },
    Forgery("salt", .receiptContentWrong) { $0.entries[0].salt = "AAAAAAAAAAAAAAAAAAAAAA==" },
    Forgery("salt taken out", .receiptContentWrong) { $0.entries[0].salt = nil },
    Forgery("content", .receiptContentWrong) { $0.entries[0].content = $0.entries[2].content },
    Forgery("content taken out", .receiptContentWrong) { $0.entries[0].content = nil },
    Forgery("a hash of a proof", .receiptProofWrong) { $0.entries[1].proof[0] = otherHash },
    Forgery("a proof cut short", .receiptProofWrong) { $0.entries[1].proof.removeLast() },
    Forgery("a proof made longer", .receiptProofWrong) { $0.entries[1].proof.append(otherHash) },
    Forgery("a hash that is no base64", .receiptProofWrong) { $0.entries[1].proof.append("*") },
]

@Test("a receipt that is forged in any field is refused")
func forgedReceipts() async throws {
    try await withReceipt { registry, receipt in
        for forgery in forgeries {
            var forged = receipt
            forgery.forge(&forged)
            #expect(forged != receipt, "\(forgery.testDescription) changes nothing")
            do throws(AuditError) {
                _ = try forged.check(with: registry.signer.verifyKey)
                Issue.record("\(forgery.testDescription) was accepted")
            } catch {
                #expect(error.code == forgery.code, "\(forgery.testDescription)")
            }
        }
    }
}

@Test("a receipt does not check with the key of another log")
func otherLog() async throws {
    let key = try someSigner(seed: 99).verifyKey
    try await withReceipt { _, receipt in
        do throws(AuditError) {
            _ = try receipt.check(with: key)
            Issue.record("another key was accepted")
        } catch {
            #expect(error.code == .receiptOfOtherLog)
        }
    }
}

@Test(
    "a file that is not a receipt is refused with a sentence for the person",
    arguments: ["", "{}", "[]", "{\"version\":1}"]
)
func notReceipts(json: String) {
    do throws(AuditError) {
        _ = try Receipt(json: Array(json.utf8))
        Issue.record("it was read")
    } catch {
        #expect(error.code == .receiptUnreadable)
        #expect(error.text.vi.hasPrefix("Tệp này không phải"))
    }
}

@Test("a subject that the log does not know, and an entry that waits, have no receipt")
func noReceipt() async throws {
    try await withFullRegistry(10) { registry in
        await expectFailure(.subjectUnknown) { try await registry.receipt("z") }
        try await registry.name("x", "tên")
        await expectFailure(.notYetSequenced) { try await registry.receipt("x") }
    }
}

private func expectFailure(_ code: AuditErrorCode, _ body: () async throws -> Receipt) async {
    do {
        _ = try await body()
        Issue.record("a receipt was made")
    } catch {
        #expect((error as? AuditError)?.code == code)
    }
}

@Test("erasing a person takes salt and content, leaves an entry that says so, and breaks no proof")
func erasure() async throws {
    try await withReceipt { registry, before in
        let erased = try await registry.database.write { [audit = registry.audit] transaction in
            try transaction.execute("DELETE FROM thing WHERE id = 'x'")
            return try audit.erase(
                Registry.subject("x"),
                unit: nil,
                by: .system("test"),
                at: Instant(secondsSince1970: 9),
                in: transaction
            )
        }
        #expect(erased == 2)
        try await registry.sequencer.drain()
        #expect(try await registry.verify().problem == nil)
        let proved = try await registry.receipt("x").check(with: registry.signer.verifyKey)
        #expect(proved.map(\.content) == [nil, nil, nil])
        #expect(proved.map(\.entry.action) == ["thing.named", "thing.named", "audit.erased"])
        #expect(try before.check(with: registry.signer.verifyKey).count == 3)
    }
}

/// The entry that was written last.
private func newestEntry(_ registry: Registry) async throws -> StoredEntry {
    let log = AuditLog(randomBytes: SecureRandom.bytes)
    let page = try await registry.database.read { try log.page(matching: EntryFilter(), in: $0) }
    return try #require(page.entries.first)
}

private func proof(_ entry: StoredEntry, _ registry: Registry) async throws -> Receipt {
    try await registry.database.read(throwing: AuditErrorCode.self) { [key = registry.signer.verifyKey] in
        try Receipt.prove(entry, key: key, in: $0)
    }
}

@Test("one entry is proved alone, as soon as it has its leaf and not before")
func proofOfOneEntry() async throws {
    try await withFullRegistry(300) { registry in
        try await registry.name("x", "tên mới")
        let waiting = try await newestEntry(registry)
        await #expect(throws: AuditError.self) { _ = try await proof(waiting, registry) }
        try await registry.sequencer.drain()
        let receipt = try await proof(newestEntry(registry), registry)
        let key = registry.signer.verifyKey
        #expect(try receipt.check(with: key).map(\.leafIndex) == [300])
        let log = AuditLog(randomBytes: SecureRandom.bytes)
        let newest = try await registry.database.read { try log.newestCheckpoint(in: $0) }
        #expect(newest?.checkpoint == receipt.signedCheckpoint(by: key) && newest?.checkpoint.size == 301)
    }
}
