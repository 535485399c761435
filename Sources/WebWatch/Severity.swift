package import Language

/// How much a finding matters, from a note to an emergency.
package enum Severity: String, CaseIterable, Hashable, Sendable, Codable, Comparable {
    /// Worth reading, opens no case: what an editor does every day, or news about a crime.
    case information
    /// Somebody should look within days.
    case attention
    /// Visitors are harmed or the website is out of order.
    case serious
    /// The website is in the hands of somebody else.
    case critical

    package static func < (a: Self, b: Self) -> Bool { a.rank < b.rank }

    private var rank: Int {
        switch self {
        case .information: 0
        case .attention: 1
        case .serious: 2
        case .critical: 3
        }
    }

    /// The word for it.
    package var name: Text {
        switch self {
        case .information: .severityInformation
        case .attention: .severityAttention
        case .serious: .severitySerious
        case .critical: .severityCritical
        }
    }
}
