import Datasets
import Language
import Timekeeping

/// The clocks of one dataset's entry in the catalogue, with the button that begins the first anew.
enum CatalogueClockView {
    static func card(_ model: DatasetModel, _ frame: Frame) -> HTML {
        guard let clock = model.clock else { return .nothing }
        var facts: [(name: String, value: HTML)] = [
            (
                frame.say(.Published.reviewedOn),
                clock.reviewedOn.map { "\(frame.format.date($0))" }
                    ?? "<span class=\"faint\">\(frame.say(.Published.neverReviewed))</span>"
            ),
            (frame.say(.Published.reviewDue), due(clock.reviewDue, isOverdue: clock.isReviewOverdue, frame)),
        ]
        if let day = clock.renewalDue {
            facts.append(
                (frame.say(.Published.renewalDue), due(day, isOverdue: clock.isRenewalOverdue, frame))
            )
        }
        let form: HTML =
            model.mayReview
            ? PostForm(
                path: ConsolePath.reviewDataset(model.dataset.id.rawValue),
                prefix: "review",
                hidden: [],
                button: .Published.review,
                icon: .okCircle,
                isPrimary: false
            ).html(frame) : .nothing
        return Card.html(
            frame.say(.Published.clocks),
            id: "clocks",
            css: "acts",
            Facts.html(facts) + "<p class=\"help\">\(frame.say(.Published.clocksWhy))</p>" + form
        )
    }

    /// The day, and when it is past a word and a shape beside it.
    private static func due(_ day: Day, isOverdue: Bool, _ frame: Frame) -> HTML {
        let chip: HTML = isOverdue ? Chip(.incident, .Published.overdue).html(frame) : .nothing
        return "\(frame.format.date(day)) \(chip)"
    }

    /// What is late in the list; nothing when all is in time.
    static func chips(_ clock: CatalogueClock?, _ frame: Frame) -> HTML {
        guard let clock else { return .nothing }
        let review: HTML =
            clock.isReviewOverdue ? Chip(.attention, .Published.reviewOverdue).html(frame) : .nothing
        let renewal: HTML =
            clock.isRenewalOverdue ? Chip(.attention, .Published.renewalOverdue).html(frame) : .nothing
        return review + renewal
    }
}
