import AuditLog
import Cases
import Database
import Language
import Places
import Timekeeping

/// A case as the API shows it.
enum CaseShape {
    static let kinds = CaseKind.allCases.map(\.rawValue)
    static let severities = CaseSeverity.allCases.map(\.code)
    static let states = CaseState.Kind.allCases.map(\.rawValue)
    static let subject = Schema.object([
        .required("kind", .text(min: 1, max: CaseField.kind.charactersMax)),
        .required("id", .text(min: 1, max: CaseField.cause.charactersMax)),
        .required("name", .text(min: 1, max: CaseField.subject.charactersMax)),
    ])
    private static let answer = Schema.object([
        .required("rootCause", .nullable(.string)), .required("rootCauseWords", .nullable(.string)),
        .required("whatWasDone", .string), .required("by", .string), .required("at", .instant),
    ])
    private static let refusal = Schema.object([
        .required("reason", .string), .required("by", .string), .required("at", .instant),
        .required("isConfirmed", .flag),
    ])

    static let schema = Schema.named(
        "Case",
        .object([
            .required("id", .uuid), .required("number", .string), .required("kind", .choice(kinds)),
            .required("title", .string), .required("unit", .string), .required("subject", subject),
            .required("cause", .nullable(.string)), .required("severity", .choice(severities)),
            .required("state", .coded(states)), .required("assignee", .nullable(.string)),
            .required("deadline", .instant), .required("isOverdue", .flag),
            .required("ground", .coded(grounds)),
            .required("openedAt", .instant), .required("detectedAt", .instant),
            .required("endedAt", .nullable(.instant)), .required("answer", .nullable(answer)),
            .required("refusal", .nullable(refusal)), .required("observations", .integer(min: 1)),
            .required("recurrences", .integer(min: 0)), .required("escalation", .choice(escalations)),
            .required("version", .integer(min: 1)), .required("changedAt", .instant),
        ])
    )
    private static let grounds = LegalGround.allCases.map(\.rawValue)
    private static let escalations = EscalationLevel.allCases.map(\.code)

    static func json(_ it: Case, _ call: Call) -> JSON {
        JSON([
            ("id", .text(it.id.description)), ("number", .text(it.number.description)),
            ("kind", .text(it.kind.rawValue)), ("title", .text(it.title)), ("unit", .text(it.unit.rawValue)),
            ("subject", json(it.subject)), ("cause", JSON(it.cause)), ("severity", .text(it.severity.code)),
            ("state", .coded(it.state.kind.rawValue, it.state.kind.text, call.language)),
            ("assignee", JSON(it.assignee?.code)), ("deadline", JSON(it.deadline.at)),
            ("isOverdue", JSON(it.isOverdue(at: call.house.clock.now()))),
            ("ground", .coded(it.ground.rawValue, it.ground.citation, call.language)),
            ("openedAt", JSON(it.openedAt)), ("detectedAt", JSON(it.detectedAt)),
            ("endedAt", JSON(it.state.endedAt)), ("answer", json(it.state.answer)),
            ("refusal", refusal(it.state)),
            ("observations", JSON(it.observations)), ("recurrences", JSON(it.recurrences)),
            ("escalation", .text(it.escalation.code)), ("version", JSON(it.version)),
            ("changedAt", JSON(it.changedAt)),
        ])
    }

    private static func json(_ subject: CaseSubject) -> JSON {
        ["kind": .text(subject.kind), "id": .text(subject.id), "name": .text(subject.name)]
    }

    private static func json(_ answer: CaseAnswer?) -> JSON {
        guard let answer else { return .null }
        return [
            "rootCause": JSON(answer.rootCause?.code), "rootCauseWords": JSON(answer.rootCause?.words),
            "whatWasDone": .text(answer.whatWasDone), "by": .text(answer.by.code), "at": JSON(answer.at),
        ]
    }

    private static func refusal(_ state: CaseState) -> JSON {
        guard case .refused(let refusal) = state else { return .null }
        return [
            "reason": .text(refusal.reason), "by": .text(refusal.by.code), "at": JSON(refusal.at),
            "isConfirmed": JSON(refusal.confirmation != nil),
        ]
    }
}

/// A line of a case's timeline.
enum CaseEventShape {
    static let schema = Schema.named(
        "CaseEvent",
        .object([
            .required("position", .integer(min: 1)), .required("at", .instant), .required("by", .string),
            .required("kind", .string), .required("text", .string),
        ])
    )

    static func json(_ event: CaseEvent, _ language: Language) -> JSON {
        [
            "position": JSON(event.position), "at": JSON(event.at), "by": .text(event.actor.code),
            "kind": .text(event.change.code), "text": .text(event.change.text(language)),
        ]
    }
}

/// Evidence as the API shows and takes it.
enum EvidenceShape {
    static let schema = Schema.named("Evidence", .object(fields(detail: .string)))
    /// Without the moment, now is meant.
    static let taken = Schema.named(
        "NewEvidence",
        .object([
            .required("kind", .text(min: 1, max: CaseField.kind.charactersMax)),
            .required("quote", .text(max: CaseField.quote.charactersMax)),
            .optional("url", .text(max: CaseField.url.charactersMax, format: .uri, pattern: "^https?://")),
            .optional("sha256", .text(min: 64, max: 64, pattern: "^[0-9a-f]{64}$")),
            .optional("takenAt", .instant),
        ])
    )
    /// Of one request; a case holds ``CaseEvidence/countMax``.
    static let countMax = 100

    private static func fields(detail: Schema) -> [Schema.Field] {
        [
            .required("kind", .string), .required("quote", .string), .required("url", .nullable(.string)),
            .required("sha256", .nullable(.string)), .required("takenAt", .instant),
            .required("detail", detail),
        ]
    }

    static func json(_ evidence: CaseEvidence) -> JSON {
        [
            "kind": .text(evidence.kind), "quote": .text(evidence.quote), "url": JSON(evidence.url),
            "sha256": JSON(evidence.sha256), "takenAt": JSON(evidence.takenAt),
            "detail": .text(evidence.detail),
        ]
    }

    static func read(_ value: JSON, at now: Instant) -> CaseEvidence {
        CaseEvidence(
            kind: value["kind"]?.text ?? "",
            quote: value["quote"]?.text ?? "",
            url: value["url"]?.text,
            sha256: value["sha256"]?.text,
            takenAt: value["takenAt"]?.text.flatMap { Instant(strict: $0) } ?? now
        )
    }
}

/// A file of a case.
enum AttachmentShape {
    static let schema = Schema.named(
        "Attachment",
        .object([
            .required("id", .uuid), .required("name", .string), .required("type", .string),
            .required("bytes", .integer(min: 1)), .required("sha256", .string),
            .required("addedAt", .instant),
            .required("addedBy", .string),
        ])
    )

    static func json(_ file: CaseAttachment) -> JSON {
        [
            "id": .text(file.id.description), "name": .text(file.name), "type": .text(file.type.rawValue),
            "bytes": JSON(file.bytes), "sha256": .text(file.sha256), "addedAt": JSON(file.addedAt),
            "addedBy": .text(file.addedBy.code),
        ]
    }
}
