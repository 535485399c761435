package import Timekeeping

/// When an entry of the catalogue has to be looked at again, and when published data has to be renewed.
///
/// Six months for a review and three for published data are the terms of Nghị định 47/2020/NĐ-CP on open data; they
/// are kept as the centre's own rule for the whole catalogue.
package struct CatalogueClock: Hashable, Sendable {
    package static let reviewMonths = 6
    package static let renewalMonths = 3

    /// `nil` when nobody has reviewed it since it was declared.
    package let reviewedOn: Day?
    package let reviewDue: Day
    /// `nil` for data that is not open.
    package let renewalDue: Day?
    package let today: Day

    /// The first review counts from `declaredOn`; `renewedOn` is when a record changed or the data was published last,
    /// `nil` when neither ever was.
    package init(
        declaredOn: Day,
        reviewedOn: Day?,
        renewedOn: Day?,
        isOpen: Bool,
        today: Day,
        calendar: CivilCalendar
    ) {
        self.reviewedOn = reviewedOn
        reviewDue = calendar.day(reviewedOn ?? declaredOn, plusMonths: Self.reviewMonths)
        renewalDue =
            isOpen ? calendar.day(renewedOn ?? declaredOn, plusMonths: Self.renewalMonths) : nil
        self.today = today
    }

    package var isReviewOverdue: Bool { reviewDue < today }
    package var isRenewalOverdue: Bool { renewalDue.map { $0 < today } ?? false }
    package var isOverdue: Bool { isReviewOverdue || isRenewalOverdue }
}
