import Identity
import Language

enum KeyListView {
    static func document(_ model: KeyListModel, in frame: Frame) -> HTML {
        let page = Page(
            title: frame.say(.Accounts.keys),
            subtitle: "\(frame.say(.Accounts.keysExplained))",
            room: .accounts,
            main: """
                <section class="card">\(form(model, frame))</section>
                <section class="card list">\(list(model, frame))</section>
                """
        )
        return page.document(in: frame)
    }

    private static func form(_ model: KeyListModel, _ frame: Frame) -> HTML {
        PostForm(
            path: ConsolePath.keys,
            prefix: "key",
            fields: [
                Field("name", .Accounts.keyName, value: model.typed.name, isRequired: true),
                GrantFields.role(
                    among: Role.allCases.filter { !$0.requiresTimedCode },
                    chosen: model.typed.role,
                    frame
                ),
                GrantFields.unit(.unit, among: model.units, chosen: model.typed.unit),
                Field(
                    "days",
                    .Accounts.keyDays,
                    kind: .number,
                    value: model.typed.days,
                    help: .Accounts.keyDaysHelp,
                    isRequired: true
                ),
            ],
            button: .Accounts.makeKey,
            icon: .plus,
            mistake: model.mistake
        ).folded(meaning: .Accounts.makeKeyMeans, frame)
    }

    private static func list(_ model: KeyListModel, _ frame: Frame) -> HTML {
        guard !model.rows.isEmpty else {
            return EmptyState.html(
                .lock,
                title: frame.say(.Accounts.noKeys),
                why: frame.say(.Accounts.noKeysWhy)
            )
        }
        return Table.html(
            caption: frame.say(.Accounts.keys),
            columns: [
                Column(.Accounts.keyName, css: "wide"), Column(.grants), Column(.state),
                Column(.Accounts.keyEnds), Column(.Accounts.keyUsed), Column(.action),
            ],
            rows: model.rows.map { row($0, frame) },
            frame
        )
    }

    private static func row(_ row: KeyListModel.Row, _ frame: Frame) -> [HTML] {
        let revoke = PostForm(
            path: ConsolePath.key(row.id) + "/revoke",
            prefix: "",
            button: .Accounts.revokeKey,
            isPrimary: false
        )
        return [
            "<b>\(row.name)</b>", "<span class=\"grant\"><b>\(frame.say(row.role))</b> · \(row.unit)</span>",
            row.state.html(frame), TimeElement.absolute(row.endsAt, frame),
            row.usedAt.map { TimeElement.relative($0, frame) }
                ?? "<span class=\"faint\">\(frame.say(.never))</span>",
            row.mayRevoke ? revoke.html(frame) : "",
        ]
    }
}
