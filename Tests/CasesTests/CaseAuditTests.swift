import AuditLog
import Cryptography
import Database
import Language
import Places
import Testing
import Timekeeping

@testable import Cases

private func problem(of bench: CaseBench) async throws -> AuditProblem.Code? {
    let key = try Ed25519PrivateKey(seed: Array(repeating: 1, count: 32)).publicKey
    let verifier = AuditVerifier(
        database: bench.database,
        key: try #require(NoteVerifyKey(name: "test", key: key)),
        tables: [CaseStore.auditedTable]
    )
    return try await verifier.verify().problem?.code
}

/// A case that has been through everything that leaves something behind.
private func livedThrough(_ bench: CaseBench) async throws -> Case {
    let evidence = CaseEvidence(kind: "hidden-links", quote: "nhà cái", takenAt: wednesdayMorning)
    let it = try await bench.inProgress(draft(evidence: [evidence]))
    _ = try await bench.store.comment(it.id, "Đang rà soát máy chủ", by: bench.permit(officer))
    _ = try await bench.store.attach([65, 66], named: "nhật ký.txt", to: it.id, by: bench.permit(officer))
    var more = evidence
    more.quote = "cá cược"
    _ = try await bench.store.addEvidence([more], to: it.id, by: bench.permit(officer))
    let other = try await bench.open(draft(cause: "other"))
    return try await bench.store.relate(
        it.id,
        to: other.id,
        by: bench.permit(officer),
        and: bench.permit(officer)
    )
}

@Test("the verifier finds nothing wrong with cases that only the store has written")
func auditFits() async throws {
    try await withCases { bench in
        _ = try await livedThrough(bench)
        _ = try await bench.closed(draft(cause: "third"))
        #expect(try await problem(of: bench) == nil)
    }
}

@Test(
    "the verifier finds each row that was changed behind the store",
    arguments: [
        "UPDATE case_file SET severity = 1 WHERE count = 1",
        "UPDATE case_file SET deadline_at = deadline_at + 1 WHERE count = 1",
        "UPDATE case_event SET change = '{\"commented\":{\"text\":\"Không có gì\"}}' WHERE kind = 'commented'",
        "UPDATE case_event SET at = at + 1 WHERE kind = 'accepted'",
        "DELETE FROM case_event WHERE kind = 'commented'",
        "UPDATE case_evidence SET quote = 'x' WHERE position = 1",
        "DELETE FROM case_evidence WHERE position = 2",
        "UPDATE case_attachment SET sha256 = replace(sha256, 'a', 'b')",
    ] as [SQL]
)
func auditFindsChanges(tampering: SQL) async throws {
    try await withCases { bench in
        _ = try await livedThrough(bench)
        _ = try await bench.database.write { try $0.execute(tampering) }
        #expect(try await problem(of: bench) == .rowChanged)
    }
}

@Test("the verifier finds a case that no entry tells of, and one that is gone")
func auditFindsStrangers() async throws {
    try await withCases { bench in
        try await bench.open(draft())
        _ = try await bench.database.write { try $0.execute("DELETE FROM audit_entry") }
        #expect(try await problem(of: bench) == .rowWithoutEntry)
    }
    try await withCases { bench in
        try await bench.open(draft())
        _ = try await bench.database.write { transaction in
            try transaction.execute("DELETE FROM case_event")
            try transaction.execute("DELETE FROM case_file")
        }
        #expect(try await problem(of: bench) == .rowMissing)
    }
}
