package import Access
package import AuditLog
import Cases
import Database
package import Identity
import Language
package import Places

/// Names of whoever acts, and who may be given work: what ``ConsoleHouse`` asks of Identity.
package struct ConsolePeople: Sendable {
    private let accounts: AccountStore
    private let keys: APIKeyStore
    private let administration: AccountAdministration

    package init(accounts: AccountStore, keys: APIKeyStore, administration: AccountAdministration) {
        self.accounts = accounts
        self.keys = keys
        self.administration = administration
    }

    /// A person's name, a key's, or the program's; the id where nobody has it any more.
    package func name(of actor: Actor) async -> String {
        guard let id = actor.uuid else { return "Sen" }
        switch actor.kind {
        case .account: return (try? await accounts.find(Account.ID(id)))?.fullName.text ?? actor.name
        case .key: return (try? await keys.find(APIKey.ID(id)))?.name ?? actor.name
        case .system: return "Sen"
        }
    }

    /// Those who may work on a case of `unit`, the nearest first; nobody when the store does not answer.
    package func assignable(in unit: Places.Unit.ID) async -> [(actor: Actor, name: String)] {
        let found = try? await administration.people(allowed: WorkOnCase.self, in: unit)
        return (found ?? []).map { (actor: .account($0.id.uuid), name: $0.fullName.text) }
    }
}
