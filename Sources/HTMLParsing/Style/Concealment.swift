/// Which parts of a page nobody sees, and why.
///
/// One pass in document order: what hides an element hides all below it, colour and letter size are
/// inherited, and the page's own `style` elements, `style` attributes and the old presentational attributes
/// are all asked. Sheets in other files are not: an attacker who can change them can do more. What a script
/// hides later is not seen either, apart from the one line that attackers write most,
/// `getElementById("x").style.display = "none"`.
package struct Concealment {
    /// How something is hidden.
    package enum Way: UInt8, CaseIterable, Sendable {
        case display, visibility, opacity, offScreen, fontSize, indent, clip, size, marquee, colour,
            attribute, scale
    }

    /// For each node of the document, how it is hidden; `nil` for what can be seen.
    private let ways: [Way?]
    /// Nodes hidden by a colour that equals a background nobody declared, which may be another in a sheet not
    /// read.
    private let isGuess: [Bool]

    /// Pixels off the window from which nothing is seen.
    package static let offScreenPixelsMin = 500.0
    /// Height of letters that nobody reads.
    package static let fontPixelsMax = 2.0
    /// Width or height of a box that shows nothing.
    package static let boxPixelsMax = 2.0

    package init(_ document: Document) {
        var pass = ConcealmentPass(document)
        (ways, isGuess) = pass.run()
    }

    package func way(at index: Int) -> Way? { ways.indices.contains(index) ? ways[index] : nil }

    /// Whether the way is a colour on a background that was only assumed to be white.
    package func isGuess(at index: Int) -> Bool { isGuess.indices.contains(index) && isGuess[index] }
}

extension Concealment {
    /// Whether a `style` attribute makes a box of no width or height, which for a frame is enough to hide it.
    package static func isTinyBox(_ style: Bytes) -> Bool {
        Declarations.parse(style).contains { declaration in
            guard declaration.property == .width || declaration.property == .height,
                case .pixels(let pixels) = declaration.value
            else { return false }
            return pixels <= boxPixelsMax
        }
    }
}
