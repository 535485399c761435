/// How a test names an element of a page: as a person sees it, or by a selector.
package struct PageElement: ExpressibleByStringLiteral, CustomStringConvertible, Sendable {
    package let description: String
    /// An expression of JavaScript: the element, or null.
    let expression: String

    private init(_ description: String, _ expression: String) {
        self.description = description
        self.expression = expression
    }

    package init(stringLiteral selector: String) {
        self.init(selector, "document.querySelector(\(selector.quoted))")
    }

    package static func selector(_ selector: String) -> PageElement { PageElement(stringLiteral: selector) }

    /// A button, link or the like that says exactly this and is seen.
    package static func saying(_ words: String) -> PageElement {
        PageElement(
            "“\(words)”",
            """
            [...document.querySelectorAll('a,button,summary,label,[role=button],[role=tab]')].find(e => \
            e.checkVisibility() && [e.innerText, e.getAttribute('aria-label')].some(t => \
            (t || '').replace(/\\s+/g, ' ').trim() === \(words.quoted)))
            """
        )
    }

    /// The control under this label.
    package static func labelled(_ words: String) -> PageElement {
        PageElement(
            "the control “\(words)”",
            """
            [...document.querySelectorAll('input,select,textarea')].find(e => e.checkVisibility() && \
            [...(e.labels || [])].some(l => l.innerText.replace(/\\s+/g, ' ').trim().startsWith(\(words.quoted))))
            """
        )
    }

    /// Something that is there when an expression of JavaScript is true.
    package static func condition(_ description: String, _ expression: String) -> PageElement {
        PageElement(description, expression)
    }
}
