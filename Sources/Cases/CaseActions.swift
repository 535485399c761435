import Access
package import Identity

// What may be done to a case, and which roles may do it. Those without roles belong to the program itself:
// reactions and the watcher get them as the system, people never do.

package enum OpenCase: Action {
    package static let code = "case.open"
    package static let roles: Set<Role> = [.administrator, .leader, .officer, .inspector]
}

package enum ReadCase: Action {
    package static let code = "case.read"
    package static let roles: Set<Role> = [.administrator, .leader, .officer, .inspector, .auditor, .viewer]
}

package enum AcceptCase: Action {
    package static let code = "case.accept"
    package static let roles: Set<Role> = [.leader, .officer]
}

package enum AssignCase: Action {
    package static let code = "case.assign"
    package static let roles: Set<Role> = [.leader]
}

/// Starting, answering, attaching files, adding evidence, relating.
package enum WorkOnCase: Action {
    package static let code = "case.work"
    package static let roles: Set<Role> = [.leader, .officer]
}

package enum CommentCase: Action {
    package static let code = "case.comment"
    package static let roles: Set<Role> = [.administrator, .leader, .officer, .inspector]
}

/// Approving an answer, or sending it back.
package enum CloseCase: Action {
    package static let code = "case.close"
    package static let roles: Set<Role> = [.leader]
}

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

package enum EscalateCase: Action {
    package static let code = "case.escalate"
    package static let roles: Set<Role> = []
}
