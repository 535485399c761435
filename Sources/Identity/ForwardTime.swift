import Timekeeping

extension Instant {
    /// How far the clock went forwards since `earlier`; nothing when it was set back.
    func microsecondsForward(since earlier: Instant) -> Int64 {
        let (difference, overflow) =
            microsecondsSince1970
            .subtractingReportingOverflow(earlier.microsecondsSince1970)
        guard overflow else { return max(0, difference) }
        return self > earlier ? .max : 0
    }
}
