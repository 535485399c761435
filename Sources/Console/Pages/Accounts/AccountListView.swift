import Language

package enum AccountListView {
    package static func document(_ model: AccountListModel, in frame: Frame) -> HTML {
        let add = Button.link(
            frame.say(.addAccount),
            icon: .plus,
            href: ConsolePath.newAccount,
            isPrimary: true
        )
        let keys = Button.link(frame.say(.Accounts.keys), icon: .lock, href: ConsolePath.keys)
        let page = Page(
            title: frame.say(.accountsRoom),
            room: .accounts,
            actions: model.mayAdd ? keys + add : .nothing,
            main: """
                \(ListControls.form(model.query, label: .searchAccounts, list: "account-list", filters: [], frame))
                <section class="card list" id="account-list">\(list(model, frame))</section>
                """
        )
        return page.document(in: frame)
    }

    private static func list(_ model: AccountListModel, _ frame: Frame) -> HTML {
        guard !model.rows.isEmpty else {
            return EmptyState.html(.users, title: frame.say(.nothingFits), why: frame.say(.nothingFitsWhy))
        }
        let table = Table.html(
            caption: frame.say(.accountsRoom),
            columns: [
                Column(.accountName, css: "wide"), Column(.grants), Column(.state), Column(.oneTimeCode),
            ],
            rows: model.rows.map { row($0, frame) },
            query: model.query,
            frame
        )
        return table + ListControls.pager(rows: model.rows.count, next: model.next, of: model.query, frame)
    }

    private static func row(_ row: AccountListModel.Row, _ frame: Frame) -> [HTML] {
        let second = Chip(row.hasOneTimeCode ? .ok : .none, row.hasOneTimeCode ? .turnedOn : .turnedOff)
        return [
            """
            <a class="name" href="\(url: ConsolePath.account(row.id))">\(row.name)</a>\
            <small>\(row.signInName)</small>
            """,
            """
            \(each: row.grants, { grant in
                "<span class=\"grant\"><b>\(frame.say(grant.role))</b> · \(grant.unit)</span>"
            })
            """,
            row.state.html(frame), second.html(frame),
        ]
    }
}
