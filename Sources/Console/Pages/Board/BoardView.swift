import Language

/// The board: what needs someone now, on a desk or on a wall (`?kiosk`).
package enum BoardView {
    package static func document(_ model: BoardModel, in frame: Frame) -> HTML {
        let page = Page(
            title: model.title,
            room: .board,
            kind: model.isKiosk ? .kiosk : .room,
            actions: actions(model, frame),
            main: """
                \(tiles(model, frame))
                <div class="board">
                \(map(model, frame))
                \(findings(model, frame))
                \(cases(model, frame))
                </div>
                """
        )
        return page.document(in: frame)
    }

    private static func actions(_ model: BoardModel, _ frame: Frame) -> HTML {
        if model.isKiosk {
            return Button.link(frame.say(.leaveWall), icon: .cross, href: ConsolePath.board)
        }
        let wall = Button.link(frame.say(.wallDisplay), icon: .maximize, href: ConsolePath.board + "?kiosk")
        guard model.mayAddWebsite else { return wall }
        let add = Button.link(
            frame.say(.addWebsite),
            icon: .plus,
            href: ConsolePath.newWebsite,
            isPrimary: true
        )
        return wall + add
    }

    /// The numbers; each is also a live fragment.
    package static func tiles(_ model: BoardModel, _ frame: Frame) -> HTML {
        """
        <section class="tiles" id="board-tiles" aria-label="\(frame.say(.keyNumbers))">
        \(each: BoardTiles.all(model, frame), { $0 })
        </section>
        """
    }

    package static func map(_ model: BoardModel, _ frame: Frame) -> HTML {
        let body: HTML =
            model.map.states.isEmpty
            ? EmptyState.html(.globe, title: frame.say(.noUnitsYet), why: frame.say(.noUnitsYetWhy))
            : "\(model.map.svg(frame))\(model.map.legend(frame))"
        return Card.html(
            frame.say(.websitesByCommune),
            id: "board-map",
            note: frame.say(model.map.hint),
            css: "map",
            body
        )
    }

    package static func findings(_ model: BoardModel, _ frame: Frame) -> HTML {
        let body: HTML =
            model.findings.isEmpty
            ? EmptyState.html(.shield, title: frame.say(.noFindings), why: frame.say(.noFindingsWhy))
            : "<ul class=\"feed\">\(each: model.findings, { finding($0, frame) })</ul>"
        return Card.html(
            frame.say(.newestFindings),
            id: "board-findings",
            link: seeAll(
                ConsolePath.query(ConsolePath.websites, [("state", "incident")]),
                .allIncidents,
                frame
            ),
            css: "findings",
            body
        )
    }

    private static func finding(_ finding: BoardModel.Finding, _ frame: Frame) -> HTML {
        """
        <li>\(finding.state.html(frame))<div class="what"><a href="\(url: finding.href)">\
        <b>\(frame.say(finding.kind))</b> · \(finding.website)</a>\
        <small>\(finding.unit)\(finding.detail.map { " — \(frame.say($0))" })</small></div>\
        \(TimeElement.relative(finding.at, frame))</li>

        """
    }

    package static func cases(_ model: BoardModel, _ frame: Frame) -> HTML {
        let body: HTML =
            model.cases.isEmpty
            ? EmptyState.html(.folder, title: frame.say(.noOpenCases), why: frame.say(.noOpenCasesWhy))
            : "<ul class=\"deadlines\">\(each: model.cases, { caseLine($0, frame) })</ul>"
        return Card.html(
            frame.say(.casesByDeadline),
            id: "board-cases",
            link: seeAll(ConsolePath.cases, .allCases, frame),
            css: "by-deadline",
            body
        )
    }

    private static func caseLine(_ line: BoardModel.CaseLine, _ frame: Frame) -> HTML {
        """
        <li><span class="number">\(line.number)</span><div class="what">\
        <a href="\(url: ConsolePath.case(line.id))">\(line.title)</a><small>\(line.unit)</small></div>\
        \(line.standing.html(frame))</li>

        """
    }

    private static func seeAll(_ href: String, _ label: Text, _ frame: Frame) -> HTML {
        "<a class=\"see-all\" href=\"\(url: href)\">\(frame.say(label))\(Icon.chevronRight.svg)</a>"
    }
}
