import Datasets
import Language

/// A form that was made from a schema; it works without scripts, lists included.
package enum RecordFormView {
    package static func document(_ model: RecordFormModel, in frame: Frame) -> HTML {
        let id = model.dataset.id.rawValue
        let action = model.key.map { ConsolePath.editRecord($0, in: id) } ?? ConsolePath.newRecord(in: id)
        let back = model.key.map { ConsolePath.record($0, in: id) } ?? ConsolePath.dataset(id)
        let title = model.key.map { Text.DataPages.correcting($0) } ?? .DataPages.newRecord
        let send = model.dataset.approvals.isEmpty ? Text.DataPages.saveRecord : .DataPages.sendRecord
        return Page(
            title: frame.say(title),
            subtitle: """
                \(model.dataset.classification.chip.html(frame))\
                <a href="\(url: ConsolePath.dataset(id))">\(model.dataset.title(frame.language))</a>
                """,
            room: .datasets,
            main: """
                <section class="card form-page">
                \(alert(model, frame))
                <form method="post" action="\(url: action)" class="record-form" novalidate>\(Form.token(frame))
                \(hidden(model))
                <button class="visually-hidden" tabindex="-1" aria-hidden="true">\(frame.say(send))</button>
                \(RecordBoxes(model: model, frame: frame).html)
                \(reason(model, frame))
                <p class="form-end"><button class="button primary">\(frame.say(send))</button>
                \(Button.link(frame.say(.cancel), href: back))</p></form>
                </section>
                """
        ).document(in: frame)
    }

    private static func hidden(_ model: RecordFormModel) -> HTML {
        """
        \(model.version.map { "<input type=\"hidden\" name=\"version\" value=\"\($0)\">" })\
        \(if: model.form.isWhole, "<input type=\"hidden\" name=\"whole\" value=\"1\">")
        """
    }

    private static func alert(_ model: RecordFormModel, _ frame: Frame) -> HTML {
        let general = model.generalProblems
        if !general.isEmpty {
            return
                "\(each: general.enumerated(), { Alert.html($0.element, id: "form-error-\($0.offset)", frame) })"
        }
        if !model.problems.isEmpty { return Alert.html(.DataPages.mendBelow, id: "form-error", frame) }
        let isWholeOfForm = model.form.isWhole && !model.fields.form.isWhole
        return isWholeOfForm ? "<p class=\"help\">\(frame.say(.DataPages.tooLongForForm))</p>" : .nothing
    }

    private static func reason(_ model: RecordFormModel, _ frame: Frame) -> HTML {
        let field = Field(
            "reason",
            .DataPages.why,
            kind: .area(rows: 2),
            value: model.reason,
            help: .DataPages.whyHelp
        )
        return Form.field(field, prefix: "record", frame)
    }
}

/// The boxes of a form.
struct RecordBoxes {
    let model: RecordFormModel
    let frame: Frame

    var html: HTML {
        let root = model.form.root
        if root.kind == .json { return box(root, at: "") }
        return "\(each: root.fields, { field($0, at: "/" + RecordValue.escaped($0.name)) })"
    }

    private func field(_ field: RecordField, at pointer: String) -> HTML {
        switch field.kind {
        case .group(let fields): group(title(of: field), fields, at: pointer)
        case .list(let item): list(field, item, at: pointer)
        default: box(field, at: pointer)
        }
    }

    private func group(_ title: String, _ fields: [RecordField], at pointer: String) -> HTML {
        """
        <fieldset><legend>\(title)</legend>\(problem(at: pointer))
        \(each: fields, { field($0, at: pointer + "/" + RecordValue.escaped($0.name)) })</fieldset>
        """
    }

    private func list(_ field: RecordField, _ item: RecordField, at pointer: String) -> HTML {
        let count = Int(model.entries["n" + pointer] ?? "") ?? 0
        let indices = Array(0..<min(max(count, 0), RecordForm.itemsMax))
        return """
            <fieldset class="repeat" id="list\(pointer)"><legend>\(title(of: field))\
            \(if: !field.isRequired, "<small class=\"inline\"> \(frame.say(.optional))</small>")</legend>
            \(problem(at: pointer))
            <input type="hidden" name="n\(pointer)" value="\(indices.count)">
            \(each: indices, { self.item(item, at: pointer, $0) })
            \(button("add:\(pointer)", .DataPages.addItem, .plus, at: pointer, said: title(of: field)))
            </fieldset>
            """
    }

