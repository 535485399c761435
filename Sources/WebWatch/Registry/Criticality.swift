package import Language

/// How much depends on a site; it sets how often the site is looked at.
package enum Criticality: String, CaseIterable, Hashable, Sendable, Codable {
    case ordinary, important, critical

    /// From one light check to the next, in seconds: one to five minutes.
    package var lightCheckSeconds: Int {
        switch self {
        case .ordinary: 300
        case .important: 120
        case .critical: 60
        }
    }

    package var text: Text {
        switch self {
        case .ordinary: .criticalityOrdinary
        case .important: .criticalityImportant
        case .critical: .criticalityCritical
        }
    }
}
