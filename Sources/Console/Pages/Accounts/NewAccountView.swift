import Identity
import Language

enum NewAccountView {
    static func document(_ model: NewAccountModel, in frame: Frame) -> HTML {
        let form = PostForm(
            path: ConsolePath.newAccount,
            prefix: "invite",
            fields: [
                Field("full-name", .Entry.fullName, value: model.fullName, isRequired: true),
                Field(
                    "name",
                    .accountName,
                    value: model.signInName,
                    help: .Entry.signInNameHelp,
                    isRequired: true
                ),
                GrantFields.unit(.Accounts.workUnit, among: model.units, chosen: model.unit),
                GrantFields.role(among: Role.allCases, chosen: model.role, frame),
            ],
            button: .Accounts.invite,
            icon: .send,
            mistake: model.mistake
        )
        let page = Page(
            title: frame.say(.addAccount),
            room: .accounts,
            main: """
                <section class="card">
                <p>\(frame.say(.Accounts.inviteMeans))</p>
                \(form.html(frame))
                </section>
                """
        )
        return page.document(in: frame)
    }
}

/// Choosing a role and the unit in which it holds; none is chosen before, since the first would be the widest.
enum GrantFields {
    static func unit(_ label: Text, among units: [(id: String, name: String)], chosen: String = "") -> Field {
        Field(
            "unit",
            label,
            kind: .choice([(value: "", label: "–")] + units.map { (value: $0.id, label: $0.name) }),
            value: chosen,
            isRequired: true
        )
    }

    static func role(among roles: [Role], chosen: String = "", _ frame: Frame) -> Field {
        Field(
            "role",
            .Accounts.role,
            kind: .choice(
                [(value: "", label: "–")] + roles.map { (value: $0.rawValue, label: frame.say($0.name)) }
            ),
            value: chosen,
            help: .Accounts.addGrantMeans,
            isRequired: true
        )
    }
}
