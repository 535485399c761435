/// How much time a rule gives.
///
/// Days count as the Civil Code 2015 (91/2015/QH13) art. 147-148 counts them: the day of the event is not
/// counted, the last day ends at midnight, and a last day that is off moves to the next working day.
/// Working days end when the office closes, because nobody is there to answer afterwards. Hours run on the
/// clock, through nights and holidays, as take-down periods do.
package enum Allowance: Hashable, Sendable {
    case hours(Int)
    case days(Int)
    case workingDays(Int)

    /// Ten years: more is a slip of the hand.
    package static let daysMax = 3_660
    package static let hoursMax = daysMax * 24

    /// `24h`, `5d` or `3w`: hours, days, working days, as the database and the settings write them.
    package var code: String {
        switch self {
        case .hours(let count): "\(count)h"
        case .days(let count): "\(count)d"
        case .workingDays(let count): "\(count)w"
        }
    }

    /// Reads ``code``; `nil` when it is none, is not positive or exceeds ten years.
    package init?(code: String) {
        guard let count = Int(code.dropLast()), count > 0, count <= Self.hoursMax else { return nil }
        switch code.last {
        case "h": self = .hours(count)
        case "d" where count <= Self.daysMax: self = .days(count)
        case "w" where count <= Self.daysMax: self = .workingDays(count)
        default: return nil
        }
    }
}

/// The instant at which something is due, with what it was computed from.
package struct Deadline: Hashable, Sendable {
    package var at: Instant
    package var allowance: Allowance
    /// The first year on the way whose holidays are not known; in it only weekends were skipped.
    package var yearWithoutHolidays: Int?

    package init(at: Instant, allowance: Allowance, yearWithoutHolidays: Int? = nil) {
        self.at = at
        self.allowance = allowance
        self.yearWithoutHolidays = yearWithoutHolidays
    }
}
