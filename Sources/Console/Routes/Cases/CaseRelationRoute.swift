import Access
import Cases
import Database
import Hummingbird
import Language
import Places
import Serving

/// `POST /cases/{id}/relate` and `/unrelate`: which cases belong together.
struct CaseRelationRoute: Sendable {
    let house: ConsoleHouse
    let one: CasePageRoute

    /// Takes the other case's number as it is typed; what is wrong with it is told at its field.
    func relate(_ request: Request, _ context: SenContext) async throws -> Response {
        let visitor = try context.signedIn()
        let fields = try await FormFields.posted(request, by: visitor)
        let it = try await one.find(context)
        let permit: Permit<WorkOnCase> = try house.access.permit(visitor.principal, on: it.unit)
        do {
            guard let named = CaseReference(try fields.require("case")) else {
                throw CaseError(.numberInvalid, "the form holds no case number")
            }
            let (other, otherPermit) = try await other(named, visitor)
            _ = try await house.cases.relate(it.id, to: other.id, by: permit, and: otherPermit)
        } catch let error as any AnyFailure where isAboutTheNumber(error) {
            let status = error.category == .notFound ? .unprocessableContent : error.category.status
            let mistake = (fields["case"] ?? "", FormMistake(error.text, in: "case"))
            return try await one.page(of: it, request, context, relatingMistake: mistake, status: status)
        }
        return .redirect(to: ConsolePath.case(it.id.description), type: .normal)
    }

    func unrelate(_ request: Request, _ context: SenContext) async throws -> Response {
        let visitor = try context.signedIn()
        let fields = try await FormFields.posted(request, by: visitor)
        let it = try await one.find(context)
        return try await one.after(it, request, context) {
            let permit: Permit<WorkOnCase> = try house.access.permit(visitor.principal, on: it.unit)
            guard let named = CaseReference(try fields.require("case")) else {
                throw CaseError(.numberInvalid, "the form holds no case number")
            }
            let (other, otherPermit) = try await other(named, visitor)
            _ = try await house.cases.unrelate(it.id, from: other.id, by: permit, and: otherPermit)
        }
    }

    /// The other case, if the visitor may see it, with the permit that it needs too.
    private func other(
        _ named: CaseReference,
        _ visitor: Visitor
    ) async throws -> (Case, Permit<WorkOnCase>) {
        let scope = house.access.scope(of: visitor.principal, to: ReadCase.self)
        let other = try await house.cases.find(named, within: scope)
        do { return (other, try house.access.permit(visitor.principal, on: other.unit)) } catch {
            throw CaseError(
                .notTheOwner,
                "the visitor may read the other case and no more",
                text: .Case.relatedElsewhere
            )
        }
    }

    private func isAboutTheNumber(_ error: any AnyFailure) -> Bool {
        error is CaseError ? error.category != .unavailable : (error as? ServingError)?.code == .fieldMissing
    }
}
