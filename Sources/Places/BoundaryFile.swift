import Foundation
import JSONReading
import Language

/// Boundaries as other programs write them: a GeoJSON FeatureCollection (RFC 7946) of Polygon and
/// MultiPolygon.
package struct BoundaryFile: Sendable {
    package struct Feature: Hashable, Sendable {
        /// The place in the file, counted from 1.
        package let number: Int
        /// The feature's `id`, or else its property `code`: the unit's code of the statistics office.
        package let code: String
        package let boundary: Boundary
    }

    package let features: [Feature]

    /// Bytes of one file, held in memory with about ten times as much while it is read.
    package static let bytesMax = 32 * 1024 * 1024
    /// Points of one file; a province in full detail has some 200,000.
    package static let pointsMax = 1_000_000
    /// Features of one file: the whole country has some 3,300 communes.
    package static let featuresMax = 10_000
    /// Brackets inside each other: GeoJSON needs eight, and JSON without a limit could fill the stack.
    package static let depthMax = 16

    /// - Throws: ``PlacesError`` `.boundaryInvalid` or `.importTooLarge`, whose text names the feature.
    package init(_ bytes: [UInt8]) throws(PlacesError) {
        guard bytes.count <= Self.bytesMax else {
            throw PlacesError(.importTooLarge, "\(bytes.count) bytes, at most \(Self.bytesMax)")
        }
        guard JSONNesting.offset(deeperThan: Self.depthMax, in: bytes) == nil else {
            throw PlacesError(.boundaryInvalid, "JSON deeper than \(Self.depthMax)")
        }
        let file: GeoJSON
        do { file = try JSONDecoder().decode(GeoJSON.self, from: Data(bytes)) } catch let refused
            as PlacesError
        {
            throw refused
        } catch {
            // Not the decoder's error as the cause: it may quote the file.
            throw PlacesError(.boundaryInvalid, "no FeatureCollection of Polygon and MultiPolygon")
        }
        features = try Self.features(of: file)
    }

    private static func features(of file: GeoJSON) throws(PlacesError) -> [Feature] {
        guard file.type == "FeatureCollection", file.features.count <= featuresMax else {
            throw PlacesError(.boundaryInvalid, "no FeatureCollection of at most \(featuresMax) features")
        }
        var features: [Feature] = []
        var codes: Set<String> = []
        var pointCount = 0
        for (index, feature) in file.features.enumerated() {
            let number = index + 1
            guard let code = feature.code, !code.isEmpty else { throw refused(number, .boundaryWithoutCode) }
            guard codes.insert(code).inserted else { throw refused(number, .boundaryCodeTwice(code)) }
            let boundary = try boundary(of: feature.geometry, number: number)
            pointCount += boundary.pointCount
            guard pointCount <= pointsMax else {
                throw PlacesError(.importTooLarge, "more than \(pointsMax) points")
            }
            features.append(Feature(number: number, code: code, boundary: boundary))
        }
        return features
    }

    private static func boundary(of geometry: GeoJSON.Geometry, number: Int) throws(PlacesError) -> Boundary {
        var polygons: [[Boundary.Ring]] = []
        for polygon in geometry.polygons {
            guard !polygon.isEmpty else { throw refused(number, .boundaryRingInvalid) }
            var rings: [Boundary.Ring] = []
            for positions in polygon { rings.append(try ring(positions, number: number)) }
            polygons.append(rings)
        }
        guard !polygons.isEmpty else { throw refused(number, .boundaryRingInvalid) }
        return Boundary(polygons: polygons)
    }

    /// A linear ring of RFC 7946 section 3.1.6: closed, four or more positions.
    private static func ring(_ positions: [[Double]], number: Int) throws(PlacesError) -> Boundary.Ring {
        var points: Boundary.Ring = []
        points.reserveCapacity(positions.count)
        for position in positions {
            guard position.count >= 2,
                let point = Boundary.Point(longitude: position[0], latitude: position[1])
            else { throw refused(number, .boundaryOffGlobe) }
            points.append(point)
        }
        guard points.count >= 4, points.first == points.last else {
            throw refused(number, .boundaryRingInvalid)
        }
        points.removeLast()
        return points
    }

    private static func refused(_ number: Int, _ what: Text) -> PlacesError {
        PlacesError(.boundaryInvalid, "feature \(number)", text: .boundaryFeature(number, what))
    }
}
