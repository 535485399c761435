import Database
import Synchronization
import Testing
import Timekeeping

@testable import AuditLog

@Test("an empty log and an untouched log fit")
func untouched() async throws {
    try await withRegistry { registry in
        let verdict = try await registry.verify()
        #expect((verdict.entryCount, verdict.problem) == (0, nil))
    }
    try await withFullRegistry { registry in
        let verdict = try await registry.verify()
        #expect(verdict.problem == nil)
        #expect((verdict.entryCount, verdict.checkpointCount) == (700, 7))
        let checkpoint = try await registry.checkpoint()
        #expect(verdict.root == checkpoint.root)
    }
}

@Test("only the newest entry of a subject has to be what its row says")
func newestCounts() async throws {
    try await withRegistry { registry in
        for name in ["một", "hai", "ba"] { try await registry.name("x", name) }
        try await registry.sequencer.drain()
        #expect(try await registry.verify().problem == nil)
        try await registry.tamper("UPDATE thing SET name = 'hai'")
        let problem = try await registry.verify().problem
        #expect((problem?.code, problem?.leafIndex) == (.rowChanged, 2))
    }
}

@Test("entries that wait for their leaves are checked as well")
func waitingEntries() async throws {
    try await withFullRegistry(100) { registry in
        try await registry.name("x", "mới")
        #expect(try await registry.verify().problem == nil)
        try await registry.tamper("UPDATE thing SET name = 'khác' WHERE id = 'x'")
        let problem = try #require(try await registry.verify().problem)
        #expect((problem.code, problem.leafIndex) == (.rowChanged, nil))
        #expect(problem.entryID == 101)
        try await registry.tamper("UPDATE audit_entry SET content = \(zeros(1)) WHERE leaf_index IS NULL")
        #expect(try await registry.verify().problem?.code == .contentChanged)
    }
}

@Test("the reading of a row is an entry that says nothing about its state")
func passiveActions() async throws {
    try await withRegistry { registry in
        try await registry.name("x", "tên")
        try await registry.database.write { [audit = registry.audit] transaction in
            try audit.append(
                "thing.read",
                of: Registry.subject("x"),
                unit: nil,
                encoding: ["purpose": "inspection"],
                by: .system("test"),
                at: Instant(secondsSince1970: 2),
                in: transaction
            )
        }
        try await registry.sequencer.drain()
        #expect(try await registry.verify().problem == nil)
        try await registry.tamper("UPDATE thing SET name = 'khác'")
        #expect(try await registry.verify().problem?.leafIndex == 0)
    }
}

@Test("a row that was deleted through the program fits")
func goneRow() async throws {
    try await withRegistry { registry in
        try await registry.name("x", "tên")
        try await registry.database.write { [audit = registry.audit] transaction in
            try transaction.execute("DELETE FROM thing WHERE id = 'x'")
            try audit.append(
                "thing.deleted",
                of: Registry.subject("x"),
                unit: nil,
                content: AuditedTable.gone,
                by: .system("test"),
                at: Instant(secondsSince1970: 2),
                in: transaction
            )
        }
        try await registry.sequencer.drain()
        #expect(try await registry.verify().problem == nil)
    }
}

@Test("progress is told up to the end")
func progress() async throws {
    try await withFullRegistry(100) { registry in
        let told = Mutex<[AuditProgress]>([])
        let verifier = AuditVerifier(database: registry.database, key: registry.signer.verifyKey, tables: [])
        _ = try await verifier.verify { step in told.withLock { $0.append(step) } }
        #expect(told.withLock { $0 } == [AuditProgress(entriesDone: 100, entriesTotal: 100)])
    }
}

@Test("a log that grows while it is verified still fits")
func growsMeanwhile() async throws {
    try await withFullRegistry(300) { registry in
        async let writing: Void = {
            for number in 300..<340 {
                try await registry.nameMany(number..<number + 1)
                try await registry.sequencer.step()
            }
        }()
        for _ in 0..<5 { #expect(try await registry.verify().problem == nil) }
        try await writing
        #expect(try await registry.verify().entryCount == 340)
    }
}
