import AuditLog
package import Database
import Foundation
import Language
package import Timekeeping

package typealias APIKeyID = ID<APIKey>

/// The key by which another system uses the API: one role in one unit, for a time that has an end.
package struct APIKey: Hashable, Sendable {
    package typealias ID = APIKeyID

    /// A year and a day, so that a key that is renewed each year never lapses by an hour.
    package static let daysMax = 366
    /// Code points of a name.
    package static let nameCharactersMax = 100
    /// Stands before each key, so that a scanner finds one that was published by mistake.
    package static let textPrefix = "sen_"
    /// How often a use is written: who looks at the list wants the day, and a request is not to cost a write.
    package static let usedStoredEverySeconds: Int64 = 60

    package let id: ID
    /// Which system uses it.
    package let name: String
    package let grant: RoleGrant
    package let createdAt: Instant
    package let endsAt: Instant
    package internal(set) var revokedAt: Instant?
    /// To the minute; `nil` before the first use.
    package internal(set) var usedAt: Instant?

    package var principal: Principal { Principal(actor: .key(id.uuid), grants: [grant]) }

    package func holds(at now: Instant) -> Bool {
        revokedAt == nil && Validity(createdAt: createdAt, endsAt: endsAt).holds(at: now)
    }

    /// Whether a use at `now` is worth a write, also when the clock was set back.
    func needsStoring(useAt now: Instant) -> Bool {
        guard let usedAt else { return true }
        return now < usedAt
            || now.microsecondsForward(since: usedAt) >= Self.usedStoredEverySeconds * 1_000_000
    }
}

/// A key that is still to be made.
package struct APIKeyDraft: Hashable, Sendable {
    package let name: String
    package let grant: RoleGrant
    package let days: Int

    /// - Throws: what is wrong with the name, the role or the days.
    package init(name typed: String, grant: RoleGrant, days: Int) throws(IdentityError) {
        // the rules of a person's name: one line, no control characters, as long
        guard let name = FullName(typed), name.text.unicodeScalars.count <= APIKey.nameCharactersMax else {
            throw IdentityError(.keyNameInvalid, "no name for a key")
        }
        // a key proves itself once, so it never has the role that asks for two proofs
        guard !grant.role.requiresTimedCode else {
            throw IdentityError(.keyRoleRefused, "a role that requires one-time codes")
        }
        guard (1...APIKey.daysMax).contains(days) else {
            throw IdentityError(.keyLifeInvalid, "not within 1 to \(APIKey.daysMax) days")
        }
        (self.name, self.grant, self.days) = (name.text, grant, days)
    }
}

extension APIKey {
    static let selected: SQL = "id, name, role, unit_id, created_at, ends_at, revoked_at, used_at"

    init(row: Row) throws(DatabaseError) {
        guard let role = Role(rawValue: try row[2]) else {
            throw DatabaseError(kind: .unexpectedValue, detail: "a key holds a foreign role")
        }
        self.init(
            id: try row[0],
            name: try row[1],
            grant: RoleGrant(role, in: try row[3]),
            createdAt: try row[4],
            endsAt: try row[5],
            revokedAt: try row[6],
            usedAt: try row[7]
        )
    }

    static func subject(_ id: ID) -> AuditSubject { AuditSubject(kind: "key", id: id.description) }

    /// What the log says of the key; not when it was used.
    var content: [UInt8] {
        get throws(DatabaseError) {
            try AuditLog.canonicalJSON(
                KeyContent(
                    name: name,
                    grant: grant,
                    createdAt: createdAt.microsecondsSince1970,
                    endsAt: endsAt.microsecondsSince1970,
                    revokedAt: revokedAt?.microsecondsSince1970
                )
            )
        }
    }
}

private struct KeyContent: Encodable {
    let name: String
    let grant: RoleGrant
    let createdAt, endsAt: Int64
    let revokedAt: Int64?
}
