import AuditLog
import Cryptography
import Database
import Foundation
import Testing
import Timekeeping

private let isWanted = ProcessInfo.processInfo.environment["SEN_BENCH"] != nil

/// The id of the subject that entry `number` is about: UUIDv7 as in real life, three entries for each.
private func subjectID(of number: Int) -> String {
    let digits = String(number / 3, radix: 16)
    return "018f0000-0000-7000-8000-" + String(repeating: "0", count: 12 - digits.count) + digits
}

/// CPU seconds of this process so far.
private func cpuSeconds() -> Double { Double(clock()) / Double(CLOCKS_PER_SEC) }

/// `swift test -c release -Xswiftc -enable-testing --filter millionEntries` with SEN_BENCH set.
@Test(
    "a million entries: what appending, sequencing and verifying cost",
    .enabled(if: isWanted, "set SEN_BENCH to measure")
)
func millionEntries() async throws {
    let count = 1_000_000
    let perWrite = 1_000
    try await withRegistry { registry in
        let content = Registry.content(String(repeating: "a", count: 300))
        func write(_ start: Int) async throws {
            try await registry.database.write { [audit = registry.audit] transaction in
                for number in start..<start + perWrite {
                    let id = subjectID(of: number)
                    try audit.append(
                        "thing.named",
                        of: Registry.subject(id),
                        unit: "16681",
                        content: content,
                        by: .system("bench"),
                        at: Instant(secondsSince1970: Int64(number)),
                        in: transaction
                    )
                }
            }
        }
        func measured(_ name: String, _ body: () async throws -> Void) async throws {
            let (cpu, wall) = (cpuSeconds(), ContinuousClock.now)
            try await body()
            let micros = (cpuSeconds() - cpu) * 1_000_000 / Double(count)
            print("\(name): \(micros) us CPU per entry, \(ContinuousClock.now - wall) in all")
        }
        try await measured("append") {
            for start in stride(from: 0, to: count, by: perWrite) { try await write(start) }
        }
        try await measured("sequence") { try await registry.sequencer.drain() }
        let verifier = AuditVerifier(
            database: registry.database,
            key: registry.signer.verifyKey,
            tables: []
        )
        try await measured("verify") {
            let verdict = try await verifier.verify()
            #expect((verdict.entryCount, verdict.problem) == (UInt64(count), nil))
        }
        try await measured("verify, with every subject's row compared") {
            let table = AuditedTable(subjectKind: "thing", ids: "SELECT '' AS subject_id WHERE 1 = 0") {
                _,
                _ in content
            }
            let verifier = AuditVerifier(
                database: registry.database,
                key: registry.signer.verifyKey,
                tables: [table]
            )
            let problem = try await verifier.verify().problem
            #expect(problem == nil)
        }
    }
}
