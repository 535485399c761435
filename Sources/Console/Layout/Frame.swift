package import Language
package import Timekeeping

/// What a page has around it and does not itself say: who reads, in which language, at what time.
package struct Frame: Sendable {
    package struct Reader: Sendable {
        package let name: String
        /// Such as “Chuyên viên · Sở Khoa học và Công nghệ”.
        package let role: String
        package init(name: String, role: String) {
            self.name = name
            self.role = role
        }
    }

    package let format: Formatting
    package let now: Instant
    /// The path and query of this page, to which the language switch comes back.
    package let path: String
    /// Nobody is signed in when `nil`: the page then has no rooms.
    package let reader: Reader?
    /// The rooms that the reader may enter, with the number that stands beside each.
    package let rooms: [(room: Room, count: Int?)]
    /// Goes into every form.
    package let formToken: String
    /// Data are of the lab, and every page says so.
    package let isLab: Bool
    /// Where the lab's websites are cleaned, when it is known.
    package let labAddress: String?
    /// The stream that keeps this page live, when there is one.
    package var events: String?

    package init(
        format: Formatting,
        now: Instant,
        path: String,
        reader: Reader?,
        rooms: [(room: Room, count: Int?)],
        formToken: String,
        isLab: Bool,
        labAddress: String? = nil,
        events: String? = nil
    ) {
        self.format = format
        self.now = now
        self.path = path
        self.reader = reader
        self.rooms = rooms
        self.formToken = formToken
        self.isLab = isLab
        self.labAddress = labAddress
        self.events = events
    }

    package var language: Language { format.language }

    /// A text in the reader's language.
    package func say(_ text: Text) -> String { text(language) }
}

/// A room of the console, as the navigation shows it.
package enum Room: String, CaseIterable, Sendable {
    case board, cases, websites, datasets, units, accounts, audit

    package var name: Text {
        switch self {
        case .board: .boardRoom
        case .cases: .casesRoom
        case .websites: .websitesRoom
        case .datasets: .datasetsRoom
        case .units: .unitsRoom
        case .accounts: .accountsRoom
        case .audit: .auditRoom
        }
    }

    package var path: String {
        switch self {
        case .board: ConsolePath.board
        case .cases: ConsolePath.cases
        case .websites: ConsolePath.websites
        case .datasets: ConsolePath.datasets
        case .units: ConsolePath.units
        case .accounts: ConsolePath.accounts
        case .audit: ConsolePath.audit
        }
    }

    var icon: Icon {
        switch self {
        case .board: .board
        case .cases: .folder
        case .websites: .globe
        case .datasets: .inbox
        case .units: .building
        case .accounts: .users
        case .audit: .ledger
        }
    }

    /// After `g`, this key goes to the room.
    var key: String {
        switch self {
        case .board: "b"
        case .cases: "c"
        case .websites: "w"
        case .datasets: "d"
        case .units: "u"
        case .accounts: "a"
        case .audit: "l"
        }
    }

    /// The heading over the group that begins with this room.
    var groupHeading: Text? {
        switch self {
        case .websites: .observeGroup
        case .datasets: .shareGroup
        case .units: .administerGroup
        default: nil
        }
    }
}
