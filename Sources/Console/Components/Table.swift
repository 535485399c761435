import Language

/// A column of a table: its heading, and the key by which the server can sort it.
struct Column {
    let heading: Text
    var sort: String?
    /// A class for its cells, such as `number` or `wide`.
    var css = ""

    init(_ heading: Text, sort: String? = nil, css: String = "") {
        self.heading = heading
        self.sort = sort
        self.css = css
    }
}

enum Table {
    /// A table whose headings sort it; on a phone each row is a card and each cell says its heading.
    static func html(
        caption: String,
        columns: [Column],
        rows: [[HTML]],
        query: ListQuery? = nil,
        _ frame: Frame
    ) -> HTML {
        """
        <div class="table"><table>
        <caption class="visually-hidden">\(caption)</caption>
        <thead><tr>\(each: columns, { heading($0, query, frame) })</tr></thead>
        <tbody>\(each: rows, { cells in
            "<tr>\(each: zip(columns, cells), { cell($0.1, under: $0.0, frame) })</tr>\n"
        })</tbody>
        </table></div>
        """
    }

    private static func cell(_ content: HTML, under column: Column, _ frame: Frame) -> HTML {
        "<td class=\"\(column.css)\" data-heading=\"\(frame.say(column.heading))\">\(content)</td>"
    }

    private static func heading(_ column: Column, _ query: ListQuery?, _ frame: Frame) -> HTML {
        let label = frame.say(column.heading)
        guard let key = column.sort, let query else {
            return "<th scope=\"col\" class=\"\(column.css)\">\(label)</th>"
        }
        let isSorted = query.sort == key
        let icon: Icon = isSorted ? (query.isDescending ? .arrowDown : .arrowUp) : .arrowsUpDown
        let order = query.isDescending ? "descending" : "ascending"
        return """
            <th scope="col" class="\(column.css)"\(if: isSorted, " aria-sort=\"\(order)\"")>\
            <a href="\(url: query.sorted(by: key).address())">\(label)\(icon.svg)</a></th>
            """
    }
}
