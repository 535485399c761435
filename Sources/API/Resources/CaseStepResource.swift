import Access
import AuditLog
import Cases
import Hummingbird
import Language
import Places

/// `/api/v1/cases/{id}/<step>`: what people do with a case.
///
/// Each step may name the version that the caller has seen.
enum CaseStepResource {
    static let operations: [Operation] = [
        step("accept", "acceptCase", .API.acceptCase) { it, call in
            let permit = try call.permit(AcceptCase.self, on: it.unit)
            return try await call.house.cases.accept(it.id, expecting: call.expectedVersion, by: permit)
        },
        step("start", "startCase", .API.startCase) { it, call in
            let permit = try call.permit(WorkOnCase.self, on: it.unit)
            return try await call.house.cases.start(it.id, expecting: call.expectedVersion, by: permit)
        },
        step(
            "assign",
            "assignCase",
            .API.assignCase,
            .object([.required("assignee", .nullable(CaseResource.actorCode))])
        ) {
            it,
            call in
            let permit = try call.permit(AssignCase.self, on: it.unit)
            let account = call.body["assignee"]?.text.flatMap { Actor(code: $0) }
            return try await call.house.cases.assign(
                it.id,
                to: account,
                expecting: call.expectedVersion,
                by: permit
            )
        },
        step("answer", "answerCase", .API.answerCase, answer) { it, call in
            let permit = try call.permit(WorkOnCase.self, on: it.unit)
            return try await call.house.cases.answer(
                it.id,
                rootCause: try rootCause(call.body),
                whatWasDone: call.body["whatWasDone"]?.text ?? "",
                expecting: call.expectedVersion,
                by: permit
            )
        },
        step("approve", "approveCase", .API.approveCase) { it, call in
            let permit = try call.permit(CloseCase.self, on: it.unit)
            return try await call.house.cases.approve(it.id, expecting: call.expectedVersion, by: permit)
        },
        step("send-back", "sendBackCase", .API.sendBackCase, reason) { it, call in
            let permit = try call.permit(CloseCase.self, on: it.unit)
            return try await call.house.cases.sendBack(
                it.id,
                reason: call.body["reason"]?.text ?? "",
                expecting: call.expectedVersion,
                by: permit
            )
        },
        step("refuse", "refuseCase", .API.refuseCase, reason) { it, call in
            let permit = try call.permit(RefuseCase.self, on: it.unit)
            return try await call.house.cases.refuse(
                it.id,
                reason: call.body["reason"]?.text ?? "",
                expecting: call.expectedVersion,
                by: permit
            )
        },
        step("confirm-refusal", "confirmCaseRefusal", .API.confirmRefusal) { it, call in
            let permit = try call.permit(DecideRefusal.self, on: call.house.cases.unitAbove(it.unit))
            return try await call.house.cases.confirmRefusal(
                it.id,
                expecting: call.expectedVersion,
                by: permit
            )
        },
        step("overrule-refusal", "overruleCaseRefusal", .API.overruleRefusal, reason) { it, call in
            let permit = try call.permit(DecideRefusal.self, on: call.house.cases.unitAbove(it.unit))
            return try await call.house.cases.overruleRefusal(
                it.id,
                reason: call.body["reason"]?.text ?? "",
                expecting: call.expectedVersion,
                by: permit
            )
        },
    ]

    private static let reason = Schema.object([
        .required("reason", .text(min: 1, max: CaseField.reason.charactersMax))
    ])
    private static let answer = Schema.named(
        "NewAnswer",
        .object([
            .required("whatWasDone", .text(min: 1, max: CaseField.whatWasDone.charactersMax)),
            .optional("rootCause", .choice(RootCause.listed.map(\.code) + [RootCause.otherCode])),
            .optional("rootCauseWords", .text(min: 1, max: CaseField.rootCause.charactersMax)),
        ])
    )

    private static func step(
        _ name: String,
        _ id: String,
        _ summary: Text,
        _ body: Schema? = nil,
        _ take: @escaping @Sendable (Case, Call) async throws -> Case
    ) -> Operation {
        .post(
            "/api/v1/cases/{id}/\(name)",
            id,
            summary,
            [.ifMatch],
            body: body.map { .json($0) } ?? .none,
            answers: .json(CaseShape.schema),
            hasVersion: true
        ) { call in
            let it = try await CaseResource.find(call)
            return CaseResource.shown(try await take(it, call), call)
        }
    }

    /// `other` comes with words, the listed causes without.
    private static func rootCause(_ body: JSON) throws -> RootCause? {
        let words = body["rootCauseWords"]?.text
        guard let code = body["rootCause"]?.text else {
            guard words == nil else { throw misfit }
            return nil
        }
        guard let cause = RootCause(code: code, words: words) else { throw misfit }
        return cause
    }

    private static var misfit: FieldFailure {
        let failure = APIError(.fieldInvalid, "words and cause do not fit", text: .API.rootCauseWords)
        return FieldFailure(field: "rootCauseWords", failure: failure)
    }
}
