package import Database
import Foundation
package import Language
package import Timekeeping

package typealias AccountID = ID<Account>

/// A person who may sign in, and what they may do where.
package struct Account: Hashable, Sendable {
    package typealias ID = AccountID

    /// The raw values are stored: they never change.
    package enum State: String, CaseIterable, Codable, Sendable {
        /// A link was sent, no password is set yet.
        case invited
        case active
        case disabled
    }

    /// Grants of one account; more than a person has offices, few enough to read with each request.
    package static let grantsMax = 32

    package let id: ID
    package var signInName: SignInName
    package var fullName: FullName
    /// The id of the unit that the person works in, which decides who looks after the account.
    package var unit: String
    package var state: State
    package var language: Language
    /// Each once, in one order.
    package private(set) var grants: [RoleGrant]
    /// Whether an authenticator app is set up.
    package var hasTimedCodes: Bool
    package let createdAt: Instant
    /// Counted up by each change, so that nobody writes over what they have not seen.
    package var version: Int

    init(
        id: ID,
        draft: AccountDraft,
        state: State,
        hasTimedCodes: Bool = false,
        createdAt: Instant,
        version: Int = 1
    ) {
        self.id = id
        signInName = draft.signInName
        fullName = draft.fullName
        unit = draft.unit
        self.state = state
        language = draft.language
        grants = Self.ordered(draft.grants)
        self.hasTimedCodes = hasTimedCodes
        self.createdAt = createdAt
        self.version = version
    }

    /// - Throws: ``IdentityErrorCode/tooManyGrants`` beyond ``grantsMax``.
    mutating func setGrants(_ wanted: [RoleGrant]) throws(IdentityError) {
        let ordered = Self.ordered(wanted)
        guard ordered.count <= Self.grantsMax else {
            throw IdentityError(.tooManyGrants, "over \(Self.grantsMax) grants")
        }
        grants = ordered
    }

    /// Whether the account can sign in and is administrator of one of `units`.
    package func isAdministrator(ofOneOf units: Set<String>) -> Bool {
        state == .active && grants.contains { $0.role == .administrator && units.contains($0.unit) }
    }

    private static func ordered(_ grants: [RoleGrant]) -> [RoleGrant] {
        Set(grants).sorted { ($0.unit, $0.role.rawValue) < ($1.unit, $1.role.rawValue) }
    }
}

/// An account that is still to be made.
package struct AccountDraft: Hashable, Sendable {
    package var signInName: SignInName
    package var fullName: FullName
    package var unit: String
    package var language: Language
    package var grants: [RoleGrant]

    package init(
        signInName: SignInName,
        fullName: FullName,
        unit: String,
        language: Language = .vietnamese,
        grants: [RoleGrant]
    ) {
        self.signInName = signInName
        self.fullName = fullName
        self.unit = unit
        self.language = language
        self.grants = grants
    }
}

/// A person's name on one line, in NFC.
package struct FullName: Hashable, Sendable {
    /// Code points, twice the longest name that is common.
    package static let charactersMax = 100

    package let text: String

    /// `nil` for an empty name, one that is too long, and one with control characters.
    package init?(_ typed: String) {
        // NFC needs at most as much as typed; the check comes before work that grows with the length
        guard typed.utf8.count <= 16 * Self.charactersMax else { return nil }
        let name = typed.precomposedStringWithCanonicalMapping
            .trimmingCharacters(in: .whitespacesAndNewlines)
        let scalars = name.unicodeScalars
        guard !scalars.isEmpty, scalars.count <= Self.charactersMax,
            scalars.allSatisfy({
                ![.control, .format, .lineSeparator, .paragraphSeparator]
                    .contains($0.properties.generalCategory)
            })
        else { return nil }
        text = name
    }
}
