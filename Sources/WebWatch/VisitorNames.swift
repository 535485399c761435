package import Language

extension VisitorIdentity {
    /// What a person calls it, in the middle of a sentence.
    package var name: Text {
        switch self {
        case .visitor: .visitorPlain
        case .searchEngine: .visitorSearchEngine
        case .fromSearch: .visitorFromSearch
        case .mobile: .visitorMobile
        }
    }

    /// The name of the one that evidence holds by its code; the code itself when there is none.
    static func name(ofCode code: String) -> Text {
        VisitorIdentity(rawValue: code)?.name ?? .word(code)
    }
}
