import Language

/// The cases that belong with a case, each with the way to take it out, and the form that adds one by its number.
enum RelatedCases {
    static func html(_ model: CaseModel, _ frame: Frame) -> HTML {
        guard !model.related.isEmpty || model.mayRelate else { return .nothing }
        let lines: HTML =
            model.related.isEmpty
            ? "<p class=\"faint\">\(frame.say(.noRelatedCases))</p>"
            : "<ul class=\"links removable\">\(each: model.related, { line($0, of: model, frame) })</ul>"
        return Card.html(
            frame.say(.relatedCases),
            id: "case-related",
            "\(lines)\(if: model.mayRelate, form(model).folded(meaning: .relateCaseMeans, frame))"
        )
    }

    private static func line(_ related: CaseModel.Related, of model: CaseModel, _ frame: Frame) -> HTML {
        let line = related.line
        return """
            <li><span class="related"><a href="\(url: ConsolePath.case(line.id))"><b>\(line.number)</b> \(line.title)</a>\
            \(line.standing.html(frame))</span>\(if: related.mayUndo, undo(line, of: model).html(frame))</li>
            """
    }

    private static func undo(_ line: BoardModel.CaseLine, of model: CaseModel) -> PostForm {
        PostForm(
            path: ConsolePath.case(model.id) + "/unrelate",
            prefix: "",
            hidden: [("case", line.id)],
            button: .unrelateCase,
            named: .unrelateCase(line.number),
            isPrimary: false
        )
    }

    private static func form(_ model: CaseModel) -> PostForm {
        let typed = model.relatingMistake?.typed ?? ""
        return PostForm(
            path: ConsolePath.case(model.id) + "/relate",
            prefix: "relate",
            fields: [
                Field(
                    "case",
                    .caseNumber,
                    value: typed,
                    help: .relateCaseHelp,
                    isRequired: true,
                    autocomplete: "off"
                )
            ],
            button: .relateCase,
            icon: .plus,
            isPrimary: false,
            mistake: model.relatingMistake?.what
        )
    }
}
