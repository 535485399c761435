import Database
import Language
import Testing
import Timekeeping

@testable import Cases

/// Changes that break one rule each, on a website case in progress, and the rule's name.
private let breaches: [(rule: DatabaseError.Kind, sql: SQL)] = [
    (.check("case_count"), "UPDATE case_file SET count = 0"),
    (.check("case_kind"), "UPDATE case_file SET kind = 'magic'"),
    (.check("case_title"), "UPDATE case_file SET title = ''"),
    (.check("case_severity"), "UPDATE case_file SET severity = 5"),
    (.check("case_basis"), "UPDATE case_file SET basis = 'wish'"),
    (.check("case_state"), "UPDATE case_file SET state = 'lost'"),
    (.check("case_assignee"), "UPDATE case_file SET assignee = 'system:watch'"),
    (.check("case_observations"), "UPDATE case_file SET observations = 0"),
    (.check("case_recurrences"), "UPDATE case_file SET recurrences = -1"),
    (.check("case_escalation"), "UPDATE case_file SET escalation = 4"),
    (.check("case_version"), "UPDATE case_file SET version = 0"),
    (.check("case_timeline"), "UPDATE case_file SET timeline_sha256 = 'ab'"),
    (.check("case_evidence_hash"), "UPDATE case_file SET evidence_sha256 = ''"),
    (.check("case_attachments_hash"), "UPDATE case_file SET attachments_sha256 = ''"),
    (.check("case_answer"), "UPDATE case_file SET state = 'answered'"),
    (.check("case_answer"), "UPDATE case_file SET answered_at = 1, answered_by = 'x', what_was_done = 'x'"),
    (
        .check("case_root_cause"),
        "UPDATE case_file SET state = 'answered', answered_at = 1, answered_by = 'x', what_was_done = 'x'"
    ),
    (
        .check("case_other_cause"),
        """
        UPDATE case_file SET state = 'answered', answered_at = 1, answered_by = 'x', what_was_done = 'x',
        root_cause = 'other'
        """
    ),
    (.check("case_other_cause"), "UPDATE case_file SET root_cause_words = 'x'"),
    (
        .check("case_recheck"),
        """
        UPDATE case_file SET state = 'closed', answered_at = 9, answered_by = 'x', what_was_done = 'x',
        root_cause = 'upload-form', ended_at = 10, next_escalation_at = NULL
        """
    ),
    (
        .check("case_recheck"),
        """
        UPDATE case_file SET state = 'closed', answered_at = 9, answered_by = 'x', what_was_done = 'x',
        root_cause = 'upload-form', ended_at = 10, next_escalation_at = NULL, recheck_taken_at = 9
        """
    ),
    (.check("case_approval"), "UPDATE case_file SET approved_by = 'x'"),
    (.check("case_refusal"), "UPDATE case_file SET state = 'refused'"),
    (.check("case_refusal"), "UPDATE case_file SET state = 'refused', refused_at = 1, refused_by = 'x'"),
    (.check("case_end"), "UPDATE case_file SET ended_at = 1, next_escalation_at = NULL"),
    (
        .check("case_escalation_ends"),
        """
        UPDATE case_file SET state = 'refused', refused_at = 1, refused_by = 'x', refusal_reason = 'x',
        refusal_confirmed_by = 'x', ended_at = 1
        """
    ),
    (.notNull("case_file.unit_id"), "UPDATE case_file SET unit_id = NULL"),
    (.check("case_counter_counts"), "UPDATE case_counter SET last = 0"),
    (.check("case_event_position"), "UPDATE case_event SET position = 0 WHERE position = 1"),
    (
        .unique("case_event.case_id, case_event.position"),
        "UPDATE case_event SET position = 2 WHERE position = 1"
    ),
    (.foreignKey, "INSERT INTO case_event VALUES ('nobody', 1, 'u', 1, 'a', 'k', '{}')"),
    (.foreignKey, "INSERT INTO case_observation VALUES ('o', 'nobody', 'u')"),
    (
        .unique("case_observation.observation"),
        "INSERT INTO case_observation SELECT 'seen', id, 'u' FROM case_file"
    ),
    (.foreignKey, "INSERT INTO case_evidence VALUES ('nobody', 1, 'u', 'd', 'k', 'q', NULL, NULL, 1, '{}')"),
    (.check("case_evidence_position"), "UPDATE case_evidence SET position = 1001"),
    (.check("case_evidence_sha256"), "UPDATE case_evidence SET sha256 = 'ab'"),
    (
        .unique("case_evidence.case_id, case_evidence.digest"),
        """
        INSERT INTO case_evidence (case_id, position, unit_id, digest, kind, quote, taken_at, detail)
        SELECT case_id, 2, unit_id, digest, kind, quote, taken_at, detail FROM case_evidence
        """
    ),
    (.check("case_attachment_position"), "UPDATE case_attachment SET position = 51"),
    (.check("case_attachment_name"), "UPDATE case_attachment SET name = ''"),
    (.check("case_attachment_bytes"), "UPDATE case_attachment SET bytes = 10485761"),
    (.check("case_attachment_sha256"), "UPDATE case_attachment SET sha256 = 'ab'"),
    (
        .unique("case_attachment.case_id, case_attachment.position"),
        """
        INSERT INTO case_attachment SELECT 'b', case_id, position, unit_id, name, type, bytes, sha256, added_at,
        added_by FROM case_attachment
        """
    ),
    (.foreignKey, "UPDATE case_attachment SET case_id = 'nobody'"),
    (.foreignKey, "UPDATE case_attachment_chunk SET attachment_id = 'nobody'"),
    (.check("case_chunk_bytes"), "UPDATE case_attachment_chunk SET content = \([UInt8]())"),
    (.foreignKey, "INSERT INTO case_relation SELECT id, 'z', 1, 'x' FROM case_file"),
    (.check("case_relation_order"), "INSERT INTO case_relation SELECT id, id, 1, 'x' FROM case_file"),
    (
        .unique("case_file.year, case_file.count"),
        "UPDATE case_file SET count = 1"
    ),
]

@Test("the schema itself refuses each thing that must not be, and says which rule it breaks")
func schemaKeepsRules() async throws {
    for (rule, sql) in breaches {
        try await withCases { bench in
            let evidence = CaseEvidence(kind: "x", quote: "q", takenAt: wednesdayMorning)
            let it = try await bench.inProgress(draft(observation: "seen", evidence: [evidence]))
            _ = try await bench.store.attach([65], named: "a.txt", to: it.id, by: bench.permit(officer))
            if rule == .unique("case_file.year, case_file.count") {
                try await bench.open(draft(cause: "other"))
            }
            let error = await #expect(throws: DatabaseError.self) {
                _ = try await bench.database.write { try $0.execute(sql) }
            }
            #expect(error?.kind == rule, "\(sql)")
        }
    }
}

@Test("a unit cannot have two open cases with one cause, whoever writes them")
func oneOpenCasePerCause() async throws {
    try await withCases { bench in
        try await bench.open(draft())
        try await bench.open(draft(cause: "other"))
        let error = await #expect(throws: DatabaseError.self) {
            _ = try await bench.database.write { try $0.execute("UPDATE case_file SET cause = 'one'") }
        }
        #expect(error?.kind == .unique("case_file.unit_id, case_file.cause"))
    }
}
