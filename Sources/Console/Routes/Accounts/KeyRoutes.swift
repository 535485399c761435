import Access
import Database
package import Hummingbird
import Identity
import Language
import Places
package import Serving
import Timekeeping

/// `/keys`: the keys by which other systems use the API, of the units that the reader administers.
package struct KeyRoutes: Sendable {
    private let house: ConsoleHouse

    package init(_ house: ConsoleHouse) { self.house = house }

    package func add(to router: Router<SenContext>) {
        router.get("/keys") { request, context in
            try await page(KeyListModel.Typed(), request, context)
        }
        router.post("/keys", use: make)
        router.post("/keys/:id/revoke", use: revoke)
    }

    private func make(_ request: Request, _ context: SenContext) async throws -> Response {
        let visitor = try context.signedIn()
        let fields = try await FormFields.posted(request, by: visitor)
        _ = try units(visitor)
        let typed = KeyListModel.Typed(
            name: fields["name"] ?? "",
            role: fields["role"] ?? "",
            unit: fields["unit"] ?? "",
            days: fields["days"] ?? ""
        )
        do {
            let draft = try APIKeyDraft(
                name: typed.name,
                grant: RoleGrant(try fields.role(), in: typed.unit),
                days: Int(typed.days) ?? 0
            )
            let (key, text) = try await make(draft, visitor)
            return await shown(key, text, request, context)
        } catch {
            let (mistake, status) = try FormMistake.told(error)
            return try await page(typed, mistake: mistake, status: status, request, context)
        }
    }

    private func make(_ draft: APIKeyDraft, _ visitor: Visitor) async throws -> (key: APIKey, text: String) {
        guard try units(visitor).contains(where: { $0.id == draft.grant.unit }) else {
            throw IdentityError(.grantOutOfReach, "no such unit within reach", text: .Accounts.noUnit)
        }
        let unit = Places.Unit.ID(rawValue: draft.grant.unit)
        return try await house.identity.keys.make(
            draft,
            by: house.access.widestPermit(visitor.principal, reaching: unit)
        )
    }

    private func revoke(_ request: Request, _ context: SenContext) async throws -> Response {
        let visitor = try context.signedIn()
        _ = try await FormFields.posted(request, by: visitor)
        let scope = house.access.scope(of: visitor.principal, to: ManageKeys.self)
        let id = try context.parameters.require("id")
        guard
            let key = try await house.identity.keys.list(within: scope)
                .first(where: { $0.id.description == id })
        else { throw IdentityError(.keyNotFound, "no such key within the scope") }
        let unit = Places.Unit.ID(rawValue: key.grant.unit)
        do {
            _ = try await house.identity.keys.revoke(
                key.id,
                by: house.access.widestPermit(visitor.principal, reaching: unit)
            )
        } catch {
            let (mistake, status) = try FormMistake.told(error)
            let nothing = KeyListModel.Typed()
            return try await page(nothing, mistake: mistake, status: status, request, context)
        }
        return .redirect(to: ConsolePath.keys, type: .normal)
    }

    private func shown(
        _ key: APIKey,
        _ text: String,
        _ request: Request,
        _ context: SenContext
    ) async -> Response {
        let model = ShownOnceModel(
            title: .Accounts.keyReady,
            explanation: .Accounts.keyFor(key.name),
            value: text,
            back: (.Accounts.toKeys, ConsolePath.keys),
            room: .accounts
        )
        return .page(ShownOnceView.document(model, in: await house.frame(for: request, context)))
    }

    private func page(
        _ typed: KeyListModel.Typed,
        mistake: FormMistake? = nil,
        status: HTTPResponse.Status = .ok,
        _ request: Request,
        _ context: SenContext
    ) async throws -> Response {
        let visitor = try context.signedIn()
        let units = try units(visitor)
        let scope = house.access.scope(of: visitor.principal, to: ManageKeys.self)
        let now = house.clock.now()
        let rows = try await house.identity.keys.list(within: scope).map { key in
            KeyListModel.Row(
                id: key.id.description,
                name: key.name,
                role: key.grant.role.name,
                unit: house.unitName(key.grant.unit),
                state: key.chip(at: now),
                endsAt: key.endsAt,
                usedAt: key.usedAt,
                mayRevoke: key.revokedAt == nil && now < key.endsAt
            )
        }
        let model = KeyListModel(rows: rows, units: units, typed: typed, mistake: mistake)
        return .page(
            KeyListView.document(model, in: await house.frame(for: request, context)),
            status: status
        )
    }

    private func units(_ visitor: Visitor) throws -> [(id: String, name: String)] {
        let units = house.reach(of: visitor, to: ManageKeys.self)
        guard !units.isEmpty else { throw AccessError(.forbidden, "the reader may not manage keys") }
        return units
    }
}

extension APIKey {
    fileprivate func chip(at now: Instant) -> Chip {
        if revokedAt != nil { return Chip(.none, .Accounts.keyRevoked) }
        return now < endsAt ? Chip(.ok, .Accounts.keyHolds) : Chip(.none, .Accounts.keyEnded)
    }
}
