package import Access
package import Identity

// What may be done to a case, and which roles may do it. Those without roles belong to the program itself:
// reactions and the watcher get them as the system, people never do.

/// Opening a case, or adding to the open one with the same cause.
package enum OpenCase: Action {
    package static let code = "case.open"
    package static let roles: Set<Role> = [.administrator, .leader, .officer, .inspector]
}

/// Seeing cases with their timeline, evidence and attachments.
package enum ReadCase: Action {
    package static let code = "case.read"
    package static let roles: Set<Role> = [.administrator, .leader, .officer, .inspector, .auditor, .viewer]
}

/// Accepting a new case for its unit.
package enum AcceptCase: Action {
    package static let code = "case.accept"
    package static let roles: Set<Role> = [.leader, .officer]
}

/// Giving a case to somebody of the unit.
package enum AssignCase: Action {
    package static let code = "case.assign"
    package static let roles: Set<Role> = [.leader]
}

/// Starting, answering, attaching files, adding evidence; relating, which asks for it on both cases.
package enum WorkOnCase: Action {
    package static let code = "case.work"
    package static let roles: Set<Role> = [.leader, .officer]
}

/// Writing a comment.
package enum CommentCase: Action {
    package static let code = "case.comment"
    package static let roles: Set<Role> = [.administrator, .leader, .officer, .inspector]
}

/// Approving an answer, or sending it back.
package enum CloseCase: Action {
    package static let code = "case.close"
    package static let roles: Set<Role> = [.leader]
}

/// Refusing a case with a reason.
package enum RefuseCase: Action {
    package static let code = "case.refuse"
    package static let roles: Set<Role> = [.leader]
}

/// Confirming a refusal or sending the case back: asked for on the unit above the owner.
package enum DecideRefusal: Action {
    package static let code = "case.decide-refusal"
    package static let roles: Set<Role> = [.leader]
}

/// Recording what an automatic re-check found.
package enum VerifyCase: Action {
    package static let code = "case.verify"
    package static let roles: Set<Role> = []
}

/// Telling the units above about an overdue case.
package enum EscalateCase: Action {
    package static let code = "case.escalate"
    package static let roles: Set<Role> = []
}

/// All of this room's actions, for the catalogue.
package enum CaseActions {
    package static let all: [any Action.Type] = [
        AcceptCase.self, AssignCase.self, CloseCase.self, CommentCase.self, DecideRefusal.self,
        EscalateCase.self, OpenCase.self, ReadCase.self, RefuseCase.self, VerifyCase.self, WorkOnCase.self,
    ]
}
