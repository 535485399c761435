package import Identity
import Language
package import Places

/// A `Permit` to manage keys is what Identity's store of keys asks for.
extension Permit: KeyWritePermit where A == ManageKeys {}

/// What administrators do to the API keys of their unit and of what lies below it.
package struct KeyAdministration: Sendable {
    private let keys: APIKeyStore
    private let tree: @Sendable () -> UnitTree

    /// `tree` gives the units of today.
    package init(_ keys: APIKeyStore, tree: @escaping @Sendable () -> UnitTree) {
        self.keys = keys
        self.tree = tree
    }

    /// The keys within `scope`, the newest first, with those that have ended.
    package func list(within scope: UnitScope) async throws(IdentityError) -> [APIKey] {
        try await keys.list(where: scope.condition(on: "unit_id"))
    }

    /// Makes a key; `text` is shown once.
    package func make(
        _ draft: APIKeyDraft,
        by permit: Permit<ManageKeys>
    ) async throws(IdentityError) -> (key: APIKey, text: String) {
        try await keys.make(draft, by: permit, reaching: tree().reach(of: permit.unit))
    }

    package func revoke(
        _ id: APIKey.ID,
        by permit: Permit<ManageKeys>
    ) async throws(IdentityError) -> APIKey {
        try await keys.revoke(id, by: permit, reaching: tree().reach(of: permit.unit))
    }
}
