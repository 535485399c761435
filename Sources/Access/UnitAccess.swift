package import Identity
import Places

/// Changing units, their successions and their boundaries.
package enum ChangeUnits: Action {
    package static let code = "units.change"
    package static let roles: Set<Role> = [.administrator]
}

/// Places stands below Access and cannot name `Permit`; here the one meets the other.
extension Permit: UnitWritePermit where A == ChangeUnits {}
