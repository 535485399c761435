import Access
import Database
package import Hummingbird
import Identity
import Language
import Places
package import Serving

/// The accounts of the reader's units, and what an administrator does with them.
package struct AccountRoutes: Sendable {
    private let house: ConsoleHouse
    private let list: AccountListRoute
    private let invitation: InvitationRoute
    private let one: AccountPageRoute

    package init(_ house: ConsoleHouse) {
        self.house = house
        list = AccountListRoute(house: house)
        invitation = InvitationRoute(house: house)
        one = AccountPageRoute(house: house)
    }

    package func add(to router: Router<SenContext>) {
        router.get("/accounts", use: list.show)
        router.get("/accounts/new", use: invitation.show)
        router.post("/accounts/new", use: invitation.invite)
        router.get("/accounts/:id", use: one.show)
        change("grants", to: router) { account, fields, permit in
            let grant = try Self.grant(fields)
            return try await set(account.grants + [grant], of: account, fields, permit)
        }
        change("grants/remove", to: router) { account, fields, permit in
            let grant = try Self.grant(fields)
            return try await set(account.grants.filter { $0 != grant }, of: account, fields, permit)
        }
        change("disable", to: router) { account, fields, permit in
            let version = try fields.version()
            _ = try await house.identity.accounts.disable(account.id, expecting: version, by: permit)
            return nil
        }
        change("remove-codes", to: router) { account, fields, permit in
            let version = try fields.version()
            _ = try await house.identity.accounts.removeTimedCodes(
                of: account.id,
                expecting: version,
                by: permit
            )
            return nil
        }
        change("enable", to: router) { account, fields, permit in
            let version = try fields.version()
            return try await house.identity.accounts.enable(account.id, expecting: version, by: permit)
        }
        change("reset", to: router) { account, fields, permit in
            let version = try fields.version()
            return try await house.identity.accounts.reset(account.id, expecting: version, by: permit)
        }
    }

    /// A form of an account: does the change and shows the account again, or the link that the change made.
    private func change(
        _ name: String,
        to router: Router<SenContext>,
        _ body: @escaping @Sendable (Account, FormFields, Permit<ManageAccounts>) async throws -> SecretToken?
    ) {
        router.post("/accounts/:id/\(name)") { [house, one] request, context -> Response in
            let visitor = try context.signedIn()
            let fields = try await FormFields.posted(request, by: visitor)
            let account = try await one.find(context)
            let permit: Permit<ManageAccounts> = try house.access.widestPermit(
                visitor.principal,
                reaching: Places.Unit.ID(rawValue: account.unit)
            )
            do {
                if let link = try await body(account, fields, permit) {
                    return await LinkOnce(house: house).page(link, for: account, request, context)
                }
            } catch {
                let (mistake, status) = try FormMistake.told(error)
                return try await one.page(
                    of: account,
                    mistake: (name, mistake),
                    status: status,
                    request,
                    context
                )
            }
            return .redirect(to: ConsolePath.account(account.id.description), type: .normal)
        }
    }

    private func set(
        _ grants: [RoleGrant],
        of account: Account,
        _ fields: FormFields,
        _ permit: Permit<ManageAccounts>
    ) async throws -> SecretToken? {
        _ = try await house.identity.accounts.changeGrants(
            of: account.id,
            to: grants,
            expecting: try fields.version(),
            by: permit
        )
        return nil
    }

    private static func grant(_ fields: FormFields) throws -> RoleGrant {
        RoleGrant(try fields.role(), in: fields["unit"] ?? "")
    }
}

extension FormFields {
    /// The version of the account that the person saw.
    fileprivate func version() throws(ServingError) -> Int {
        guard let version = Int(try require("version")) else {
            throw ServingError(.formUnreadable, "the version is no number")
        }
        return version
    }

    func role() throws(ServingError) -> Role {
        guard let role = Role(rawValue: self["role"] ?? "") else {
            throw ServingError(.formUnreadable, "no role of ours", text: .Accounts.noRole)
        }
        return role
    }
}

/// The page that shows a new link, once.
struct LinkOnce: Sendable {
    let house: ConsoleHouse

    func page(
        _ link: SecretToken,
        for account: Account,
        _ request: Request,
        _ context: SenContext
    ) async -> Response {
        let model = ShownOnceModel(
            title: .Accounts.linkReady,
            explanation: .Accounts.linkFor(account.fullName.text),
            value: house.identity.begin(of: request) + ConsolePath.link(link.text),
            back: (.Accounts.toAccount, ConsolePath.account(account.id.description)),
            room: .accounts
        )
        return .page(ShownOnceView.document(model, in: await house.frame(for: request, context)))
    }
}

extension ConsoleIdentity {
    /// `https://sen.example`: where links begin.
    fileprivate func begin(of request: Request) -> String {
        guard let address else {
            return (request.isOverTLS ? "https://" : "http://") + (request.head.authority ?? "")
        }
        return address.hasSuffix("/") ? String(address.dropLast()) : address
    }
}
