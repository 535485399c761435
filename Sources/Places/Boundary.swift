/// The outline of a unit: polygons, each with an outer ring and rings for its holes, exact to about a metre.
package struct Boundary: Hashable, Sendable {
    package let polygons: [[Ring]]

    package init(polygons: [[Ring]]) { self.polygons = polygons }

    /// A closed line; the way from the last point back to the first is not repeated.
    package typealias Ring = [Point]

    package struct Point: Hashable, Sendable {
        /// 1/100,000 degrees east of Greenwich.
        package let longitude: Int32
        /// 1/100,000 degrees north of the equator.
        package let latitude: Int32

        /// Refuses what is not on the globe, numbers that are no numbers among it.
        package init?(longitude: Double, latitude: Double) {
            guard (-180...180).contains(longitude), (-90...90).contains(latitude) else { return nil }
            self.longitude = Int32((longitude * Self.unitsPerDegree).rounded())
            self.latitude = Int32((latitude * Self.unitsPerDegree).rounded())
        }

        static let unitsPerDegree = 100_000.0
        package var degrees: (longitude: Double, latitude: Double) {
            (Double(longitude) / Self.unitsPerDegree, Double(latitude) / Self.unitsPerDegree)
        }
    }

    package var pointCount: Int { polygons.reduce(0) { $0 + $1.reduce(0) { $0 + $1.count } } }
}

extension Boundary {
    /// The `coordinates` of a GeoJSON MultiPolygon (RFC 7946 section 3.1.7), the form in which the database
    /// keeps it.
    package var geoJSONCoordinates: String {
        "[" + polygons.map { "[" + $0.map(Self.geoJSON).joined(separator: ",") + "]" }.joined(separator: ",")
            + "]"
    }

    private static func geoJSON(_ ring: Ring) -> String {
        let closed = ring + ring.prefix(1)
        return "["
            + closed.map { "[\($0.degrees.longitude),\($0.degrees.latitude)]" }.joined(separator: ",") + "]"
    }
}
