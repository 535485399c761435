import Access
import AuditLog
import Database
import Language
import Places
import Testing
import Timekeeping

@testable import Cases

@Test("a website case goes from new to closed, with one audit entry and one message for each step")
func wholeLife() async throws {
    try await withCases { bench in
        var it = try await bench.open(draft())
        it = try await bench.store.accept(it.id, expecting: it.version, by: bench.permit(officer))
        it = try await bench.store.assign(it.id, to: officer, expecting: it.version, by: bench.permit(leader))
        it = try await bench.store.start(it.id, expecting: it.version, by: bench.permit(officer))
        it = try await bench.store.answer(
            it.id,
            rootCause: .other("Mất khóa phòng máy"),
            whatWasDone: "Đã thay khóa",
            expecting: it.version,
            by: bench.permit(officer)
        )
        it = try await bench.store.beginVerifying(it.id, by: bench.permit(watcher))
        bench.clock.advance(30)
        it = try await bench.store.passRecheck(it.id, takenAt: bench.clock.now, by: bench.permit(watcher))
        #expect(it.state.kind == .closed && it.state.answer?.rootCause == .other("Mất khóa phòng máy"))
        #expect(try await bench.store.find(it.id, within: .everything) == it)
        let steps = ["opened", "accepted", "assigned", "started", "answered", "verifying", "closed"].map {
            "case.\($0)"
        }
        #expect(try await bench.audited() == steps)
        #expect(try await bench.posted() == steps)
        let events = try await bench.store.timeline(of: it.id, within: .units([commune]))
        #expect(events.map(\.position) == Array(1...7))
        #expect(events.last?.actor == watcher && events.last?.change.code == "recheck-passed")
        #expect(events[4].change.text(.vietnamese).contains("Mất khóa phòng máy"))
    }
}

@Test("a failed re-check sends the case back to work with the reason in the timeline")
func failedRecheck() async throws {
    try await withCases { bench in
        var it = try await bench.answered()
        bench.clock.advance(30)
        it = try await bench.store.failRecheck(
            it.id,
            takenAt: bench.clock.now,
            reason: "Vẫn còn liên kết ẩn",
            by: bench.permit(watcher)
        )
        #expect(it.state == .inProgress)
        let last = try await bench.store.timeline(of: it.id, within: .everything).last?.change
        #expect(last == .recheckFailed(takenAt: bench.clock.now, reason: "Vẫn còn liên kết ẩn"))
        #expect(try await bench.posted().last == "case.returned")
    }
}

@Test("a re-check from before the answer closes nothing")
func oldRecheck() async throws {
    try await withCases { bench in
        let it = try await bench.answered()
        let code = await failure {
            _ = try await bench.store.passRecheck(it.id, takenAt: bench.clock.now, by: bench.permit(watcher))
        }
        #expect(code == .recheckTooOld)
        #expect(try await bench.store.find(it.id, within: .everything) == it)
    }
}

@Test("a task closes by its leader, or goes back to work with a reason")
func leaderDecides() async throws {
    try await withCases { bench in
        var it = try await bench.inProgress(draft(.task))
        func answer() async throws -> Case {
            try await bench.store.answer(
                it.id,
                rootCause: nil,
                whatWasDone: "Đã báo cáo",
                expecting: nil,
                by: bench.permit(officer)
            )
        }
        it = try await answer()
        it = try await bench.store.sendBack(
            it.id,
            reason: "Thiếu số liệu",
            expecting: it.version,
            by: bench.permit(leader)
        )
        #expect(it.state == .inProgress)
        it = try await answer()
        it = try await bench.store.approve(it.id, expecting: it.version, by: bench.permit(leader))
        #expect(it.state.kind == .closed)
        #expect(try await bench.store.find(it.id, within: .everything) == it)
    }
}

@Test("a refused case goes to the unit above, which confirms it or sends it back")
func refusal() async throws {
    try await withCases { bench in
        var it = try await bench.open(draft())
        it = try await bench.store.refuse(
            it.id,
            reason: "Trang của xã khác",
            expecting: 1,
            by: bench.permit(leader)
        )
        #expect(it.state.kind == .refused && it.state.isOpen)
        let id = it.id
        let owner = await failure {
            _ = try await bench.store.confirmRefusal(id, expecting: nil, by: bench.permit(leader, commune))
        }
        #expect(owner == .notFound)
        it = try await bench.store.overruleRefusal(
            it.id,
            reason: "Tên miền do xã quản lý",
            expecting: it.version,
            by: bench.permit(leader, province)
        )
        #expect(it.state == .new)
        it = try await bench.store.refuse(
            it.id,
            reason: "Đã chuyển",
            expecting: it.version,
            by: bench.permit(leader)
        )
        it = try await bench.store.confirmRefusal(
            it.id,
            expecting: it.version,
            by: bench.permit(leader, province)
        )
        #expect(it.state.endedAt == bench.clock.now)
        #expect(try await bench.store.find(it.id, within: .everything) == it)
        #expect(try await bench.audited().count == 5)
    }
}

