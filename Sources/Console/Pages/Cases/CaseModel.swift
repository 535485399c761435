package import Language
package import Timekeeping

/// One case: what it is about, where it stands, what may be done now, and what happened.
package struct CaseModel: Sendable {
    /// Where the case is on its way; a refused one left the way.
    package enum Stage: Int, CaseIterable, Sendable {
        case new, accepted, inProgress, verifying, closed, refused
    }

    /// What the reader may do now; each becomes a form that posts to `/cases/{id}/{name}`.
    package enum Action: Sendable {
        case accept
        case assign(people: [(id: String, name: String)])
        case start
        /// Asks for a root cause and a note.
        case answer(causes: [(value: String, label: Text)])
        case close
        case sendBack
        case refuse
        case confirmRefusal
        case overruleRefusal
        case comment
        case attach
    }

    package struct Evidence: Sendable {
        package var title: Text
        package var at: Instant
        package var quotes: [(quote: Quote, place: String)]
        /// A stored file, with its size and the start of its SHA-256.
        package var file: (name: String, href: String, size: String, digest: String)?

        package init(
            title: Text,
            at: Instant,
            quotes: [(quote: Quote, place: String)],
            file: (name: String, href: String, size: String, digest: String)?
        ) {
            self.title = title
            self.at = at
            self.quotes = quotes
            self.file = file
        }
    }

    /// Another case that belongs with this one.
    package struct Related: Sendable {
        package var line: BoardModel.CaseLine
        /// Whether the reader may undo the relation.
        package var mayUndo: Bool

        package init(_ line: BoardModel.CaseLine, mayUndo: Bool) {
            self.line = line
            self.mayUndo = mayUndo
        }
    }

    package var id: String
    package var number: String
    package var title: String
    package var stage: Stage
    package var state: Chip
    package var severity: Chip
    package var kind: Text
    /// The thing the case is about, such as a website.
    package var subject: (name: String, href: String)?
    package var unit: (name: String, id: String)
    package var assignee: String?
    package var openedAt: Instant
    package var deadline: Instant?
    package var standing: DeadlineStanding
    /// The legal ground in words, such as “Điều 24 Nghị định 147/2024/NĐ-CP”.
    package var ground: Text?
    package var recurrences: Int
    package var rootCause: Text?
    package var actions: [Action]
    package var evidence: [Evidence]
    package var timeline: [TimelineEvent]
    package var related: [Related]
    /// Whether the reader may relate another case to this one.
    package var mayRelate: Bool
    /// The number that was typed to relate another case, and what is wrong with it.
    var relatingMistake: (typed: String, what: FormMistake)?
    /// What went wrong with the last action, and in which field.
    package var formError: Text?

    package init(
        id: String,
        number: String,
        title: String,
        stage: Stage,
        state: Chip,
        severity: Chip,
        kind: Text,
        subject: (name: String, href: String)?,
        unit: (name: String, id: String),
        assignee: String?,
        openedAt: Instant,
        deadline: Instant?,
        standing: DeadlineStanding,
        ground: Text?,
        recurrences: Int,
        rootCause: Text?,
        actions: [Action],
        evidence: [Evidence],
        timeline: [TimelineEvent],
        related: [Related],
        mayRelate: Bool,
        formError: Text? = nil
    ) {
        self.id = id
        self.number = number
        self.title = title
        self.stage = stage
        self.state = state
        self.severity = severity
        self.kind = kind
        self.subject = subject
        self.unit = unit
        self.assignee = assignee
        self.openedAt = openedAt
        self.deadline = deadline
        self.standing = standing
        self.ground = ground
        self.recurrences = recurrences
        self.rootCause = rootCause
        self.actions = actions
        self.evidence = evidence
        self.timeline = timeline
        self.related = related
        self.mayRelate = mayRelate
        self.formError = formError
    }
}
