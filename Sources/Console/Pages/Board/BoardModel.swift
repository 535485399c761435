package import Language
package import Timekeeping

/// What the board says: the province's websites and cases at one moment.
package struct BoardModel: Sendable {
    /// “Trung tâm điều hành số tỉnh Nghệ An”.
    package var title: String
    package var websites: Int
    package var incidents: Int
    /// Incidents that began in the last 24 hours.
    package var incidentsToday: Int
    /// Share of checks in the last hour that ran when they were due, 0 to 1; `nil` before the first.
    package var checksOnTime: Double?
    package var openCases: Int
    package var casesNotAccepted: Int
    package var overdueCases: Int
    package var longestOverdue: Duration?
    /// From finding to closing, the median of this month and of the month before.
    package var medianToClose: Duration?
    package var medianToCloseBefore: Duration?
    package var map: CommuneMap
    package var findings: [Finding]
    package var cases: [CaseLine]
    package var isKiosk: Bool
    /// A reader who may register websites sees the button.
    package var mayAddWebsite: Bool

    package struct Finding: Sendable {
        package var state: Chip
        package var kind: Text
        package var website: String
        package var href: String
        package var unit: String
        package var detail: Text?
        package var at: Instant

        package init(
            state: Chip,
            kind: Text,
            website: String,
            href: String,
            unit: String,
            detail: Text?,
            at: Instant
        ) {
            self.state = state
            self.kind = kind
            self.website = website
            self.href = href
            self.unit = unit
            self.detail = detail
            self.at = at
        }
    }

    package struct CaseLine: Sendable {
        package var id: String
        package var number: String
        package var title: String
        package var unit: String
        package var standing: DeadlineStanding

        package init(id: String, number: String, title: String, unit: String, standing: DeadlineStanding) {
            self.id = id
            self.number = number
            self.title = title
            self.unit = unit
            self.standing = standing
        }
    }

    package init(
        title: String,
        websites: Int,
        incidents: Int,
        incidentsToday: Int,
        checksOnTime: Double?,
        openCases: Int,
        casesNotAccepted: Int,
        overdueCases: Int,
        longestOverdue: Duration?,
        medianToClose: Duration?,
        medianToCloseBefore: Duration?,
        map: CommuneMap,
        findings: [Finding],
        cases: [CaseLine],
        isKiosk: Bool,
        mayAddWebsite: Bool
    ) {
        self.title = title
        self.websites = websites
        self.incidents = incidents
        self.incidentsToday = incidentsToday
        self.checksOnTime = checksOnTime
        self.openCases = openCases
        self.casesNotAccepted = casesNotAccepted
        self.overdueCases = overdueCases
        self.longestOverdue = longestOverdue
        self.medianToClose = medianToClose
        self.medianToCloseBefore = medianToCloseBefore
        self.map = map
        self.findings = findings
        self.cases = cases
        self.isKiosk = isKiosk
        self.mayAddWebsite = mayAddWebsite
    }
}
