import Identity
import Language

enum AccountView {
    static func document(_ model: AccountModel, in frame: Frame) -> HTML {
        let page = Page(
            title: model.fullName,
            subtitle: "<span>\(model.signInName)</span> \(model.state.html(frame))",
            room: .accounts,
            main: """
                \(model.mistake(in: "grants/remove").map { Alert.html($0.text, id: "account-error", frame) })
                \(about(model, frame))
                \(grants(model, frame))
                \(if: model.mayManage, actions(model, frame))
                """
        )
        return page.document(in: frame)
    }

    private static func about(_ model: AccountModel, _ frame: Frame) -> HTML {
        let second = Chip(model.hasOneTimeCode ? .ok : .none, model.hasOneTimeCode ? .turnedOn : .turnedOff)
        let facts: [(name: String, value: HTML)] = [
            (
                frame.say(.Accounts.workUnit),
                "<a href=\"\(url: ConsolePath.unit(model.unit.id))\">\(model.unit.name)</a>"
            ),
            (frame.say(.oneTimeCode), second.html(frame)),
            (frame.say(.opened), TimeElement.absolute(model.createdAt, frame)),
        ]
        let link = model.audit.map {
            Button.link(frame.say(.Accounts.auditOfAccount), icon: .ledger, href: $0)
        }
        return Card.html(frame.say(.about), link: link, css: "wide-facts", Facts.html(facts))
    }

    private static func grants(_ model: AccountModel, _ frame: Frame) -> HTML {
        let lines: HTML =
            model.grants.isEmpty
            ? "<p class=\"faint\">\(frame.say(.Accounts.noGrants))</p>"
            : """
            <ul class="links removable">\(each: model.grants, { grant in
                "<li><span class=\"grant\"><b>\(frame.say(grant.role.name))</b> · \(grant.unit.name)</span>"
                + "\(if: model.mayManage, remove(grant, of: model).html(frame))</li>"
            })</ul>
            """
        let add = PostForm(
            path: ConsolePath.account(model.id) + "/grants",
            prefix: "grant",
            fields: [
                GrantFields.role(among: Role.allCases, frame),
                GrantFields.unit(.unit, among: model.reach),
            ],
            hidden: version(model),
            button: .Accounts.addGrant,
            icon: .plus,
            mistake: model.mistake(in: "grants")
        )
        return Card.html(
            frame.say(.grants),
            "\(lines)\(if: model.mayManage, add.folded(meaning: .Accounts.addGrantMeans, frame))"
        )
    }

    private static func remove(_ grant: AccountModel.Grant, of model: AccountModel) -> PostForm {
        PostForm(
            path: ConsolePath.account(model.id) + "/grants/remove",
            prefix: "",
            hidden: version(model) + [("role", grant.role.code), ("unit", grant.unit.id)],
            button: .Accounts.removeGrant,
            isPrimary: false
        )
    }

    private static func actions(_ model: AccountModel, _ frame: Frame) -> HTML {
        func form(_ name: String, _ button: Text, _ icon: Icon, _ meaning: Text) -> HTML {
            PostForm(
                path: ConsolePath.account(model.id) + "/" + name,
                prefix: name,
                hidden: version(model),
                button: button,
                icon: icon,
                isPrimary: false,
                mistake: model.mistake(in: name)
            ).folded(meaning: meaning, frame)
        }
        let disabled = model.isDisabled
        return Card.html(
            frame.say(.Accounts.actions),
            """
            \(if: !disabled, form("reset", .Accounts.reset, .recheck, .Accounts.resetMeans))
            \(if: model.hasOneTimeCode,
                form("remove-codes", .Accounts.removeCodes, .fingerprint, .Accounts.removeCodesMeans))
            \(if: !disabled, form("disable", .Accounts.disable, .lock, .Accounts.disableMeans))
            \(if: disabled, form("enable", .Accounts.enable, .userCheck, .Accounts.enableMeans))
            """
        )
    }

    private static func version(_ model: AccountModel) -> [(name: String, value: String)] {
        [("version", String(model.version))]
    }
}
