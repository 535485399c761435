package import Language

/// What a case is about; it decides how the case may close.
package enum CaseKind: String, CaseIterable, Hashable, Sendable, Codable {
    /// A website went wrong: closes by a root cause and a passed re-check.
    case website
    /// A finding of an audit or inspection.
    case audit
    /// Work that was given with a date.
    case task
    case other

    package var text: Text {
        switch self {
        case .website: .Case.kindWebsite
        case .audit: .Case.kindAudit
        case .task: .Case.kindTask
        case .other: .Case.kindOther
        }
    }
}

/// How bad it is; the raw value is the rank, which the database sorts by.
package enum CaseSeverity: Int, CaseIterable, Hashable, Comparable, Sendable {
    case information = 1
    case attention, serious, critical

    package static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }

    /// `critical`, the form of the API, the audit log and the settings.
    package var code: String {
        switch self {
        case .information: "information"
        case .attention: "attention"
        case .serious: "serious"
        case .critical: "critical"
        }
    }

    package init?(code: String) {
        guard let found = Self.allCases.first(where: { $0.code == code }) else { return nil }
        self = found
    }

    package var text: Text {
        switch self {
        case .information: .Case.severityInformation
        case .attention: .Case.severityAttention
        case .serious: .Case.severitySerious
        case .critical: .Case.severityCritical
        }
    }
}
