import Language

enum AuditEntryView {
    static func document(_ model: AuditEntryModel, in frame: Frame) -> HTML {
        let download = Button.link(
            frame.say(.Audit.downloadProof),
            icon: .download,
            href: ConsolePath.auditProof(entry: model.row.id)
        )
        let page = Page(
            title: frame.say(.Audit.entryTitle(frame.format.number(model.row.id))),
            subtitle: "<a href=\"\(url: ConsolePath.audit)\">\(frame.say(.auditRoom))</a>",
            room: .audit,
            actions: model.size == nil ? .nothing : download,
            main: "\(about(model, frame))\(proof(model, frame))\(content(model, frame))"
        )
        return page.document(in: frame)
    }

    private static func about(_ model: AuditEntryModel, _ frame: Frame) -> HTML {
        let row = model.row
        let subject: HTML =
            row.subject.href.map { "<a href=\"\(url: $0)\">\(row.subject.name)</a>" }
            ?? "\(row.subject.name)"
        var facts: [(name: String, value: HTML)] = [
            (frame.say(.action), "\(frame.say(row.action)) <code>\(row.actionCode)</code>"),
            (frame.say(.subject), subject),
            (frame.say(.actor), "\(row.actor.name) <code>\(row.actor.code)</code>"),
            (frame.say(.time), TimeElement.absolute(row.at, frame)),
        ]
        if let unit = model.unit {
            facts.append((frame.say(.unit), "<a href=\"\(url: ConsolePath.unit(unit.id))\">\(unit.name)</a>"))
        }
        return Card.html(frame.say(.about), css: "wide-facts", Facts.html(facts))
    }

    private static func proof(_ model: AuditEntryModel, _ frame: Frame) -> HTML {
        guard let size = model.size, let root = model.root, let leaf = model.row.leaf else {
            let waits = EmptyState.html(
                .clock,
                title: frame.say(.beingSealed),
                why: frame.say(.Audit.beingSealedWhy)
            )
            return Card.html(frame.say(.proof), waits)
        }
        let facts: [(name: String, value: HTML)] = [
            (frame.say(.Audit.leafNumber), "\(frame.format.number(leaf))"),
            (frame.say(.entries), "\(frame.format.number(size))"),
            (frame.say(.Audit.commitment), "<code>\(model.commitment)</code>"),
            (frame.say(.rootHash), "<code>\(root)</code>"),
        ]
        return Card.html(
            frame.say(.proof),
            """
            <p class="help">\(frame.say(.Audit.proofMeans))</p>
            \(Facts.html(facts))
            <ol class="hashes">\(each: model.proof, { "<li><code>\($0)</code></li>" })</ol>
            """
        )
    }

    private static func content(_ model: AuditEntryModel, _ frame: Frame) -> HTML {
        let shown: HTML =
            model.content.map { "<pre class=\"recorded\">\($0)</pre>" }
            ?? "<p class=\"faint\">\(frame.say(.contentErased))</p>"
        return Card.html(frame.say(.Audit.recorded), shown)
    }
}
