import Foundation
import Testing
import Timekeeping

@testable import Identity

private let noon = Instant(secondsSince1970: 1_760_000_000)
private let lan = SignInName.named("lan")
private let nobody = SignInName.named("no-such-account")

private func address(_ number: Int) -> ClientAddress {
    ClientAddress("10.\(number >> 16 & 255).\(number >> 8 & 255).\(number & 255)")
}

/// A throttle after `count` failures for `name`, each from another address and made as soon as it was
/// allowed.
private func failing(_ count: Int, _ name: SignInName = lan) -> (SignInThrottle, Instant) {
    var throttle = SignInThrottle()
    var now = noon
    for number in 0..<count {
        while case .wait(let seconds) = throttle.attempt(name, from: address(number), at: now) {
            now = now + .seconds(seconds)
        }
    }
    return (throttle, now)
}

@Test("five attempts are free, then the waits double from one second to fifteen minutes and no further")
func doubling() {
    var waits: [Int64] = []
    for count in 4...17 {
        var (throttle, now) = failing(count)
        switch throttle.attempt(lan, from: address(99), at: now) {
        case .goOn: waits.append(0)
        case .wait(let seconds): waits.append(seconds)
        }
    }
    #expect(waits == [0, 1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900, 900])
}

@Test("the wait of an attempt never shrinks and never overflows, however many there were")
func paceIsMonotone() {
    var last: Int64 = 0
    for number in (0...200) + [1 << 20, Int(Int32.max)] {
        let wait = SignInPace.perName.wait(afterAttempt: number)
        #expect(wait >= last && wait <= SignInPace.perName.longestWaitSeconds)
        last = wait
    }
}

@Test("an unknown name gets the very same answers as a known one")
func noEnumeration() {
    for count in 0...12 {
        var (known, now) = failing(count, lan)
        var (unknown, _) = failing(count, nobody)
        #expect(
            known.attempt(lan, from: address(99), at: now)
                == unknown.attempt(nobody, from: address(99), at: now)
        )
    }
}

@Test("attempts at the same moment cannot all pass before the first has failed")
func simultaneous() {
    var throttle = SignInThrottle()
    let passed = (0..<1000).filter { throttle.attempt(lan, from: address($0), at: noon) == .goOn }
    #expect(passed.count == SignInPace.perName.attemptsFree)
}

@Test("trying during a wait makes it no longer")
func refusedAttemptsDoNotCount() {
    var (throttle, now) = failing(8)
    let before = throttle
    for _ in 0..<100 { #expect(throttle.attempt(lan, from: address(99), at: now) == .wait(seconds: 8)) }
    #expect(throttle == before)
    now = now + .seconds(8)
    #expect(throttle.attempt(lan, from: address(99), at: now) == .goOn)
}

@Test("a clock set back neither ends a wait nor makes it longer", arguments: [1, 3600, 10 * 365 * 86_400])
func clockGoesBack(seconds: Int64) {
    var (throttle, now) = failing(12)
    #expect(throttle.attempt(lan, from: address(99), at: now) == .wait(seconds: 128))
    let back = now - .seconds(seconds)
    #expect(throttle.attempt(lan, from: address(99), at: back) == .wait(seconds: 128))
    #expect(throttle.attempt(lan, from: address(99), at: back + .seconds(127)) == .wait(seconds: 1))
    #expect(throttle.attempt(lan, from: address(99), at: back + .seconds(128)) == .goOn)
}

@Test("a clock that jumps from one end of the scale to the other is no trap")
func extremeClock() {
    var counter = SignInCounter(at: Instant(microsecondsSince1970: .max))
    counter.count(.perName)
    counter.pass(to: Instant(microsecondsSince1970: .min))
    #expect(counter.attempts == 1)
    counter.pass(to: Instant(microsecondsSince1970: .max))
    #expect(counter.attempts == 0)
}

@Test("a right password clears the name, and gives the address only its one attempt back")
func success() {
    var throttle = SignInThrottle()
    let office = address(1)
    for _ in 0..<4 { #expect(throttle.attempt(lan, from: office, at: noon) == .goOn) }
    throttle.succeeded(lan, from: office)
    #expect(throttle.counters[.name("lan")] == nil)
    #expect(throttle.counters[.address(office.network)]?.attempts == 3)
}

@Test("who guesses many names from one address waits, also with an account of their own to sign in between")
func spraying() {
    var throttle = SignInThrottle()
    var passed = 0
    for number in 0..<1000 {
        let guess = number.isMultiple(of: 2) ? SignInName.named("victim\(number)") : lan
        guard throttle.attempt(guess, from: address(1), at: noon) == .goOn else { continue }
        passed += guess == lan ? 0 : 1
        if guess == lan { throttle.succeeded(lan, from: address(1)) }
    }
    #expect(passed <= SignInPace.perAddress.attemptsFree)
}

@Test("a name that no account can have counts on the address alone")
func impossibleName() {
    var throttle = SignInThrottle()
    let answers = (0..<40).map { _ in throttle.attempt(nil, from: address(1), at: noon) }
    #expect(answers.filter { $0 == .goOn }.count == SignInPace.perAddress.attemptsFree)
    #expect(throttle.counters.count == 1)
}

@Test("a day of quiet is forgotten, less is not")
func forgets() {
    let (attacked, now) = failing(12)
    var (throttle, later) = (attacked, attacked)
    #expect(throttle.attempt(lan, from: address(99), at: now + .seconds(24 * 3600 - 1)) == .goOn)
    #expect(throttle.counters[.name("lan")]?.attempts == 13)
    #expect(later.attempt(lan, from: address(99), at: now + .seconds(24 * 3600)) == .goOn)
    #expect(later.counters[.name("lan")]?.attempts == 1)
}

@Test("a flood of invented names keeps within the limit and does not push out the name under attack")
func bounded() {
    var throttle = SignInThrottle(countersMax: 64)
    for number in 0..<5 { _ = throttle.attempt(lan, from: address(number), at: noon) }
    for number in 1...5000 {
        _ = throttle.attempt(SignInName("name\(number)"), from: address(number), at: noon)
        #expect(throttle.counters.count <= 64)
    }
    #expect(throttle.counters[.name("lan")]?.attempts == 5)
    #expect(throttle.attempt(lan, from: address(9), at: noon) == .wait(seconds: 1))
}

@Test("the throttle survives being written down")
func codable() throws {
    let (throttle, _) = failing(9)
    let data = try JSONEncoder().encode(throttle)
    #expect(try JSONDecoder().decode(SignInThrottle.self, from: data) == throttle)
}

@Test("who has a whole IPv6 line to themselves gains nothing by changing address on it")
func oneLine() {
    var throttle = SignInThrottle()
    let passed = (0..<1000).count { number in
        let address = ClientAddress("2001:db8:1:2::\(String(number, radix: 16))")
        return throttle.attempt(SignInName("name\(number)"), from: address, at: noon) == .goOn
    }
    #expect(passed == SignInPace.perAddress.attemptsFree)
}

@Test("a wait is told in whole seconds, rounded up, so that who obeys it is let in")
func wholeSeconds() {
    var (throttle, now) = failing(6)
    now = now + .milliseconds(1500)
    #expect(throttle.attempt(lan, from: address(99), at: now) == .wait(seconds: 1))
    #expect(throttle.attempt(lan, from: address(99), at: now + .seconds(1)) == .goOn)
}
