import Language

package enum CaseListView {
    package static func document(_ model: CaseListModel, in frame: Frame) -> HTML {
        let open = Button.link(
            frame.say(.openCase),
            icon: .plus,
            href: ConsolePath.newCase,
            isPrimary: true
        )
        let page = Page(
            title: frame.say(.casesRoom),
            room: .cases,
            actions: model.mayOpen ? open : .nothing,
            main: """
                \(views(model, frame))
                \(ListControls.form(model.query, label: .searchCases, list: "case-list", filters: model.filters, frame))
                <section class="card list" id="case-list">\(list(model, frame))</section>
                """
        )
        return page.document(in: frame)
    }

    private static func views(_ model: CaseListModel, _ frame: Frame) -> HTML {
        let current = model.query.filters.first { $0.name == "state" }?.value ?? ""
        return Tabs.html(
            label: frame.say(.caseViews),
            model.views.map { view in
                (
                    frame.say(view.name), frame.format.number(view.count),
                    model.query.with(filter: "state", view.value).address(), view.value == current
                )
            }
        )
    }

    private static func list(_ model: CaseListModel, _ frame: Frame) -> HTML {
        guard !model.rows.isEmpty else {
            return EmptyState.html(.folder, title: frame.say(.noCases), why: frame.say(.noCasesWhy))
        }
        let table = Table.html(
            caption: frame.say(.casesRoom),
            columns: [
                Column(.caseNumber, css: "number"), Column(.subject, css: "wide"),
                Column(.severity, sort: "severity"), Column(.state), Column(.assignee),
                Column(.opened, sort: "newest"), Column(.deadline, sort: "deadline"),
            ],
            rows: model.rows.map { row($0, frame) },
            query: model.query,
            frame
        )
        return table + ListControls.pager(model.page, of: model.query, frame)
    }

    private static func row(_ row: CaseListModel.Row, _ frame: Frame) -> [HTML] {
        let again: HTML? =
            row.recurrences > 0
            ? "<span class=\"again\">\(Icon.recheck.svg)\(frame.say(.recurred(row.recurrences)))</span>" : nil
        return [
            "\(row.number)",
            """
            <a class="name" href="\(url: ConsolePath.case(row.id))">\(row.title)</a>\
            <small>\(row.unit)\(again)</small>
            """,
            row.severity.html(frame), row.state.html(frame),
            row.assignee.map { "\($0)" } ?? "<span class=\"faint\">\(frame.say(.nobodyYet))</span>",
            TimeElement.relative(row.openedAt, frame), row.standing.html(frame),
        ]
    }
}
