import Language

/// Why a regular expression cannot be used.
struct PatternError: Error, Hashable {
    enum Kind: Hashable {
        case tooLong, tooDeep, groupNotClosed, groupNotOpened, groupUnknown, classNotClosed, rangeReversed,
            rangeOfClass
        case nothingToRepeat, repeatReversed, brace, bracket, escape(String), property(String), backReference(
            String
        )
        case nameTwice(String), name
        /// Well written, but beyond what the engine can do.
        case engine(String)
    }

    let kind: Kind
    /// Characters before the place.
    let offset: Int

    /// Whether the engine would do it if it were well written.
    var isSupported: Bool { if case .engine = kind { false } else { true } }

    /// What is wrong and where.
    var text: Text {
        let place = offset + 1
        switch kind {
        case .tooLong: return .patternTooLong(SchemaLimits.patternBytesMax)
        case .tooDeep: return .patternTooDeep(SchemaLimits.patternDepthMax)
        case .groupNotClosed: return .patternGroupNotClosed(place)
        case .groupNotOpened: return .patternGroupNotOpened(place)
        case .groupUnknown: return .patternGroupUnknown(place)
        case .classNotClosed: return .patternClassNotClosed(place)
        case .rangeReversed: return .patternRangeReversed(place)
        case .rangeOfClass: return .patternRangeOfClass(place)
        case .nothingToRepeat: return .patternNothingToRepeat(place)
        case .repeatReversed: return .patternRepeatReversed(place)
        case .brace: return .patternBrace(place)
        case .bracket: return .patternBracket(place)
        case .escape(let escape): return .patternEscape(escape, place)
        case .property(let name): return .patternProperty(name, place)
        case .backReference(let name): return .patternBackReference(name, place)
        case .nameTwice(let name): return .patternNameTwice(name, place)
        case .name: return .patternName(place)
        case .engine(let word): return .patternNotSupported(word)
        }
    }
}
