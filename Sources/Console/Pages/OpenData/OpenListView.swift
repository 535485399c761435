import Language

package enum OpenListView {
    package static func document(_ model: OpenListModel, in frame: Frame) -> HTML {
        Page(
            title: frame.say(.OpenData.title),
            kind: .open,
            main: """
                <p class="lead">\(frame.say(.OpenData.lead(model.place)))</p>
                \(ListControls.form(
                    model.query, label: .DataPages.search, list: "open-list", filters: model.filters, frame))
                <section class="open-list" id="open-list">\(list(model, frame))</section>
                <p class="help"><a href="\(url: ConsolePath.openCatalogue)">\(frame.say(.OpenData.catalogue)) \
                (JSON-LD)</a></p>
                """
        ).document(in: frame)
    }

    private static func list(_ model: OpenListModel, _ frame: Frame) -> HTML {
        guard !model.rows.isEmpty else {
            let isSearch = model.query.address() != model.query.path
            return EmptyState.html(
                isSearch ? .search : .inbox,
                title: frame.say(isSearch ? .nothingFits : .OpenData.none),
                why: frame.say(isSearch ? .nothingFitsWhy : .OpenData.noneWhy)
            )
        }
        return "\(each: model.rows, { row($0, frame) })"
    }

    private static func row(_ row: OpenListModel.Row, _ frame: Frame) -> HTML {
        let facts = [
            row.owner, frame.say(row.update),
            "\(frame.format.number(row.records)) \(frame.say(.OpenData.records).lowercased())",
        ]
        return """
            <article class="card"><h2><a href="\(url: ConsolePath.open(row.id))">\(frame.say(row.title))</a></h2>\
            <p>\(frame.say(row.description))</p>\
            <p class="help">\(facts.joined(separator: " · ")) \(row.freshness.chip(frame)?.html(frame))</p></article>
            """
    }
}
