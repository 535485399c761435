import Language

/// One website: its findings with the offending text, how fast it answers, its certificate and its baseline.
package enum WebsiteView {
    package static func document(_ model: WebsiteModel, in frame: Frame) -> HTML {
        let page = Page(
            title: model.name,
            subtitle: """
                \(state(model, frame)) <a rel="noreferrer noopener" target="_blank" \
                href="\(url: model.visitAddress)">\(model.address)\(Icon.external.svg)</a>
                """,
            room: .websites,
            actions: actions(model, frame),
            main: """
                \(model.formError.map { Form.error(frame.say($0), id: "form-error") })
                <div class="two-columns">
                <div class="column">\(findings(model, frame))\(chart(model, frame))\(checks(model, frame))</div>
                <div class="column side">\(WebsiteSideView.all(model, frame))</div>
                </div>
                """
        )
        return page.document(in: frame)
    }

    private static func actions(_ model: WebsiteModel, _ frame: Frame) -> HTML {
        let check: HTML = """
            <form method="post" action="\(url: ConsolePath.checkNow(website: model.id))">\
            \(Form.token(frame))<button class="button primary">\(Icon.recheck.svg)\
            <span>\(frame.say(.checkNow))</span></button></form>
            """
        return "\(Button.printing(frame))\(if: model.acts.contains(.check), check)"
    }

    /// Beside the title; live as the findings are, or the two would contradict each other.
    package static func state(_ model: WebsiteModel, _ frame: Frame) -> HTML {
        "<span id=\"website-state\">\(model.state.html(frame))</span>"
    }

    package static func findings(_ model: WebsiteModel, _ frame: Frame) -> HTML {
        let body: HTML =
            model.findings.isEmpty
            ? EmptyState.html(.shield, title: frame.say(.noFindingsHere), why: frame.say(.noFindingsHereWhy))
            : "\(each: model.findings, { finding($0, frame) })"
        return Card.html(
            frame.say(.findings),
            id: "website-findings",
            note: model.findings.isEmpty ? nil : frame.format.number(model.findings.count),
            body
        )
    }

    private static func finding(_ finding: WebsiteModel.Finding, _ frame: Frame) -> HTML {
        """
        <article class="finding"><header>\(finding.state.html(frame))<h3>\(frame.say(finding.kind))</h3>\
        \(TimeElement.relative(finding.since, frame))</header>
        <p>\(frame.say(finding.explanation))</p>
        \(each: finding.quotes, { quoted in
            "<figure class=\"evidence\"><figcaption>\(frame.say(quoted.reason))\(if: !quoted.place.isEmpty, " · ")"
            + "<code>\(quoted.place)</code></figcaption>\(if: !quoted.quote.isEmpty, quoted.quote.html)</figure>"
        })
        <footer><code>\(finding.pageAddress)</code>\(finding.caseLink.map { link in
            "<a class=\"button\" href=\"\(url: ConsolePath.case(link.id))\">\(Icon.folder.svg)"
            + "<span>\(link.number)</span></a>"
        })</footer>
        </article>
        """
    }

    package static func chart(_ model: WebsiteModel, _ frame: Frame) -> HTML {
        let note = model.availability.map {
            frame.say(.answeredInMonth(frame.format.percent($0, decimals: 2)))
        }
        let body: HTML =
            model.chart.points.isEmpty
            ? EmptyState.html(.clock, title: frame.say(.noChecksYet), why: frame.say(.noChecksYetWhy))
            : model.chart.html(frame)
        return Card.html(frame.say(.responseTimeLastDay), id: "website-chart", note: note, body)
    }

    package static func checks(_ model: WebsiteModel, _ frame: Frame) -> HTML {
        guard !model.checks.isEmpty else { return "<section id=\"website-checks\" hidden></section>" }
        let rows: [[HTML]] = model.checks.map { check in
            [
                TimeElement.absolute(check.at, frame), "\(frame.say(check.kind))", check.state.html(frame),
                "\(frame.say(check.answer))", "\(check.time.map(frame.format.responseTime) ?? "–")",
            ]
        }
        let table = Table.html(
            caption: frame.say(.latestChecks),
            columns: [
                Column(.time), Column(.kind), Column(.state), Column(.answer, css: "wide"),
                Column(.responseTime, css: "figure"),
            ],
            rows: rows,
            frame
        )
        return Card.html(frame.say(.latestChecks), id: "website-checks", css: "list", table)
    }
}
