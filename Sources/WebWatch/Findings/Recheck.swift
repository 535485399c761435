package import Access
import AuditLog
import Database
import Language
import Timekeeping

extension WebsiteStore {
    /// Asks the watch to look at a website as soon as its host allows, such as when the owner says that it is clean.
    ///
    /// Every process that watches sees it within seconds. The end is told by `website.recheck-passed` or
    /// `website.recheck-failed`, with the case for which it was asked. Asking again before the look only moves the
    /// time after which it counts. Only findings of `kinds`, those that the case is about, stand in the way of passing;
    /// none means all.
    package func requestRecheck(
        of website: Website.ID,
        forCase id: String? = nil,
        kinds: Set<CheckKind> = [],
        by permit: Permit<RecheckWebsite>
    ) async throws(WebsiteError) {
        try await write(by: permit) { writer in
            let found = try writer.find(website, ownedBy: permit.unit, expecting: nil)
            if case .retired(let at) = found.state {
                throw WebsiteError(.retired, "retired at \(at.rfc3339)")
            }
            try writer.transaction.askForRecheck(
                of: website,
                permit.unit,
                forCase: id,
                kinds: kinds,
                at: writer.now
            )
            try writer.audit(found, "website.recheck-requested")
        }
    }
}
