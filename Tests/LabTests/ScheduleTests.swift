import Lab
import Language
import Testing
import Timekeeping

@Suite("How the lab turns bad")
struct ScheduleTests {
    private let schedule = BreakingSchedule(labSites, pace: BreakingSchedule.paceDefault)

    private func state(_ schedule: BreakingSchedule) -> LabState {
        LabState(labSites, schedule: schedule, at: labStart)
    }

    private func broken(_ state: LabState) -> Int {
        state.sites.count { state.entry($0.host)?.phase == .broken }
    }

    @Test("within two minutes each attack has its site, one after another")
    func withinTwoMinutes() {
        let attacks = schedule.steps.compactMap { step in
            if case .attack(let attack) = step.event { attack } else { nil }
        }
        #expect(attacks.count == Attack.allCases.count && Set(attacks) == Set(Attack.allCases))
        #expect(Set(schedule.steps.map(\.host)).count == schedule.steps.count)
        #expect(schedule.steps.allSatisfy { $0.second <= BreakingSchedule.secondsMax })
        #expect(zip(schedule.steps, schedule.steps.dropFirst()).allSatisfy { $0.second < $1.second })
        #expect(schedule == BreakingSchedule(labSites, pace: BreakingSchedule.paceDefault))
    }

    @Test("all that is listed has happened after two minutes, and some sites stay healthy")
    func afterTwoMinutes() {
        var state = state(schedule)
        state.advance(to: labStart + .seconds(BreakingSchedule.firstSecond - 1))
        #expect(broken(state) == 0)
        state.advance(to: labStart + .seconds(BreakingSchedule.firstSecond))
        #expect(broken(state) == 1)
        state.advance(to: labStart + .seconds(BreakingSchedule.secondsMax))
        #expect(broken(state) == Attack.allCases.count)
        for step in schedule.steps {
            let entry = state.entry(step.host)
            switch step.event {
            case .attack(let attack): #expect(entry?.condition.attack == attack)
            case .edit(let edit): #expect(entry?.condition.edits == [edit] && entry?.phase == .edited)
            }
            #expect(entry?.since == labStart + .seconds(step.second))
        }
        #expect(state.sites.contains { state.entry($0.host)?.phase == .healthy })
    }

    @Test("a small lab shows as many attacks as it has sites for", arguments: [1, 2, 3, 10])
    func smallLab(count: Int) {
        let small = BreakingSchedule(Array(labSites.prefix(count)), pace: 1)
        #expect(!small.steps.isEmpty && small.steps.count <= count)
    }

    @Test("without a pace nothing breaks by itself", arguments: [0, -1])
    func noPace(pace: Int) {
        #expect(BreakingSchedule(labSites, pace: pace).steps.isEmpty)
        #expect(BreakingSchedule([], pace: 3).steps.isEmpty)
    }

    @Test("a cleaned site stays clean, and only what was broken counts as cleaned")
    func clean() throws {
        var state = state(schedule)
        let step = try #require(schedule.steps.first)
        state.clean(step.host, at: labStart)
        #expect(state.entry(step.host)?.phase == .healthy)
        state.advance(to: labStart + .seconds(step.second))
        let later = labStart + .seconds(step.second + 1)
        state.clean(step.host, at: later)
        #expect(state.entry(step.host)?.phase == .cleaned)
        #expect(state.entry(step.host)?.since == later)
        state.advance(to: labStart + .seconds(600))
        #expect(state.entry(step.host)?.condition.attack == nil)
    }

    @Test("what a person broke is left to the person")
    func brokenByHand() throws {
        var state = state(schedule)
        let host = try #require(schedule.steps.last { if case .attack = $0.event { true } else { false } })
            .host
        let isBroken = state.breakSite(host, by: .defacement, at: labStart)
        state.advance(to: labStart + .seconds(600))
        #expect(isBroken && state.entry(host)?.condition.attack == .defacement)
        #expect(state.entry(host)?.since == labStart)
    }

    @Test("a site that does not exist is neither broken nor cleaned")
    func noSuchSite() {
        var state = state(.nothing)
        let isBroken = state.breakSite("khong-co.lab", by: .slow, at: labStart)
        let isClean = state.clean("khong-co.lab", at: labStart)
        let visit = state.visit("khong-co.lab")
        #expect(!isBroken && !isClean && visit == 0)
    }

    @Test("reset makes all healthy and begins the schedule anew")
    func reset() {
        var state = state(schedule)
        state.advance(to: labStart + .seconds(600))
        let later = labStart + .seconds(600)
        state.reset(at: later)
        #expect(broken(state) == 0 && state.startedAt == later)
        state.advance(to: later + .seconds(BreakingSchedule.firstSecond))
        #expect(broken(state) == 1)
    }

    @Test("a clock that goes backwards undoes nothing")
    func clockGoesBack() {
        var state = state(schedule)
        state.advance(to: labStart + .seconds(60))
        let before = broken(state)
        state.advance(to: labStart)
        #expect(before > 0 && broken(state) == before)
    }
}
