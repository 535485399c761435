import Access
import Database
import Hummingbird
import Identity
import Language
import Places

/// `/api/v1/accounts`: who has an account and what they may do.
///
/// Reading only. Who changes accounts proves themselves twice, and a key proves itself once: no key ever has the role
/// that may (``APIKeyDraft``), so an operation for it would refuse everybody.
enum AccountResource {
    static let operations: [Operation] = [
        .get(
            "/api/v1/accounts",
            "listAccounts",
            .API.listAccounts,
            [.cursor, .limit(max: AccountStore.pageMax)],
            answers: .json(.page(of: schema))
        ) { call in
            // one more than asked for tells whether there is a next page, except on the largest one
            let limit = min(call.limit, AccountStore.pageMax - 1)
            let found = try await call.house.accounts.list(
                within: try readable(call),
                after: try call.cursor { SignInName($0) },
                limit: limit + 1
            )
            let page = found.prefix(limit)
            return call.page(page.map(json), next: found.count > limit ? page.last?.signInName.text : nil)
        },
        .get("/api/v1/accounts/{id}", "getAccount", .API.getAccount, answers: .json(schema), hasVersion: true)
        { call in
            guard let id = Account.ID(try call.path("id")) else {
                throw IdentityError(.accountNotFound, "the path holds no account id")
            }
            let account = try await call.house.accounts.find(id, within: try readable(call))
            return Answer.json(json(account)).version(account.version)
        },
    ]

    static let grant = Schema.named(
        "Grant",
        .object([.required("role", .choice(Role.allCases.map(\.rawValue))), .required("unit", .string)])
    )
    private static let schema = Schema.named(
        "Account",
        .object([
            .required("id", .uuid), .required("actor", .string), .required("signInName", .string),
            .required("fullName", .string), .required("unit", .string),
            .required("state", .choice(Account.State.allCases.map(\.rawValue))),
            .required("language", .choice(Language.allCases.map(\.rawValue))),
            .required("grants", .list(grant)),
            .required("hasTimedCodes", .flag), .required("createdAt", .instant),
            .required("version", .integer(min: 1)),
        ])
    )

    /// - Throws: ``AccessErrorCode/forbidden`` when no role of the key allows it anywhere.
    private static func readable(_ call: Call) throws -> UnitScope {
        let scope = try call.scope(ReadAccounts.self)
        if case .units(let units) = scope, units.isEmpty {
            throw AccessError(.forbidden, "no role of the principal allows \(ReadAccounts.code)")
        }
        return scope
    }

    static func json(_ grant: RoleGrant) -> JSON {
        ["role": .text(grant.role.rawValue), "unit": .text(grant.unit)]
    }

    private static func json(_ account: Account) -> JSON {
        JSON([
            ("id", .text(account.id.description)), ("actor", .text("account:\(account.id)")),
            ("signInName", .text(account.signInName.text)), ("fullName", .text(account.fullName.text)),
            ("unit", .text(account.unit)), ("state", .text(account.state.rawValue)),
            ("language", .text(account.language.rawValue)), ("grants", .list(account.grants.map(json))),
            ("hasTimedCodes", JSON(account.hasTimedCodes)), ("createdAt", JSON(account.createdAt)),
            ("version", JSON(account.version)),
        ])
    }
}
