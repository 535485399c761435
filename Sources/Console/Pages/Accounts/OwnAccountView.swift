import Language

enum OwnAccountView {
    static func document(_ model: OwnAccountModel, in frame: Frame) -> HTML {
        let page = Page(
            title: frame.say(.Accounts.own),
            subtitle: "\(model.signInName)",
            main: """
                \(model.error.map { "<div role=\"alert\">\(Form.error(frame.say($0), id: "own-error"))</div>" })
                \(if: model.isPasswordChanged, "<p role=\"status\">\(frame.say(.Accounts.passwordChanged))</p>")
                \(about(model, frame))
                \(settings(frame))
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

    private static func settings(_ frame: Frame) -> HTML {
        let old = Field(
            "old",
            .Accounts.oldPassword,
            kind: .password,
            isRequired: true,
            autocomplete: "current-password"
        )
        let password = PostForm(
            path: ConsolePath.ownAccount + "/password",
            prefix: "own",
            fields: [old] + LinkView.passwords,
            button: .Accounts.changePassword,
            icon: .lock
        )
        let languages = Language.allCases.map { language in
            (value: language.rawValue, label: language == .vietnamese ? "Tiếng Việt" : "English")
        }
        let language = PostForm(
            path: ConsolePath.language,
            prefix: "own",
            fields: [
                Field(
                    "language",
                    .Accounts.language,
                    kind: .choice(languages),
                    value: frame.language.rawValue,
                    isRequired: true
                )
            ],
            hidden: [("back", ConsolePath.ownAccount)],
            button: .Accounts.saveLanguage,
            icon: .languages
        )
        return Card.html(
            frame.say(.Accounts.actions),
            password.folded(meaning: .Accounts.changePasswordMeans, frame)
                + language.folded(meaning: .Accounts.languageMeans, frame)
        )
    }

    private static func sessions(_ model: OwnAccountModel, _ frame: Frame) -> HTML {
        let everywhere = PostForm(
            path: ConsolePath.ownAccount + "/sign-out-everywhere",
            prefix: "everywhere",
            button: .Accounts.signOutEverywhere,
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
        return Card.html(frame.say(.Accounts.sessions), css: "list", table + everywhere.html(frame))
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
