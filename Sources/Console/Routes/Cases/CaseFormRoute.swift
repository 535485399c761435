import Access
import Cases
import Database
import Hummingbird
import Language
import Places
import Serving
import Timekeeping

/// `/cases/new`: a case that a person opens.
struct CaseFormRoute: Sendable {
    let house: ConsoleHouse

    /// Cases of websites open by what the watch confirms, never by hand: they close by its re-check.
    private static let kinds = CaseKind.allCases.filter { $0 != .website }
    /// What a matter without a record of its own is filed under.
    private static let subjectKind = "matter"

    /// Whether there is any unit for which the reader may open cases.
    func mayOpen(_ visitor: Visitor) -> Bool {
        house.access.scope(of: visitor.principal, to: OpenCase.self) != .units([])
    }

    func new(_ request: Request, _ context: SenContext) async throws -> Response {
        let visitor = try opener(context)
        let model = CaseFormModel(fields: fields(nil, visitor, context.language))
        return .page(CaseFormView.document(model, in: await house.frame(for: request, context)))
    }

    func open(_ request: Request, _ context: SenContext) async throws -> Response {
        let visitor = try opener(context)
        let form = try await FormFields.posted(request, by: visitor)
        do {
            let draft = try draft(form)
            let permit: Permit<OpenCase> = try house.access.permit(visitor.principal, on: draft.unit)
            let it = try await house.cases.open(draft, by: permit).theCase
            return .redirect(to: ConsolePath.case(it.id.description), type: .normal)
        } catch let error as CaseError where error.category != .unavailable {
            return await again(form, error.text, error.category.status, request, context, visitor)
        } catch let error as AccessError where error.code == .outOfSight {
            return await again(form, error.text, error.category.status, request, context, visitor)
        } catch let error as ServingError where error.code == .fieldMissing {
            return await again(form, error.text, error.category.status, request, context, visitor)
        }
    }

    private func opener(_ context: SenContext) throws -> Visitor {
        let visitor = try context.signedIn()
        guard mayOpen(visitor) else { throw AccessError(.forbidden, "no role of the visitor opens cases") }
        return visitor
    }

    private func draft(_ form: FormFields) throws -> CaseDraft {
        guard let kind = CaseKind(rawValue: try form.require("kind")), Self.kinds.contains(kind),
            let severity = CaseSeverity(code: try form.require("severity"))
        else { throw ServingError(.fieldMissing, "kind or severity is none of the list") }
        let subject = try form.require("subject")
        return CaseDraft(
            kind: kind,
            subject: CaseSubject(kind: Self.subjectKind, id: subject, name: subject),
            title: try form.require("title"),
            unit: Places.Unit.ID(rawValue: try form.require("unit")),
            severity: severity,
            detectedAt: house.clock.now()
        )
    }

    private func again(
        _ form: FormFields,
        _ error: Text,
        _ status: HTTPResponse.Status,
        _ request: Request,
        _ context: SenContext,
        _ visitor: Visitor
    ) async -> Response {
        let model = CaseFormModel(fields: fields(form, visitor, context.language), error: error)
        return .page(
            CaseFormView.document(model, in: await house.frame(for: request, context)),
            status: status
        )
    }

    /// With what was typed; `nil` for an empty form.
    private func fields(_ form: FormFields?, _ visitor: Visitor, _ language: Language) -> [Field] {
        func value(_ name: String, _ usual: String = "") -> String { form?[name] ?? usual }
        let scope = house.access.scope(of: visitor.principal, to: OpenCase.self)
        let units = house.tree().units.filter { scope.contains($0.id) }
            .map { (value: $0.id.rawValue, label: $0.name) }
        let kinds = Self.kinds.map { (value: $0.rawValue, label: $0.text(language)) }
        let severities = CaseSeverity.allCases.reversed().map { (value: $0.code, label: $0.text(language)) }
        return [
            Field("title", .caseTitle, value: value("title"), help: .caseTitleHelp, isRequired: true),
            Field("subject", .subject, value: value("subject"), help: .caseSubjectHelp, isRequired: true),
            Field("unit", .owner, kind: .choice(units), value: value("unit"), isRequired: true),
            Field("kind", .caseKind, kind: .choice(kinds), value: value("kind", "task"), isRequired: true),
            Field(
                "severity",
                .severity,
                kind: .choice(severities),
                value: value("severity", CaseSeverity.attention.code),
                help: .caseSeverityHelp,
                isRequired: true
            ),
        ]
    }
}
