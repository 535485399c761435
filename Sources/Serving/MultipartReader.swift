import Language

/// The parts of a multipart body, one after the other; it looks at each byte a constant number of times.
struct MultipartReader {
    struct Part {
        let name: String
        /// `nil` for a field that is no file.
        let fileName: String?
        let content: ArraySlice<UInt8>
    }

    private let body: [UInt8]
    /// Line end, two hyphens and the boundary.
    private let delimiter: [UInt8]
    private var position = 0
    private var isAtEnd = false

    init(_ body: [UInt8], boundary: String) {
        self.body = body
        delimiter = Array("\r\n--\(boundary)".utf8)
    }

    /// The next part; `nil` after the last one, behind which nothing stands.
    mutating func next() throws(ServingError) -> Part? {
        guard !isAtEnd else { return nil }
        if position == 0 {
            guard body.starts(with: delimiter.dropFirst(2)) else {
                throw .multipart("it does not begin with its boundary")
            }
            position = delimiter.count - 2
        }
        if takes("--") {
            guard takes("\r\n") || position == body.count, position == body.count else {
                throw .multipart("bytes stand behind the end")
            }
            isAtEnd = true
            return nil
        }
        guard takes("\r\n") else { throw .multipart("a boundary is not followed by a line end") }
        let (name, fileName) = try disposition(of: headers())
        guard let end = firstDelimiter(from: position) else { throw .multipart("the last part is cut off") }
        let content = body[position..<end]
        position = end + delimiter.count
        return Part(name: name, fileName: fileName, content: content)
    }

    private mutating func takes(_ text: String) -> Bool {
        guard body[position...].starts(with: text.utf8) else { return false }
        position += text.utf8.count
        return true
    }

    /// Where the next delimiter begins.
    ///
    /// A boundary holds no CR, so two tries never look at the same bytes.
    private func firstDelimiter(from start: Int) -> Int? {
        var place = start
        while place + delimiter.count <= body.count {
            if body[place] == 0x0D, body[place..<place + delimiter.count].elementsEqual(delimiter) {
                return place
            }
            place += 1
        }
        return nil
    }

    /// The header lines of a part; the empty line behind them is taken too.
    private mutating func headers() throws(ServingError) -> [String] {
        var lines: [String] = []
        let limit = min(body.count, position + MultipartForm.partHeaderBytesMax)
        while position < limit {
            guard let end = body[position..<limit].firstIndex(of: 0x0D), end + 1 < body.count,
                body[end + 1] == 0x0A
            else { break }
            guard let line = String(validating: body[position..<end], as: UTF8.self) else {
                throw .multipart("a header is not UTF-8")
            }
            position = end + 2
            if line.isEmpty { return lines }
            lines.append(line)
        }
        throw .multipart("the headers of a part are cut off or too long")
    }

    /// Name and file name of a part.
    ///
    /// Only `Content-Disposition` and `Content-Type` are taken: RFC 7578 section 4.8 ends the others, and an encoding that we overlooked would change the bytes.
    private func disposition(of lines: [String]) throws(ServingError) -> (name: String, fileName: String?) {
        var found: (name: String, fileName: String?)?
        for line in lines {
            guard let colon = line.firstIndex(of: ":") else { throw .multipart("a header has no colon") }
            switch line[..<colon].lowercased() {
            case "content-type": continue
            case "content-disposition" where found == nil:
                var reader = DispositionReader(line[line.index(after: colon)...])
                found = try reader.read()
            default: throw .multipart("a part has a header that a form does not have")
            }
        }
        guard let found else { throw .multipart("a part has no content disposition") }
        return found
    }
}

/// Reads `form-data; name="…"; filename="…"`.
private struct DispositionReader {
    private var rest: Substring

    init(_ value: Substring) { rest = value }

    mutating func read() throws(ServingError) -> (name: String, fileName: String?) {
        skipSpaces()
        guard takes("form-data") else { throw .multipart("a part is no form data") }
        var values: [String: String] = [:]
        while takes(";") {
            skipSpaces()
            let key = rest.prefix { $0 != "=" }.lowercased()
            guard ["name", "filename"].contains(key), values[key] == nil else {
                throw .multipart("a content disposition has an unknown parameter")
            }
            rest = rest.dropFirst(key.count)
            values[key] = try quoted()
            skipSpaces()
        }
        guard rest.isEmpty, let name = values["name"], !name.isEmpty else {
            throw .multipart("a content disposition has no name")
        }
        return (name, values["filename"])
    }

    private mutating func skipSpaces() { rest = rest.drop { $0 == " " } }

    private mutating func takes(_ text: String) -> Bool {
        guard rest.hasPrefix(text) else { return false }
        rest = rest.dropFirst(text.count)
        return true
    }

    /// `="…"`, in which browsers write quotes and line ends as `%22`, `%0D` and `%0A`, and other programs `\"`.
    private mutating func quoted() throws(ServingError) -> String {
        guard takes("=\"") else { throw .multipart("a parameter is not quoted") }
        var text = ""
        while let character = rest.popFirst() {
            switch character {
            case "\"":
                return text.replacing("%22", with: "\"").replacing("%0D", with: "").replacing(
                    "%0A",
                    with: " "
                )
            case "\\" where rest.first == "\"" || rest.first == "\\": text.append(rest.removeFirst())
            default: text.append(character)
            }
        }
        throw .multipart("a quoted parameter does not end")
    }
}
