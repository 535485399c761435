import Access
import Hummingbird
import Identity
import Language
import Places
import Serving

/// `/accounts/new`: inviting somebody, which makes the link that is shown once.
struct InvitationRoute: Sendable {
    let house: ConsoleHouse

    func show(_ request: Request, _ context: SenContext) async throws -> Response {
        await page(NewAccountModel(units: try units(context)), request, context)
    }

    func invite(_ request: Request, _ context: SenContext) async throws -> Response {
        let visitor = try context.signedIn()
        let fields = try await FormFields.posted(request, by: visitor)
        var model = NewAccountModel(
            fullName: fields["full-name"] ?? "",
            signInName: fields["name"] ?? "",
            unit: fields["unit"] ?? "",
            role: fields["role"] ?? "",
            units: try units(context)
        )
        do {
            let (account, link) = try await invite(model, try fields.role(), visitor)
            return await LinkOnce(house: house).page(link, for: account, request, context)
        } catch {
            let (mistake, status) = try FormMistake.told(error)
            model.mistake = mistake
            return await page(model, status: status, request, context)
        }
    }

    private func invite(
        _ typed: NewAccountModel,
        _ role: Role,
        _ visitor: Visitor
    ) async throws -> (Account, SecretToken) {
        let draft = AccountDraft(
            signInName: try signInName(typed.signInName),
            fullName: try fullName(typed.fullName),
            unit: typed.unit,
            grants: [RoleGrant(role, in: typed.unit)]
        )
        // another's unit and one that does not exist read the same
        guard typed.units.contains(where: { $0.id == typed.unit }) else {
            throw IdentityError(.grantOutOfReach, "no such unit within reach", text: .Accounts.noUnit)
        }
        let unit = Places.Unit.ID(rawValue: typed.unit)
        let permit: Permit<ManageAccounts> = try house.access.widestPermit(visitor.principal, reaching: unit)
        return try await house.identity.accounts.invite(draft, by: permit)
    }

    private func units(_ context: SenContext) throws -> [(id: String, name: String)] {
        let units = house.reach(of: try context.signedIn(), to: ManageAccounts.self)
        guard !units.isEmpty else { throw AccessError(.forbidden, "the reader may not invite anybody") }
        return units
    }

    private func page(
        _ model: NewAccountModel,
        status: HTTPResponse.Status = .ok,
        _ request: Request,
        _ context: SenContext
    ) async -> Response {
        .page(NewAccountView.document(model, in: await house.frame(for: request, context)), status: status)
    }
}
