package import Language

/// What a person does in a unit, from which follows what they may do in Sen.
///
/// A role holds in the unit it is granted for and in every unit below it. The raw values are stored: they
/// never change.
package enum Role: String, CaseIterable, Codable, Sendable {
    /// Looks after accounts, units and settings.
    case administrator
    /// Answers for a unit: assigns work, accepts and refuses.
    case leader
    /// Does the work of a unit.
    case officer
    /// Checks the work of units and asks for evidence.
    case inspector
    /// Reads everything that was done, the audit log too, and changes nothing.
    case auditor
    /// Reads, and changes nothing.
    case viewer

    package var name: Text {
        switch self {
        case .administrator: .roleAdministrator
        case .leader: .roleLeader
        case .officer: .roleOfficer
        case .inspector: .roleInspector
        case .auditor: .roleAuditor
        case .viewer: .roleViewer
        }
    }

    /// Whether a password alone is not enough: whoever holds the keys of others proves themselves twice.
    package var requiresTimedCode: Bool { self == .administrator }
}

/// One role in one unit and in the units below it.
package struct RoleGrant: Hashable, Codable, Sendable {
    package var role: Role
    /// The id of the unit; a string here, since Identity stands beside Places and does not know it.
    package var unit: String

    package init(_ role: Role, in unit: String) {
        self.role = role
        self.unit = unit
    }
}
