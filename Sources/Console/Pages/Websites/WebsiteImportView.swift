import Language

package enum WebsiteImportView {
    package static func document(_ model: WebsiteImportModel, in frame: Frame) -> HTML {
        Page(title: frame.say(.importWebsites), room: .websites, main: main(model, frame)).document(in: frame)
    }

    private static func main(_ model: WebsiteImportModel, _ frame: Frame) -> HTML {
        let error = model.error.map { Form.error(frame.say($0), id: "form-error") }
        switch model.step {
        case .choose:
            return "<section class=\"card form-page\">\(error)\(choose(frame))</section>"
        case .confirm(let report, let name, let file):
            return """
                <section class="card form-page"><h2>\(frame.say(.importWouldDo(name)))</h2>\(error)
                \(facts(report, frame))\(confirm(report, name, file, frame))</section>\(rows(report, frame))
                """
        case .done(let report):
            return """
                <section class="card form-page"><h2>\(frame.say(.importDone))</h2>\(facts(report, frame))
                <p>\(Button.link(frame.say(.toWebsites), href: ConsolePath.websites, isPrimary: true))</p></section>
                \(rows(report, frame))
                """
        }
    }

    private static func choose(_ frame: Frame) -> HTML {
        """
        <p>\(frame.say(.importExplained))</p>
        <form method="post" enctype="multipart/form-data" action="\(url: ConsolePath.importWebsites)">\
        \(Form.token(frame))
        <div class="field"><label for="import-file">\(frame.say(.file))</label>\
        <p class="help" id="import-help">\(frame.say(.importFileHelp))</p>\
        <input id="import-file" type="file" name="file" accept=".csv,text/csv" required \
        aria-describedby="import-help"></div>
        <p class="form-end"><button class="button primary">\(frame.say(.checkFile))</button>
        \(Button.link(frame.say(.cancel), href: ConsolePath.websites))</p></form>
        """
    }

    private static func facts(_ report: WebsiteImportModel.Report, _ frame: Frame) -> HTML {
        let counts: [(Text, Int)] = [
            (.rowsAdded, report.added), (.rowsChanged, report.changed), (.rowsUnchanged, report.unchanged),
            (.rowsRefused, report.refused),
        ]
        let facts = counts.map { name, count in
            (name: frame.say(name), value: "\(frame.format.number(count))" as HTML)
        }
        return Facts.html(facts)
    }

    private static func confirm(
        _ report: WebsiteImportModel.Report,
        _ name: String,
        _ file: String,
        _ frame: Frame
    ) -> HTML {
        let taken = report.added + report.changed
        let button: HTML = """
            <form method="post" enctype="multipart/form-data" action="\(url: ConsolePath.importWebsites)">\
            \(Form.token(frame))<input type="hidden" name="name" value="\(name)">\
            <input type="hidden" name="confirmed" value="\(file)">\
            <button class="button primary">\(frame.say(.takeRowsIn(frame.format.number(taken))))</button></form>
            """
        return """
            <p class="hint">\(frame.say(taken == 0 ? .importNothingToDo : .importConfirmMeans))</p>
            <div class="form-end">\(if: taken > 0, button)
            \(Button.link(frame.say(.chooseAnotherFile), href: ConsolePath.importWebsites))</div>
            """
    }

    private static func rows(_ report: WebsiteImportModel.Report, _ frame: Frame) -> HTML {
        guard !report.rows.isEmpty else { return .nothing }
        let rows: [[HTML]] = report.rows.map { row in
            [
                "\(frame.format.number(row.line))", row.outcome.html(frame),
                "\(each: row.problems, { "<p>\(frame.say($0))</p>" })",
            ]
        }
        let table = Table.html(
            caption: frame.say(.importRows),
            columns: [
                Column(.lineOfFile, css: "figure"), Column(.state), Column(.whatToCorrect, css: "wide"),
            ],
            rows: rows,
            frame
        )
        let left = report.count - report.rows.count
        let note = left > 0 ? frame.say(.rowsNotShown(frame.format.number(left))) : nil
        return Card.html(frame.say(.importRows), note: note, css: "list", table)
    }
}
