import Access
import AuditLog
import Database
import Hummingbird
import Identity
import Language
import Places
import Serving

/// `GET /accounts/{id}`: one account, with what the reader may do.
struct AccountPageRoute: Sendable {
    let house: ConsoleHouse

    /// The account of the address, if it belongs to a unit whose accounts the reader may see.
    func find(_ context: SenContext) async throws -> Account {
        let visitor = try context.signedIn()
        guard let id = Account.ID(try context.parameters.require("id")) else {
            throw IdentityError(.accountNotFound, "the address holds no account id")
        }
        let scope = house.access.scope(of: visitor.principal, to: ReadAccounts.self)
        return try await house.identity.accounts.find(id, within: scope)
    }

    func show(_ request: Request, _ context: SenContext) async throws -> Response {
        try await page(of: find(context), request, context)
    }

    func page(
        of account: Account,
        mistake: (form: String, what: FormMistake)? = nil,
        status: HTTPResponse.Status = .ok,
        _ request: Request,
        _ context: SenContext
    ) async throws -> Response {
        let visitor = try context.signedIn()
        // after a refusal the form goes on from what is true now
        let account = mistake == nil ? account : try await find(context)
        let unit = Places.Unit.ID(rawValue: account.unit)
        let permit: Permit<ManageAccounts>? = try? house.access.widestPermit(
            visitor.principal,
            reaching: unit
        )
        let actor = Actor.account(account.id.uuid).code
        let model = AccountModel(
            id: account.id.description,
            fullName: account.fullName.text,
            signInName: account.signInName.text,
            unit: (account.unit, house.unitName(account.unit)),
            state: account.state.chip,
            isDisabled: account.state == .disabled,
            hasOneTimeCode: account.hasTimedCodes,
            createdAt: account.createdAt,
            grants: account.grants.map { grant in
                .init(
                    role: (grant.role.rawValue, grant.role.name),
                    unit: (grant.unit, house.unitName(grant.unit))
                )
            },
            version: account.version,
            reach: permit == nil ? [] : house.reach(of: visitor, to: ManageAccounts.self),
            mayManage: permit != nil,
            audit: house.mayAnywhere(ReadAudit.self, visitor)
                ? ConsolePath.query(ConsolePath.audit, [("q", actor)]) : nil,
            mistake: mistake
        )
        return .page(
            AccountView.document(model, in: await house.frame(for: request, context)),
            status: status
        )
    }
}
