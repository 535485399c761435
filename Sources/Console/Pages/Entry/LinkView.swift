import Language

/// Choosing a password behind a link that works once.
enum LinkView {
    static func document(_ model: LinkModel, in frame: Frame) -> HTML {
        let form = PostForm(
            path: model.path,
            prefix: "link",
            fields: fields(model.purpose),
            button: model.purpose.button,
            icon: .userCheck,
            mistake: model.mistake
        )
        let page = Page(
            title: frame.say(model.purpose.title),
            kind: .plain,
            main: """
                <section class="card sign-in">
                <p class="place">\(frame.say(model.place))</p>
                <p><b>\(frame.say(model.purpose.title)).</b> \(frame.say(model.purpose.explanation))</p>
                \(form.html(frame))
                </section>
                """
        )
        return page.document(in: frame)
    }

    private static func fields(_ purpose: LinkModel.Purpose) -> [Field] {
        guard case .firstAdministrator(let fullName, let signInName) = purpose else { return passwords }
        return [
            Field(
                "full-name",
                .Entry.fullName,
                value: fullName,
                isRequired: true,
                autocomplete: "name"
            ),
            Field(
                "name",
                .accountName,
                value: signInName,
                help: .Entry.signInNameHelp,
                isRequired: true,
                autocomplete: "username"
            ),
        ] + passwords
    }

    /// Twice, since nobody sees what they type.
    static let passwords = [
        Field(
            "password",
            .Entry.newPassword,
            kind: .password,
            help: .Entry.passwordHelp,
            isRequired: true,
            autocomplete: "new-password"
        ),
        Field(
            "again",
            .Entry.passwordAgain,
            kind: .password,
            isRequired: true,
            autocomplete: "new-password"
        ),
    ]
}

extension LinkModel.Purpose {
    fileprivate var title: Text {
        switch self {
        case .firstAdministrator: .Entry.firstAdministrator
        case .invitation: .Entry.invitation
        case .reset: .Entry.reset
        }
    }

    fileprivate var explanation: Text {
        switch self {
        case .firstAdministrator: .Entry.firstAdministratorMeans
        case .invitation(let fullName, let name), .reset(let fullName, let name):
            .Entry.passwordFor(fullName, name)
        }
    }

    fileprivate var button: Text {
        switch self {
        case .firstAdministrator: .Entry.makeAccount
        case .invitation, .reset: .Entry.setPassword
        }
    }
}
