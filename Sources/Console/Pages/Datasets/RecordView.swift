import Datasets
import Language

package enum RecordView {
    package static func document(_ model: RecordModel, in frame: Frame) -> HTML {
        let id = model.dataset.id.rawValue
        let correct = Button.link(
            frame.say(.DataPages.correct),
            href: ConsolePath.editRecord(model.key, in: id),
            isPrimary: true
        )
        return Page(
            title: model.key,
            subtitle: """
                \(model.state.chip.html(frame))\(model.dataset.classification.chip.html(frame))<span>\(model.unit)</span>\
                <a href="\(url: ConsolePath.records(of: id))">\(model.dataset.title(frame.language))</a>
                """,
            room: .datasets,
            actions: (model.acts.contains(.correct) ? correct : .nothing) + Button.printing(frame),
            main: """
                \(model.error.map { Alert.html($0, id: "record-error", frame) })
                <div class="two-columns">
                <div class="column">\(values(model, frame))\(comparison(model, frame))</div>
                <div class="column side">\(actions(model, frame))\(versions(model, frame))</div>
                </div>
                """
        ).document(in: frame)
    }

    private static func values(_ model: RecordModel, _ frame: Frame) -> HTML {
        Card.html(
            frame.say(.DataPages.content),
            css: "record-values",
            Facts.html(model.lines.map { ($0.label, "\($0.value)") })
        )
    }

    // MARK: Versions

    private static func versions(_ model: RecordModel, _ frame: Frame) -> HTML {
        let items: HTML = """
            <ol class="timeline">\(each: model.versions, { version($0, of: model, frame) })</ol>
            """
        return Card.html(frame.say(.DataPages.versions), id: "versions", items)
    }

    private static func version(_ version: RecordModel.Version, of model: RecordModel, _ frame: Frame) -> HTML
    {
        let chip = version.state.chip
        let href = ConsolePath.query(
            ConsolePath.dataset(model.dataset.id.rawValue) + "/record",
            [("key", model.key), ("from", "\(version.number - 1)"), ("to", "\(version.number)")]
        )
        return """
            <li class="\(chip.tone.rawValue)"><span class="shape" aria-hidden="true">\(chip.tone.shape)</span><div>
            <p><b>\(frame.say(.DataPages.version(version.number)))</b> \(TimeElement.absolute(version.at, frame))</p>
            <small>\(frame.say(chip.word)) · \(version.by) · \(frame.say(.DataPages.through(version.through)))</small>
            \(version.reason.map { "<blockquote>\($0)</blockquote>" })
            \(if: version.number > 1,
                "<a href=\"\(url: href)#compare\">\(frame.say(.DataPages.whatChanged))</a>")
            </div></li>
            """
    }

    private static func comparison(_ model: RecordModel, _ frame: Frame) -> HTML {
        guard let compared = model.compared else { return .nothing }
        let body: HTML
        if model.changes.isEmpty {
            body = "<p>\(frame.say(.DataPages.sameContent))</p>"
        } else {
            body = Table.html(
                caption: frame.say(.DataPages.compare(compared.from, compared.to)),
                columns: [
                    Column(.DataPages.field, css: "wide"), Column(.DataPages.before),
                    Column(.DataPages.after),
                ],
                rows: model.changes.map {
                    ["\($0.label)", "<del>\($0.before)</del>", "<ins>\($0.after)</ins>"]
                },
                frame
            )
        }
        return Card.html(
            frame.say(.DataPages.compare(compared.from, compared.to)),
            id: "compare",
            chooser(model, compared, frame) + body
        )
    }

    private static func chooser(
        _ model: RecordModel,
        _ compared: (from: Int, to: Int),
        _ frame: Frame
    ) -> HTML {
        func box(_ name: String, _ label: Text, _ chosen: Int) -> HTML {
            """
            <label class="filter"><span>\(frame.say(label))</span><select name="\(name)">\
            \(each: model.versions, { version in
                "<option value=\"\(version.number)\"\(if: version.number == chosen, " selected")>"
                + "\(version.number)</option>"
            })</select></label>
            """
        }
        return """
            <form class="list-controls" action="\(url: ConsolePath.dataset(model.dataset.id.rawValue))/record#compare">
            <input type="hidden" name="key" value="\(model.key)">
            \(box("from", .DataPages.fromVersion, compared.from))\(box("to", .DataPages.toVersion, compared.to))
            <button class="button">\(frame.say(.DataPages.compareButton))</button></form>
            """
    }

    // MARK: Actions

    private static func actions(_ model: RecordModel, _ frame: Frame) -> HTML {
        let waiting: HTML =
            model.waitsFor.map { unit in
                "<p>\(frame.say(.DataPages.waitsFor(unit)))</p>"
            } ?? .nothing
        let forms: [HTML] = [
            model.acts.contains(.approve)
                ? form("approve", .DataPages.approve, .okCircle, model).html(frame) : .nothing,
            model.acts.contains(.sendBack)
                ? reasoned("return", .DataPages.sendBack, .recheck, model).folded(
                    meaning: .DataPages.sendBackMeans,
                    frame
                ) : .nothing,
            model.acts.contains(.withdraw)
                ? reasoned("withdraw", .DataPages.withdraw, .refuse, model).folded(
                    meaning: .DataPages.withdrawMeans,
                    frame
                ) : .nothing,
        ]
        let body: HTML = "\(waiting)\(each: forms, { $0 })"
        return body.isEmpty
            ? .nothing : Card.html(frame.say(.whatNow), id: "record-actions", css: "no-print acts", body)
    }

    private static func form(_ step: String, _ label: Text, _ icon: Icon, _ model: RecordModel) -> PostForm {
        PostForm(
            path: ConsolePath.recordStep(step, in: model.dataset.id.rawValue),
            prefix: step,
            hidden: [("key", model.key), ("version", "\(model.version)")],
            button: label,
            icon: icon
        )
    }

    private static func reasoned(
        _ step: String,
        _ label: Text,
        _ icon: Icon,
        _ model: RecordModel
    ) -> PostForm {
        var form = form(step, label, icon, model)
        form.fields = [Field("reason", .DataPages.why, kind: .area(rows: 3), isRequired: true)]
        form.isPrimary = false
        return form
    }
}
