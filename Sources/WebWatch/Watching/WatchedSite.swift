import Database
import Places
import Timekeeping

/// What the watch has in mind of one website between two checks.
struct WatchedSite: Sendable {
    let id: Website.ID
    let number: Int64
    var url: String
    var host: String
    var unit: Places.Unit.ID
    var criticality: Criticality
    var state: WebsiteState
    var availability: OutageTracker
    /// Of the start page without its digits; `nil` before the first answer.
    var contentHash: UInt64?
    /// Validators of the copy that ``contentHash`` is of.
    var etag: String?
    var lastModified: String?

    static let selected: SQL = """
        website.id, website.number, website.url, website.host, website.unit_id, website.criticality, website.state,
        website.paused_until, website.retired_at, website_status.availability, website_status.content_hash,
        website.revision
        """

    init(row: Row) throws(DatabaseError) {
        id = try row[0]
        number = try row[1]
        url = try row[2]
        host = try row[3]
        unit = try row[4]
        criticality = try row.coded(5)
        let word: String = try row[6]
        state =
            switch word {
            case "paused": .paused(until: try row[7])
            case "retired": .retired(at: try row[8])
            default: .watched
            }
        availability = try row.decoded(9) ?? OutageTracker()
        let hash: Int64? = try row[10]
        contentHash = hash.map { UInt64(bitPattern: $0) }
    }
}

extension Transaction {
    /// The websites that were written after `revision`, with the revision of each.
    func sites(
        after revision: Int64
    ) throws(DatabaseError) -> [(site: WatchedSite, revision: Int64)] {
        let rows = try query(
            "SELECT \(WatchedSite.selected) FROM \(WatchedWebsite.tables) WHERE website.revision > \(revision)"
        )
        var sites: [(site: WatchedSite, revision: Int64)] = []
        for row in rows {
            sites.append((try WatchedSite(row: row), try row[11]))
        }
        return sites
    }
}

/// What one check found out, to be written.
struct CheckReport: Sendable {
    let order: CheckOrder
    /// The website as the check leaves it.
    var site: WatchedSite
    var result: CheckResult
    var end: CheckEnd
    var certificate: CertificateSummary?
    /// What can be said of findings; `nil` when the check says nothing of them.
    var look: Look?
    /// The page that a deep check has read, as a baseline would keep it.
    var page: Baseline?
    /// Whether the start page was read as a whole, so that a re-check may pass.
    var isConclusive = false

    /// Adds `findings` of `kinds`, those that it would have found had they been there.
    mutating func see(_ findings: [Finding], of kinds: Set<CheckKind>) {
        var look = look ?? Look(kinds: [], findings: [])
        look.kinds.formUnion(kinds)
        look.findings += findings
        self.look = look
    }
}
