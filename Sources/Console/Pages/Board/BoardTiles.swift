import Language

/// The five numbers at the head of the board, each with the list behind it.
enum BoardTiles {
    static func all(_ model: BoardModel, _ frame: Frame) -> [HTML] {
        [
            watched(model, frame), incidents(model, frame), open(model, frame), overdue(model, frame),
            timeToClose(model, frame),
        ]
    }

    private static func watched(_ model: BoardModel, _ frame: Frame) -> HTML {
        let note = model.checksOnTime.map { frame.say(.checksOnTime(frame.format.percent($0))) }
        return Tile.html(
            label: frame.say(.watchedWebsites),
            value: "\(frame.format.number(model.websites))",
            note: "\(note ?? frame.say(.noChecksYet))",
            href: ConsolePath.websites
        )
    }

    private static func incidents(_ model: BoardModel, _ frame: Frame) -> HTML {
        Tile.html(
            label: frame.say(.incidentsNow),
            value: "\(frame.format.number(model.incidents))",
            note: "\(frame.say(.newInDay(frame.format.number(model.incidentsToday))))",
            tone: model.incidents > 0 ? .incident : .ok,
            href: ConsolePath.query(ConsolePath.websites, [("state", "incident")])
        )
    }

    private static func open(_ model: BoardModel, _ frame: Frame) -> HTML {
        Tile.html(
            label: frame.say(.openCases),
            value: "\(frame.format.number(model.openCases))",
            note: "\(frame.say(.notAcceptedYet(frame.format.number(model.casesNotAccepted))))",
            href: ConsolePath.query(ConsolePath.cases, [("state", "open")])
        )
    }

    private static func overdue(_ model: BoardModel, _ frame: Frame) -> HTML {
        let note = model.longestOverdue.map { frame.say(.longestOverdue(frame.format.duration($0))) }
        return Tile.html(
            label: frame.say(.overdue),
            value: "\(frame.format.number(model.overdueCases))",
            note: "\(note ?? frame.say(.nothingOverdue))",
            tone: model.overdueCases > 0 ? .incident : .ok,
            href: ConsolePath.query(ConsolePath.cases, [("state", "overdue")])
        )
    }

    private static func timeToClose(_ model: BoardModel, _ frame: Frame) -> HTML {
        let before = model.medianToCloseBefore.map { frame.say(.lastMonth(frame.format.duration($0))) }
        return Tile.html(
            label: frame.say(.medianToClose),
            value: "\(model.medianToClose.map(frame.format.duration) ?? "–")",
            note: "\(before ?? frame.say(.noComparison))",
            tone: model.medianToClose == nil ? .neutral : .highlight,
            href: ConsolePath.query(ConsolePath.cases, [("state", "closed")])
        )
    }
}
