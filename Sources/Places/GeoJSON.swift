/// The parts of RFC 7946 that boundaries need.
struct GeoJSON: Decodable {
    let type: String
    let features: [Feature]

    struct Feature: Decodable {
        let id: TextOrNumber?
        let properties: Properties?
        let geometry: Geometry

        var code: String? { id?.text ?? properties?.code?.text }
    }

    struct Properties: Decodable {
        let code: TextOrNumber?
    }

    struct Geometry: Decodable {
        /// Polygons of rings of positions.
        let polygons: [[[[Double]]]]

        private enum Key: String, CodingKey { case type, coordinates }

        init(from decoder: any Decoder) throws {
            let members = try decoder.container(keyedBy: Key.self)
            switch try members.decode(String.self, forKey: .type) {
            case "Polygon": polygons = [try members.decode([[[Double]]].self, forKey: .coordinates)]
            case "MultiPolygon": polygons = try members.decode([[[[Double]]]].self, forKey: .coordinates)
            default:
                throw DecodingError.dataCorruptedError(
                    forKey: .type,
                    in: members,
                    debugDescription: "neither Polygon nor MultiPolygon"
                )
            }
        }
    }

    /// RFC 7946 section 3.2 lets an id be a string or a number.
    struct TextOrNumber: Decodable {
        let text: String

        init(from decoder: any Decoder) throws {
            let value = try decoder.singleValueContainer()
            if let number = try? value.decode(Int.self) {
                text = String(number)
            } else {
                text = try value.decode(String.self)
            }
        }
    }
}

extension Boundary {
    /// Reads what ``geoJSONCoordinates`` has written; `nil` when it is something else.
    init?(polygons: [[[[Double]]]]) {
        var read: [[Ring]] = []
        for polygon in polygons {
            var rings: [Ring] = []
            for positions in polygon {
                let points = positions.compactMap { position in
                    position.count < 2 ? nil : Point(longitude: position[0], latitude: position[1])
                }
                guard points.count == positions.count, points.count >= 4 else { return nil }
                rings.append(points.dropLast())
            }
            read.append(rings)
        }
        self.init(polygons: read)
    }
}
