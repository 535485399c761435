package import Language

/// Who may see the records of a dataset, from most to fewest.
///
/// Shared is what the law takes as given (NĐ 194/2025/NĐ-CP, article 16): whoever wants less has to say why.
package enum Classification: String, CaseIterable, Hashable, Sendable, Codable {
    /// Everybody, without signing in.
    case open
    /// Every agency of the province.
    case shared
    /// Agencies that have a grant.
    case restricted
    /// Agencies that have a grant; it is about persons (Luật 91/2025/QH15).
    case personal

    package var name: Text {
        switch self {
        case .open: .Dataset.classOpen
        case .shared: .Dataset.classShared
        case .restricted: .Dataset.classRestricted
        case .personal: .Dataset.classPersonal
        }
    }

    /// Whether an agency needs a grant before it reads.
    package var needsGrant: Bool { self == .restricted || self == .personal }
    /// Whether each reading is written down with its purpose.
    package var isReadingLogged: Bool { self != .open }
}