    private func item(_ item: RecordField, at list: String, _ index: Int) -> HTML {
        let pointer = "\(list)/\(index)"
        let name = frame.say(.DataPages.item(index + 1))
        let body: HTML =
            switch item.kind {
            case .group(let fields): group(name, fields, at: pointer)
            case .list(let inner): self.list(item, inner, at: pointer)
            default: box(item, at: pointer, label: name)
            }
        return """
            <div class="repeat-item">\(body)\
            \(button("remove:\(pointer)", .DataPages.removeItem, .cross, at: list, said: name))</div>
            """
    }

    private func button(_ value: String, _ label: Text, _ icon: Icon, at list: String, said: String) -> HTML {
        let id = model.dataset.id.rawValue
        let action = model.key.map { ConsolePath.editRecord($0, in: id) } ?? ConsolePath.newRecord(in: id)
        return """
            <button class="button" name="do" value="\(value)" formaction="\(url: action)#list\(list)" \
            aria-label="\(frame.say(label)): \(said)">\(icon.svg)<span>\(frame.say(label))</span></button>
            """
    }

    private func problem(at pointer: String) -> HTML {
        let texts = model.problems[pointer] ?? []
        return
            "\(each: texts.enumerated(), { Form.error(frame.say($0.element), id: "error\(pointer)-\($0.offset)") })"
    }

    // MARK: One box

    private func box(_ field: RecordField, at pointer: String, label: String? = nil) -> HTML {
        let texts = model.problems[pointer] ?? []
        let value = model.entries["f" + pointer] ?? ""
        let box = Field(
            "f" + pointer,
            .plain(label ?? title(of: field)),
            kind: kind(of: field, value),
            value: value,
            help: help(of: field),
            error: texts.isEmpty ? nil : .Dataset.list(texts),
            isRequired: field.isRequired
        )
        return Form.field(box, prefix: "record", frame)
    }

    private func title(of field: RecordField) -> String {
        guard !field.path.isEmpty else { return frame.say(.DataPages.wholeRecord) }
        let declared = model.fields.declared(field.path)
        let title = declared?.title(frame.language) ?? field.path.last ?? ""
        return declared?.unit.map { "\(title) (\($0))" } ?? title
    }

    /// Longer texts get a box of several lines.
    private static let lineCharactersMax = 300

    private func kind(of field: RecordField, _ value: String) -> Field.Kind {
        switch field.kind {
        case .text where isUnit(field): return .choice(units(chosen: value))
        case .text:
            let max = field.range.maxLength.flatMap { Int($0) } ?? 0
            return max > Self.lineCharactersMax || value.contains("\n") ? .area(rows: 3) : .text
        case .boolean:
            return .choice(
                choices([("true", frame.say(.DataPages.yes)), ("false", frame.say(.DataPages.no))])
            )
        case .choice(let values): return .choice(choices(values.map { ($0.json, shown($0)) }))
        case .json: return .area(rows: field.path.isEmpty ? 16 : 4)
        default: return .text
        }
    }

    private func isUnit(_ field: RecordField) -> Bool {
        field.path == model.dataset.unitField?.names && !model.units.isEmpty
    }

    private func units(chosen: String) -> [(value: String, label: String)] {
        var units = model.units.map { ($0.code, $0.name) }
        if !chosen.isEmpty, !units.contains(where: { $0.0 == chosen }) { units.append((chosen, chosen)) }
        return choices(units)
    }

    private func choices(_ values: [(String, String)]) -> [(value: String, label: String)] {
        [(value: "", label: frame.say(.DataPages.choose))] + values.map { (value: $0.0, label: $0.1) }
    }

    private func shown(_ value: RecordValue) -> String {
        switch value {
        case .string(let text): text
        case .number(let text): WrittenNumber.text(of: text, frame.language)
        case .boolean(let isTrue): frame.say(isTrue ? .DataPages.yes : .DataPages.no)
        default: value.json
        }
    }

    private func help(of field: RecordField) -> Text? {
        var hints: [Text] = []
        if let description = model.fields.declared(field.path)?.description { hints.append(description.text) }
        switch field.kind {
        case .date: hints.append(.DataPages.dayHelp)
        case .json: hints.append(.DataPages.jsonHelp)
        case .integer, .number:
            let (min, max) = (field.range.minimum, field.range.maximum)
            func written(_ number: String?) -> String? {
                number.map { WrittenNumber.text(of: $0, frame.language) }
            }
            if let range = Text.DataPages.range(from: written(min), to: written(max)) { hints.append(range) }
        case .text:
            if let max = field.range.maxLength { hints.append(.DataPages.lengthMax(max)) }
            let isPeriod = field.path == model.dataset.period?.field.names
            let example = isPeriod ? model.periodExample : field.range.example
            if let example { hints.append(.DataPages.example(example)) }
        default: break
        }
        return hints.isEmpty ? nil : .DataPages.hints(hints)
    }
}
