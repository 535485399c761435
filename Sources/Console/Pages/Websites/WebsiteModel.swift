package import Language
package import Timekeeping

/// All that is known of one website.
package struct WebsiteModel: Sendable {
    package struct Finding: Sendable {
        package var state: Chip
        package var kind: Text
        package var pageAddress: String
        package var since: Instant
        package var explanation: Text
        package var quotes: [(quote: Quote, place: String, reason: Text)]
        /// The case that takes care of it.
        package var caseLink: (id: String, number: String)?

        package init(
            state: Chip,
            kind: Text,
            pageAddress: String,
            since: Instant,
            explanation: Text,
            quotes: [(quote: Quote, place: String, reason: Text)],
            caseLink: (id: String, number: String)?
        ) {
            self.state = state
            self.kind = kind
            self.pageAddress = pageAddress
            self.since = since
            self.explanation = explanation
            self.quotes = quotes
            self.caseLink = caseLink
        }
    }

    package struct Certificate: Sendable {
        package var state: Chip
        package var subject: String
        package var issuer: String
        package var validTo: Instant?
        package var names: [String]

        package init(state: Chip, subject: String, issuer: String, validTo: Instant?, names: [String]) {
            self.state = state
            self.subject = subject
            self.issuer = issuer
            self.validTo = validTo
            self.names = names
        }
    }

    package struct Baseline: Sendable {
        package var acceptedAt: Instant
        /// `nil` when Sen learned it from the first good check.
        package var acceptedBy: String?
        /// What is different now, in a sentence each; empty when nothing is.
        package var differences: [Text]

        package init(acceptedAt: Instant, acceptedBy: String?, differences: [Text]) {
            self.acceptedAt = acceptedAt
            self.acceptedBy = acceptedBy
            self.differences = differences
        }
    }

    package struct Check: Sendable {
        package var at: Instant
        package var kind: Text
        package var state: Chip
        package var answer: Text
        package var time: Duration?

        package init(at: Instant, kind: Text, state: Chip, answer: Text, time: Duration?) {
            self.at = at
            self.kind = kind
            self.state = state
            self.answer = answer
            self.time = time
        }
    }

    package enum Act: CaseIterable, Hashable, Sendable {
        case check, acceptBaseline, edit, pause, resume, retire
    }

    package var id: String
    package var name: String
    package var address: String
    /// Where the reader's browser finds it: its address, but for websites of a lab.
    package var visitAddress: String
    package var unit: (name: String, id: String)
    package var state: Chip
    package var legalKind: Text
    package var responsible: String?
    package var licence: String?
    package var criticality: Text
    package var nextCheck: Instant?
    /// Share of checks of the last 30 days that were answered, 0 to 1.
    package var availability: Double?
    package var findings: [Finding]
    package var chart: ResponseChart
    package var certificate: Certificate?
    package var baseline: Baseline?
    package var checks: [Check]
    package var cases: [BoardModel.CaseLine]
    /// What the reader may do now.
    package var acts: Set<Act>
    /// Why the last wish was not fulfilled.
    package var formError: Text?

    package init(
        id: String,
        name: String,
        address: String,
        visitAddress: String? = nil,
        unit: (name: String, id: String),
        state: Chip,
        legalKind: Text,
        responsible: String?,
        licence: String?,
        criticality: Text,
        nextCheck: Instant?,
        availability: Double?,
        findings: [Finding],
        chart: ResponseChart,
        certificate: Certificate?,
        baseline: Baseline?,
        checks: [Check],
        cases: [BoardModel.CaseLine],
        acts: Set<Act>
    ) {
        self.id = id
        self.name = name
        self.address = address
        self.visitAddress = visitAddress ?? address
        self.unit = unit
        self.state = state
        self.legalKind = legalKind
        self.responsible = responsible
        self.licence = licence
        self.criticality = criticality
        self.nextCheck = nextCheck
        self.availability = availability
        self.findings = findings
        self.chart = chart
        self.certificate = certificate
        self.baseline = baseline
        self.checks = checks
        self.cases = cases
        self.acts = acts
    }
}
