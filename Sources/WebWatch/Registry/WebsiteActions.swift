package import Access
package import Identity

// What may be done to a website, and which roles may do it.

/// Seeing websites with their checks, findings and outages.
package enum ReadWebsite: Action {
    package static let code = "website.read"
    package static let roles: Set<Role> = [.administrator, .leader, .officer, .inspector, .auditor, .viewer]
}

/// Adding and changing, one by one or by a file.
package enum RegisterWebsite: Action {
    package static let code = "website.register"
    package static let roles: Set<Role> = [.administrator, .leader, .officer]
}

/// Leaving a website alone for maintenance, and ending that.
package enum PauseWebsite: Action {
    package static let code = "website.pause"
    package static let roles: Set<Role> = [.administrator, .leader, .officer]
}

/// Ending the watch for good: a website that nobody watches any more is a place to hide.
package enum RetireWebsite: Action {
    package static let code = "website.retire"
    package static let roles: Set<Role> = [.administrator, .leader]
}

/// Forgetting the person who is named as responsible.
package enum EraseWebsitePerson: Action {
    package static let code = "website.erase-person"
    package static let roles: Set<Role> = [.administrator]
}

/// Saying that a website is right as it is now.
package enum AcceptBaseline: Action {
    package static let code = "website.accept-baseline"
    package static let roles: Set<Role> = [.administrator, .leader, .officer]
}

/// Asking for a check now.
package enum RecheckWebsite: Action {
    package static let code = "website.recheck"
    package static let roles: Set<Role> = [.administrator, .leader, .officer, .inspector]
}

/// All of this room's actions, for the catalogue.
package enum WebsiteActions {
    package static let all: [any Action.Type] = [
        AcceptBaseline.self, EraseWebsitePerson.self, PauseWebsite.self, ReadWebsite.self,
        RecheckWebsite.self,
        RegisterWebsite.self, RetireWebsite.self,
    ]
}
