import Foundation
import Testing
import Timekeeping

@testable import Identity

private let noon = Instant(secondsSince1970: 1_760_000_000)

/// A session and what came of using it at each of `seconds` after it began.
private func using(_ seconds: [Int64]) -> (life: SessionLife, answers: [Bool]) {
    var life = SessionLife(openedAt: noon)
    let answers = seconds.map { life.use(at: noon + .seconds($0)) }
    return (life, answers)
}

@Test("two hours without a use end a session, a second less does not")
func idle() {
    #expect(using([7199]).answers == [true])
    #expect(using([7200]).answers == [false])
    #expect(using([7199, 14_398, 21_598]).answers == [true, true, false])
}

@Test("twelve hours end a session however busy it is")
func absolute() {
    let hourly = (1...12).map { Int64($0) * 3600 }
    #expect(using(hourly).answers == Array(repeating: true, count: 11) + [false])
}

@Test(
    "a display's session lasts a month although nobody touches it; given more to do it falls to a person's limits"
)
func display() {
    var life = SessionLife(openedAt: noon, limits: .display)
    let day: Int64 = 24 * 3600
    var other = life
    #expect(life.use(at: noon + .seconds(30 * day - 1), limits: .display) == true)
    #expect(life.use(at: noon + .seconds(30 * day), limits: .display) == false)
    #expect(other.use(at: noon + .seconds(day), limits: .person) == true)
    #expect(other.use(at: noon + .seconds(day + 7_200), limits: .person) == false)
}

@Test("only an account that may do nothing but look has a display's limits")
func displayLimits() {
    let (look, act) = (RoleGrant(.viewer, in: "40"), RoleGrant(.officer, in: "16681"))
    #expect(SessionLife.Limits(grants: [look, look]) == .display)
    for grants in [[], [act], [look, act]] { #expect(SessionLife.Limits(grants: grants) == .person) }
}

@Test("a session that has ended stays ended, also when the clock is set back", arguments: [0, 1, 86_400])
func staysEnded(seconds: Int64) {
    var (life, _) = using([7200])
    #expect(life.use(at: noon - .seconds(seconds)) == false)
    #expect(life.use(at: noon + .seconds(1)) == false)
    #expect(life.hasEnded)
}

@Test("a clock set back makes neither limit longer", arguments: [60, 3600, 10 * 365 * 86_400])
func clockGoesBackInSession(seconds: Int64) {
    var (life, _) = using([3600])
    let back = noon + .seconds(3600 - seconds)
    #expect(life.use(at: back) == true)
    var idle = life
    #expect(idle.use(at: back + .seconds(7200)) == false)
    for hour in Int64(1)...10 { #expect(life.use(at: back + .seconds(hour * 3600)) == true) }
    #expect(life.use(at: back + .seconds(11 * 3600)) == false)
}

@Test("uses within a minute need no write, a minute, an end and a clock set back do")
func storing() {
    let stored = SessionLife(openedAt: noon)
    #expect(!using([59]).life.needsStoring(insteadOf: stored))
    #expect(using([60]).life.needsStoring(insteadOf: stored))
    #expect(using([7200]).life.needsStoring(insteadOf: stored))
    #expect(using([-1]).life.needsStoring(insteadOf: stored))
}

@Test("an administrator without one-time codes can only set them up; who holds lesser roles can go on")
func reach() {
    let both = [RoleGrant(.viewer, in: "40"), RoleGrant(.administrator, in: "16681")]
    #expect(SessionReach(grants: both, hasTimedCodes: false) == .enrolmentOnly)
    #expect(SessionReach(grants: both, hasTimedCodes: true) == .everything)
    #expect(SessionReach(grants: [RoleGrant(.leader, in: "40")], hasTimedCodes: false) == .everything)
}

@Test("a session's limits survive being written down")
func codableLife() throws {
    let (life, _) = using([3600])
    let written = try JSONEncoder().encode(life)
    #expect(try JSONDecoder().decode(SessionLife.self, from: written) == life)
}
