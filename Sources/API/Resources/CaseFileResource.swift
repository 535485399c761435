import Access
import Cases
import Database
import Foundation
import Hummingbird
import Language
import Places
import Timekeeping

/// `/api/v1/cases/{id}/...`: what is added to a case without changing where it stands.
enum CaseFileResource {
    static let operations: [Operation] = [
        .post(
            "/api/v1/cases/{id}/comments",
            "commentCase",
            .API.commentCase,
            body: .json(.object([.required("text", .text(min: 1, max: CaseField.comment.charactersMax))])),
            answers: .json(CaseShape.schema),
            hasVersion: true
        ) { call in
            let it = try await CaseResource.find(call)
            let permit = try call.permit(CommentCase.self, on: it.unit)
            let changed = try await call.house.cases.comment(it.id, call.body["text"]?.text ?? "", by: permit)
            return CaseResource.shown(changed, call)
        },
        .get(
            "/api/v1/cases/{id}/evidence",
            "listCaseEvidence",
            .API.listEvidence,
            answers: .json(.object([.required("items", .list(EvidenceShape.schema))]))
        ) { call in
            let it = try await CaseResource.find(call)
            let evidence = try await call.house.cases.evidence(
                of: it.id,
                within: try call.scope(ReadCase.self)
            )
            return .json(["items": .list(evidence.map(EvidenceShape.json))])
        },
        .post(
            "/api/v1/cases/{id}/evidence",
            "addCaseEvidence",
            .API.addEvidence,
            body: .json(
                .object([.required("items", .list(EvidenceShape.taken, max: EvidenceShape.countMax))])
            ),
            answers: .json(CaseShape.schema),
            hasVersion: true
        ) { call in
            let it = try await CaseResource.find(call)
            let permit = try call.permit(WorkOnCase.self, on: it.unit)
            let now = call.house.clock.now()
            let evidence = (call.body["items"]?.list ?? []).map { EvidenceShape.read($0, at: now) }
            return CaseResource.shown(
                try await call.house.cases.addEvidence(evidence, to: it.id, by: permit),
                call
            )
        },
        .get(
            "/api/v1/cases/{id}/attachments",
            "listCaseAttachments",
            .API.listAttachments,
            answers: .json(.object([.required("items", .list(AttachmentShape.schema))]))
        ) { call in
            let it = try await CaseResource.find(call)
            let files = try await call.house.cases.attachments(
                of: it.id,
                within: try call.scope(ReadCase.self)
            )
            return .json(["items": .list(files.map(AttachmentShape.json))])
        },
        .post(
            "/api/v1/cases/{id}/attachments",
            "attachToCase",
            .API.attachToCase,
            [.query("name", .text(min: 1, max: nameCharactersMax), .API.fileName)],
            body: .raw(types: ["*/*"], bytesMax: CaseAttachment.bytesMax),
            answers: .json(AttachmentShape.schema, [.created]),
            attach
        ),
        .get(
            "/api/v1/cases/{id}/attachments/{file}",
            "getCaseAttachment",
            .API.getAttachment,
            answers: AnswerShape(content: .bytes(type: "application/octet-stream")),
            download
        ),
    ]

    /// Of a file name; the store keeps the part that is safe.
    private static let nameCharactersMax = 255

    private static func attach(_ call: Call) async throws -> Answer {
        let it = try await CaseResource.find(call)
        let permit = try call.permit(WorkOnCase.self, on: it.unit)
        let file = try await call.house.cases.attach(
            call.bytes,
            named: call.query["name"] ?? "",
            to: it.id,
            by: permit
        )
        return Answer.json(AttachmentShape.json(file), .created)
            .location("/api/v1/cases/\(it.id)/attachments/\(file.id)")
    }

    /// Always as a download of bytes: nothing may run what somebody has uploaded.
    private static func download(_ call: Call) async throws -> Answer {
        let it = try await CaseResource.find(call)
        let scope = try call.scope(ReadCase.self)
        let files = try await call.house.cases.attachments(of: it.id, within: scope)
        let id = CaseAttachment.ID(try call.path("file"))
        guard let file = files.first(where: { $0.id == id }) else {
            throw CaseError(.notFound, "no such attachment of the case")
        }
        let bytes = try await call.house.cases.content(of: file.id, within: scope)
        var answer = Answer.bytes(bytes, type: "application/octet-stream")
        let name = file.name.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
        answer.headers[.contentDisposition] = "attachment; filename*=UTF-8''\(name)"
        return answer
    }
}
