import AuditLog
import Database
import Datasets
import Places
import Testing

@Suite("Approving, withdrawing and erasing records")
struct RecordStepTests {
    private let id = Dataset.ID(rawValue: "report")
    private let key = RecordKey("16681/2026-10")
    private func because(_ reason: String) -> RecordOrigin { RecordOrigin(through: "test", reason: reason) }

    @Test("a record counts after the last of those who have to agree did")
    func approval() async throws {
        try await onEachBench { bench in
            try await bench.declare(reportDeclaration(["approvals": #"["unit", "owner"]"#]))
            try await bench.put(report())
            #expect(try await bench.record("16681/2026-10").state == .submitted)
            #expect(try await bench.sums(below: province, "2026-10") == [])
            let through = RecordOrigin(through: "test")
            #expect(
                try await code {
                    try await bench.store.approve(key, in: id, origin: through, by: bench.permit(department))
                } == .unitOutOfReach
            )
            let once = try await bench.store.approve(key, in: id, origin: through, by: bench.permit(commune))
            #expect((once.state, once.approvals, once.version) == (.submitted, 1, 2))
            let twice = try await bench.store.approve(
                key,
                in: id,
                origin: through,
                by: bench.permit(department)
            )
            #expect(twice.state == .accepted)
            #expect(try await bench.sums(below: province, "2026-10") == ["16681 1 0/0 100/1"])
            #expect(
                try await code {
                    try await bench.store.approve(key, in: id, origin: through, by: bench.permit(department))
                } == .wrongState
            )
        }
    }

    @Test("a record that is sent back is submitted anew, even with the same content")
    func sentBack() async throws {
        try await onEachBench { bench in
            try await bench.declare(reportDeclaration(["approvals": #"["owner"]"#]))
            try await bench.put(report())
            let back = try await bench.store.sendBack(
                key,
                in: id,
                origin: because("thiếu số liệu"),
                by: bench.permit(department)
            )
            #expect((back.state, back.reason) == (.returned, "thiếu số liệu"))
            #expect(try await bench.put(report()) == .updated(version: 3))
            #expect(try await bench.record("16681/2026-10").state == .submitted)
        }
    }

    @Test("a withdrawal needs a reason and another unit's leader finds nothing to withdraw")
    func withdrawal() async throws {
        try await onEachBench { bench in
            try await bench.declare()
            try await bench.put(report())
            #expect(
                try await code {
                    try await bench.store.withdraw(
                        key,
                        in: id,
                        origin: RecordOrigin(through: "test"),
                        by: bench.permit(commune)
                    )
                } == .reasonMissing
            )
            #expect(
                try await code {
                    try await bench.store.withdraw(
                        key,
                        in: id,
                        origin: because("x"),
                        by: bench.permit(otherCommune)
                    )
                } == .recordNotFound
            )
            let gone = try await bench.store.withdraw(
                key,
                in: id,
                origin: because("x"),
                by: bench.permit(commune)
            )
            #expect((gone.state, gone.version) == (.withdrawn, 2))
        }
    }

    @Test("an erased record of personal data leaves its proof and nothing that names the person")
    func erasure() async throws {
        try await onEachBench { bench in
            try await bench.declare(
                reportDeclaration(["classification": #""personal""#, "suppress-below": "5"])
            )
            try await bench.put(report())
            try await bench.put(report(people: 7))
            let audited = try await bench.audited()
            #expect(audited.count == 3)
            #expect(!audited.contains { $0.contains("16681/") })
            let count = try await bench.store.erase(
                key,
                in: id,
                origin: because("theo yêu cầu"),
                by: bench.permit(department, as: leader)
            )
            #expect(count == 3)
            #expect(try await code { try await bench.record("16681/2026-10") } == .recordNotFound)
            #expect(try await bench.sums(below: province, "2026-10") == [])
            let kept = try await bench.database.read { transaction in
                try transaction.value(
                    "SELECT count(*) FROM audit_entry WHERE subject_kind = 'record' AND content IS NOT NULL",
                    as: Int.self
                )
            }
            #expect(kept == 0)
        }
    }
}
