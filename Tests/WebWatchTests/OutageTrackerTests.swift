import Foundation
import Testing
import Timekeeping
import WebWatch

private let start = Instant(secondsSince1970: 1_795_500_000)
private let rule = OutageRule(failuresToConfirm: 3, answersToEnd: 2)
private let timedOut = Reachability.failed(code: "timed-out")

private func at(_ seconds: Int) -> Instant { start + .seconds(seconds) }

/// A tracker whose site went down at `start` and was confirmed so 40 seconds later.
private func downTracker() -> OutageTracker {
    var tracker = OutageTracker()
    for second in [0, 20, 40] { _ = tracker.record(timedOut, at: at(second), by: rule) }
    return tracker
}

private let outage = OutageTracker.Outage(since: at(0), confirmedAt: at(40), firstCode: "timed-out")

@Test("three failures in a row begin one outage, dated from the first")
func outageBegins() {
    var tracker = OutageTracker()
    #expect(tracker.record(timedOut, at: at(0), by: rule) == .nothing)
    #expect(tracker.record(.failed(code: "dns-failed"), at: at(20), by: rule) == .nothing)
    #expect(tracker.record(timedOut, at: at(40), by: rule) == .begin(outage))
    #expect(tracker.record(timedOut, at: at(100), by: rule) == .nothing)
    #expect(tracker.state == .down(outage))
}

@Test("an answer between failures starts the count anew")
func answerBreaksRow() {
    var tracker = OutageTracker()
    for (second, seen) in [(0, timedOut), (20, timedOut), (40, .answered), (60, timedOut), (80, timedOut)] {
        #expect(tracker.record(seen, at: at(second), by: rule) == .nothing)
    }
    guard case .begin(let outage) = tracker.record(timedOut, at: at(100), by: rule) else {
        Issue.record("no outage began")
        return
    }
    #expect(outage.since == at(60))
}

@Test("two answers in a row end an outage, dated from the first answer")
func outageEnds() {
    var tracker = downTracker()
    #expect(tracker.record(.answered, at: at(300), by: rule) == .nothing)
    #expect(tracker.record(.answered, at: at(360), by: rule) == .end(outage, until: at(300)))
    #expect(tracker.state == .up)
    #expect(tracker.record(.answered, at: at(420), by: rule) == .nothing)
}

@Test("a single answer in the middle of an outage neither ends it nor begins a second one")
func luckyAnswerChangesNothing() {
    var tracker = downTracker()
    for (second, seen) in [(60, Reachability.answered), (80, timedOut), (100, .answered)] {
        #expect(tracker.record(seen, at: at(second), by: rule) == .nothing)
    }
    #expect(tracker.record(.answered, at: at(120), by: rule) == .end(outage, until: at(100)))
}

@Test("a check that says nothing counts neither way")
func unknownChangesNothing() {
    for tracker in [OutageTracker(), downTracker()] {
        var copy = tracker
        #expect(copy.record(.unknown, at: at(60), by: rule) == .nothing)
        #expect(copy == tracker)
    }
}

@Test("an outage never ends before it began, though the clock was set back")
func clockSetBackDuringOutage() {
    var tracker = downTracker()
    _ = tracker.record(.answered, at: at(-3600), by: rule)
    #expect(tracker.record(.answered, at: at(-3540), by: rule) == .end(outage, until: at(0)))
}

@Test("an outage is never confirmed before it began, though the clock was set back")
func clockSetBackWhileSuspected() {
    var tracker = OutageTracker()
    _ = tracker.record(timedOut, at: at(0), by: rule)
    _ = tracker.record(timedOut, at: at(-3580), by: rule)
    guard case .begin(let outage) = tracker.record(timedOut, at: at(-3560), by: rule) else {
        Issue.record("no outage began")
        return
    }
    #expect(outage.confirmedAt == outage.since)
}

@Test("a rule of one takes each failure and each answer at its word")
func ruleOfOne() {
    let one = OutageRule(failuresToConfirm: 0, answersToEnd: -1)
    var tracker = OutageTracker()
    let begun = OutageTracker.Outage(since: at(0), confirmedAt: at(0), firstCode: "timed-out")
    #expect(tracker.record(timedOut, at: at(0), by: one) == .begin(begun))
    #expect(tracker.record(.answered, at: at(60), by: one) == .end(begun, until: at(60)))
}

@Test("a tracker that was kept over a restart goes on where it was")
func trackerSurvivesRestart() throws {
    var tracker = downTracker()
    _ = tracker.record(.answered, at: at(60), by: rule)
    let kept = try JSONEncoder().encode(tracker)
    var read = try JSONDecoder().decode(OutageTracker.self, from: kept)
    #expect(read == tracker)
    #expect(read.record(.answered, at: at(80), by: rule) == .end(outage, until: at(60)))
}
