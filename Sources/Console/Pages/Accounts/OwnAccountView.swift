import Language

enum OwnAccountView {
    static func document(_ model: OwnAccountModel, in frame: Frame) -> HTML {
        let keys = Button.link(frame.say(.Accounts.keys), icon: .lock, href: ConsolePath.keys)
        let page = Page(
            title: frame.say(.Accounts.own),
            subtitle: "\(model.signInName)",
            actions: model.mayHaveKeys ? keys : .nothing,
            main: """
                \(if: model.isPasswordChanged, "<p role=\"status\">\(frame.say(.Accounts.passwordChanged))</p>")
                \(about(model, frame))
                \(settings(model, frame))
                \(sessions(model, frame))
                """
        )
        return page.document(in: frame)
    }

    private static func about(_ model: OwnAccountModel, _ frame: Frame) -> HTML {
        let second: HTML =
            model.hasOneTimeCode
            ? Chip(.ok, .turnedOn).html(frame)
            : Button.link(frame.say(.Accounts.turnOnCodes), icon: .shield, href: ConsolePath.enrol)
        let grants: HTML = """
            \(each: model.grants, { "<span class=\"grant\"><b>\(frame.say($0.role))</b> · \($0.unit)</span>" })
            """
        let facts: [(name: String, value: HTML)] = [
            (frame.say(.grants), grants), (frame.say(.oneTimeCode), second),
        ]
        return Card.html(frame.say(.about), css: "wide-facts", Facts.html(facts))
    }

    private static func settings(_ model: OwnAccountModel, _ frame: Frame) -> HTML {
        Card.html(
            frame.say(.Accounts.actions),
            """
            \(name(model).folded(meaning: .Accounts.nameMeans, frame))
            \(language(frame).folded(meaning: .Accounts.languageMeans, frame))
            \(password(model).folded(meaning: .Accounts.changePasswordMeans, frame))
            """
        )
    }

    private static func name(_ model: OwnAccountModel) -> PostForm {
        PostForm(
            path: ConsolePath.ownAccount + "/name",
            prefix: "own",
            fields: [
                Field(
                    "full-name",
                    .Entry.fullName,
                    value: model.fullName,
                    isRequired: true,
                    autocomplete: "name"
                )
            ],
            button: .Accounts.changeName,
            icon: .userCheck,
            mistake: model.mistake(in: "name")
        )
    }

    private static func password(_ model: OwnAccountModel) -> PostForm {
        let old = Field(
            "old",
            .Accounts.oldPassword,
            kind: .password,
            isRequired: true,
            autocomplete: "current-password"
        )
        return PostForm(
            path: ConsolePath.ownAccount + "/password",
            prefix: "own",
            fields: [old] + LinkView.passwords,
            button: .Accounts.changePassword,
            icon: .lock,
            mistake: model.mistake(in: "password")
        )
    }

    private static func language(_ frame: Frame) -> PostForm {
        let languages = Language.allCases.map { language in
            (value: language.rawValue, label: language == .vietnamese ? "Tiếng Việt" : "English")
        }
        let choice = Field(
            "language",
            .Accounts.language,
            kind: .choice(languages),
            value: frame.language.rawValue,
            isRequired: true
        )
        return PostForm(
            path: ConsolePath.language,
            prefix: "own",
            fields: [choice],
            hidden: [("back", ConsolePath.ownAccount)],
            button: .Accounts.saveLanguage,
            icon: .languages
        )
    }

    private static func sessions(_ model: OwnAccountModel, _ frame: Frame) -> HTML {
        let others = PostForm(
            path: ConsolePath.ownAccount + "/sign-out-others",
            prefix: "others",
            button: .Accounts.signOutOthers,
            icon: .signOut,
            isPrimary: false
        )
        let table = Table.html(
            caption: frame.say(.Accounts.sessions),
            columns: [
                Column(.Accounts.network, css: "wide"), Column(.Accounts.openedAt), Column(.Accounts.usedAt),
                Column(.action),
            ],
            rows: model.sessions.map { row($0, frame) },
            frame
        )
        return Card.html(
            frame.say(.Accounts.sessions),
            css: "list",
            model.sessions.count > 1 ? table + others.html(frame) : table
        )
    }

    private static func row(_ session: OwnAccountModel.Session, _ frame: Frame) -> [HTML] {
        let end = PostForm(
            path: ConsolePath.ownAccount + "/sessions/" + ConsolePath.encoded(session.id) + "/end",
            prefix: "",
            button: .Accounts.endSession,
            isPrimary: false
        )
        return [
            "<code>\(session.network)</code>", TimeElement.absolute(session.openedAt, frame),
            TimeElement.relative(session.usedAt, frame),
            session.isThisBrowser ? Chip(.ok, .Accounts.thisBrowser).html(frame) : end.html(frame),
        ]
    }
}
