import Language

package enum UnitListView {
    package static func document(_ model: UnitListModel, in frame: Frame) -> HTML {
        let page = Page(
            title: model.path.last?.name ?? frame.say(.unitsRoom),
            subtitle: trail(model, frame),
            room: .units,
            main: """
                \(model.isSearch ? nil : about(model, frame))
                \(model.isSearch ? nil : successions(.Units.became, model.successors, frame))
                \(controls(model, frame))
                <section class="card list" id="unit-list">\(list(model, frame))</section>
                \(model.isSearch ? nil : successions(.cameFrom, model.predecessors, frame))
                """
        )
        return page.document(in: frame)
    }

    private static func trail(_ model: UnitListModel, _ frame: Frame) -> HTML {
        """
        <span>\(each: model.path.dropLast(), { step in
            "<a href=\"\(url: address(step.id, model))\">\(step.name)</a> › "
        })\(frame.say(.unitsAsOf)) \(frame.format.date(model.asOf))</span>
        """
    }

    /// Of a unit, on the same day as this page.
    private static func address(_ id: String, _ model: UnitListModel) -> String {
        ConsolePath.query(ConsolePath.unit(id), [("at", model.at)])
    }

    private static func about(_ model: UnitListModel, _ frame: Frame) -> HTML? {
        guard !model.facts.isEmpty else { return nil }
        let facts = model.facts.map { (name: frame.say($0.name), value: "\($0.value)" as HTML) }
        return Card.html(frame.say(.about), css: "wide-facts", Facts.html(facts))
    }

    /// Words and a day, in one form that works without a script.
    private static func controls(_ model: UnitListModel, _ frame: Frame) -> HTML {
        let label = frame.say(.searchUnits)
        let isNarrowed = !model.query.search.isEmpty || !model.at.isEmpty
        return """
            \(model.mistake.map { Alert.html($0.text, id: "at-error", frame) })
            <form class="list-controls" role="search" action="\(url: model.query.path)">
            <label class="search">\(Icon.search.svg)<span class="visually-hidden">\(label)</span>\
            <input type="search" name="q" value="\(model.query.search)" placeholder="\(label)" \
            autocomplete="off"><kbd aria-hidden="true">/</kbd></label>
            <label class="filter"><span>\(frame.say(.unitsAsOf))</span>\
            <input name="at" value="\(model.at)" placeholder="\(frame.say(.Units.dayFormat))" size="11" \
            autocomplete="off"\(if: model.mistake != nil, " aria-invalid=\"true\" aria-describedby=\"at-error\"")>\
            </label>
            <button class="button">\(frame.say(.filterList))</button>
            \(if: isNarrowed, "<a class=\"clear\" href=\"\(url: model.query.path)\">\(frame.say(.clearFilters))</a>")
            </form>
            """
    }

    private static func list(_ model: UnitListModel, _ frame: Frame) -> HTML {
        guard !model.rows.isEmpty else {
            return model.isSearch
                ? EmptyState.html(.search, title: frame.say(.nothingFits), why: frame.say(.nothingFitsWhy))
                : EmptyState.html(
                    .building,
                    title: frame.say(.noUnitsHere),
                    why: frame.say(.noUnitsHereWhy)
                )
        }
        let rows: [[HTML]] = model.rows.map { row in
            [
                "\(row.code)", "<a class=\"name\" href=\"\(url: address(row.id, model))\">\(row.name)</a>",
                "\(frame.say(row.kind))", "\(frame.format.number(row.openCases))",
                row.worst?.html(frame) ?? "<span class=\"faint\">–</span>",
            ]
        }
        let table = Table.html(
            caption: frame.say(.unitsRoom),
            columns: [
                Column(.unitCode, css: "number"), Column(.unit, css: "wide"), Column(.kind),
                Column(.openCases, css: "figure"), Column(.Units.worst),
            ],
            rows: rows,
            frame
        )
        return table + ListControls.pager(rows: rows.count, next: nil, of: model.query, frame)
    }

    private static func successions(
        _ heading: Text,
        _ successions: [UnitListModel.Succession],
        _ frame: Frame
    ) -> HTML? {
        guard !successions.isEmpty else { return nil }
        return Card.html(
            frame.say(heading),
            """
            <ul class="links">\(each: successions, { one in
                "<li><a href=\"\(url: ConsolePath.unit(one.unit.id))\">\(one.unit.name)</a>"
                + "<small>\(frame.format.date(one.on)) · "
                + "\(frame.say(one.decision.map { .Units.decision($0) } ?? .Units.decisionUnknown))"
                + "\(if: one.isPart, " · \(frame.say(.Units.part))")</small></li>"
            })</ul>
            """
        )
    }
}
