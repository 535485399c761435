import Database
import Foundation
import Testing
import Timekeeping
import WebWatch

/// Forty sites on five hosts, to which anything may happen at any time, the clock included.
private struct Storm {
    private var random: SeededGenerator
    private var schedule: CheckSchedule
    private let start = Instant(secondsSince1970: 1_795_500_000)
    private var wall: Duration = .zero
    private let ids: [Website.ID]
    private var hostOf: [Website.ID: String] = [:]
    private var running: [(order: CheckOrder, host: String)] = []
    private(set) var startsOf: [Website.ID: Int] = [:]

    init(seed: UInt64) {
        random = SeededGenerator(seed: seed)
        schedule = CheckSchedule(at: start)
        ids = (1...40 as ClosedRange<UInt8>).map { n in
            Website.ID(UUID(uuid: (1, 2, 3, 4, 5, 6, 0x70, 0, 0x80, 0, 0, 0, 0, 0, 0, n)))
        }
        for id in ids { watch(id) }
    }

    private var now: Instant { start + wall }
    private mutating func roll(_ sides: Int) -> Int { Int.random(in: 0..<sides, using: &random) }

    private mutating func watch(_ id: Website.ID) {
        let host = "host\(roll(5))"
        hostOf[id] = host
        schedule.watch(id, host: host, criticality: Criticality.allCases[roll(3)], at: now)
    }

    /// Something happens, a second passes (or the clock leaps), and the rules must hold.
    mutating func step() {
        let id = ids[roll(ids.count)]
        switch roll(60) {
        case 0: schedule.unwatch(id)
        case 1...3: watch(id)
        case 4...6: schedule.checkNow(id, at: now)
        case 7: wall += .seconds(roll(200_000) - 100_000)
        default: break
        }
        endSome()
        startSome()
        wall += .milliseconds(roll(2000))
    }

    private mutating func endSome() {
        while !running.isEmpty, roll(3) > 0 {
            let check = running.remove(at: roll(running.count))
            let ends: [CheckEnd] = [
                .answered(changed: false), .answered(changed: true), .failed, .unknown,
                .askedToWait(seconds: roll(20)),
            ]
            schedule.ended(check.order, ends[roll(ends.count)], at: now)
        }
    }

    private mutating func startSome() {
        for order in schedule.start(room: roll(8), at: now) {
            #expect(!running.contains { $0.order.site == order.site }, "two checks of one site at once")
            running.append((order, hostOf[order.site] ?? ""))
            startsOf[order.site, default: 0] += 1
        }
        let perHost = Dictionary(grouping: running, by: \.host).mapValues(\.count)
        #expect(perHost.values.allSatisfy { $0 <= schedule.pace.checksPerHostMax })
        #expect(schedule.runningCount == running.count)
        #expect(schedule.sleep() >= .zero && schedule.sleep() <= .seconds(SteadyTime.sleepSecondsMax))
    }

    /// Calm weather: all sites are known, checks end at once, the clock runs.
    mutating func calm(seconds: Int) {
        for check in running { schedule.ended(check.order, .answered(changed: false), at: now) }
        running = []
        for id in ids { watch(id) }
        startsOf = [:]
        for _ in 0..<(seconds * 4) {
            wall += .milliseconds(250)
            for order in schedule.start(room: 50, at: now) {
                startsOf[order.site, default: 0] += 1
                schedule.ended(order, .answered(changed: false), at: now)
            }
        }
    }
}

@Test("whatever happens, no site has two checks at once, and afterwards none is forgotten", arguments: 1...8)
func rulesHoldInStorm(seed: Int) {
    var storm = Storm(seed: UInt64(seed))
    for _ in 0..<4000 { storm.step() }
    storm.calm(seconds: 1200)
    #expect(storm.startsOf.count == 40)
    #expect(storm.startsOf.values.allSatisfy { (1...60).contains($0) })
}
