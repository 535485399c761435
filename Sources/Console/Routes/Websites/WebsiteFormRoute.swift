import Access
import Database
import Hummingbird
import Language
import Places
import Serving
import Timekeeping
import WebWatch

/// `/websites/new` and `/websites/{id}/edit`: the form of one website.
struct WebsiteFormRoute: Sendable {
    let house: ConsoleHouse

    func new(_ request: Request, _ context: SenContext) async throws -> Response {
        let visitor = try WebsiteChoices(house: house).registrar(context)
        let model = WebsiteFormModel(website: nil, fields: fields(WebsiteInput(), visitor, context.language))
        return .page(WebsiteFormView.document(model, in: await house.frame(for: request, context)))
    }

    func add(_ request: Request, _ context: SenContext) async throws -> Response {
        let visitor = try WebsiteChoices(house: house).registrar(context)
        let input = WebsiteInput(try await FormFields.posted(request, by: visitor))
        do {
            let details = try input.details()
            let permit = try permit(details.unit, visitor)
            let website = try await house.watch.websites.add(details, by: permit)
            return .redirect(to: ConsolePath.website(website.id.description), type: .normal)
        } catch let error as WebsiteError where error.category != .unavailable {
            let model = WebsiteFormModel(
                website: nil,
                fields: fields(input, visitor, context.language),
                error: error.text
            )
            return await again(model, error, request, context)
        }
    }

    func show(_ request: Request, _ context: SenContext) async throws -> Response {
        let visitor = try WebsiteChoices(house: house).registrar(context)
        let website = try await WebsitePageRoute(house: house).find(context).website
        _ = try permit(website.details.unit, visitor)
        let model = WebsiteFormModel(
            website: (website.id.description, website.details.name),
            fields: fields(WebsiteInput(website.details), visitor, context.language),
            version: website.version
        )
        return .page(WebsiteFormView.document(model, in: await house.frame(for: request, context)))
    }

    func save(_ request: Request, _ context: SenContext) async throws -> Response {
        let visitor = try WebsiteChoices(house: house).registrar(context)
        let form = try await FormFields.posted(request, by: visitor)
        let website = try await WebsitePageRoute(house: house).find(context).website
        let (input, version) = (WebsiteInput(form), Int(form["version"] ?? "") ?? 0)
        do {
            let permit = try permit(website.details.unit, visitor)
            let details = try input.details()
            let store = house.watch.websites
            let newOwner = details.unit == permit.unit ? nil : try self.permit(details.unit, visitor)
            _ = try await store.edit(website.id, details, expecting: version, by: permit, newOwner: newOwner)
            return .redirect(to: ConsolePath.website(website.id.description), type: .normal)
        } catch let error as WebsiteError where error.category != .notFound && error.category != .unavailable
        {
            let model = WebsiteFormModel(
                website: (website.id.description, website.details.name),
                fields: fields(input, visitor, context.language),
                version: version,
                error: error.text
            )
            return await again(model, error, request, context)
        }
    }

    private func permit(
        _ unit: Places.Unit.ID,
        _ visitor: Visitor
    ) throws -> Permit<RegisterWebsite> {
        do { return try house.access.permit(visitor.principal, on: unit) } catch
            where error.code == .outOfSight
        {
            throw WebsiteError(.unitUnknown, "the unit is out of the visitor's sight", cause: error)
        }
    }

    private func again(
        _ model: WebsiteFormModel,
        _ error: WebsiteError,
        _ request: Request,
        _ context: SenContext
    ) async -> Response {
        let page = WebsiteFormView.document(model, in: await house.frame(for: request, context))
        return .page(page, status: error.category.status)
    }

    private func fields(_ input: WebsiteInput, _ visitor: Visitor, _ language: Language) -> [Field] {
        input.fields(units: WebsiteChoices(house: house).unitsToRegister(visitor), language)
    }
}
