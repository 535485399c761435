/// How often sites are checked and how gently; the defaults are what Sen promises.
package struct Pace: Hashable, Sendable {
    /// A deep check reads the whole page and its links: hourly is what the issue of hacked pages asks for.
    package var deepSeconds = 3600
    /// After a change a deep check comes at once, though not sooner than this after the last one:
    /// a page with a visitor counter changes on every visit.
    package var deepAfterChangeSecondsMin = 300
    /// Until an outage is confirmed the site is looked at again after this long: past a hiccup, within the minute.
    package var confirmSeconds = 20
    /// A site that stays down is looked at less and less, up to this, so that its return is still seen soon.
    package var backOffSecondsMax = 900
    /// Checks of one host at once: many sites of a province share one small server.
    package var checksPerHostMax = 2
    /// Between two starts at one host, so that a host with 300 sites sees at most four requests a second.
    package var hostGapMilliseconds = 250
    /// The longest `Retry-After` that is honoured: as long as for a site that is down, since a hacked site could
    /// use it to blind the watch.
    package var hostWaitSecondsMax = 900
    /// Intervals are shortened by up to this share and never lengthened, so that the promised interval holds.
    package var jitterShare = 0.1
    /// A check that starts within this of its due time is on time: a sixth of the shortest interval.
    package var onTimeSeconds = 10
    package var outage = OutageRule()

    package init() {}

    /// From the start of one light check to the next.
    func lightInterval(_ criticality: Criticality, of site: Website.ID, round: UInt64) -> Duration {
        shortened(Duration.seconds(criticality.lightCheckSeconds), site, round)
    }

    func deepInterval(of site: Website.ID, round: UInt64) -> Duration {
        shortened(Duration.seconds(deepSeconds), site, round)
    }

    /// From a failed check, the `failures`th in a row, to the next.
    func interval(afterFailures failures: Int, _ criticality: Criticality) -> Duration {
        guard failures >= outage.failuresToConfirm else { return .seconds(confirmSeconds) }
        let doublings = min(failures - outage.failuresToConfirm, 8)  // 60 s x 2^8 is past every limit
        let seconds = criticality.lightCheckSeconds << doublings
        return .seconds(max(criticality.lightCheckSeconds, min(seconds, backOffSecondsMax)))
    }

    private func shortened(_ interval: Duration, _ site: Website.ID, _ round: UInt64) -> Duration {
        interval * (1 - jitterShare * Jitter.fraction(of: site, round: round))
    }
}
