import JSONReading

/// Some fields of records, for a caller that does not need all.
package struct FieldSelection: Hashable, Sendable {
    /// Fields of one request: more is all of them.
    static let fieldsMax = 100

    /// Names and what is wanted below each; a name without any is wanted whole.
    private struct Node: Hashable, Sendable {
        var below: [String: Node] = [:]
        var isWhole = false
    }

    private var root = Node()

    /// Reads paths with commas between them, such as `people,place/lat`; `nil` for what is none.
    package init?(_ text: String) {
        let parts = text.split(separator: ",", omittingEmptySubsequences: false)
        guard parts.count <= Self.fieldsMax else { return nil }
        for part in parts {
            guard let path = FieldPath(String(part)) else { return nil }
            Self.add(path.names[...], to: &root)
        }
    }

    /// `nil` without any field.
    package init?(_ fields: Set<FieldPath>) {
        guard !fields.isEmpty else { return nil }
        for field in fields { Self.add(field.names[...], to: &root) }
    }

    private static func add(_ names: ArraySlice<String>, to node: inout Node) {
        guard let first = names.first else {
            node.isWhole = true
            return
        }
        add(names.dropFirst(), to: &node.below[first, default: Node()])
    }

    /// The texts of `records` with these fields alone, in canonical form; a field that a record has not is left out.
    package func texts(of records: [StoredRecord]) -> [String] {
        let (reader, writer) = (JSONReader(), CanonicalWriter())
        return records.map { record in
            var output: [UInt8] = []
            let bytes = Array(record.content.utf8)
            guard let value = try? reader.read(bytes) else { return "{}" }
            Self.write(value, root, writer, to: &output)
            return utf8Text(output)
        }
    }

    private static func write(
        _ value: JSONValue,
        _ node: Node,
        _ writer: CanonicalWriter,
        to output: inout [UInt8]
    ) {
        output.append(UInt8(ascii: "{"))
        var isFirst = true
        for member in value.members {
            let name = String(decoding: member.name, as: UTF8.self)
            guard let wanted = node.below[name], wanted.isWhole || member.value.isObject else { continue }
            if !isFirst { output.append(UInt8(ascii: ",")) }
            isFirst = false
            writer.write(name: member.name, to: &output)
            output.append(UInt8(ascii: ":"))
            if wanted.isWhole {
                writer.write(member.value, to: &output)
            } else {
                write(member.value, wanted, writer, to: &output)
            }
        }
        output.append(UInt8(ascii: "}"))
    }
}
