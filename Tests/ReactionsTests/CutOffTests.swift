import Cases
import Language
import Places
import Testing
import Timekeeping

@testable import Database
@testable import Reactions
@testable import WebWatch

// What is there when the program was killed between two steps, or when messages come late.

@Test("killed between asking for the check and noting it: the case still closes")
func killedBetweenAskingAndNoting() async throws {
    try await withLoop { (bench) async throws in
        let it = try await bench.badWebsite()
        bench.site.shows(healthy)
        try await bench.answer(it)
        let website = try #require(try await bench.house.watchedWebsite(of: it))
        try await bench.house.requestRecheck(of: website, for: it)
        bench.clock.advance(10)
        await bench.watch.round()
        #expect(try await bench.onlyCase().state.kind == .answered)
        try await bench.deliverTwice()
        #expect(try await bench.onlyCase().state.kind == .closed)
    }
}

@Test("everything that was not told before the program was killed is told by the next one")
func killedBeforeTelling() async throws {
    try await withLoop { (bench) async throws in
        try await bench.addWebsite()
        bench.site.shows(hacked)
        for _ in 0..<30 {
            bench.clock.advance(10)
            await bench.watch.round()
        }
        let now = bench.clock.now
        let taken = try await bench.database.write { try Outbox.claim(at: now, countMax: 8, in: $0) }
        for message in taken where message.topic == WatchTopic.findingConfirmed.rawValue {
            try await ConfirmedFindingOpensCase(bench.house).react(to: message)
        }
        let before = try await bench.onlyCase()
        bench.clock.advance(Outbox.leaseSeconds)
        try await bench.deliverTwice()
        #expect(try await bench.onlyCase().observations == before.observations)
        #expect(try await bench.texts("SELECT topic FROM outbox").isEmpty)
    }
}

@Test("a confirmation that was held up until a re-check had closed the case opens nothing")
func outlivedConfirmation() async throws {
    try await withLoop { (bench) async throws in
        let it = try await bench.badWebsite()
        let website = try #require(it.website)
        let open = try await bench.websites.findings(of: website, within: .everything)
        let finding = try #require(open.first)
        let late = OutboxMessage(
            id: 1_000_000,
            topic: WatchTopic.findingConfirmed.rawValue,
            subject: finding.id.description,
            body: """
                {"website":"\(finding.website)","unit":"17329","kind":"hidden-links","severity":"\(Severity.serious.rawValue)",
                "fingerprint":"x","firstSeenAt":0}
                """,
            postedAt: bench.clock.now,
            attempts: 3
        )
        bench.site.shows(healthy)
        try await bench.answer(it)
        try await bench.pass(60)
        try await ConfirmedFindingOpensCase(bench.house).react(to: late)
        #expect(try await bench.onlyCase().state.kind == .closed)
    }
}

@Test("a passed check closes nothing while something of the case is still seen")
func passedButStillSeen() async throws {
    try await withLoop { (bench) async throws in
        let it = try await bench.badWebsite()
        try await bench.answer(it)
        try await bench.deliverTwice()
        try await PassedRecheckClosesCase(bench.house).react(
            to: passed(it, at: bench.clock.now + .seconds(1))
        )
        #expect(try await bench.onlyCase().state == .inProgress)
    }
}

