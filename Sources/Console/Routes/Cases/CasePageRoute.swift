import Access
import AuditLog
import Cases
import Database
import Hummingbird
import Language
import Places
import Serving
import Timekeeping

/// `GET /cases/{id}`: one case, with what the reader may do now.
struct CasePageRoute: Sendable {
    let house: ConsoleHouse

    /// The case of the address, if the reader may see it.
    func find(_ context: SenContext) async throws -> Case {
        let visitor = try context.signedIn()
        guard let id = Case.ID(try context.parameters.require("id")) else {
            throw CaseError(.notFound, "the address holds no case id")
        }
        return try await house.cases.find(
            id,
            within: house.access.scope(of: visitor.principal, to: ReadCase.self)
        )
    }

    func show(_ request: Request, _ context: SenContext) async throws -> Response {
        let it = try await find(context)
        return try await page(of: it, request, context)
    }

    /// Does a step and shows the case again, with the reason when it could not be done.
    func after(
        _ it: Case,
        _ request: Request,
        _ context: SenContext,
        _ step: () async throws -> Void
    ) async throws -> Response {
        do { try await step() } catch let error as CaseError where error.category != .notFound {
            let status = error.category.status
            return try await page(of: it, request, context, error: error.text, status: status)
        } catch let error as ServingError where [.fieldMissing, .fileMissing].contains(error.code) {
            let status = error.category.status
            return try await page(of: it, request, context, error: error.text, status: status)
        }
        return .redirect(to: ConsolePath.case(it.id.description), type: .normal)
    }

    func page(
        of it: Case,
        _ request: Request,
        _ context: SenContext,
        error: Text? = nil,
        relatingMistake: (typed: String, what: FormMistake)? = nil,
        status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        var model = try await model(of: it, for: try context.signedIn(), context.language)
        (model.formError, model.relatingMistake) = (error, relatingMistake)
        return .page(CaseView.document(model, in: await house.frame(for: request, context)), status: status)
    }

    private func model(of it: Case, for visitor: Visitor, _ language: Language) async throws -> CaseModel {
        let scope = house.access.scope(of: visitor.principal, to: ReadCase.self)
        let tree = house.tree()
        var assignee: String?
        if let actor = it.assignee { assignee = await house.name(actor) }
        let choices = CaseChoices(house: house)
        let mayRelate = choices.mayRelate(it, visitor)
        let related = try await house.cases.related(to: it.id, within: scope)
        return CaseModel(
            id: it.id.description,
            number: it.number.description,
            title: it.title,
            stage: it.state.kind.stage,
            state: it.state.kind.chip,
            severity: it.severity.chip,
            kind: it.kind.text,
            subject: subject(of: it),
            unit: (tree.unit(it.unit)?.name ?? it.unit.rawValue, it.unit.rawValue),
            assignee: assignee,
            openedAt: it.openedAt,
            deadline: it.deadline.at,
            standing: it.standing,
            ground: it.ground.citation,
            recurrences: it.recurrences,
            rootCause: it.state.answer?.rootCause?.text,
            actions: await choices.actions(on: it, for: visitor),
            evidence: try await evidence(of: it, scope),
            timeline: try await timeline(of: it, scope),
            related: related.map {
                .init($0.line(tree), mayUndo: mayRelate && choices.mayRelate($0, visitor))
            },
            mayRelate: mayRelate
        )
    }

    private func subject(of it: Case) -> (name: String, href: String)? {
        guard it.subject.kind == "website" else { return nil }
        return (it.subject.name, ConsolePath.website(it.subject.id))
    }

    private func evidence(of it: Case, _ scope: UnitScope) async throws -> [CaseModel.Evidence] {
        var shown = try await house.cases.evidence(of: it.id, within: scope).map { evidence in
            CaseModel.Evidence(
                title: evidence.title,
                at: evidence.takenAt,
                quotes: [(Quote(offending: evidence.quote), evidence.url ?? "")],
                file: nil
            )
        }
        for attachment in try await house.cases.attachments(of: it.id, within: scope) {
            let digest = String(attachment.sha256.prefix(12))
            let file = (
                attachment.name, ConsolePath.case(it.id.description) + "/attachments/\(attachment.id)",
                "\(attachment.bytes) B", digest
            )
            shown.append(.init(title: .attachedFile, at: attachment.addedAt, quotes: [], file: file))
        }
        return shown
    }

    private func timeline(of it: Case, _ scope: UnitScope) async throws -> [TimelineEvent] {
        var lines: [TimelineEvent] = []
        for event in try await house.cases.timeline(of: it.id, within: scope) {
            lines.append(
                TimelineEvent(
                    at: event.at,
                    tone: event.change.tone,
                    title: event.change.text,
                    by: await house.name(event.actor),
                    note: event.change.note,
                    auditEntry: nil
                )
            )
        }
        return lines
    }
}
