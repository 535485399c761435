import CLexbor

/// How the bytes of a page were turned into text.
package struct DetectedEncoding: Hashable, Sendable {
    /// What decided.
    package enum Source: Hashable, Sendable { case byteOrderMark, header, meta, assumed, labelWasWrong }

    /// The WHATWG name, such as `UTF-8` or `windows-1258`.
    package var name: String
    package var source: Source
    /// Places that were no text in that encoding and became U+FFFD.
    package var malformed: Int
}

/// The bytes of a page as UTF-8.
///
/// The order is the standard's: byte order mark, header, meta element, and UTF-8 when nobody says anything.
/// One thing is added. Many Vietnamese pages are UTF-8 under a label such as `windows-1252`; bytes that are
/// well-formed UTF-8 with letters beyond ASCII are never anything else, so then the label is taken as wrong.
struct DecodedText {
    private let utf8: [UInt8]
    private let skipped: Int
    let encoding: DetectedEncoding

    init(_ bytes: [UInt8], contentType: String?) {
        let (mark, markLength) = Self.byteOrderMark(bytes)
        var hasMultibyte = false
        let isUTF8 = bytes.withUnsafeBufferPointer { sen_is_utf8($0.baseAddress, $0.count, &hasMultibyte) }
        var (name, source) = mark.map { ($0, .byteOrderMark) } ?? Self.labelled(bytes, contentType)
        if name != "UTF-8", source != .byteOrderMark, isUTF8, hasMultibyte || Self.isUTF16(name) {
            // UTF-16 text has a zero in nearly every pair, and well-formed UTF-8 pages have none.
            if !Self.isUTF16(name) || !bytes.prefix(64).contains(0) {
                (name, source) = ("UTF-8", .labelWasWrong)
            }
        }
        if name == "UTF-8", isUTF8 {
            (utf8, skipped) = (bytes, markLength)
            encoding = DetectedEncoding(name: name, source: source, malformed: 0)
            return
        }
        let (decoded, malformed) = Self.decode(bytes.dropFirst(markLength), from: name)
        (utf8, skipped) = (decoded, 0)
        encoding = DetectedEncoding(name: name, source: source, malformed: malformed)
    }

    func withUTF8<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        utf8.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0.dropFirst(skipped))) }
    }

    private static func byteOrderMark(_ bytes: [UInt8]) -> (name: String?, length: Int) {
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return ("UTF-8", 3) }
        if bytes.starts(with: [0xFE, 0xFF]) { return ("UTF-16BE", 2) }
        if bytes.starts(with: [0xFF, 0xFE]) { return ("UTF-16LE", 2) }
        return (nil, 0)
    }

    /// What the header says, then what the page says of itself; a page cannot call itself UTF-16.
    private static func labelled(_ bytes: [UInt8], _ header: String?) -> (String, DetectedEncoding.Source) {
        if let label = header.flatMap(charset(in:)), let name = encodingName(Array(label.utf8)) {
            return (name, .header)
        }
        let label = bytes.withUnsafeBufferPointer { buffer in
            let found = sen_encoding_prescan(buffer.baseAddress, buffer.count)
            return Array(UnsafeBufferPointer(start: found.data, count: found.length))
        }
        guard let name = encodingName(label) else { return ("UTF-8", .assumed) }
        return (isUTF16(name) ? "UTF-8" : name == "x-user-defined" ? "windows-1252" : name, .meta)
    }

    /// The charset parameter of a `Content-Type`.
    static func charset(in header: String) -> String? {
        for part in header.split(separator: ";").dropFirst() {
            let pair = part.split(separator: "=", maxSplits: 1)
            guard pair.count == 2, pair[0].filter({ !$0.isWhitespace }).lowercased() == "charset" else {
                continue
            }
            return pair[1].filter { !$0.isWhitespace && $0 != "\"" && $0 != "'" }
        }
        return nil
    }

    private static func isUTF16(_ name: String) -> Bool { name.hasPrefix("UTF-16") }

    private static func encodingName(_ label: [UInt8]) -> String? {
        label.withUnsafeBufferPointer { sen_encoding_for_label($0.baseAddress, $0.count) }.map {
            String(cString: $0)
        }
    }

    private static func decode(_ bytes: ArraySlice<UInt8>, from name: String) -> ([UInt8], malformed: Int) {
        bytes.withUnsafeBufferPointer { buffer in
            var (length, malformed) = (0, 0)
            guard let decoded = sen_decode(name, buffer.baseAddress, buffer.count, &length, &malformed) else {
                return ([], buffer.count)
            }
            defer { sen_free(decoded) }
            return (Array(UnsafeBufferPointer(start: decoded, count: length)), malformed)
        }
    }
}
