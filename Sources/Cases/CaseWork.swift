package import Access
package import AuditLog
import Language
import Timekeeping

// The steps that people take. Each names the version that the person has seen.

extension CaseStore {
    package func accept(
        _ id: Case.ID,
        expecting version: Int?,
        by permit: Permit<AcceptCase>
    ) async throws(CaseError) -> Case {
        try await step(id, expecting: version, by: permit, topic: .accepted) { (it, _) throws(CaseError) in
            try it.accept()
            return .accepted
        }
    }

    package func start(
        _ id: Case.ID,
        expecting version: Int?,
        by permit: Permit<WorkOnCase>
    ) async throws(CaseError) -> Case {
        try await step(id, expecting: version, by: permit, topic: .started) { (it, _) throws(CaseError) in
            try it.start()
            return .started
        }
    }

    /// Gives the case to an account, or to nobody.
    package func assign(
        _ id: Case.ID,
        to account: Actor?,
        expecting version: Int?,
        by permit: Permit<AssignCase>
    ) async throws(CaseError) -> Case {
        try await step(id, expecting: version, by: permit, topic: .assigned) { (it, _) throws(CaseError) in
            try it.assign(to: account)
            return .assigned(to: account?.code)
        }
    }

    /// Says what was done and why it could happen; a website case needs the root cause.
    package func answer(
        _ id: Case.ID,
        rootCause: RootCause?,
        whatWasDone: String,
        expecting version: Int?,
        by permit: Permit<WorkOnCase>
    ) async throws(CaseError) -> Case {
        let done = try whatWasDone.checked(as: .whatWasDone)
        let cause = try rootCause?.checked()
        let actor = permit.actor
        return try await step(id, expecting: version, by: permit, topic: .answered) {
            (it, now) throws(CaseError) in
            try it.answer(CaseAnswer(rootCause: cause, whatWasDone: done, by: actor, at: now))
            return .answered(rootCause: cause?.code, words: cause?.words, whatWasDone: done)
        }
    }

    /// A leader agrees with the answer of a case that no program can re-check.
    package func approve(
        _ id: Case.ID,
        expecting version: Int?,
        by permit: Permit<CloseCase>
    ) async throws(CaseError) -> Case {
        let actor = permit.actor
        return try await step(id, expecting: version, by: permit, topic: .closed) {
            (it, now) throws(CaseError) in
            try it.approve(by: actor, at: now)
            return .approved
        }
    }

    /// A leader does not agree with the answer.
    package func sendBack(
        _ id: Case.ID,
        reason: String,
        expecting version: Int?,
        by permit: Permit<CloseCase>
    ) async throws(CaseError) -> Case {
        let reason = try reason.checked(as: .reason)
        return try await step(id, expecting: version, by: permit, topic: .returned) {
            (it, _) throws(CaseError) in
            try it.sendBack()
            return .sentBack(reason: reason)
        }
    }

    /// The owner says that the case is not theirs or not so; the unit above decides.
    package func refuse(
        _ id: Case.ID,
        reason: String,
        expecting version: Int?,
        by permit: Permit<RefuseCase>
    ) async throws(CaseError) -> Case {
        let reason = try reason.checked(as: .reason)
        let actor = permit.actor
        return try await step(id, expecting: version, by: permit, topic: .refused) {
            (it, now) throws(CaseError) in
            try it.refuse(reason: reason, by: actor, at: now)
            return .refused(reason: reason)
        }
    }
}

extension RootCause {
    fileprivate func checked() throws(CaseError) -> RootCause {
        guard case .other(let words) = self else { return self }
        return .other(try words.checked(as: .rootCause))
    }
}
