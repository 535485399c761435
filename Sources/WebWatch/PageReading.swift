package import HTMLParsing
import Language

extension PageFacts {
    /// Reads the facts of a page from an answer.
    ///
    /// - Throws: ``DocumentError`` when the page is beyond the limits.
    package init(_ answer: Answer, limits: DocumentLimits = .standard) throws(DocumentError) {
        let document = try Document(answer.body, contentType: answer.contentType, limits: limits)
        self.init(document, url: answer.finalURL, status: answer.status)
        var reader = PageReader(document, facts: self)
        self = reader.read()
        if let refresh = answer.header("refresh") { add(refreshHeader: refresh) }
    }

    private init(_ document: Document, url: String, status: Int) {
        let nowhere = WebAddress.invalid(url)
        self.init(address: WebAddress(url) ?? nowhere, status: status)
        encoding = document.encoding
    }

    private mutating func add(refreshHeader value: String) {
        guard let target = MetaRefresh.target(of: value),
            let address = AddressParser(base: address.href).parse(target)
        else { return }
        refreshes.append(Reference(address: address, source: value, place: "header"))
    }
}

/// The target in `5; url=https://…`, as `meta refresh` and the header write it.
enum MetaRefresh {
    static func target(of content: String) -> String? {
        guard let separator = content.firstIndex(where: { $0 == ";" || $0 == "," }) else { return nil }
        var rest = content[content.index(after: separator)...].drop(while: \.isWhitespace)
        if rest.prefix(3).lowercased() == "url" {
            let afterName = rest.dropFirst(3).drop(while: \.isWhitespace)
            if afterName.first == "=" { rest = afterName.dropFirst().drop(while: \.isWhitespace) }
        }
        if let quote = rest.first, quote == "'" || quote == "\"" {
            rest = rest.dropFirst().prefix { $0 != quote }
        }
        let target = rest.trimmingSuffix(while: \.isWhitespace)
        return target.isEmpty ? nil : String(target)
    }
}

extension Substring {
    fileprivate func trimmingSuffix(while isTrimmed: (Character) -> Bool) -> Substring {
        var rest = self
        while let last = rest.last, isTrimmed(last) { rest = rest.dropLast() }
        return rest
    }
}
