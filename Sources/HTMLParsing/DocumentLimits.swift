/// What one page may cost; a hostile page reaches a limit and is told so, it never costs minutes or
/// gigabytes.
package struct DocumentLimits: Hashable, Sendable {
    /// Bytes of source.
    package var bytesMax: Int
    /// Open elements at one time.
    ///
    /// Browsers stop at 512; the parser looks through all open ones for each new element.
    package var depthMax: Int
    /// Open formatting elements, which the parser repeats in each block: with many of them one byte makes
    /// many nodes.
    package var formattingMax: Int
    /// Nodes and attributes.
    package var nodesMax: Int
    /// Bytes that the tree takes.
    package var memoryBytesMax: Int

    package init(bytesMax: Int, depthMax: Int, formattingMax: Int, nodesMax: Int, memoryBytesMax: Int) {
        self.bytesMax = bytesMax
        self.depthMax = depthMax
        self.formattingMax = formattingMax
        self.nodesMax = nodesMax
        self.memoryBytesMax = memoryBytesMax
    }

    /// Twice what a browser nests, and room for 100,000 links with their attributes and text.
    package static let standard = DocumentLimits(
        bytesMax: 8 << 20,
        depthMax: 1_024,
        formattingMax: 128,
        nodesMax: 1_000_000,
        memoryBytesMax: 256 << 20
    )
}

/// Why a page could not be read.
package enum DocumentError: String, Error, Hashable, Sendable, CaseIterable {
    case tooLarge = "too-large"
    case tooDeep = "too-deep"
    case tooManyNodes = "too-many-nodes"
    case tooMuchMemory = "too-much-memory"
    /// The parser gave up, which it does for no input that is known.
    case parserFailed = "parser-failed"
}
