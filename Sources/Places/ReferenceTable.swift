import CPlacesData
import CSVReading
import Language

/// One of the files that the program carries inside itself.
struct ReferenceTable {
    private let bytes: [UInt8]
    private let columns: [String]

    init(_ file: places_file, columns: [String]) {
        bytes = Array(UnsafeBufferPointer(start: file.bytes, count: Int(file.count)))
        self.columns = columns
    }

    /// Makes something of every row.
    func rows<T>(_ make: (ReferenceRow) throws(PlacesError) -> T) throws(PlacesError) -> [T] {
        do {
            var table = try CSVTable(bytes, required: columns)
            var made: [T] = []
            while let record = try table.next() {
                made.append(try make(ReferenceRow(record: try record.get())))
            }
            return made
        } catch let error as PlacesError {
            throw error
        } catch {
            throw PlacesError(.importInvalid, "a file of the reference data is damaged", cause: error)
        }
    }
}

struct ReferenceRow {
    let record: CSVRecord

    func text(_ column: String) throws(PlacesError) -> String { try value(column) { $0 } }

    func value<T>(_ column: String, _ read: (String) -> T?) throws(PlacesError) -> T {
        guard let text = record[column], let value = read(text) else {
            throw PlacesError(
                .importInvalid,
                "line \(record.line) of the reference data: \(column) is not valid"
            )
        }
        return value
    }

    func location() throws(PlacesError) -> GeographicPoint {
        let latitude = try value("latitude") { Double($0) }
        return try value("longitude") { text in
            Double(text).flatMap { GeographicPoint(latitude: latitude, longitude: $0) }
        }
    }
}
