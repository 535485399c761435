import Foundation

/// Boundaries drawn on a canvas: one SVG path a unit.
///
/// The projection is equirectangular with the middle latitude kept true, which over one province is within a
/// few parts in a thousand of any better one. Every point goes to the nearest half pixel; two units that
/// share a border have the same points there, so no gap opens between them, and the work grows only with the
/// number of points.
package struct BoundaryMap: Sendable {
    package struct Canvas: Hashable, Sendable {
        /// Pixels.
        package let width: Int
        package let height: Int
        package let margin: Int

        /// The sides are kept between 1 and ``sideMax``.
        package init(width: Int, height: Int, margin: Int = 0) {
            self.width = min(max(width, 1), Self.sideMax)
            self.height = min(max(height, 1), Self.sideMax)
            self.margin = min(max(margin, 0), (min(self.width, self.height) - 1) / 2)
        }

        /// Pixels of a side; the largest walls of screens have about so many.
        package static let sideMax = 16_384
    }

    /// The `d` of a path for each unit; fill it with `fill-rule="evenodd"`, so that holes stay open.
    package let paths: [Unit.ID: String]
    /// Of each unit the middle of its largest part, in pixels.
    package let centres: [Unit.ID: (x: Double, y: Double)]
    package let canvas: Canvas

    package init(_ boundaries: [Unit.ID: Boundary], on canvas: Canvas) {
        let projection = Projection(boundaries.values, on: canvas)
        paths = boundaries.mapValues { projection.path(of: $0) }
        centres = boundaries.mapValues { projection.centre(of: $0) }
        self.canvas = canvas
    }
}

/// From 1/100,000 degrees to half pixels.
private struct Projection {
    private let left: Double
    private let top: Double
    private let shrink: Double
    private let scale: Double
    private let offset: (x: Double, y: Double)

    init(_ boundaries: some Sequence<Boundary>, on canvas: BoundaryMap.Canvas) {
        var (west, east, south, north) = (Int32.max, Int32.min, Int32.max, Int32.min)
        for boundary in boundaries {
            for point in boundary.polygons.joined().joined() {
                (west, east) = (min(west, point.longitude), max(east, point.longitude))
                (south, north) = (min(south, point.latitude), max(north, point.latitude))
            }
        }
        let middle = (Double(south) + Double(north)) / 2 / Boundary.Point.unitsPerDegree
        shrink = cos(middle * .pi / 180)
        (left, top) = (Double(west) * shrink, Double(north))
        let (wide, high) = ((Double(east) - Double(west)) * shrink, Double(north) - Double(south))
        let room = (
            x: Double(canvas.width - 2 * canvas.margin) * 2, y: Double(canvas.height - 2 * canvas.margin) * 2
        )
        scale = min(room.x / max(wide, 1), room.y / max(high, 1))
        offset = (
            x: Double(canvas.margin) * 2 + (room.x - wide * scale) / 2,
            y: Double(canvas.margin) * 2 + (room.y - high * scale) / 2
        )
    }

    func path(of boundary: Boundary) -> String {
        let rings = boundary.polygons.joined().map(snapped)
        let seen = rings.filter { $0.count >= 3 }
        // A unit too small to be seen keeps its largest ring, so that it can still be pointed at.
        let drawn = seen.isEmpty ? Array(rings.prefix(1)) : seen
        return drawn.map(Self.path).joined()
    }

    /// The centroid of the largest ring; of one without an area its first point.
    func centre(of boundary: Boundary) -> (x: Double, y: Double) {
        var best = (area: -1.0, x: 0.0, y: 0.0)
        for ring in boundary.polygons.compactMap(\.first).map(snapped) {
            guard let first = ring.first else { continue }
            var (area, x, y) = (0.0, 0.0, 0.0)
            for (a, b) in zip(ring, ring.dropFirst() + [first]) {
                let cross = Double(a.x) * Double(b.y) - Double(b.x) * Double(a.y)
                area += cross
                x += (Double(a.x) + Double(b.x)) * cross
                y += (Double(a.y) + Double(b.y)) * cross
            }
            guard abs(area) > best.area else { continue }
            best =
                area == 0
                ? (0, Double(first.x) / 2, Double(first.y) / 2)
                : (abs(area), x / (3 * area) / 2, y / (3 * area) / 2)
        }
        return (best.x, best.y)
    }

    private struct HalfPixels: Equatable { var x: Int, y: Int }

    private func snapped(_ ring: Boundary.Ring) -> [HalfPixels] {
        var snapped: [HalfPixels] = []
        for point in ring {
            let next = HalfPixels(
                x: Int(((Double(point.longitude) * shrink - left) * scale + offset.x).rounded()),
                y: Int(((top - Double(point.latitude)) * scale + offset.y).rounded())
            )
            if snapped.last != next { snapped.append(next) }
        }
        if snapped.count > 1, snapped.first == snapped.last { snapped.removeLast() }
        return snapped
    }

    private static func path(_ ring: [HalfPixels]) -> String {
        guard let first = ring.first else { return "" }
        var path = "M\(text(first.x)) \(text(first.y))"
        var last = first
        for point in ring.dropFirst() {
            path += "l\(text(point.x - last.x)) \(text(point.y - last.y))"
            last = point
        }
        return path + "z"
    }

    private static func text(_ halves: Int) -> String {
        guard !halves.isMultiple(of: 2) else { return String(halves / 2) }
        return (halves < 0 ? "-" : "") + "\(halves.magnitude / 2).5"
    }
}
