import Language

/// The form of one thing that may be done with a case.
enum CaseActionForm {
    static func html(_ action: CaseModel.Action, of model: CaseModel, _ frame: Frame) -> HTML {
        switch action {
        case .accept: single("accept", .acceptCase, .acceptCaseMeans, .userCheck, model, frame)
        case .start: single("start", .startCase, .startCaseMeans, .play, model, frame)
        case .close: single("close", .closeCase, .closeCaseMeans, .okCircle, model, frame)
        case .assign(let people):
            folded("assign", .assignCase, .users, [assignee(among: people)], model, frame)
        case .answer(let causes):
            folded("answer", .answerCase, .send, answer(causes, frame), model, frame, isOpen: true)
        case .sendBack: folded("send-back", .sendBackCase, .recheck, [reason(.sendBackHelp)], model, frame)
        case .refuse: folded("refuse", .refuseCase, .refuse, [reason(.refuseHelp)], model, frame)
        case .confirmRefusal:
            single("confirm-refusal", .confirmRefusal, .confirmRefusalMeans, .okCircle, model, frame)
        case .overruleRefusal:
            folded("overrule-refusal", .overruleRefusal, .recheck, [reason(.overruleHelp)], model, frame)
        case .comment: folded("comment", .comment, .message, [comment], model, frame)
        case .attach: upload(model, frame)
        }
    }

    private static func address(_ name: String, _ model: CaseModel) -> String {
        ConsolePath.case(model.id) + "/" + name
    }

    /// One button and the sentence that says what it does.
    private static func single(
        _ name: String,
        _ label: Text,
        _ meaning: Text,
        _ icon: Icon,
        _ model: CaseModel,
        _ frame: Frame
    ) -> HTML {
        """
        <form class="action" method="post" action="\(url: address(name, model))">\(Form.token(frame))
        <p>\(frame.say(meaning))</p>
        <button class="button primary">\(icon.svg)<span>\(frame.say(label))</span></button></form>
        """
    }

    /// A form that opens in place, without a script.
    private static func folded(
        _ name: String,
        _ label: Text,
        _ icon: Icon,
        _ fields: [Field],
        _ model: CaseModel,
        _ frame: Frame,
        isOpen: Bool = false
    ) -> HTML {
        """
        <details class="action"\(if: isOpen, " open")><summary>\(icon.svg)<span>\(frame.say(label))</span></summary>
        <form method="post" action="\(url: address(name, model))">\(Form.token(frame))
        \(each: fields, { Form.field($0, prefix: name, frame) })
        <button class="button\(if: isOpen, " primary")">\(frame.say(label))</button></form></details>
        """
    }

    private static func assignee(among people: [(id: String, name: String)]) -> Field {
        Field(
            "assignee",
            .assignee,
            kind: .choice(people.map { (value: $0.id, label: $0.name) }),
            isRequired: true
        )
    }

    private static func answer(_ causes: [(value: String, label: Text)], _ frame: Frame) -> [Field] {
        let options = causes.map { (value: $0.value, label: frame.say($0.label)) }
        return [
            Field("cause", .rootCause, kind: .choice(options), help: .rootCauseHelp, isRequired: true),
            Field("causeWords", .otherCauseWords, help: .otherCauseHelp),
            Field("note", .whatWasDone, kind: .area(rows: 4), help: .whatWasDoneHelp, isRequired: true),
        ]
    }

    private static func reason(_ help: Text) -> Field {
        Field("reason", .reason, kind: .area(rows: 3), help: help, isRequired: true)
    }
    private static let comment = Field("text", .comment, kind: .area(rows: 3), isRequired: true)

    private static func upload(_ model: CaseModel, _ frame: Frame) -> HTML {
        """
        <details class="action"><summary>\(Icon.clip.svg)<span>\(frame.say(.attachFile))</span></summary>
        <form method="post" enctype="multipart/form-data" action="\(url: address("attachments", model))">\
        \(Form.token(frame))
        <div class="field"><label for="attach-file">\(frame.say(.file))</label>\
        <p class="help">\(frame.say(.attachHelp))</p><input id="attach-file" type="file" name="file" required></div>
        <button class="button">\(frame.say(.attachFile))</button></form></details>
        """
    }
}
