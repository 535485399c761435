import Language

/// Signing in: name and password, then the one-time code of those who have one.
package enum SignInView {
    package static func document(_ model: SignInModel, in frame: Frame) -> HTML {
        let page = Page(
            title: frame.say(.signIn),
            kind: .plain,
            main: """
                <section class="card sign-in">
                <p class="place">\(model.place)</p>
                <form method="post" action="\(url: ConsolePath.signIn)">
                \(Form.token(frame))<input type="hidden" name="back" value="\(model.back)">
                \(model.error.map { "<div role=\"alert\">\(Form.error(frame.say($0), id: "sign-in-error"))</div>" })
                \(fields(model.step, frame))
                <button class="button primary wide">\(Icon.signIn.svg)<span>\(frame.say(.signIn))</span></button>
                </form>
                \(recovery(model, frame))
                <p class="hint">\(frame.say(.signInHelp))</p>
                <p class="hint"><a href="\(url: ConsolePath.openData)">\(frame.say(.OpenData.without))</a></p>
                </section>
                """
        )
        return page.document(in: frame)
    }

    /// For the day the phone is gone: a code from paper, which has letters.
    private static func recovery(_ model: SignInModel, _ frame: Frame) -> HTML? {
        guard case .oneTimeCode(let ticket) = model.step else { return nil }
        let code = Field(
            "recovery",
            .Entry.recoveryCode,
            help: .Entry.recoveryCodeHelp,
            isRequired: true,
            autocomplete: "off"
        )
        let form = PostForm(
            path: ConsolePath.signIn,
            prefix: "paper",
            fields: [code],
            hidden: [("ticket", ticket), ("back", model.back)],
            button: .signIn,
            isPrimary: false
        )
        return """
            <details class="action"><summary>\(frame.say(.Entry.useRecoveryCode))</summary>
            \(form.html(frame))</details>
            """
    }

    private static func fields(_ step: SignInModel.Step, _ frame: Frame) -> HTML {
        switch step {
        case .password(let name):
            let account = Field(
                "name",
                .accountName,
                value: name,
                isRequired: true,
                autocomplete: "username"
            )
            let password = Field(
                "password",
                .password,
                kind: .password,
                isRequired: true,
                autocomplete: "current-password"
            )
            return Form.field(account, frame) + Form.field(password, frame)
        case .oneTimeCode(let ticket):
            let code = Field(
                "code",
                .oneTimeCode,
                kind: .oneTimeCode,
                help: .oneTimeCodeHelp,
                isRequired: true,
                autocomplete: "one-time-code"
            )
            return "<input type=\"hidden\" name=\"ticket\" value=\"\(ticket)\">\(Form.field(code, frame))"
        }
    }
}
