/// The properties by which content is hidden, or shown again.
enum StyleProperty: UInt8, CaseIterable {
    case display, visibility, opacity, position, left, right, top, bottom, marginLeft, marginTop, textIndent,
        fontSize
    case width, height, maxWidth, maxHeight, overflow, clip, clipPath, transform, color, background, filter

    /// The property of that name in lower case; shorthands stand for the part that matters here.
    init?(_ name: Bytes) {
        guard let property = Self.byName.first(where: { name.equalsIgnoringCase($0.0) })?.1 else {
            return nil
        }
        self = property
    }

    private static let byName: [(StaticString, StyleProperty)] = [
        ("display", .display), ("visibility", .visibility), ("opacity", .opacity), ("position", .position),
        ("left", .left), ("right", .right), ("top", .top), ("bottom", .bottom), ("margin-left", .marginLeft),
        ("margin-top", .marginTop), ("text-indent", .textIndent), ("font-size", .fontSize), ("width", .width),
        ("height", .height), ("max-width", .maxWidth), ("max-height", .maxHeight), ("overflow", .overflow),
        ("overflow-x", .overflow), ("overflow-y", .overflow), ("clip", .clip), ("clip-path", .clipPath),
        ("transform", .transform), ("color", .color), ("background-color", .background),
        ("background", .background), ("filter", .filter),
    ]
}

/// A value as far as hiding needs it.
enum StyleValue: Equatable {
    /// `none`, `hidden`, `collapse`, `absolute`, `fixed` and other words, by meaning.
    case keyword(StyleKeyword)
    /// A length in CSS pixels, relative ones by the usual sizes.
    case pixels(Double)
    /// A plain number.
    case number(Double)
    /// A share of 100.
    case percent(Double)
    case colour(Colour)
    /// Something that shows nothing of the element, for `clip`, `clip-path`, `transform` and `filter`.
    case nothingShown
    /// Moved off the screen by a transform.
    case movedOff
    case other
}

enum StyleKeyword: UInt8 {
    case none, hidden, collapse, absolute, fixed, relative, transparent, inherit, auto, visible
}

/// A colour in sRGB with its opacity.
struct Colour: Equatable {
    var red, green, blue: UInt8
    var alpha: Double

    static let white = Colour(red: 255, green: 255, blue: 255, alpha: 1)

    /// Differences per channel below which the eye cannot read one on the other.
    static let unreadableDifferenceMax = 14

    /// Whether text of this colour cannot be read on `background`.
    func isUnreadable(on background: Colour) -> Bool {
        if alpha <= Self.invisibleAlphaMax { return true }
        let channels = [(red, background.red), (green, background.green), (blue, background.blue)]
        return channels.allSatisfy { abs(Int($0.0) - Int($0.1)) <= Self.unreadableDifferenceMax }
    }

    /// Opacity below which nothing is seen.
    static let invisibleAlphaMax = 0.05
}
