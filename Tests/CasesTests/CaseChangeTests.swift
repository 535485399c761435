import AuditLog
import Database
import Foundation
import Language
import Places
import Testing
import Timekeeping

@testable import Cases

/// Each change as the database keeps it: these bytes are in audit logs and never change.
private let kept: [(change: CaseChange, code: String, json: String)] = [
    (
        .opened(deadline: .init(microsecondsSince1970: 7)), "opened",
        #"{"opened":{"deadline":{"microsecondsSince1970":7}}}"#
    ),
    (.observed(times: 2), "observed", #"{"observed":{"times":2}}"#),
    (.severityRaised(from: 1, to: 4), "severity-raised", #"{"severityRaised":{"from":1,"to":4}}"#),
    (.accepted, "accepted", #"{"accepted":{}}"#),
    (.started, "started", #"{"started":{}}"#),
    (.verifying, "verifying", #"{"verifying":{}}"#),
    (.approved, "approved", #"{"approved":{}}"#),
    (.refusalConfirmed, "refusal-confirmed", #"{"refusalConfirmed":{}}"#),
    (.assigned(to: "account:1"), "assigned", #"{"assigned":{"to":"account:1"}}"#),
    (.assigned(to: nil), "assigned", #"{"assigned":{}}"#),
    (
        .answered(rootCause: "other", words: "w", whatWasDone: "d"), "answered",
        #"{"answered":{"rootCause":"other","whatWasDone":"d","words":"w"}}"#
    ),
    (.sentBack(reason: "r"), "sent-back", #"{"sentBack":{"reason":"r"}}"#),
    (.refused(reason: "r"), "refused", #"{"refused":{"reason":"r"}}"#),
    (.refusalOverruled(reason: "r"), "refusal-overruled", #"{"refusalOverruled":{"reason":"r"}}"#),
    (.commented(text: "a/b"), "commented", #"{"commented":{"text":"a/b"}}"#),
    (.evidenceAdded(kind: "k"), "evidence-added", #"{"evidenceAdded":{"kind":"k"}}"#),
    (
        .attached(name: "n", sha256: "s", bytes: 3), "attached",
        #"{"attached":{"bytes":3,"name":"n","sha256":"s"}}"#
    ),
    (.related(number: "HS-2026-0001"), "related", #"{"related":{"number":"HS-2026-0001"}}"#),
    (.escalated(level: 2), "escalated", #"{"escalated":{"level":2}}"#),
]

@Test("each change is written as it always was, read back, and said in both languages")
func changesAreStable() throws {
    for (change, code, json) in kept {
        #expect(String(decoding: try AuditLog.canonicalJSON(change), as: UTF8.self) == json)
        #expect(readJSON(json, as: CaseChange.self) == change)
        #expect(change.code == code)
        #expect(!change.text.vi.isEmpty && !change.text.en.isEmpty && change.text.vi != change.text.en)
    }
}

@Test("the sentence of a change holds its values, in the words of the reader")
func changeSentences() {
    #expect(CaseChange.escalated(level: 3).text.vi.contains("Ban điều hành"))
    #expect(CaseChange.severityRaised(from: 1, to: 4).text.en.contains("Critical"))
    let listed = CaseChange.answered(rootCause: "upload-form", words: nil, whatWasDone: "Đã khóa").text
    #expect(listed.vi.contains("Chức năng tải tệp lên bị lợi dụng") && listed.vi.contains("Đã khóa"))
    let without = CaseChange.answered(rootCause: nil, words: nil, whatWasDone: "Xong").text
    #expect(without.vi == "Báo cáo kết quả: Xong")
    let unknown = CaseChange.answered(rootCause: "gone", words: nil, whatWasDone: "Xong").text
    #expect(unknown == without)
}

@Test("a message says whose case it is, of which kind, and about what")
func messageBody() async throws {
    try await withCases { bench in
        try await bench.open(draft(severity: .critical))
        let body = try await bench.texts("SELECT body FROM outbox")[0]
        let message = try #require(readJSON(body, as: CaseMessage.self))
        #expect(message.unit == "17329" && message.kind == "website" && message.subject == "website:1")
        #expect(message.severity == "critical" && message.escalation == "nobody")
    }
}

@Test("every topic is posted under the name that its audit entry has")
func topicsAreActions() async throws {
    #expect(CaseTopic.allCases.allSatisfy { $0.rawValue.hasPrefix("case.") })
    try await withCases { bench in
        _ = try await bench.closed()
        #expect(try await bench.audited() == bench.posted())
    }
}

@Test("each state, with all that it rests on, comes back from the database as it was")
func statesRoundTrip() async throws {
    try await withCases { bench in
        var written: [Case] = []
        written.append(try await bench.open(draft(cause: "new")))
        let accepted = try await bench.open(draft(cause: "accepted"))
        written.append(try await bench.store.accept(accepted.id, expecting: nil, by: bench.permit(officer)))
        written.append(try await bench.inProgress(draft(cause: "progress")))
        let answered = try await bench.answered(draft(cause: "verifying"))
        written.append(try await bench.store.beginVerifying(answered.id, by: bench.permit(watcher)))
        written.append(try await bench.answered(draft(cause: "answered")))
        written.append(try await bench.closed(draft(cause: "closed")))
        let refused = try await bench.open(draft(cause: "refused"))
        written.append(
            try await bench.store.refuse(
                refused.id,
                reason: "Không đúng",
                expecting: nil,
                by: bench.permit(leader)
            )
        )
        #expect(Set(written.map(\.state.kind)) == Set(CaseState.Kind.allCases))
        for it in written { #expect(try await bench.store.find(it.id, within: .everything) == it) }
    }
}

@Test("the row that the audit log commits to names its columns, and no value is lost on the way")
func auditedContent() async throws {
    try await withCases { bench in
        let it = try await bench.answered()
        let content: [UInt8] = try #require(
            try await bench.database.read {
                try $0.value("SELECT content FROM audit_entry ORDER BY id DESC LIMIT 1")
            }
        )
        let object = try #require(try JSONSerialization.jsonObject(with: Data(content)) as? [String: Any])
        #expect(object["state"] as? String == "answered" && object["root_cause"] as? String == "upload-form")
        #expect(object["version"] as? Int == it.version && object["unit_id"] as? String == "17329")
        #expect(object["assignee"] is NSNull && object["search_text"] == nil)
        #expect(object.count == 42)
    }
}
