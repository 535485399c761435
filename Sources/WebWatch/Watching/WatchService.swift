import Database
package import Timekeeping

/// How much the watch does at once.
package struct WatchSettings: Sendable {
    package var pace = Pace()
    package var checks: CheckSettings
    /// Checks at once: a page may have 4 MiB, and the program is to stay within 150 MB.
    package var checksAtOnceMax = 32
    /// Results in one transaction: other writers wait a few milliseconds for it.
    package var batchMax = 200
    /// Results that wait while the database cannot be written; the oldest are given up beyond that.
    package var waitingMax = 5_000
    /// How soon a change of the registry or a wish for a check is seen.
    package var refreshSeconds = 2
    /// Between two looks at the schedule: a fifth of a second is nothing beside a minute's interval.
    package var tickMilliseconds = 200

    package init(checks: CheckSettings) { self.checks = checks }
}

/// Watches: asks the schedule what is due, checks it, and writes what it found out.
///
/// One of them runs in an installation; what it has in mind it reads again from the database when it starts.
package actor WatchService {
    private let database: any Database
    private let checker: SiteChecker
    private let recorder: WatchRecorder
    private let clock: WallClock
    private let settings: WatchSettings
    private let rollUp: CheckRollUp
    private let pause: @Sendable (Duration) async throws -> Void
    private let onFailure: @Sendable (any Error) -> Void

    private var schedule: CheckSchedule
    private var sites: [Website.ID: WatchedSite] = [:]
    private var paused: [Website.ID: Instant] = [:]
    private var asked: [Website.ID: Instant] = [:]
    private var waiting: [CheckReport] = []
    private var revision: Int64 = -1
    private var refreshedAt: Instant?
    private var rolledUpAt: Instant?

    /// `pause` sleeps and throws when the program is to end; `onFailure` hears of a database that does not do its work,
    /// which the watch outlives.
    package init(
        store: WebsiteStore,
        fetcher: any WebsiteFetcher,
        settings: WatchSettings,
        calendar: CivilCalendar,
        pause: @escaping @Sendable (Duration) async throws -> Void,
        onFailure: @escaping @Sendable (any Error) -> Void
    ) {
        database = store.database
        clock = store.clock
        self.settings = settings
        self.pause = pause
        self.onFailure = onFailure
        checker = SiteChecker(
            fetcher: fetcher,
            clock: store.clock,
            settings: settings.checks,
            outageRule: settings.pace.outage
        )
        recorder = WatchRecorder(database: store.database, ids: store.ids, clock: store.clock)
        rollUp = CheckRollUp(database: store.database, calendar: calendar)
        schedule = CheckSchedule(pace: settings.pace, at: store.clock.now())
    }

    /// How many checks started on time since the start.
    package var punctuality: Punctuality { schedule.punctuality }
    /// Websites that are watched at the moment.
    package var siteCount: Int { schedule.siteCount }

    private enum Event: Sendable {
        case ended(CheckReport)
        case tick, rolledUp, stopped
    }

    /// Watches until the task is cancelled or `pause` throws; checks that run are let end and written.
    package func run() async {
        await withTaskGroup(of: Event.self) { group in
            var isStopping = false
            group.addTask { await self.tick() }
            for await event in group {
                switch event {
                case .ended(let report): take(report)
                case .stopped: isStopping = true
                case .rolledUp: break
                case .tick:
                    await refresh()
                    await flush()
                    group.addTask { await self.tick() }
                    if isRollUpDue() { group.addTask { await self.sumUp() } }
                }
                if waiting.count >= settings.batchMax { await flush() }
                guard !isStopping, !Task.isCancelled else { continue }
                for check in startDue() { group.addTask { .ended(await self.perform(check)) } }
            }
        }
        await flush()
    }

    /// Everything that is due now, one after the other, and written: what ``run()`` does at the same time.
    func round() async {
        await refresh()
        for check in startDue() { take(await perform(check)) }
        await flush()
    }

    private nonisolated func tick() async -> Event {
        do { try await pause(.milliseconds(settings.tickMilliseconds)) } catch { return .stopped }
        return .tick
    }

    // MARK: - Checks

    private struct DueCheck: Sendable {
        let order: CheckOrder
        let site: WatchedSite
    }

    private func startDue() -> [DueCheck] {
        let (room, now) = (settings.checksAtOnceMax - schedule.runningCount, clock.now())
        guard room > 0 else { return [] }
        var checks: [DueCheck] = []
        for order in schedule.start(room: room, at: now) {
            if let site = sites[order.site] {
                checks.append(DueCheck(order: order, site: site))
            } else {
                schedule.ended(order, .unknown, at: now)
            }
        }
        return checks
    }

    /// The fetching and judging, outside of the actor.
    private nonisolated func perform(_ check: DueCheck) async -> CheckReport {
        guard check.order.kind == .deep else { return await checker.light(check.order, check.site) }
        let kept = try? await database.read { try $0.baseline(of: check.site.id) }
        return await checker.deep(check.order, check.site, kept?.baseline)
    }

    private func take(_ report: CheckReport) {
        schedule.ended(report.order, report.end, at: clock.now())
        waiting.append(report)
        if waiting.count > settings.waitingMax { waiting.removeFirst(waiting.count - settings.waitingMax) }
        guard var site = sites[report.site.id], site.url == report.site.url else { return }
        site.availability = report.site.availability
        site.contentHash = report.site.contentHash
        site.etag = report.site.etag
        site.lastModified = report.site.lastModified
        sites[site.id] = site
    }

    /// Writes what waits; what cannot be written waits on.
    private func flush() async {
        while !waiting.isEmpty {
            let batch = Array(waiting.prefix(settings.batchMax))
            do {
                let suspected = try await recorder.write(batch)
                waiting.removeFirst(min(batch.count, waiting.count))
                for id in suspected { schedule.checkNow(id, at: clock.now()) }
            } catch {
                onFailure(error)
                return
            }
        }
    }

    // MARK: - Registry

    /// Takes over what people have changed, ends pauses, and hears who asks for a check.
    private func refresh() async {
        let now = clock.now()
        if let last = refreshedAt, now >= last, now - last < .seconds(settings.refreshSeconds) { return }
        do {
            let (changed, wishes) = try await database.read { [revision] transaction in
                (
                    try transaction.sites(after: revision),
                    try transaction.query(
                        "SELECT website_id, max(asked_at) FROM website_recheck GROUP BY website_id"
                    )
                    .map { (id: try $0[0] as Website.ID, at: try $0[1] as Instant) }
                )
            }
            for (site, number) in changed {
                apply(site, at: now)
                revision = max(revision, number)
            }
            for (id, until) in paused where until <= now {
                paused[id] = nil
                if let site = sites[id] { watch(site, at: now) }
            }
            for (id, at) in wishes where asked[id] != at {
                asked[id] = at
                schedule.checkNow(id, at: now)
            }
            refreshedAt = now
        } catch { onFailure(error) }
    }

    private func apply(_ changed: WatchedSite, at now: Instant) {
        var site = changed
        if let known = sites[site.id], known.url == site.url {
            site.availability = known.availability
            site.contentHash = known.contentHash
            site.etag = known.etag
            site.lastModified = known.lastModified
        }
        paused[site.id] = nil
        sites[site.id] = site
        switch site.state {
        case .watched: watch(site, at: now)
        case .paused(let until) where until <= now: watch(site, at: now)
        case .paused(let until):
            paused[site.id] = until
            schedule.unwatch(site.id)
        case .retired:
            sites[site.id] = nil
            schedule.unwatch(site.id)
        }
    }

    /// A check that was asked for while the website was paused is asked for again.
    private func watch(_ site: WatchedSite, at now: Instant) {
        asked[site.id] = nil
        schedule.watch(site.id, host: site.host, criticality: site.criticality, at: now)
    }

    // MARK: - Roll-up

    /// Once an hour; the first one soon after the start.
    private func isRollUpDue() -> Bool {
        let now = clock.now()
        if let last = rolledUpAt, now >= last, now - last < .seconds(3600) { return false }
        rolledUpAt = now
        return true
    }

    private nonisolated func sumUp() async -> Event {
        do { try await rollUp.run(at: clock.now()) } catch { onFailure(error) }
        return .rolledUp
    }
}
