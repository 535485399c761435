import Access
import Cases
import Hummingbird
import Language
import Places

/// `/api/v1/cases/{id}/related`: which cases belong together.
enum CaseRelationResource {
    static let operations: [Operation] = [
        .get(
            "/api/v1/cases/{id}/related",
            "listRelatedCases",
            .API.relatedCases,
            answers: .json(.object([.required("items", .list(CaseShape.schema))]))
        ) { call in
            let it = try await CaseResource.find(call)
            let related = try await call.house.cases.related(to: it.id, within: try call.scope(ReadCase.self))
            return .json(["items": .list(related.map { CaseShape.json($0, call) })])
        },
        .post(
            "/api/v1/cases/{id}/related",
            "relateCase",
            .API.relateCase,
            body: .json(.object([.required("case", reference)])),
            answers: .json(CaseShape.schema),
            hasVersion: true
        ) { call in
            let (it, other) = (
                try await CaseResource.find(call), try await other(call.body["case"]?.text, call)
            )
            let (permit, otherPermit) = try permits(it, other, call)
            let changed = try await call.house.cases.relate(it.id, to: other.id, by: permit, and: otherPermit)
            return CaseResource.shown(changed, call)
        },
        .delete(
            "/api/v1/cases/{id}/related/{other}",
            "unrelateCase",
            .API.unrelateCase,
            answers: .json(CaseShape.schema),
            hasVersion: true
        ) { call in
            let (it, other) = (
                try await CaseResource.find(call), try await other(try call.path("other"), call)
            )
            let (permit, otherPermit) = try permits(it, other, call)
            let cases = call.house.cases
            let changed = try await cases.unrelate(it.id, from: other.id, by: permit, and: otherPermit)
            return CaseResource.shown(changed, call)
        },
    ]

    /// An id, or a number as people quote it.
    private static let reference = Schema.text(
        min: 12,
        max: 36,
        pattern: "^(HS-[0-9]{4}-[0-9]{4,9}|[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12})$"
    )

    /// The other case, if the caller may see it.
    private static func other(_ text: String?, _ call: Call) async throws -> Case {
        guard let named = text.flatMap(CaseReference.init) else {
            throw CaseError(.notFound, "no case is named so")
        }
        return try await call.house.cases.find(named, within: try call.scope(ReadCase.self))
    }

    private static func permits(
        _ it: Case,
        _ other: Case,
        _ call: Call
    ) throws -> (Permit<WorkOnCase>, Permit<WorkOnCase>) {
        (try call.permit(on: it.unit), try call.permit(on: other.unit))
    }
}
