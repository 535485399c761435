import Database
import Foundation
import Testing
import Timekeeping
import WebWatch

private let start = Instant(secondsSince1970: 1_795_500_000)
private func at(_ seconds: Double) -> Instant { start + .seconds(seconds) }

private func site(_ number: UInt32) -> Website.ID {
    let n = number.bigEndian
    let bytes = withUnsafeBytes(of: n) { Array($0) }
    return Website.ID(
        UUID(
            uuid: (
                1, 0x93, 0, 0, 0, 0, 0x70, 0, 0x80, 0, 0, 0, bytes[0], bytes[1], bytes[2], bytes[3]
            )
        )
    )
}

/// Drives a schedule as the service does, in simulated time; every check takes `checkSeconds`.
private struct Drive {
    var schedule: CheckSchedule
    var now: Double = 0
    var checkSeconds = 0.1
    var room = 1000
    var end: (CheckOrder, Double) -> CheckEnd = { _, _ in .answered(changed: false) }
    var started: [(order: CheckOrder, at: Double)] = []
    private var running: [(order: CheckOrder, until: Double)] = []

    init(pace: Pace = Pace()) { schedule = CheckSchedule(pace: pace, at: start) }

    mutating func watch(_ id: Website.ID, host: String = "", _ criticality: Criticality = .ordinary) {
        schedule.watch(id, host: host.isEmpty ? id.description : host, criticality: criticality, at: at(now))
    }

    mutating func run(until limit: Double) {
        while now < limit {
            for check in running where check.until <= now {
                schedule.ended(check.order, end(check.order, now), at: at(now))
            }
            running.removeAll { $0.until <= now }
            for order in schedule.start(room: room - running.count, at: at(now)) {
                started.append((order, now))
                running.append((order, now + checkSeconds))
            }
            let sleep = Double(schedule.sleep().microseconds) / 1e6
            let nextEnd = running.map(\.until).min() ?? .infinity
            now = min(max(now + 0.01, min(now + sleep, nextEnd)), limit)
        }
    }

    func times(of id: Website.ID, _ kind: CheckOrder.Kind? = nil) -> [Double] {
        started.filter { $0.order.site == id && (kind == nil || $0.order.kind == kind) }.map(\.at)
    }
}

private func gaps(_ times: [Double]) -> [Double] { zip(times, times.dropFirst()).map { $1 - $0 } }

@Test("a site is never left alone longer than its interval", arguments: Criticality.allCases)
func intervalsHold(criticality: Criticality) {
    var drive = Drive()
    drive.watch(site(1), criticality)
    drive.run(until: 3400)
    let longest = Double(criticality.lightCheckSeconds)
    let found = gaps(drive.times(of: site(1)).filter { $0 > 0 })
    #expect(found.count >= 9)
    #expect(found.filter { $0 > longest + 0.2 } == [])
    #expect(drive.times(of: site(1), .light).count >= drive.times(of: site(1), .deep).count)
}

@Test("a deep check comes hourly")
func deepHourly() {
    var drive = Drive()
    drive.watch(site(1))
    drive.run(until: 6 * 3600)
    let found = gaps(drive.times(of: site(1), .deep))
    #expect(found.count >= 5)
    #expect(found.allSatisfy { (3240...3601).contains($0) })
}

@Test("a change brings a deep check at once, and not another within five minutes")
func deepOnChange() {
    var drive = Drive()
    drive.watch(site(1), .critical)
    drive.end = { order, _ in .answered(changed: order.kind == .light) }
    drive.run(until: 1800)
    let light = drive.times(of: site(1), .light)
    let deep = drive.times(of: site(1), .deep)
    #expect(deep[0] - light[0] < 1)
    #expect(gaps(deep).allSatisfy { (299...420).contains($0) })
}

@Test("a failing site is looked at again soon, then less and less, and only lightly")
func backOff() {
    var drive = Drive()
    drive.watch(site(1), .critical)
    drive.end = { _, _ in .failed }
    drive.run(until: 7200)
    let found = gaps(drive.times(of: site(1))).map { Int($0.rounded()) }
    #expect(Array(found.prefix(8)) == [20, 20, 60, 120, 240, 480, 900, 900])
    #expect(drive.times(of: site(1), .deep).count <= 1)
}