@Test("a refusal needs a reason, and nothing is written without one")
func refusalNeedsReason() async throws {
    try await withCases { bench in
        let it = try await bench.open(draft())
        let code = await failure {
            _ = try await bench.store.refuse(it.id, reason: "  ", expecting: nil, by: bench.permit(leader))
        }
        #expect(code == .textMissing)
        #expect(try await bench.store.find(it.id, within: .everything) == it)
        #expect(try await bench.audited().count == 1)
    }
}

@Test("two officers who have seen the same version do not overwrite each other")
func optimisticConcurrency() async throws {
    try await withCases { bench in
        let it = try await bench.open(draft())
        async let first = failure {
            _ = try await bench.store.accept(it.id, expecting: it.version, by: bench.permit(officer))
        }
        async let second = failure {
            _ = try await bench.store.refuse(
                it.id,
                reason: "x",
                expecting: it.version,
                by: bench.permit(leader)
            )
        }
        let outcomes = await [first, second]
        #expect(outcomes.filter { $0 == nil }.count == 1)
        #expect(outcomes.contains(.changedMeanwhile))
        #expect(try await bench.audited().count == 2)
    }
}

@Test("a comment does not spoil the answer that someone is writing")
func commentLeavesVersion() async throws {
    try await withCases { bench in
        let it = try await bench.inProgress(draft())
        let commented = try await bench.store.comment(it.id, "Cần gấp", by: bench.permit(leader))
        #expect(commented.version == it.version)
        _ = try await bench.store.answer(
            it.id,
            rootCause: .uploadForm,
            whatWasDone: "Đã khóa",
            expecting: it.version,
            by: bench.permit(officer)
        )
    }
}

@Test("what the program notes stands in the timeline once, however often the same thing is told")
func notedOnce() async throws {
    try await withCases { (bench) async throws in
        let it = try await bench.open(draft())
        for (text, observation) in [
            ("Không còn thấy", "outbox:7"), ("Không còn thấy", "outbox:7"), ("Lại", "outbox:8"),
        ] {
            let permit: Permit<CommentCase> = bench.permit(watcher)
            _ = try await bench.store.note(it.id, text, observation: observation, by: permit)
        }
        let notes = try await bench.store.timeline(of: it.id, within: .everything).map(\.change)
        #expect(notes.dropFirst() == [.commented(text: "Không còn thấy"), .commented(text: "Lại")])
        #expect(try await bench.posted() == ["case.opened", "case.commented", "case.commented"])
        #expect(try await bench.store.find(it.id, within: .everything).version == it.version)
    }
}

