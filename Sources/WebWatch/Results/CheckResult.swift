package import Timekeeping

/// One check as its row keeps it.
package struct CheckResult: Hashable, Sendable {
    package var at: Instant
    package var kind: CheckOrder.Kind
    /// The HTTP status; `nil` when there was no answer.
    package var status: Int?
    /// The code of the failure; `nil` when there was an answer.
    package var failure: String?
    package var totalMilliseconds: Int

    package init(
        at: Instant,
        kind: CheckOrder.Kind,
        status: Int?,
        failure: String?,
        totalMilliseconds: Int
    ) {
        self.at = at
        self.kind = kind
        self.status = status
        self.failure = failure
        self.totalMilliseconds = totalMilliseconds
    }

    /// Whether visitors got a page.
    package var isAnswered: Bool { failure == nil && (status ?? 0) < 400 }
}

/// What the checks of an hour or a day come to.
package struct CheckSummary: Hashable, Sendable {
    /// When the hour or the day begins.
    package var start: Instant
    package var checks: Int
    package var answered: Int
    package var fastestMilliseconds: Int
    package var meanMilliseconds: Int
    package var slowestMilliseconds: Int

    /// From 0 to 1; `nil` without a check.
    package var share: Double? { checks == 0 ? nil : Double(answered) / Double(checks) }
}

/// How long checks are kept in which detail; with 8,000 websites this comes to about a gigabyte.
package struct CheckRetention: Hashable, Sendable {
    /// Single checks: two days, so that the chart of the last 24 hours is whole; some 60 bytes each.
    package var singleHours = 48
    /// A month by the hour.
    package var hourDays = 31
    /// Two years by the day, for the report of a year and the one before.
    package var dayDays = 731

    package init() {}
}
