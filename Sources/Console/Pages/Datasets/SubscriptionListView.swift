import Datasets
import Language

enum SubscriptionListView {
    static func document(_ model: SubscriptionListModel, in frame: Frame) -> HTML {
        let id = model.dataset.id.rawValue
        return Page(
            title: frame.say(.Connections.title),
            subtitle: """
                <a href="\(url: ConsolePath.dataset(id))">\(model.dataset.title(frame.language))</a>\
                <span>\(frame.say(.Connections.explained))</span>
                """,
            room: .datasets,
            main: """
                \(told(model, frame))
                <section class="card">\(form(model, frame))</section>
                <section class="card list">\(list(model, frame))</section>
                \(letters(model, frame))
                \(feed(model, frame))
                """
        ).document(in: frame)
    }

    private static func told(_ model: SubscriptionListModel, _ frame: Frame) -> HTML {
        guard let told = model.told else { return .nothing }
        guard told.isGood else { return Alert.html(told.text, id: "connection-told", frame) }
        return "<p role=\"status\" class=\"help\">\(frame.say(told.text))</p>"
    }

    private static func form(_ model: SubscriptionListModel, _ frame: Frame) -> HTML {
        PostForm(
            path: ConsolePath.subscriptions(of: model.dataset.id.rawValue),
            prefix: "subscription",
            fields: [
                Field(
                    "target",
                    .Connections.target,
                    value: model.typed,
                    help: .Connections.targetHelp,
                    isRequired: true
                )
            ],
            button: .Connections.make,
            icon: .plus,
            mistake: model.mistake
        ).folded(meaning: .Connections.makeMeans, frame)
    }

    private static func list(_ model: SubscriptionListModel, _ frame: Frame) -> HTML {
        guard !model.rows.isEmpty else {
            return EmptyState.html(
                .folder,
                title: frame.say(.Connections.none),
                why: frame.say(.Connections.noneWhy)
            )
        }
        return Table.html(
            caption: frame.say(.Connections.title),
            columns: [
                Column(.Connections.receiver, css: "wide"), Column(.state), Column(.Connections.behind),
                Column(.Connections.delivered), Column(.action),
            ],
            rows: model.rows.map { row($0, of: model, frame) },
            frame
        )
    }

    private static func row(
        _ row: SubscriptionListModel.Row,
        of model: SubscriptionListModel,
        _ frame: Frame
    ) -> [HTML] {
        let behind = row.behind == 0 ? Text.Connections.upToDate : .Connections.places(row.behind)
        let status = row.lastStatus.map { Text.Connections.answered($0) } ?? .Connections.noAnswer
        let again: HTML =
            row.state == .active && row.failures > 0
            ? "<small>\(frame.say(.Connections.tries(row.failures))) · \(TimeElement.relative(row.nextAt, frame))</small>"
            : .nothing
        return [
            "<b class=\"anywhere\">\(row.target)</b><small>\(row.owner) · \(row.unit)</small>",
            "\(state(row, frame))\(again)",
            row.state == .dead ? "<span class=\"faint\">–</span>" : "\(frame.say(behind))",
            row.deliveredAt.map { "\(TimeElement.relative($0, frame))<small>\(frame.say(status))</small>" }
                ?? "<span class=\"faint\">\(frame.say(.never))</span>",
            actions(row, of: model, frame),
        ]
    }

    /// Why it ended is a sentence, which has to wrap on a telephone; a chip does not.
    private static func state(_ row: SubscriptionListModel.Row, _ frame: Frame) -> HTML {
        guard row.state == .dead else { return row.chip.html(frame) }
        return "<b><span aria-hidden=\"true\">\(row.chip.tone.shape)</span> \(frame.say(row.chip.word))</b>"
    }

    private static func actions(
        _ row: SubscriptionListModel.Row,
        of model: SubscriptionListModel,
        _ frame: Frame
    ) -> HTML {
        func button(_ step: String, _ label: Text) -> HTML {
            PostForm(
                path: ConsolePath.subscriptions(of: model.dataset.id.rawValue) + "/\(step)",
                prefix: "",
                hidden: [("id", row.id)],
                button: label,
                named: .Connections.named(label, row.target),
                isPrimary: false
            ).html(frame)
        }
        let main =
            row.state == .active
            ? button("pause", .Connections.pause) : button("resume", .Connections.resume)
        return main + button("replay", .Connections.replayAll) + button("secret", .Connections.newSecret)
    }

    private static func letters(_ model: SubscriptionListModel, _ frame: Frame) -> HTML {
        guard !model.letters.isEmpty else { return .nothing }
        let table = Table.html(
            caption: frame.say(.Connections.deadLetters),
            columns: [
                Column(.Connections.receiver, css: "wide"), Column(.Connections.givenUp),
                Column(.Connections.lastAnswer), Column(.action),
            ],
            rows: model.letters.map { letter in
                let answer = letter.status.map { Text.Connections.answered($0) } ?? .Connections.noAnswer
                let replay = PostForm(
                    path: ConsolePath.subscriptions(of: model.dataset.id.rawValue) + "/letter",
                    prefix: "",
                    hidden: [("id", letter.subscription), ("number", letter.number)],
                    button: .Connections.sendAgain,
                    named: .Connections.named(.Connections.sendAgain, letter.target),
                    isPrimary: false
                )
                return [
                    "<b class=\"anywhere\">\(letter.target)</b><small>\(frame.say(.Connections.tries(letter.tries)))</small>",
                    TimeElement.absolute(letter.at, frame),
                    "\(frame.say(answer))\(letter.failure.map { "<small><code>\($0)</code></small>" as HTML })",
                    letter.replayedAt.map { at in
                        "\(frame.say(.Connections.sentAgain)) \(TimeElement.relative(at, frame))"
                    } ?? replay.html(frame),
                ]
            },
            frame
        )
        return Card.html(
            frame.say(.Connections.deadLetters),
            id: "dead-letters",
            css: "list",
            table + "<p class=\"help list-note\">\(frame.say(.Connections.deadLettersWhy))</p>"
        )
    }

    private static func feed(_ model: SubscriptionListModel, _ frame: Frame) -> HTML {
        Card.html(
            frame.say(.Connections.feed),
            id: "feed",
            """
            <p>\(frame.say(.Connections.feedWhy))</p>
            <p><code class="anywhere">GET \(model.feed)</code></p>
            """
        )
    }
}
