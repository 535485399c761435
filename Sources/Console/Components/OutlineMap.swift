import Language

/// A map of real boundaries, once somebody has brought them in.
package struct OutlineMap: Sendable {
    package struct Area: Sendable {
        package let name: String
        /// The `d` of an SVG path, in pixels of the canvas.
        package let path: String
        /// Where its sign stands.
        package let x, y: Double
        package let state: Chip
        package let href: String

        package init(name: String, path: String, x: Double, y: Double, state: Chip, href: String) {
            self.name = name
            self.path = path
            (self.x, self.y) = (x, y)
            self.state = state
            self.href = href
        }
    }

    package let areas: [Area]
    /// Pixels.
    package let width, height: Int

    package init(areas: [Area], width: Int, height: Int) {
        self.areas = areas
        (self.width, self.height) = (width, height)
    }

    func svg(_ frame: Frame) -> HTML {
        """
        <svg class="hexagons outlines" viewBox="0 0 \(width) \(height)" role="group" \
        aria-label="\(frame.say(.mapOfBoundaries(areas.count)))">\
        \(each: areas, { area($0, frame) })</svg>
        """
    }

    private func area(_ area: Area, _ frame: Frame) -> HTML {
        let label = "\(area.name): \(frame.say(area.state.word))"
        return """
            <a class="\(area.state.tone.rawValue)" href="\(url: area.href)" aria-label="\(label)">\
            <title>\(label)</title><path class="area" fill-rule="evenodd" d="\(area.path)"/>\
            <g transform="translate(\(SVGNumber.short(area.x)) \(SVGNumber.short(area.y)))">\
            \(MapSign.of(area.state.tone))</g></a>

            """
    }
}

/// The map of the board: real boundaries where they are known, equal hexagons otherwise.
package enum CommuneMap: Sendable {
    case hexagons(HexagonMap)
    case outlines(OutlineMap)

    var states: [Chip] {
        switch self {
        case .hexagons(let map): map.cells.map(\.state)
        case .outlines(let map): map.areas.map(\.state)
        }
    }

    var hint: Text {
        switch self {
        case .hexagons(let map): .mapHint(map.cells.count)
        case .outlines(let map): .boundaryHint(map.areas.count)
        }
    }

    func svg(_ frame: Frame) -> HTML {
        switch self {
        case .hexagons(let map): map.svg(frame)
        case .outlines(let map): map.svg(frame)
        }
    }

    /// What the colours and shapes mean, with the count of each.
    func legend(_ frame: Frame) -> HTML {
        let counted = states.reduce(into: [(Chip, Int)]()) { counted, state in
            if let index = counted.firstIndex(where: { $0.0 == state }) {
                counted[index].1 += 1
            } else {
                counted.append((state, 1))
            }
        }.sorted {
            Tone.allCases.firstIndex(of: $0.0.tone) ?? 0 < Tone.allCases.firstIndex(of: $1.0.tone) ?? 0
        }
        return """
            <ul class="legend">\(each: counted, { chip, count in
                "<li>\(chip.html(frame)) <b>\(frame.format.number(count))</b></li>"
            })</ul>
            """
    }
}

/// The shape that says a state without colour; a calm one has none, so that the eye finds the others.
enum MapSign {
    static func of(_ tone: Tone) -> HTML? {
        switch tone {
        case .attention: "<path class=\"sign\" d=\"M0-6.5 6.5 5h-13z\"/>"
        case .incident: "<path class=\"sign line\" d=\"M-5-5 5 5M5-5-5 5\"/>"
        case .highlight: "<path class=\"sign\" d=\"M0-7 7 0 0 7-7 0z\"/>"
        case .none: "<circle class=\"sign line\" r=\"4\"/>"
        case .ok, .neutral: nil
        }
    }
}