@Test("a site that comes back is checked deeply at once, and on time")
func returnBringsDeepCheck() {
    var drive = Drive()
    drive.watch(site(1))
    drive.end = { _, now in now < 7200 ? .failed : .answered(changed: false) }
    drive.run(until: 9000)
    let back = drive.started.first { $0.at >= 7200 }?.at ?? 0
    let deep = drive.times(of: site(1), .deep).first { $0 >= 7200 } ?? 0
    #expect(deep - back < 1)
    #expect(drive.schedule.punctuality.share == 1)
}

@Test("two checks of one site never run at once, however often one is asked for")
func neverTwoAtOnce() {
    var schedule = CheckSchedule(at: start)
    schedule.watch(site(1), host: "a", criticality: .critical, at: start)
    schedule.checkNow(site(1), at: start)
    let orders = schedule.start(room: 10, at: start)
    #expect(orders.map(\.kind) == [.deep])
    schedule.checkNow(site(1), at: at(1))
    schedule.unwatch(site(1))
    schedule.watch(site(1), host: "b", criticality: .critical, at: at(2))
    schedule.checkNow(site(1), at: at(2))
    #expect(schedule.start(room: 10, at: at(20)) == [])
    schedule.ended(orders[0], .answered(changed: false), at: at(21))
    #expect(schedule.start(room: 10, at: at(22)).map(\.kind) == [.deep])
}

@Test("an end that is reported twice counts once")
func endCountsOnce() {
    var schedule = CheckSchedule(at: start)
    schedule.watch(site(1), host: "a", criticality: .critical, at: start)
    schedule.checkNow(site(1), at: start)
    let order = schedule.start(room: 1, at: start)[0]
    schedule.ended(order, .failed, at: at(1))
    schedule.ended(order, .failed, at: at(1))
    let second = schedule.start(room: 10, at: at(22))
    #expect(second.count == 1)
    schedule.ended(order, .failed, at: at(23))
    #expect(schedule.runningCount == 1)
}

@Test("a site that is forgotten is not started again and its running check is let end")
func forgottenSite() {
    var schedule = CheckSchedule(at: start)
    schedule.watch(site(1), host: "a", criticality: .critical, at: start)
    schedule.checkNow(site(1), at: start)
    let order = schedule.start(room: 1, at: start)[0]
    schedule.unwatch(site(1))
    schedule.ended(order, .answered(changed: true), at: at(1))
    #expect(schedule.siteCount == 0 && schedule.runningCount == 0)
    #expect(schedule.start(room: 10, at: at(25)) == [])
}

