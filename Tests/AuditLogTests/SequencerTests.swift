import Database
import Foundation
import Language
import Synchronization
import Testing
import Timekeeping

@testable import AuditLog

@Test("waiting entries get their leaves in the order in which they were written, and one signed checkpoint")
func oneBatch() async throws {
    try await withRegistry { registry in
        // The clock goes backwards between the two.
        try await registry.name("x", "sau", at: 2_000)
        try await registry.name("y", "trước", at: 1_000)
        #expect(try await registry.sequencer.step() == 2)
        let leaves = try await registry.database.read { transaction in
            try transaction.query("SELECT subject_id FROM audit_entry ORDER BY leaf_index")
                .map { row in try row[0] as String }
        }
        #expect(leaves == ["x", "y"])
        let checkpoint = try await registry.checkpoint()
        #expect(checkpoint.size == 2)
        #expect(checkpoint.origin == registry.signer.verifyKey.name)
    }
}

@Test("entries whose ids have gaps, or become visible late, get leaves without a gap")
func gapsInIDs() async throws {
    try await withRegistry { registry in
        try await registry.nameMany(0..<12)
        // As on PostgreSQL, where a smaller id can commit after a larger one.
        try await registry.tamper("UPDATE audit_entry SET id = id + 1000 WHERE id IN (3, 4, 9)")
        #expect(try await registry.sequencer.step() == 12)
        try await registry.nameMany(12..<13)
        try await registry.tamper("UPDATE audit_entry SET id = 3 WHERE leaf_index IS NULL")
        #expect(try await registry.sequencer.step() == 1)
        let verdict = try await registry.verify()
        #expect((verdict.entryCount, verdict.problem) == (13, nil))
    }
}

@Test("nothing to do writes nothing")
func idle() async throws {
    try await withFullRegistry(10) { registry in
        #expect(try await registry.sequencer.step() == 0)
        let count = try await registry.database.read { transaction in
            try transaction.value("SELECT count(*) FROM audit_checkpoint", as: Int.self)
        }
        #expect(count == 1)
    }
}

@Test("a change that is undone leaves no entry")
func undone() async throws {
    struct Refused: Error {}
    try await withRegistry { registry in
        await #expect(throws: Refused.self) {
            try await registry.database.write { [audit = registry.audit] transaction in
                try audit.append(
                    "thing.named",
                    of: Registry.subject("x"),
                    unit: nil,
                    content: [UInt8](),
                    by: .system("test"),
                    at: Instant(secondsSince1970: 1),
                    in: transaction
                )
                throw Refused()
            }
        }
        let count = try await registry.sequencer.step()
        #expect(count == 0)
    }
}

@Test("many small batches make the tree that one large batch would make")
func batchesDoNotMatter() async throws {
    try await withRegistry { registry in
        for number in 0..<40 {
            try await registry.nameMany(number * 9..<number * 9 + 9)
            try await registry.sequencer.step()
        }
        let hashes = try await registry.database.read { transaction in
            try transaction.query("SELECT \(StoredEntry.columns) FROM audit_entry ORDER BY id")
                .map { row in Merkle.leafHash(try StoredEntry(row).entry.encoded()) }
        }
        let checkpoint = try await registry.checkpoint()
        #expect((checkpoint.size, checkpoint.root) == (360, referenceRoot(hashes[...])))
    }
}

@Test("two processes that sequence while others write make one tree without a gap")
func severalSequencers() async throws {
    try await withRegistry { registry in
        let second = try registry.openAgain()
        defer { second.close() }
        try await withThrowingTaskGroup(of: Void.self) { group in
            for writer in 0..<4 {
                group.addTask { for n in 0..<25 { try await registry.name("w\(writer)-\(n)", "tên") } }
            }
            for database in [registry.database, second] {
                let sequencer = registry.sequencer(on: database)
                group.addTask { for _ in 0..<60 { try await sequencer.step() } }
            }
            try await group.waitForAll()
        }
        try await registry.sequencer.drain()
        let verdict = try await registry.verify()
        #expect((verdict.entryCount, verdict.problem) == (100, nil))
    }
}

@Test("damaged tiles stop the sequencer with a reason, and the entries wait")
func damagedEdge() async throws {
    try await withFullRegistry(100) { registry in
        try await registry.tamper("DELETE FROM audit_tile")
        try await registry.name("x", "tên")
        do throws(AuditError) {
            try await registry.sequencer.step()
            Issue.record("the sequencer went on from a damaged tree")
        } catch {
            #expect(error.code == .logDamaged)
            #expect(error.text.vi.contains("sen audit verify"))
        }
    }
}

@Test("the loop sequences what comes until it is cancelled")
func loop() async throws {
    try await withRegistry { registry in
        try await registry.name("x", "tên")
        let sequencer = registry.sequencer
        let running = Task { await sequencer.run { _ in } }
        for _ in 0..<100 {
            if try await registry.verify().entryCount == 1 { break }
            try await Task.sleep(for: .milliseconds(20))
        }
        running.cancel()
        await running.value
        #expect(try await registry.verify().entryCount == 1)
    }
}

@Test("the loop tells of a batch that failed and does not stop")
func loopAfterFailure() async throws {
    try await withFullRegistry(10) { registry in
        try await registry.tamper("DELETE FROM audit_tile")
        try await registry.name("x", "tên")
        let sequencer = registry.sequencer
        let codes = Mutex<[AuditErrorCode]>([])
        let running = Task { await sequencer.run { error in codes.withLock { $0.append(error.code) } } }
        for _ in 0..<100 where codes.withLock({ $0.isEmpty }) { try await Task.sleep(for: .milliseconds(20)) }
        #expect(codes.withLock { $0 } == [.logDamaged])
        running.cancel()
        await running.value
    }
}

@Test("an entry whose texts are empty or too long is refused before it can break a leaf")
func refusedTexts() async throws {
    try await withRegistry { registry in
        for action in ["", String(repeating: "a", count: 513)] {
            await #expect(throws: DatabaseError.self) {
                try await registry.database.write { [audit = registry.audit] transaction in
                    try audit.append(
                        action,
                        of: Registry.subject("x"),
                        unit: nil,
                        content: [UInt8](),
                        by: .system("test"),
                        at: Instant(secondsSince1970: 1),
                        in: transaction
                    )
                }
            }
        }
    }
}
