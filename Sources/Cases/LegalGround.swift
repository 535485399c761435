package import Language

/// What a case or its deadline rests on: a provision that was read, or the province's own rule.
package enum LegalGround: String, CaseIterable, Hashable, Sendable {
    /// Decree 147/2024/NĐ-CP art. 23: take-down within 24 hours of a request, for cross-border providers.
    case decree147Article23 = "nd-147-2024-art-23"
    /// Decree 42/2022/NĐ-CP art. 4: what the portals of state agencies publish.
    case decree42Article4 = "nd-42-2022-art-4"
    /// Decision 05/2017/QĐ-TTg art. 11(1)(a): an incident is reported within 5 days of its detection.
    case decision05Article11 = "qd-05-2017-art-11-1-a"
    /// Decree 194/2025/NĐ-CP art. 16 (shared by default; a refusal in writing with reason and legal basis) and art. 40
    /// (the account of a data connection within 2 working days).
    case decree194Articles16And40 = "nd-194-2025-art-16-40"
    /// No document is named yet; the province fills it in.
    case provincesRule = "province-rule"

    /// Number, name and article, as an officer cites it.
    package var citation: Text {
        switch self {
        case .decree147Article23: .Case.groundDecree147
        case .decree42Article4: .Case.groundDecree42
        case .decision05Article11: .Case.groundDecision05
        case .decree194Articles16And40: .Case.groundDecree194
        case .provincesRule: .Case.groundProvince
        }
    }

    /// What the provision asks for, in a sentence.
    package var provision: Text {
        switch self {
        case .decree147Article23: .Case.provisionDecree147
        case .decree42Article4: .Case.provisionDecree42
        case .decision05Article11: .Case.provisionDecision05
        case .decree194Articles16And40: .Case.provisionDecree194
        case .provincesRule: .Case.provisionProvince
        }
    }
}
