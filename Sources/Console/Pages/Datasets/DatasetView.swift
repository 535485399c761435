import Datasets
import Language

package enum DatasetView {
    package static func document(_ model: DatasetModel, in frame: Frame) -> HTML {
        let id = model.dataset.id.rawValue
        let records = Button.link(
            frame.say(.DataPages.seeRecords),
            icon: .folder,
            href: ConsolePath.records(of: id),
            isPrimary: !model.mayAdd
        )
        let add =
            model.mayAdd
            ? Button.link(
                frame.say(.DataPages.newRecord),
                icon: .plus,
                href: ConsolePath.newRecord(in: id),
                isPrimary: true
            ) : HTML.nothing
        let open =
            model.dataset.classification == .open
            ? Button.link(frame.say(.OpenData.publicPage), icon: .globe, href: ConsolePath.open(id))
            : .nothing
        return Page(
            title: model.dataset.title(frame.language),
            subtitle: subtitle(model, frame),
            room: .datasets,
            actions: open + connections(model, frame) + records + add,
            main: """
                \(figures(model, frame))
                \(Card.html(frame.say(.DataPages.about), about(model, frame)))
                \(CatalogueClockView.card(model, frame))
                \(dictionary(model.fields, frame))
                """
        ).document(in: frame)
    }

    private static func connections(_ model: DatasetModel, _ frame: Frame) -> HTML {
        guard model.maySeeConnections else { return .nothing }
        return Button.link(
            frame.say(.Connections.title),
            href: ConsolePath.subscriptions(of: model.dataset.id.rawValue)
        )
    }

    private static func subtitle(_ model: DatasetModel, _ frame: Frame) -> HTML {
        """
        \(model.dataset.classification.chip.html(frame))\(model.freshness.chip(frame)?.html(frame))\
        <span>\(model.owner)</span>
        """
    }

    private static func about(_ model: DatasetModel, _ frame: Frame) -> HTML {
        let dataset = model.dataset
        let levels = dataset.approvals.map { frame.say($0.text) }.joined(separator: " → ")
        var facts: [(name: String, value: HTML)] = [
            (frame.say(.DataPages.owner), "\(model.owner)"),
            (frame.say(.DataPages.legalBasis), "\(dataset.legalBasis)"),
            (frame.say(.DataPages.classification), "\(frame.say(dataset.classification.name))"),
            (
                frame.say(.DataPages.key),
                "\(dataset.key.map { title(of: $0, in: dataset, frame) }.joined(separator: " · "))"
            ),
            (frame.say(.DataPages.update), "\(frame.say(updates(of: dataset)))"),
        ]
        if let days = dataset.update?.lockDays {
            facts.append((frame.say(.DataPages.lock), "\(frame.say(.DataPages.locked(days: days)))"))
        }
        facts += [
            (
                frame.say(.DataPages.approvals),
                "\(levels.isEmpty ? frame.say(.DataPages.noApproval) : levels)"
            ),
            (
                frame.say(.DataPages.retention),
                "\(frame.say(dataset.retentionYears.map { .DataPages.years($0) } ?? .DataPages.keptForEver))"
            ),
            (frame.say(.DataPages.recordCount), "\(frame.format.number(model.glance.records))"),
            (
                frame.say(.DataPages.newestChange),
                model.glance.changedAt.map { TimeElement.relative($0, frame) }
                    ?? "\(frame.say(.DataPages.neverChanged))"
            ),
        ]
        return "<p>\(dataset.description(frame.language))</p>" + Facts.html(facts)
    }

    private static func updates(of dataset: Dataset) -> Text {
        guard let rule = dataset.update else { return .DataPages.noRule }
        return .DataPages.due(.DataPages.every(rule.every), days: rule.dueDays)
    }

    private static func title(of path: FieldPath, in dataset: Dataset, _ frame: Frame) -> String {
        dataset.fields[path]?.title(frame.language) ?? path.text
    }

    static func dictionary(_ fields: [DatasetModel.FieldLine], _ frame: Frame) -> HTML {
        let table = Table.html(
            caption: frame.say(.DataPages.dictionary),
            columns: [
                Column(.DataPages.field, css: "wide"), Column(.DataPages.kind), Column(.DataPages.measure),
                Column(.DataPages.use),
            ],
            rows: fields.map { field in
                [
                    """
                    <b>\(frame.say(field.title))</b><small><code>\(field.path)</code></small>\
                    \(field.description.map { "<small>\(frame.say($0))</small>" })
                    """,
                    "\(frame.say(field.kind))",
                    field.measure.map { "\($0)" } ?? "<span class=\"faint\">–</span>",
                    "\(field.uses.map { frame.say($0) }.joined(separator: " · "))",
                ]
            },
            frame
        )
        return Card.html(frame.say(.DataPages.dictionary), id: "dictionary", css: "list", table)
    }

    // MARK: Figures

    private static func figures(_ model: DatasetModel, _ frame: Frame) -> HTML {
        if model.isPurposeWanted { return purposeWanted(model, frame) }
        guard model.dataset.period != nil else { return .nothing }
        guard let figures = model.figures else {
            return Card.html(
                frame.say(.DataPages.period),
                EmptyState.html(
                    .clock,
                    title: frame.say(.DataPages.noPeriod),
                    why: frame.say(.DataPages.noPeriodWhy)
                )
            )
        }
        let format = frame.format
        let count = Text.DataPages.reported(
            format.number(figures.reported),
            of: format.number(figures.lines.count)
        )
        let sums = figures.columns.map { column in
            Column(.plain(frame.say(column.title) + (column.measure.map { " (\($0))" } ?? "")), css: "figure")
        }
        let table = Table.html(
            caption: frame.say(.DataPages.figures(figures.period)),
            columns: [Column(.unit, css: "wide"), Column(.DataPages.report)] + sums,
            rows: figures.lines.map { line($0, of: model, figures, frame) },
            frame
        )
        return Card.html(
            frame.say(.DataPages.figures(figures.period)),
            id: "figures",
            note: frame.say(count),
            css: "list",
            table + "<p class=\"help list-note\">\(frame.say(.DataPages.expectedWhy))</p>"
        )
    }

    private static func purposeWanted(_ model: DatasetModel, _ frame: Frame) -> HTML {
        Card.html(
            frame.say(.Sharing.purposeTitle),
            EmptyState.html(
                .shield,
                title: frame.say(.Sharing.purposeWanted),
                why: frame.say(.Sharing.purposeWhy),
                action: Button.link(
                    frame.say(.Sharing.statePurpose),
                    href: ConsolePath.query(
                        ConsolePath.purpose(of: model.dataset.id.rawValue),
                        [("next", ConsolePath.records(of: model.dataset.id.rawValue))]
                    )
                )
            )
        )
    }

    private static func line(
        _ line: DatasetModel.UnitLine,
        of model: DatasetModel,
        _ figures: DatasetModel.Figures,
        _ frame: Frame
    ) -> [HTML] {
        let href = ConsolePath.query(
            ConsolePath.records(of: model.dataset.id.rawValue),
            [("unit", line.id), ("period", model.glance.newestPeriod)]
        )
        let values: [HTML] = line.sums.map { sum in
            if line.isSuppressed { return "<span class=\"faint\">\(frame.say(.DataPages.suppressed))</span>" }
            guard let sum else {
                return
                    "<span class=\"faint\">– <span class=\"visually-hidden\">\(frame.say(.DataPages.noValue))</span></span>"
            }
            return "\(WrittenNumber.text(of: sum, frame.language))"
        }
        return ["<a class=\"name\" href=\"\(url: href)\">\(line.unit)</a>", line.standing.chip.html(frame)]
            + values
    }
}

extension ApprovalLevel {
    var text: Text {
        switch self {
        case .unit: .DataPages.levelUnit
        case .above: .DataPages.levelAbove
        case .owner: .DataPages.levelOwner
        }
    }
}
