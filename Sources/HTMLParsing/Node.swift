import CLexbor

/// One node of a ``Document``; its views live as long as the document.
package struct Node {
    package enum Kind: UInt8, Sendable { case element, text, comment, doctype }

    package let kind: Kind
    package let tag: Tag
    /// Whether the element belongs to HTML, not to SVG or MathML inside it.
    package let isHTML: Bool
    /// An element's local name, the data of a text or a comment, the name of a doctype.
    package let text: Bytes
    /// The parent's index; `nil` at the top.
    package let parent: Int?
    /// The index behind the last descendant, so that a loop can leave a subtree out.
    package let end: Int
    /// 0 for the root element.
    package let depth: Int
    let attributes: Range<Int>

    init(_ raw: sen_node) {
        switch UInt32(raw.kind) {
        case SEN_KIND_ELEMENT.rawValue: kind = .element
        case SEN_KIND_COMMENT.rawValue: kind = .comment
        case SEN_KIND_DOCTYPE.rawValue: kind = .doctype
        default: kind = .text
        }
        tag = raw.name_space == 0 ? Tag(rawValue: raw.tag) ?? .other : .other
        isHTML = raw.name_space == 0
        text = Bytes(start: raw.text.data, count: raw.text.length)
        parent = raw.parent == .max ? nil : Int(raw.parent)
        end = Int(raw.end)
        depth = Int(raw.depth)
        let first = Int(raw.first_attribute)
        attributes = first..<first + Int(raw.attribute_count)
    }
}

/// One attribute of an element.
package struct Attribute {
    package let name: Bytes
    package let value: Bytes
    package let known: AttributeName
}