@Test("one host never has more than two checks at once, nor two starts within a quarter of a second")
func hostPoliteness() {
    var drive = Drive()
    drive.checkSeconds = 0.6
    for number in 1...40 {
        drive.watch(site(UInt32(number)), host: "shared", .ordinary)
        drive.schedule.checkNow(site(UInt32(number)), at: start)
    }
    drive.run(until: 14)
    let times = drive.started.map(\.at)
    #expect(times.count >= 40)
    #expect(gaps(times).allSatisfy { $0 >= 0.25 - 1e-9 })
    for time in times { #expect(times.filter { $0 <= time && time < $0 + 0.6 - 1e-9 }.count <= 2) }
    #expect(Set(drive.started.map(\.order.site)).count == 40)
}

@Test("a slow host does not hold up another")
func slowHostAlone() {
    var schedule = CheckSchedule(at: start)
    for number in 1...9 {
        schedule.watch(
            site(UInt32(number)),
            host: number < 9 ? "slow" : "fast",
            criticality: .critical,
            at: start
        )
        schedule.checkNow(site(UInt32(number)), at: start)
    }
    let orders = schedule.start(room: 10, at: start) + schedule.start(room: 10, at: at(5))
    #expect(Set(orders.map(\.site)) == [site(1), site(2), site(9)])
}

@Test(
    "a host that asks to wait is left alone with all its sites, though not longer than a quarter of an hour"
)
func hostAsksToWait() {
    var schedule = CheckSchedule(at: start)
    for number in [1, 2] as [UInt32] {
        schedule.watch(site(number), host: "busy", criticality: .critical, at: start)
    }
    schedule.checkNow(site(1), at: start)
    let order = schedule.start(room: 1, at: start)[0]
    schedule.ended(order, .askedToWait(seconds: Int.max), at: at(1))
    var first: Double?
    for step in stride(from: 10.0, to: 4000, by: 10) where first == nil {
        if !schedule.start(room: 10, at: at(step)).isEmpty { first = step }
    }
    #expect(first.map { (900...912).contains($0) } == true)
}

@Test("no more checks start than there is room, and the others follow")
func roomIsKept() {
    var schedule = CheckSchedule(at: start)
    for number in 1...10 as ClosedRange<UInt32> {
        schedule.watch(site(number), host: "\(number)", criticality: .critical, at: start)
        schedule.checkNow(site(number), at: start)
    }
    #expect(schedule.start(room: 0, at: start) == [])
    #expect(schedule.start(room: 3, at: start).count == 3)
    #expect(schedule.start(room: 100, at: start).count == 7)
}

@Test("the clock set back by a day delays no check")
func clockBack() {
    var schedule = CheckSchedule(at: start)
    schedule.watch(site(1), host: "a", criticality: .critical, at: start)
    var found: [CheckOrder] = []
    for step in 0...12 { found += schedule.start(room: 1, at: at(-86_400 + Double(step) * 5)) }
    #expect(found.count == 1)
    #expect(schedule.time.leapsBack == 1)
}

@Test("the clock leaping forward by a day does not bring all sites down on the network at once")
func clockForward() {
    var schedule = CheckSchedule(at: start)
    for number in 1...1000 as ClosedRange<UInt32> {
        schedule.watch(site(number), host: "\(number)", criticality: .ordinary, at: start)
    }
    let orders = schedule.start(room: 10_000, at: at(86_400))
    #expect((10...60).contains(orders.count))  // what ten seconds of 300 bring, about 33
    #expect(schedule.time.leapsForward == 1)
}

@Test("after a restart 8,000 sites are spread over their interval, the same way every time")
func restartSpread() {
    func firstChecks() -> [CheckOrder: Double] {
        var schedule = CheckSchedule(at: start)
        for number in 1...8000 as ClosedRange<UInt32> {
            schedule.watch(site(number), host: "\(number)", criticality: .ordinary, at: start)
        }
        var first: [CheckOrder: Double] = [:]
        for step in 1...30 {
            let now = Double(step) * 10
            for order in schedule.start(room: 8000, at: at(now)) { first[order] = now }
        }
        return first
    }
    let first = firstChecks()
    #expect(first.count == 8000)
    let perTenSeconds = Dictionary(grouping: first.values, by: \.self).mapValues(\.count)
    #expect(perTenSeconds.count == 30)
    #expect(perTenSeconds.values.allSatisfy { (180...360).contains($0) })  // evenly it would be 267
    #expect(firstChecks() == first)
}

@Test("late starts lower the share of checks on time, and the latest is kept")
func punctualityIsMeasured() {
    var schedule = CheckSchedule(at: start)
    #expect(schedule.punctuality.share == nil)
    for number in [1, 2] as [UInt32] {
        schedule.watch(site(number), host: "\(number)", criticality: .ordinary, at: start)
        schedule.checkNow(site(number), at: start)
    }
    _ = schedule.start(room: 1, at: at(1))
    _ = schedule.start(room: 1, at: at(25))
    #expect(schedule.punctuality.share == 0.5)
    #expect(schedule.punctuality.latest == .seconds(25))
}

@Test("a site made critical is checked within its new interval")
func criticalityChange() {
    var drive = Drive()
    drive.watch(site(3), .ordinary)
    drive.run(until: 301)
    drive.watch(site(3), .critical)
    drive.run(until: 601)
    #expect(gaps(drive.times(of: site(3)).filter { $0 > 301 }).allSatisfy { $0 <= 60.2 })
    #expect(drive.times(of: site(3)).contains { (301...361.2).contains($0) })
}

@Test("taking in a site that is known already changes nothing")
func watchIsIdempotent() {
    var drive = Drive()
    drive.watch(site(1), .critical)
    drive.end = { _, _ in .failed }
    drive.run(until: 1000)
    let before = drive.schedule.sleep()
    drive.watch(site(1), .critical)
    #expect(drive.schedule.sleep() == before)
}

@Test("a schedule without sites sleeps as long as it may")
func emptySchedule() {
    var schedule = CheckSchedule(at: start)
    #expect(schedule.start(room: 5, at: at(1)) == [])
    #expect(schedule.sleep() == .seconds(SteadyTime.sleepSecondsMax))
}
