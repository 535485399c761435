import Language

/// A titled box; the building block of every page.
enum Card {
    static func html(
        _ title: String,
        id: String? = nil,
        note: String? = nil,
        link: HTML? = nil,
        css: String = "",
        _ body: HTML
    ) -> HTML {
        """
        <section class="card \(css)"\(id.map { " id=\"\($0)\"" })>
        <div class="card-head"><h2>\(title)</h2>\(note.map { "<small>\($0)</small>" })\(link)</div>
        \(body)
        </section>
        """
    }
}

/// One number that opens to the list behind it.
enum Tile {
    static func html(label: String, value: HTML, note: HTML?, tone: Tone = .neutral, href: String) -> HTML {
        """
        <a class="tile \(tone.rawValue)" href="\(url: href)"><span class="label">\(label)</span>\
        <b>\(value)</b>\(note.map { "<small>\($0)</small>" })</a>
        """
    }
}

/// Says what will be here, why it is empty, and the one thing to do.
enum EmptyState {
    static func html(_ icon: Icon, title: String, why: String, action: HTML? = nil) -> HTML {
        """
        <div class="empty">\(icon.svg)<p class="empty-title">\(title)</p><p>\(why)</p>\(action)</div>
        """
    }
}

/// Names and values, as a definition list.
enum Facts {
    static func html(_ facts: [(name: String, value: HTML)]) -> HTML {
        """
        <dl class="facts">\(each: facts, { "<div><dt>\($0.name)</dt><dd>\($0.value)</dd></div>" })</dl>
        """
    }
}

/// Links that look like buttons, and the way to print.
enum Button {
    static func link(_ label: String, icon: Icon? = nil, href: String, isPrimary: Bool = false) -> HTML {
        """
        <a class="button\(if: isPrimary, " primary")" href="\(url: href)">\(icon?.svg)<span>\(label)</span></a>
        """
    }

    static func printing(_ frame: Frame) -> HTML {
        """
        <button type="button" class="button needs-script" data-print>\(Icon.printer.svg)\
        <span>\(frame.say(.printPage))</span></button>
        """
    }
}

/// Views of one thing, each with an address of its own.
enum Tabs {
    static func html(label: String, _ tabs: [(name: String, count: String?, href: String, isCurrent: Bool)])
        -> HTML
    {
        """
        <nav class="tabs" aria-label="\(label)">\(each: tabs, { tab in
            "<a href=\"\(url: tab.href)\"\(if: tab.isCurrent, " aria-current=\"page\"")>\(tab.name)"
            + "\(tab.count.map { "<span class=\"count\">\($0)</span>" })</a>"
        })</nav>
        """
    }
}