@Test("a check of another website, or for no case, closes nothing")
func checkOfSomethingElse() async throws {
    try await withLoop { (bench) async throws in
        let it = try await bench.badWebsite()
        bench.site.shows(healthy)
        try await bench.pass(900)
        try await bench.answer(it)
        let reaction = PassedRecheckClosesCase(bench.house)
        let later = bench.clock.now + .seconds(1)
        try await reaction.react(to: passed(it, of: "00000000-0000-7000-8000-000000000009", at: later))
        try await reaction.react(to: passed(it, forCase: "null", at: later))
        try await reaction.react(to: passed(it, forCase: #""no id""#, at: later))
        #expect(try await bench.onlyCase().state.kind == .answered)
    }
}

@Test(
    "a check that began before the answer, as after a set back clock, is asked for again and closes nothing"
)
func checkBeforeAnswer() async throws {
    try await withLoop { (bench) async throws in
        let it = try await bench.badWebsite()
        bench.site.shows(healthy)
        try await bench.pass(900)
        try await bench.answer(it)
        let reaction = PassedRecheckClosesCase(bench.house)
        try await reaction.react(to: passed(it, at: bench.clock.now - .seconds(3_600)))
        #expect(try await bench.number("SELECT count(*) FROM website_recheck") == 0)
        try await reaction.react(to: passed(it, at: bench.clock.now - .seconds(2)))
        #expect(try await bench.number("SELECT count(*) FROM website_recheck") == 1)
        #expect(try await bench.onlyCase().state.kind == .answered)
        try await bench.pass(60)
        #expect(try await bench.onlyCase().state.kind == .closed)
    }
}

@Test("an answer about a website that nobody watches any more says so in the timeline, once")
func retiredWebsite() async throws {
    try await withLoop { (bench) async throws in
        let it = try await bench.badWebsite()
        let website = try #require(it.website)
        _ = try await bench.websites.retire(website, by: bench.permit())
        try await bench.answer(it)
        try await bench.deliverTwice()
        let now = try await bench.onlyCase()
        #expect(now.state.kind == .answered)
        let last = try await bench.cases.timeline(of: it.id, within: .everything).last
        #expect(last?.change == .commented(text: Text.Reaction.recheckImpossible(.vietnamese)))
    }
}

private func passed(
    _ it: Case,
    of website: String? = nil,
    forCase: String? = nil,
    at takenAt: Instant
) -> OutboxMessage {
    OutboxMessage(
        id: 2_000_000,
        topic: WatchTopic.recheckPassed.rawValue,
        subject: website ?? it.subject.id,
        body: """
            {"unit":"17329","forCase":\(forCase ?? "\"\(it.id)\""),"reason":"clean","findings":[],
            "takenAt":\(takenAt.microsecondsSince1970)}
            """,
        postedAt: takenAt,
        attempts: 1
    )
}

/// Ends before or after its work, as a program that is killed does, by a count that a seed begins.
private struct Killed<R: Reaction>: Reaction {
    struct Kill: Error {}
    static var topics: Set<String> { R.topics }
    let reaction: R
    let dice: SeededDice

    func react(to message: OutboxMessage) async throws {
        let roll = dice.next() % 4
        if roll == 0 { throw Kill() }
        try await reaction.react(to: message)
        if roll == 1 { throw Kill() }
    }
}

private func killed(_ reaction: any Reaction, _ dice: SeededDice) -> any Reaction {
    func open<R: Reaction>(_ reaction: R) -> any Reaction { Killed(reaction: reaction, dice: dice) }
    return open(reaction)
}

@Test("killed anywhere, any number of times, the loop ends as it does undisturbed", arguments: 1...8)
func killedAnywhere(seed: Int) async throws {
    try await withLoop { (bench) async throws in
        let dice = SeededDice(seed: UInt64(seed))
        let runner = bench.runner(EveryReaction.list(bench.house).map { killed($0, dice) })
        func pass(_ seconds: Int) async {
            for _ in 0..<seconds / 10 {
                bench.clock.advance(10)
                await bench.watch.round()
                await runner.drain()
            }
        }
        try await bench.addWebsite()
        await pass(60)
        bench.site.shows(hacked)
        await pass(1_200)
        let it = try await bench.onlyCase()
        try await bench.answer(it)
        await pass(1_200)
        #expect(try await bench.onlyCase().state == .inProgress)
        bench.site.shows(healthy)
        try await bench.answer(try await bench.onlyCase())
        await pass(2_400)
        let end = try await bench.onlyCase()
        #expect(!bench.failures.all.isEmpty)
        #expect(end.state.kind == .closed && end.recurrences == 0)
        let confirmed =
            "SELECT count(*) FROM website_finding WHERE confirmed_at IS NOT NULL AND severity <> 'information'"
        #expect(try await end.observations == bench.number("\(trusted: confirmed)"))
        #expect(try await bench.number("SELECT count(*) FROM outbox") == 0)
        let lines = try await bench.lines(end).filter { $0 != "commented" && $0 != "severity-raised" }
        #expect(
            lines == [
                "opened", "accepted", "started", "answered", "verifying", "recheck-failed", "answered",
                "verifying",
                "recheck-passed",
            ]
        )
    }
}

@Test("the running reactions tell what is late, and end when they are told to")
func everythingRuns() async throws {
    try await withLoop { (bench) async throws in
        let it = try await bench.badWebsite()
        bench.clock.advance(2 * 86_400)
        let every = EveryReaction(bench.house, database: bench.database, clock: bench.clock.wall) {
            Issue.record("\($0)")
        }
        await every.run { _ in throw CancellationError() }
        #expect(try await bench.onlyCase().escalation == .parent)
        #expect(try await bench.lines(it).last == "escalated")
    }
}
