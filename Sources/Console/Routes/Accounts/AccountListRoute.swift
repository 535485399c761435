import Access
import Database
import Hummingbird
import Identity
import Language
import Places
import Serving

/// `GET /accounts`: who may sign in, of the units within the reader's reach.
struct AccountListRoute: Sendable {
    let house: ConsoleHouse

    private static let rowsMax = 50
    /// Pages of the store that one search looks through: more accounts than a province has officials.
    private static let pagesMax = 100

    func show(_ request: Request, _ context: SenContext) async throws -> Response {
        let visitor = try context.signedIn()
        guard house.mayAnywhere(ReadAccounts.self, visitor) else {
            throw AccessError(.forbidden, "no role of the reader shows accounts")
        }
        let given = request.uri.queryParameters
        let query = ListQuery(path: ConsolePath.accounts, search: given.get("q") ?? "")
        let scope = house.access.scope(of: visitor.principal, to: ReadAccounts.self)
        let (accounts, hasMore) = try await find(
            query.search,
            after: given.get("cursor").flatMap(SignInName.init),
            scope
        )
        let model = AccountListModel(
            rows: accounts.map { row($0) },
            query: query,
            next: hasMore ? accounts.last?.signInName.text : nil,
            mayAdd: house.mayAnywhere(ManageAccounts.self, visitor)
        )
        return .page(AccountListView.document(model, in: await house.frame(for: request, context)))
    }

    /// The next accounts whose names hold each word of `search`, marks left out on both sides.
    private func find(
        _ search: String,
        after name: SignInName?,
        _ scope: UnitScope
    ) async throws -> (accounts: [Account], hasMore: Bool) {
        let words = search.folded.split(separator: " ")
        var (found, last): ([Account], SignInName?) = ([], name)
        for _ in 0..<Self.pagesMax {
            let page = try await house.identity.accounts.list(within: scope, after: last)
            found += page.filter { account in
                let text = "\(account.fullName.text) \(account.signInName.text)".folded
                return words.allSatisfy { text.contains($0) }
            }
            if found.count > Self.rowsMax { return (Array(found.prefix(Self.rowsMax)), true) }
            guard page.count == AccountStore.pageMax else { break }
            last = page.last?.signInName
        }
        return (found, false)
    }

    private func row(_ account: Account) -> AccountListModel.Row {
        AccountListModel.Row(
            id: account.id.description,
            name: account.fullName.text,
            signInName: account.signInName.text,
            grants: account.grants.map { ($0.role.name, house.unitName($0.unit)) },
            state: account.state.chip,
            hasOneTimeCode: account.hasTimedCodes
        )
    }
}

extension Account.State {
    var chip: Chip {
        let word = Text.Accounts.state(rawValue)
        return switch self {
        case .invited: Chip(.attention, word)
        case .active: Chip(.ok, word)
        case .disabled: Chip(.none, word)
        }
    }
}

extension ConsoleHouse {
    /// The name of a unit of today, and the id of any other.
    func unitName(_ id: String) -> String { tree().unit(Places.Unit.ID(rawValue: id))?.name ?? id }

    /// The units in which the reader may do `action`, in the order of the tree.
    func reach<A: Action>(of visitor: Visitor, to action: A.Type) -> [(id: String, name: String)] {
        let scope = access.scope(of: visitor.principal, to: action)
        return tree().units.filter { scope.contains($0.id) }.map { ($0.id.rawValue, $0.name) }
    }
}
