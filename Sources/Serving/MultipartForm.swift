package import Hummingbird
import Language

/// A posted form with files (`multipart/form-data`, RFC 7578), each name once.
///
/// Read strictly: what a browser would not send is refused, so no two readers can disagree about a form.
package struct MultipartForm: Sendable {
    package struct File: Hashable, Sendable {
        /// As the browser tells it; it is no path of ours.
        package let name: String
        package let bytes: [UInt8]
    }

    /// Parts of one form; ours have at most six.
    static let partsMax = 16
    /// Bytes of the headers of one part: a file name of 255 Vietnamese letters, percent-encoded, fits.
    static let partHeaderBytesMax = 4 * 1024
    /// Bytes that a form may have beside its file: the headers and the short fields.
    package static let besideFileBytesMax = 64 * 1024

    private var fields: [String: String] = [:]
    private var files: [String: File] = [:]

    /// Reads the request's body, which may have `bytesMax` and what stands beside a file.
    ///
    /// - Throws: ``ServingError`` when it is too large, was cut off, or is no such form.
    package init(_ request: Request, fileBytesMax: Int) async throws(ServingError) {
        let boundary = try Self.boundary(of: request.headers[.contentType] ?? "")
        let bytesMax = fileBytesMax + Self.besideFileBytesMax
        let body = try await request.wholeBody(upTo: bytesMax)
        try self.init(Array(buffer: body), boundary: boundary)
    }

    /// Reads a whole body.
    package init(_ body: [UInt8], boundary: String) throws(ServingError) {
        var reader = MultipartReader(body, boundary: boundary)
        while let part = try reader.next() {
            guard fields.count + files.count < Self.partsMax else { throw .multipart("too many parts") }
            guard fields[part.name] == nil, files[part.name] == nil else {
                throw .multipart("two parts have one name")
            }
            if let fileName = part.fileName {
                files[part.name] = File(name: fileName, bytes: Array(part.content))
            } else if let text = String(validating: part.content, as: UTF8.self) {
                fields[part.name] = text
            } else {
                throw .multipart("a field is not UTF-8")
            }
        }
    }

    /// The value, `nil` when it is missing or only white space.
    package subscript(name: String) -> String? {
        guard let value = fields[name], value.contains(where: { !$0.isWhitespace }) else { return nil }
        return value
    }

    /// The chosen file; browsers send one without name and bytes when none was chosen.
    ///
    /// - Throws: ``ServingErrorCode/fileMissing``.
    package func file(_ name: String) throws(ServingError) -> File {
        guard let file = files[name], !(file.name.isEmpty && file.bytes.isEmpty) else {
            throw ServingError(.fileMissing, "no file was chosen for \(name)")
        }
        return file
    }

    /// The boundary that a content type names: RFC 2046 section 5.1.1, with or without quotes.
    static func boundary(of contentType: String) throws(ServingError) -> String {
        let parts = contentType.split(separator: ";").map { $0.drop { $0 == " " } }
        guard parts.count == 2, parts[0].lowercased() == "multipart/form-data",
            parts[1].lowercased().hasPrefix("boundary=")
        else { throw .multipart("the content type is not multipart/form-data with a boundary") }
        var boundary = parts[1].dropFirst("boundary=".count)
        if boundary.utf8.count > 2, boundary.first == "\"", boundary.last == "\"" {
            boundary = boundary.dropFirst().dropLast()
        }
        guard (1...boundaryBytesMax).contains(boundary.utf8.count), boundary.utf8.allSatisfy(isOfBoundary)
        else { throw .multipart("the boundary is none") }
        return String(boundary)
    }

    /// RFC 2046 section 5.1.1.
    private static let boundaryBytesMax = 70

    /// Spaces are left out: no browser sends them, and they are trimmed differently everywhere.
    private static func isOfBoundary(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        default: "'()+_,-./:=?".utf8.contains(byte)
        }
    }
}

extension ServingError {
    static func multipart(_ detail: String) -> ServingError { ServingError(.formUnreadable, detail) }
}
