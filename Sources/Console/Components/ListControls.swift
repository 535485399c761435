import Assets
package import Language

/// A list's address: the words searched, the filters, the order and the page, all in the query.
package struct ListQuery: Sendable {
    package let path: String
    package var search: String
    /// Name and chosen value of each filter; empty for “all”.
    package var filters: [(name: String, value: String)]
    package var sort: String
    package var isDescending: Bool

    package init(
        path: String,
        search: String = "",
        filters: [(name: String, value: String)] = [],
        sort: String = "",
        isDescending: Bool = false
    ) {
        self.path = path
        self.search = search
        self.filters = filters
        self.sort = sort
        self.isDescending = isDescending
    }

    /// The same list from another page on, which a cursor names.
    package func address(cursor: String? = nil) -> String {
        var fields: [(name: String, value: String?)] = [("q", search)]
        fields += filters.map { ($0.name, $0.value) }
        fields += [("sort", sort.isEmpty ? nil : (isDescending ? "-" : "") + sort), ("cursor", cursor)]
        return ConsolePath.query(path, fields)
    }

    func sorted(by key: String) -> ListQuery {
        var query = self
        query.isDescending = sort == key && !isDescending
        query.sort = key
        return query
    }

    func with(filter name: String, _ value: String) -> ListQuery {
        var query = self
        query.filters = filters.map { $0.name == name ? (name, value) : $0 }
        return query
    }
}

/// Where a list continues.
package struct ListPage: Sendable {
    /// Number of the first row, from 1.
    package let first: Int
    package let count: Int
    package let total: Int
    package let next: String?

    package init(first: Int, count: Int, total: Int, next: String?) {
        self.first = first
        self.count = count
        self.total = total
        self.next = next
    }
}

/// A filter that a list offers.
package struct ListFilter: Sendable {
    package let name: String
    package let label: Text
    /// What it says when nothing is chosen.
    package let none: Text
    package let options: [(value: String, label: Text)]

    package init(name: String, label: Text, none: Text = .all, options: [(value: String, label: Text)]) {
        self.name = name
        self.label = label
        self.none = none
        self.options = options
    }
}

enum ListControls {
    /// Search box and filters in one form that works without a script.
    ///
    /// With one, which comes once somebody goes there, the element `list` follows what is typed, and the address too.
    static func form(
        _ query: ListQuery,
        label: Text,
        list: String,
        filters: [ListFilter],
        _ frame: Frame
    ) -> HTML {
        """
        <form class="list-controls" role="search" action="\(url: query.path)" hx-get="\(url: query.path)" \
        hx-trigger="submit, input changed delay:300ms from:find input[type=search]" hx-target="#\(list)" \
        hx-select="#\(list)" hx-swap="outerHTML" hx-push-url="true" hx-sync="this:replace" \
        data-follow="\(url: Asset.path("htmx.js"))">
        <label class="search">\(Icon.search.svg)<span class="visually-hidden">\(frame.say(label))</span>\
        <input type="search" name="q" value="\(query.search)" placeholder="\(frame.say(label))" \
        autocomplete="off"><kbd aria-hidden="true">/</kbd></label>
        \(each: filters, { choice($0, chosen: query, frame) })
        \(if: !query.sort.isEmpty,
            "<input type=\"hidden\" name=\"sort\" value=\"\(query.isDescending ? "-" : "")\(query.sort)\">")
        <button class="button">\(frame.say(.filterList))</button>
        \(if: isNarrowed(query), "<a class=\"clear\" href=\"\(url: query.path)\">\(frame.say(.clearFilters))</a>")
        </form>
        """
    }

    private static func isNarrowed(_ query: ListQuery) -> Bool {
        !query.search.isEmpty || query.filters.contains { !$0.value.isEmpty }
    }

    static func choice(_ filter: ListFilter, chosen query: ListQuery, _ frame: Frame) -> HTML {
        let value = query.filters.first { $0.name == filter.name }?.value ?? ""
        return """
            <label class="filter"><span>\(frame.say(filter.label))</span>\
            <select name="\(filter.name)" data-submit><option value="">\(frame.say(filter.none))</option>\
            \(each: filter.options, { option in
                "<option value=\"\(option.value)\"\(if: option.value == value, " selected")>"
                + "\(frame.say(option.label))</option>"
            })</select></label>
            """
    }

    /// “51–100 trong 7.982”, the way on and the way to the beginning.
    ///
    /// A page knows only where the next one begins; the one before is the browser's way back.
    static func pager(_ page: ListPage, of query: ListQuery, _ frame: Frame) -> HTML {
        let format = frame.format
        let last = page.first + max(page.count, 1) - 1
        let range = Text.listRange(
            format.number(page.first),
            format.number(last),
            format.number(page.total)
        )
        return """
            <nav class="pager" aria-label="\(frame.say(.pages))"><p>\(frame.say(range))</p>
            \(if: page.first > 1, step(nil, .chevronLeft, .firstPage, "first", query, frame))
            \(page.next.map { step($0, .chevronRight, .nextPage, "next", query, frame) })
            </nav>
            """
    }

    /// “50 dòng” and the way on, for a list that is not counted.
    static func pager(rows count: Int, next: String?, of query: ListQuery, _ frame: Frame) -> HTML {
        """
        <nav class="pager" aria-label="\(frame.say(.pages))">\
        <p>\(frame.say(.rowsShown(frame.format.number(count))))</p>
        \(next.map { step($0, .chevronRight, .nextPage, "next", query, frame) })
        </nav>
        """
    }

    private static func step(
        _ cursor: String?,
        _ icon: Icon,
        _ label: Text,
        _ relation: String,
        _ query: ListQuery,
        _ frame: Frame
    ) -> HTML {
        """
        <a class="button" rel="\(relation)" href="\(url: query.address(cursor: cursor))">\(icon.svg)\
        <span>\(frame.say(label))</span></a>
        """
    }
}
