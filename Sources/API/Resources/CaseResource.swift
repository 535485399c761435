import Access
import AuditLog
import Cases
import Database
import Hummingbird
import Language
import Places
import Timekeeping

/// `/api/v1/cases`: finding, reading and opening cases.
enum CaseResource {
    static let operations: [Operation] = [
        .get(
            "/api/v1/cases",
            "listCases",
            .API.listCases,
            filters,
            answers: .json(.page(of: CaseShape.schema)),
            list
        ),
        .post(
            "/api/v1/cases",
            "openCase",
            .API.openCase,
            body: .json(draft),
            answers: .json(opening, [.created, .ok]),
            hasVersion: true,
            open
        ),
        .get(
            "/api/v1/cases/{id}",
            "getCase",
            .API.getCase,
            answers: .json(CaseShape.schema),
            hasVersion: true
        ) {
            call in
            shown(try await find(call), call)
        },
        .get(
            "/api/v1/cases/{id}/timeline",
            "listCaseTimeline",
            .API.caseTimeline,
            [.cursor],
            answers: .json(.page(of: CaseEventShape.schema)),
            timeline
        ),
    ]

    private static let filters: [Parameter] = [
        .query("q", .text(min: 1, max: 200), .API.searchWords),
        .query("unit", WebsiteShape.unitID, .API.unitFilter),
        .query("state", .choice(CaseShape.states), .API.stateFilter),
        .query("severity", .choice(CaseShape.severities), .API.severityFilter),
        .query("kind", .choice(CaseShape.kinds), .API.kindFilter), .query("open", .flag, .API.openFilter),
        .query("overdue", .flag, .API.overdueFilter), .query("assignee", actorCode, .API.assigneeFilter),
        .query("website", .uuid, .API.websiteFilter),
        .query("order", .choice(CaseOrder.allCases.map(\.rawValue)), .API.order), .cursor,
        .limit(max: CaseStore.pageMax),
    ]
    /// Such as `account:0190c6a2-...`.
    static let actorCode = Schema.text(
        min: 44,
        max: 44,
        pattern: "^account:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$"
    )

    private static let draft = Schema.named(
        "NewCase",
        .object([
            .required("kind", .choice(CaseShape.kinds)),
            .required("title", .text(min: 1, max: CaseField.title.charactersMax)),
            .required("unit", WebsiteShape.unitID), .required("severity", .choice(CaseShape.severities)),
            .required("subject", CaseShape.subject),
            .optional("cause", .text(min: 1, max: CaseField.cause.charactersMax)),
            .optional("detectedAt", .instant),
            .optional("evidence", .list(EvidenceShape.taken, max: EvidenceShape.countMax)),
        ])
    )
    private static let outcomes = ["opened", "merged", "reopened", "repeated"]
    private static let opening = Schema.object([
        .required("outcome", .choice(outcomes)), .required("case", CaseShape.schema),
    ])

    /// The case of the path, if the caller may see it.
    static func find(_ call: Call) async throws -> Case {
        guard let id = Case.ID(try call.path("id")) else {
            throw CaseError(.notFound, "the path holds no case id")
        }
        return try await call.house.cases.find(id, within: try call.scope(ReadCase.self))
    }

    static func shown(_ it: Case, _ call: Call) -> Answer {
        .json(CaseShape.json(it, call)).version(it.version)
    }

    private static func list(_ call: Call) async throws -> Answer {
        var filter = CaseFilter()
        filter.text = call.query["q"]
        filter.unit = call.query["unit"].map { Places.Unit.ID(rawValue: $0) }
        filter.states = Set(CaseState.Kind.allCases.filter { $0.rawValue == call.query["state"] })
        filter.severities = Set(CaseSeverity.allCases.filter { $0.code == call.query["severity"] })
        filter.kinds = Set(CaseKind.allCases.filter { $0.rawValue == call.query["kind"] })
        filter.isOpen = call.query["open"].map { $0 == "true" }
        filter.isOverdue = call.flag("overdue")
        filter.assignee = call.query["assignee"].flatMap { Actor(code: $0) }
        filter.subject = call.query["website"].map { ("website", $0.lowercased()) }
        let page = try await call.house.cases.list(
            filter,
            order: call.query["order"].flatMap { CaseOrder(rawValue: $0) } ?? .newest,
            after: try call.cursor { CaseCursor($0) },
            countMax: call.limit,
            within: try call.scope(ReadCase.self)
        )
        return call.page(page.cases.map { CaseShape.json($0, call) }, next: page.next?.description)
    }

    private static func open(_ call: Call) async throws -> Answer {
        let draft = try draft(call)
        let permit = try call.permit(OpenCase.self, on: draft.unit)
        let opening = try await call.house.cases.open(draft, by: permit)
        let it = opening.theCase
        let (outcome, status): (String, HTTPResponse.Status) =
            switch opening {
            case .opened: ("opened", .created)
            case .merged: ("merged", .ok)
            case .reopened: ("reopened", .ok)
            case .repeated: ("repeated", .ok)
            }
        return Answer.json(["outcome": .text(outcome), "case": CaseShape.json(it, call)], status).version(
            it.version
        )
        .location("/api/v1/cases/\(it.id)")
    }

    private static func draft(_ call: Call) throws -> CaseDraft {
        let (body, now) = (call.body, call.house.clock.now())
        guard let kind = body["kind"]?.text.flatMap({ CaseKind(rawValue: $0) }),
            let severity = body["severity"]?.text.flatMap({ CaseSeverity(code: $0) }),
            let subject = body["subject"]
        else { throw APIError(.fieldMissing, "the body does not fit its schema") }
        return CaseDraft(
            kind: kind,
            cause: body["cause"]?.text,
            subject: CaseSubject(
                kind: subject["kind"]?.text ?? "",
                id: subject["id"]?.text ?? "",
                name: subject["name"]?.text ?? ""
            ),
            title: body["title"]?.text ?? "",
            unit: Places.Unit.ID(rawValue: body["unit"]?.text ?? ""),
            severity: severity,
            detectedAt: try detectedAt(body, now),
            evidence: (body["evidence"]?.list ?? []).map { EvidenceShape.read($0, at: now) }
        )
    }

    /// How far back a case may be dated, in days: the deadline runs from there.
    private static let detectedDaysMax = 3_660
    /// Seconds by which the clock of another system may run ahead.
    private static let aheadSecondsMax = 300

    private static func detectedAt(_ body: JSON, _ now: Instant) throws -> Instant {
        guard let given = body["detectedAt"]?.text.flatMap({ Instant(strict: $0) }) else { return now }
        guard given <= now + .seconds(aheadSecondsMax), given >= now - .seconds(detectedDaysMax * 86_400)
        else {
            let failure = APIError(
                .fieldInvalid,
                "a case from the future or the far past",
                text: .API.fieldOutOfRange("detectedAt")
            )
            throw FieldFailure(field: "detectedAt", failure: failure)
        }
        return given
    }

    private static func timeline(_ call: Call) async throws -> Answer {
        let it = try await find(call)
        let events = try await call.house.cases.timeline(
            of: it.id,
            after: try call.cursor { text in Int(text).flatMap { $0 > 0 ? $0 : nil } } ?? 0,
            within: try call.scope(ReadCase.self)
        )
        let isFull = events.count == CaseStore.timelinePageMax
        return call.page(
            events.map { CaseEventShape.json($0, call.language) },
            next: isFull ? events.last.map { "\($0.position)" } : nil
        )
    }
}