@Test("every write on another unit's case answers as if it did not exist, and leaves no trace")
func otherUnitsCase() async throws {
    try await withCases { bench in
        let it = try await bench.open(draft())
        let store = bench.store
        let writes: [@Sendable () async throws -> Void] = [
            { _ = try await store.accept(it.id, expecting: nil, by: bench.permit(officer, otherCommune)) },
            { _ = try await store.start(it.id, expecting: nil, by: bench.permit(officer, otherCommune)) },
            {
                _ = try await store.assign(
                    it.id,
                    to: nil,
                    expecting: nil,
                    by: bench.permit(leader, otherCommune)
                )
            },
            {
                _ = try await store.answer(
                    it.id,
                    rootCause: .uploadForm,
                    whatWasDone: "x",
                    expecting: nil,
                    by: bench.permit(officer, otherCommune)
                )
            },
            { _ = try await store.approve(it.id, expecting: nil, by: bench.permit(leader, otherCommune)) },
            {
                _ = try await store.sendBack(
                    it.id,
                    reason: "x",
                    expecting: nil,
                    by: bench.permit(leader, otherCommune)
                )
            },
            {
                _ = try await store.refuse(
                    it.id,
                    reason: "x",
                    expecting: nil,
                    by: bench.permit(leader, otherCommune)
                )
            },
            {
                _ = try await store.confirmRefusal(
                    it.id,
                    expecting: nil,
                    by: bench.permit(leader, otherCommune)
                )
            },
            {
                _ = try await store.overruleRefusal(
                    it.id,
                    reason: "x",
                    expecting: nil,
                    by: bench.permit(leader, otherCommune)
                )
            },
            { _ = try await store.beginVerifying(it.id, by: bench.permit(watcher, otherCommune)) },
            {
                _ = try await store.passRecheck(
                    it.id,
                    takenAt: wednesdayMorning,
                    by: bench.permit(watcher, otherCommune)
                )
            },
            {
                _ = try await store.failRecheck(
                    it.id,
                    takenAt: wednesdayMorning,
                    reason: "x",
                    by: bench.permit(watcher, otherCommune)
                )
            },
            { _ = try await store.escalate(it.id, by: bench.permit(watcher, otherCommune)) },
            { _ = try await store.comment(it.id, "x", by: bench.permit(officer, otherCommune)) },
            {
                let evidence = CaseEvidence(kind: "x", quote: "q", takenAt: wednesdayMorning)
                _ = try await store.addEvidence(
                    [evidence],
                    to: it.id,
                    by: bench.permit(officer, otherCommune)
                )
            },
            {
                _ = try await store.attach(
                    [65],
                    named: "a",
                    to: it.id,
                    by: bench.permit(officer, otherCommune)
                )
            },
            {
                _ = try await store.relate(
                    it.id,
                    to: CaseID("018f0000-0000-7000-8000-000000000000")!,
                    by: bench.permit(officer, otherCommune),
                    and: bench.permit(officer, otherCommune)
                )
            },
            {
                _ = try await store.unrelate(
                    it.id,
                    from: it.id,
                    by: bench.permit(officer, otherCommune),
                    and: bench.permit(officer, otherCommune)
                )
            },
        ]
        for (index, write) in writes.enumerated() {
            #expect(await failure(write) == .notFound, "write \(index)")
        }
        #expect(
            await failure { _ = try await store.find(it.id, within: .units([otherCommune])) } == .notFound
        )
        #expect(
            await failure { _ = try await store.timeline(of: it.id, within: .units([otherCommune])) }
                == .notFound
        )
        #expect(try await store.evidence(of: it.id, within: .units([otherCommune])) == [])
        #expect(try await store.attachments(of: it.id, within: .units([otherCommune])) == [])
        #expect(try await bench.audited() == ["case.opened"])
        #expect(try await bench.posted() == ["case.opened"])
    }
}

@Test("an overdue case is told level by level, each once")
func escalations() async throws {
    try await withCases { bench in
        let it = try await bench.open(draft(.task, severity: .critical))  // due Friday at 17:00
        let early = try await bench.store.dueEscalations()
        #expect(early.isEmpty)
        bench.clock.advance(Int((it.deadline.at - bench.clock.now).components.seconds))
        var told: [EscalationLevel] = []
        for _ in 0..<6 {
            for due in try await bench.store.dueEscalations() {
                #expect(due.unit == commune)
                if let level = try await bench.store.escalate(due.id, by: bench.permit(watcher)) {
                    told.append(level)
                }
                #expect(try await bench.store.escalate(due.id, by: bench.permit(watcher)) == nil)
            }
            bench.clock.advance(86_400)
        }
        #expect(told == [.owner, .parent, .board])
        #expect(try await bench.posted() == ["case.opened", "case.overdue", "case.overdue", "case.overdue"])
        let body = try await bench.texts("SELECT body FROM outbox ORDER BY id DESC LIMIT 1")[0]
        #expect(body.contains("\"escalation\":\"board\"") && body.contains("\"unit\":\"17329\""))
    }
}

@Test("the timeline's hash in the audited row changes with every line, and follows from the lines")
func timelineHash() async throws {
    try await withCases { bench in
        let it = try await bench.open(draft())
        _ = try await bench.store.comment(it.id, "Một", by: bench.permit(officer))
        let (kept, lines) = try await bench.database.read { transaction in
            let kept: String? = try transaction.value("SELECT timeline_sha256 FROM case_file")
            let rows = try transaction.query(
                "SELECT \(TimelineLine.selected) FROM case_event ORDER BY position"
            )
            return (kept, try rows.map { try TimelineLine(row: $0) })
        }
        let hash = lines.reduce(String(repeating: "0", count: 64)) { $1.hash(after: $0) }
        #expect(kept == hash && lines.count == 2)
    }
}
