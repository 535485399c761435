package import Access
import Language
package import Timekeeping

extension CaseStore {
    /// The unit above the owner agrees with the refusal; the case has ended.
    ///
    /// The permit is asked for on ``unitAbove(_:)`` of the case's unit.
    package func confirmRefusal(
        _ id: Case.ID,
        expecting version: Int?,
        by permit: Permit<DecideRefusal>
    ) async throws(CaseError) -> Case {
        let actor = permit.actor
        return try await decide(id, expecting: version, by: permit, topic: .refusalConfirmed) {
            (it, now) throws(CaseError) in
            try it.confirmRefusal(by: actor, at: now)
            return .refusalConfirmed
        }
    }

    /// The unit above sends the case back to its owner.
    package func overruleRefusal(
        _ id: Case.ID,
        reason: String,
        expecting version: Int?,
        by permit: Permit<DecideRefusal>
    ) async throws(CaseError) -> Case {
        let reason = try reason.checked(as: .reason)
        return try await decide(id, expecting: version, by: permit, topic: .refusalOverruled) {
            (it, _) throws(CaseError) in
            try it.overruleRefusal()
            return .refusalOverruled(reason: reason)
        }
    }

    private func decide(
        _ id: Case.ID,
        expecting version: Int?,
        by permit: Permit<DecideRefusal>,
        topic: CaseTopic,
        _ body: @escaping @Sendable (inout Case, Instant) throws(CaseError) -> CaseChange
    ) async throws(CaseError) -> Case {
        try await write(by: permit.actor) { writer in
            var row = try writer.find(id, below: permit.unit, expecting: version)
            let before = row
            let change = try body(&row.it, writer.now)
            row.it.version += 1
            try writer.save(&row, after: before, [change], topic: topic)
            return row.it
        }
    }
}

// The steps that the program takes for the watcher. They read and write in one transaction and name no version.

extension CaseStore {
    package func beginVerifying(_ id: Case.ID, by permit: Permit<VerifyCase>) async throws(CaseError) -> Case
    {
        try await step(id, expecting: nil, by: permit, topic: .verifying) { (it, _) throws(CaseError) in
            try it.beginVerifying()
            return .verifying
        }
    }

    /// A re-check that was taken after the answer found the website clean: the case closes.
    package func passRecheck(
        _ id: Case.ID,
        takenAt: Instant,
        by permit: Permit<VerifyCase>
    ) async throws(CaseError) -> Case {
        try await step(id, expecting: nil, by: permit, topic: .closed) { (it, now) throws(CaseError) in
            try it.passRecheck(takenAt: takenAt, at: now)
            return .recheckPassed(takenAt: takenAt)
        }
    }

    /// A re-check still found it: the owner goes on, and reads the reason.
    package func failRecheck(
        _ id: Case.ID,
        takenAt: Instant,
        reason: String,
        by permit: Permit<VerifyCase>
    ) async throws(CaseError) -> Case {
        let reason = try reason.checked(as: .reason)
        return try await step(id, expecting: nil, by: permit, topic: .returned) {
            (it, _) throws(CaseError) in
            try it.failRecheck(takenAt: takenAt)
            return .recheckFailed(takenAt: takenAt, reason: reason)
        }
    }
}
