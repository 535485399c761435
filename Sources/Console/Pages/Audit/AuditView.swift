import Language

/// The audit log: who did what and when, with a proof for each entry.
package enum AuditView {
    package static func document(_ model: AuditModel, in frame: Frame) -> HTML {
        let page = Page(
            title: frame.say(.auditRoom),
            subtitle: "\(frame.say(.auditExplained))",
            room: .audit,
            main: """
                \(checkpoint(model, frame))
                \(ListControls.form(model.query, label: .searchAudit, list: "audit-list", filters: model.filters, frame))
                <section class="card list" id="audit-list">\(list(model, frame))</section>
                """
        )
        return page.document(in: frame)
    }

    private static func checkpoint(_ model: AuditModel, _ frame: Frame) -> HTML {
        guard let checkpoint = model.checkpoint else {
            let none = EmptyState.html(
                .shield,
                title: frame.say(.noCheckpoint),
                why: frame.say(.noCheckpointWhy)
            )
            return Card.html(frame.say(.checkpoint), none)
        }
        let facts: [(name: String, value: HTML)] = [
            (frame.say(.entries), "\(frame.format.number(checkpoint.size))"),
            (frame.say(.signedAt), TimeElement.absolute(checkpoint.at, frame)),
            (frame.say(.signer), "\(checkpoint.signer)"),
            (frame.say(.rootHash), "<code>\(checkpoint.root)</code>"),
        ]
        return Card.html(
            frame.say(.checkpoint),
            id: "audit-checkpoint",
            link: Button.link(frame.say(.download), icon: .download, href: ConsolePath.checkpoint),
            css: "wide-facts",
            Facts.html(facts)
        )
    }

    private static func list(_ model: AuditModel, _ frame: Frame) -> HTML {
        guard !model.rows.isEmpty else {
            return EmptyState.html(.ledger, title: frame.say(.nothingFits), why: frame.say(.nothingFitsWhy))
        }
        let table = Table.html(
            caption: frame.say(.auditRoom),
            columns: [
                Column(.entry, css: "number"), Column(.time), Column(.actor), Column(.action),
                Column(.subject, css: "wide"), Column(.proof),
            ],
            rows: model.rows.map { row($0, frame) },
            frame
        )
        return table + ListControls.pager(rows: model.rows.count, next: model.next, of: model.query, frame)
    }

    private static func byActor(_ code: String) -> String {
        ConsolePath.query(ConsolePath.audit, [("q", code)])
    }

    private static func row(_ row: AuditModel.Row, _ frame: Frame) -> [HTML] {
        let subject: HTML =
            row.subject.href.map { "<a href=\"\(url: $0)\">\(row.subject.name)</a>" }
            ?? "\(row.subject.name)"
        let proof: HTML = """
            <a class="proof" href="\(url: ConsolePath.auditProof(entry: row.id))">\(Icon.download.svg)\
            \(frame.say(.proof))</a>
            """
        return [
            "<a href=\"\(url: ConsolePath.auditEntry(row.id))\">\(frame.format.number(row.id))</a>",
            TimeElement.absolute(row.at, frame),
            "<a class=\"name\" href=\"\(url: byActor(row.actor.code))\">\(row.actor.name)</a>",
            "\(frame.say(row.action))<small><code>\(row.actionCode)</code></small>",
            row.isErased ? "<span class=\"faint\">\(frame.say(.contentErased))</span>" : subject,
            row.leaf == nil ? "<span class=\"faint\">\(frame.say(.beingSealed))</span>" : proof,
        ]
    }
}
