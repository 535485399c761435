package import Language

/// What a site is before the law, which decides what it must show and whether it needs a licence.
///
/// Decree 147/2024/NĐ-CP (in force since 25 December 2024), articles 20 to 24, for all but the portals of state
/// agencies, which Decree 42/2022/NĐ-CP (in force since 15 August 2022) is about.
package enum WebsiteKind: String, CaseIterable, Hashable, Sendable, Codable {
    case statePortal = "state-portal"
    case aggregatedNews = "aggregated-news"
    case `internal` = "internal"
    case personal
    case specialisedService = "specialised-service"

    /// Only sites that gather news from the press need one.
    package var needsLicence: Bool { self == .aggregatedNews }

    package var text: Text {
        switch self {
        case .statePortal: .websiteKindStatePortal
        case .aggregatedNews: .websiteKindAggregatedNews
        case .internal: .websiteKindInternal
        case .personal: .websiteKindPersonal
        case .specialisedService: .websiteKindSpecialisedService
        }
    }

    /// The law that says what such a site must do.
    package var law: Text {
        switch self {
        case .statePortal: .decreeOnStatePortals
        case .aggregatedNews, .internal, .personal, .specialisedService: .decreeOnInternetServices
        }
    }
}
