import Access
import AuditLog
import Cases
import Database
package import Hummingbird
import Language
import Places
package import Serving

/// The console's case pages and what is done from them.
package struct CaseRoutes: Sendable {
    private let house: ConsoleHouse
    private let list: CaseListRoute
    private let one: CasePageRoute

    package init(_ house: ConsoleHouse) {
        self.house = house
        list = CaseListRoute(house: house)
        one = CasePageRoute(house: house)
    }

    package func add(to router: Router<SenContext>) {
        router.get("/cases", use: list.show)
        let form = CaseFormRoute(house: house)
        router.get("/cases/new", use: form.new)
        router.post("/cases/new", use: form.open)
        router.get("/cases/:id", use: one.show)
        router.get("/cases/:id/attachments/:file", use: download)
        router.post("/cases/:id/attachments", use: attach)
        let relating = CaseRelationRoute(house: house, one: one)
        router.post("/cases/:id/relate", use: relating.relate)
        router.post("/cases/:id/unrelate", use: relating.unrelate)
        step("accept", to: router) { it, _, permits in
            _ = try await house.cases.accept(it.id, expecting: it.version, by: permits())
        }
        step("start", to: router) { it, _, permits in
            _ = try await house.cases.start(it.id, expecting: it.version, by: permits())
        }
        step("answer", to: router) { it, fields, permits in
            let code = try fields.require("cause")
            let words = code == RootCause.otherCode ? try fields.require("causeWords") : nil
            let cause = RootCause(code: code, words: words)
            let done = try fields.require("note")
            _ = try await house.cases.answer(
                it.id,
                rootCause: cause,
                whatWasDone: done,
                expecting: it.version,
                by: permits()
            )
        }
        step("assign", to: router) { it, fields, permits in
            let account = Actor(code: try fields.require("assignee"))
            _ = try await house.cases.assign(it.id, to: account, expecting: it.version, by: permits())
        }
        step("close", to: router) { it, _, permits in
            _ = try await house.cases.approve(it.id, expecting: it.version, by: permits())
        }
        step("refuse", to: router) { it, fields, permits in
            let reason = try fields.require("reason")
            _ = try await house.cases.refuse(it.id, reason: reason, expecting: it.version, by: permits())
        }
        step("send-back", to: router) { it, fields, permits in
            let reason = try fields.require("reason")
            _ = try await house.cases.sendBack(it.id, reason: reason, expecting: it.version, by: permits())
        }
        // What a unit refuses is decided by the one above it.
        step("confirm-refusal", on: house.cases.unitAbove, to: router) { it, _, permits in
            _ = try await house.cases.confirmRefusal(it.id, expecting: it.version, by: permits())
        }
        step("overrule-refusal", on: house.cases.unitAbove, to: router) { it, fields, permits in
            let reason = try fields.require("reason")
            _ = try await house.cases.overruleRefusal(
                it.id,
                reason: reason,
                expecting: it.version,
                by: permits()
            )
        }
        step("comment", to: router) { it, fields, permits in
            _ = try await house.cases.comment(it.id, try fields.require("text"), by: permits())
        }
    }

    /// A form of a case: does the step and shows the case again, with the reason when it could not be done.
    private func step<A: Action>(
        _ name: String,
        on decider: @escaping @Sendable (Places.Unit.ID) -> Places.Unit.ID = { $0 },
        to router: Router<SenContext>,
        _ body: @escaping @Sendable (Case, FormFields, () throws -> Permit<A>) async throws -> Void
    ) {
        router.post("/cases/:id/\(name)") { [house, one] request, context -> Response in
            let visitor = try context.signedIn()
            let fields = try await FormFields.posted(request, by: visitor)
            let it = try await one.find(context)
            return try await one.after(it, request, context) {
                try await body(it, fields) {
                    try house.access.permit(visitor.principal, on: decider(it.unit))
                }
            }
        }
    }

    /// `POST /cases/{id}/attachments`: one file.
    private func attach(_ request: Request, _ context: SenContext) async throws -> Response {
        let visitor = try context.signedIn()
        let fileBytesMax = CaseAttachment.bytesMax
        let form = try await MultipartForm.posted(request, by: visitor, fileBytesMax: fileBytesMax)
        let it = try await one.find(context)
        return try await one.after(it, request, context) {
            let file = try form.file("file")
            let permit: Permit<WorkOnCase> = try house.access.permit(visitor.principal, on: it.unit)
            _ = try await house.cases.attach(file.bytes, named: file.name, to: it.id, by: permit)
        }
    }

    /// An attached file, always as a download: a browser must not run what somebody has uploaded.
    private func download(_ request: Request, _ context: SenContext) async throws -> Response {
        let it = try await one.find(context)
        let visitor = try context.signedIn()
        let scope = house.access.scope(of: visitor.principal, to: ReadCase.self)
        guard let id = CaseAttachment.ID(try context.parameters.require("file")) else {
            throw CaseError(.notFound, "the address holds no attachment id")
        }
        let files = try await house.cases.attachments(of: it.id, within: scope)
        guard let file = files.first(where: { $0.id == id }) else {
            throw CaseError(.notFound, "no such attachment of the case")
        }
        let bytes = try await house.cases.content(of: id, within: scope)
        let name = ConsolePath.encoded(file.name)
        return Response(
            status: .ok,
            headers: [
                .contentType: "application/octet-stream",
                .contentDisposition: "attachment; filename*=UTF-8''\(name)",
            ],
            body: .init(byteBuffer: ByteBuffer(bytes: bytes))
        )
    }
}
