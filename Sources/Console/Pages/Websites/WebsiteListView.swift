import Language

package enum WebsiteListView {
    package static func document(_ model: WebsiteListModel, in frame: Frame) -> HTML {
        let page = Page(
            title: frame.say(.websitesRoom),
            room: .websites,
            actions: actions(model, frame),
            main: """
                \(ListControls.form(model.query, label: .searchWebsites, list: "website-list", filters: model.filters, frame))
                <section class="card list" id="website-list">\(list(model, frame))</section>
                """
        )
        return page.document(in: frame)
    }

    private static func actions(_ model: WebsiteListModel, _ frame: Frame) -> HTML {
        let export = Button.link(frame.say(.exportList), icon: .download, href: model.export)
        guard model.mayAdd else { return export }
        return export
            + Button.link(frame.say(.importList), icon: .fileCheck, href: ConsolePath.importWebsites)
            + Button.link(
                frame.say(.addWebsite),
                icon: .plus,
                href: ConsolePath.newWebsite,
                isPrimary: true
            )
    }

    private static func list(_ model: WebsiteListModel, _ frame: Frame) -> HTML {
        guard !model.rows.isEmpty else { return empty(model, frame) }
        let table = Table.html(
            caption: frame.say(.websitesRoom),
            columns: [
                Column(.website, css: "wide"), Column(.unit), Column(.state),
                Column(.findings, css: "figure"), Column(.responseTime, css: "figure"),
                Column(.lastDay, css: "spark"), Column(.checked),
            ],
            rows: model.rows.map { row($0, frame) },
            query: model.query,
            frame
        )
        return table + ListControls.pager(model.page, of: model.query, frame)
    }

    private static func empty(_ model: WebsiteListModel, _ frame: Frame) -> HTML {
        let isNarrowed = model.query.address() != model.query.path
        if isNarrowed {
            return EmptyState.html(
                .search,
                title: frame.say(.nothingFits),
                why: frame.say(.nothingFitsWhy),
                action: Button.link(frame.say(.clearFilters), href: model.query.path)
            )
        }
        return EmptyState.html(
            .globe,
            title: frame.say(.noWebsites),
            why: frame.say(.noWebsitesWhy),
            action: model.mayAdd
                ? Button.link(frame.say(.importList), href: ConsolePath.importWebsites, isPrimary: true) : nil
        )
    }

    private static func row(_ row: WebsiteListModel.Row, _ frame: Frame) -> [HTML] {
        let time = row.responseTime.map(frame.format.responseTime)
        return [
            """
            <a class="name" href="\(url: ConsolePath.website(row.id))">\(row.name)</a>\
            <small class="address">\(row.address)</small>
            """,
            "\(row.unit)", row.state.html(frame),
            row.openFindings == 0
                ? "<span class=\"faint\">0</span>" : "<b>\(frame.format.number(row.openFindings))</b>",
            time.map { "\($0)" } ?? "<span class=\"faint\">–</span>",
            Sparkline.svg(row.recent, label: frame.say(.responseLastDay)),
            row.checkedAt.map { TimeElement.relative($0, frame) }
                ?? "<span class=\"faint\">\(frame.say(.notCheckedYet))</span>",
        ]
    }
}
