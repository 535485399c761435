import Language

package enum UnitListView {
    package static func document(_ model: UnitListModel, in frame: Frame) -> HTML {
        let page = Page(
            title: model.path.last?.name ?? frame.say(.unitsRoom),
            subtitle: trail(model, frame),
            room: .units,
            main: """
                \(about(model, frame))
                \(ListControls.form(model.query, label: .searchUnits, filters: [], frame))
                <section class="card list" id="unit-list">\(list(model, frame))</section>
                \(predecessors(model, frame))
                """
        )
        return page.document(in: frame)
    }

    private static func trail(_ model: UnitListModel, _ frame: Frame) -> HTML {
        """
        \(each: model.path.dropLast(), { step in
            "<a href=\"\(url: ConsolePath.unit(step.id))\">\(step.name)</a> › "
        })\(frame.say(.unitsAsOf)) \(frame.format.date(model.asOf))
        """
    }

    private static func about(_ model: UnitListModel, _ frame: Frame) -> HTML? {
        guard !model.facts.isEmpty else { return nil }
        let facts = model.facts.map { (name: frame.say($0.name), value: "\($0.value)" as HTML) }
        return Card.html(frame.say(.about), css: "wide-facts", Facts.html(facts))
    }

    private static func list(_ model: UnitListModel, _ frame: Frame) -> HTML {
        guard !model.rows.isEmpty else {
            return EmptyState.html(.building, title: frame.say(.noUnitsHere), why: frame.say(.noUnitsHereWhy))
        }
        let rows: [[HTML]] = model.rows.map { row in
            [
                "\(row.code)", "<a class=\"name\" href=\"\(url: ConsolePath.unit(row.id))\">\(row.name)</a>",
                "\(frame.say(row.kind))", row.state.html(frame), "\(frame.format.number(row.websites))",
                "\(frame.format.number(row.openCases))",
            ]
        }
        let table = Table.html(
            caption: frame.say(.unitsRoom),
            columns: [
                Column(.unitCode, sort: "code", css: "number"), Column(.unit, sort: "name", css: "wide"),
                Column(.kind), Column(.state), Column(.websitesRoom, sort: "websites", css: "figure"),
                Column(.openCases, sort: "cases", css: "figure"),
            ],
            rows: rows,
            query: model.query,
            frame
        )
        return table + ListControls.pager(model.page, of: model.query, frame)
    }

    private static func predecessors(_ model: UnitListModel, _ frame: Frame) -> HTML? {
        guard !model.predecessors.isEmpty else { return nil }
        return Card.html(
            frame.say(.cameFrom),
            """
            <ul class="links">\(each: model.predecessors, { one in
                "<li><a href=\"\(url: ConsolePath.unit(one.unit.id))\">\(one.unit.name)</a>"
                + "<small>\(frame.format.date(one.on)) · \(frame.say(one.decision))</small></li>"
            })</ul>
            """
        )
    }
}
