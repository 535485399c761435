import Language

package enum DatasetListView {
    package static func document(_ model: DatasetListModel, in frame: Frame) -> HTML {
        Page(
            title: frame.say(.datasetsRoom),
            room: .datasets,
            main: """
                \(ListControls.form(
                    model.query, label: .DataPages.search, list: "dataset-list", filters: model.filters, frame))
                <section class="card list" id="dataset-list">\(list(model, frame))</section>
                """
        ).document(in: frame)
    }

    private static func list(_ model: DatasetListModel, _ frame: Frame) -> HTML {
        guard !model.rows.isEmpty else { return empty(model, frame) }
        let table = Table.html(
            caption: frame.say(.datasetsRoom),
            columns: [
                Column(.DataPages.dataset, css: "wide"), Column(.DataPages.owner),
                Column(.DataPages.classification), Column(.DataPages.update),
                Column(.DataPages.recordCount, css: "figure"), Column(.DataPages.newestChange),
            ],
            rows: model.rows.map { row($0, frame) },
            query: model.query,
            frame
        )
        return table + ListControls.pager(rows: model.rows.count, next: nil, of: model.query, frame)
    }

    private static func empty(_ model: DatasetListModel, _ frame: Frame) -> HTML {
        guard model.query.address() == model.query.path else {
            return EmptyState.html(
                .search,
                title: frame.say(.nothingFits),
                why: frame.say(.nothingFitsWhy),
                action: Button.link(frame.say(.clearFilters), href: model.query.path)
            )
        }
        return EmptyState.html(
            .inbox,
            title: frame.say(.DataPages.none),
            why: frame.say(.DataPages.noneWhy)
        )
    }

    private static func row(_ row: DatasetListModel.Row, _ frame: Frame) -> [HTML] {
        [
            """
            <a class="name" href="\(url: ConsolePath.dataset(row.id))">\(frame.say(row.title))</a>\
            <small class="address">\(row.id)</small>
            """,
            "\(row.owner)", row.classification.chip.html(frame),
            "\(frame.say(row.update)) \(CatalogueClockView.chips(row.clock, frame))",
            row.records.map { "\(frame.format.number($0))" } ?? "<span class=\"faint\">–</span>",
            row.changedAt.map { TimeElement.relative($0, frame) }
                ?? "<span class=\"faint\">\(frame.say(.DataPages.neverChanged))</span>",
        ]
    }
}
