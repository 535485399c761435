import Access
import AuditLog
import Hummingbird
import Identity
import Language
import Serving

/// `/api/v1/me`: for whom the key speaks and what it may do.
enum MeResource {
    static let operations: [Operation] = [
        .get("/api/v1/me", "getMe", .API.getMe, answers: .json(schema)) { call in
            let visitor = try call.context.signedIn()
            let grants = visitor.principal.grants
            let actions = call.house.actions.actions.filter { action in
                grants.contains { action.roles.contains($0.role) }
            }
            return .json([
                "actor": .text(visitor.principal.actor.code), "name": .text(visitor.name),
                "grants": .list(grants.map(AccountResource.json)),
                "actions": .list(actions.map { .text($0.code) }),
            ])
        }
    ]

    private static let schema = Schema.named(
        "Me",
        .object([
            .required("actor", .string), .required("name", .string),
            .required("grants", .list(AccountResource.grant)),
            .required("actions", .list(.string)),
        ])
    )
}
