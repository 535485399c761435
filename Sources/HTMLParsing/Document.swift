import CLexbor

/// An HTML page as a tree, laid out in one array in document order.
///
/// The parser is lexbor, which follows the HTML5 algorithm: what it sees is what browsers see, also in broken
/// pages, where simpler parsers lose the links that an attacker hid. Nothing here recurses, so nesting costs
/// no stack.
package final class Document: @unchecked Sendable {  // immutable once made
    private let raw: OpaquePointer
    private let nodes: UnsafeBufferPointer<sen_node>
    private let attributes: UnsafeBufferPointer<sen_attribute>
    /// How the bytes were read.
    package let encoding: DetectedEncoding

    /// Parses the bytes of an answer, decompressed.
    ///
    /// The charset of `contentType`, the header, goes before the page's own. With `scripting`, `noscript` is
    /// text as for a browser; without, it is markup as for a search engine.
    package init(
        _ bytes: [UInt8],
        contentType: String? = nil,
        scripting: Bool = false,
        limits: DocumentLimits = .standard
    ) throws(DocumentError) {
        guard bytes.count <= limits.bytesMax else { throw .tooLarge }
        let decoded = DecodedText(bytes, contentType: contentType)
        var status = SEN_OK
        let raw = decoded.withUTF8 { utf8 in
            sen_document_parse(utf8.baseAddress, utf8.count, scripting, sen_limits(limits), &status)
        }
        guard let raw else { throw DocumentError(status) }
        self.raw = raw
        self.encoding = decoded.encoding
        var count = 0
        let nodes = sen_document_nodes(raw, &count)
        self.nodes = UnsafeBufferPointer(start: nodes, count: count)
        let attributes = sen_document_attributes(raw, &count)
        self.attributes = UnsafeBufferPointer(start: attributes, count: count)
    }

    deinit { sen_document_free(raw) }

    /// How many nodes there are; their indices are in document order.
    package var count: Int { nodes.count }

    /// The node at `index`, which must be below ``count``.
    package subscript(index: Int) -> Node { Node(nodes[index]) }

    /// The value of an attribute; `nil` when the element does not have it.
    package func value(_ name: AttributeName, of node: Node) -> Bytes? {
        for index in node.attributes where attributes[index].known == name.rawValue {
            return Bytes(start: attributes[index].value.data, count: attributes[index].value.length)
        }
        return nil
    }

    /// All attributes in the order of the source.
    package func attributes(of node: Node) -> [Attribute] {
        node.attributes.map { index in
            let raw = attributes[index]
            return Attribute(
                name: Bytes(start: raw.name.data, count: raw.name.length),
                value: Bytes(start: raw.value.data, count: raw.value.length),
                known: AttributeName(rawValue: raw.known) ?? .other
            )
        }
    }

    /// The text of all text nodes below the node at `index`, cut after `bytesMax`.
    package func textContent(at index: Int, bytesMax: Int = .max) -> String {
        var bytes: [UInt8] = []
        for below in index..<Int(nodes[index].end) where UInt32(nodes[below].kind) == SEN_KIND_TEXT.rawValue {
            let text = nodes[below].text
            let piece = UnsafeBufferPointer(start: text.data, count: text.length)
            bytes.append(contentsOf: piece.prefix(bytesMax - bytes.count))
            if bytes.count >= bytesMax { break }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}

extension sen_limits {
    fileprivate init(_ limits: DocumentLimits) {
        self.init(
            depth_max: limits.depthMax,
            formatting_max: limits.formattingMax,
            nodes_max: limits.nodesMax,
            memory_bytes_max: limits.memoryBytesMax
        )
    }
}

extension DocumentError {
    fileprivate init(_ status: sen_status) {
        switch status {
        case SEN_TOO_DEEP: self = .tooDeep
        case SEN_TOO_MANY_NODES: self = .tooManyNodes
        case SEN_TOO_MUCH_MEMORY: self = .tooMuchMemory
        default: self = .parserFailed
        }
    }
}
