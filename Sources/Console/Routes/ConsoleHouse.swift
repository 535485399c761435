package import Access
package import AuditLog
package import Cases
package import Datasets
import Hummingbird
import Identity
import Language
package import Places
import Serving
package import Timekeeping
import WebWatch

/// What the console's routes need of the rooms below; `sen` fills it once.
package struct ConsoleHouse: Sendable {
    package let cases: CaseStore
    package let datasets: DatasetStore
    /// Sends changes to receivers; `nil` where nothing is sent.
    package let webhooks: WebhookDelivery?
    package let watch: ConsoleWatch
    package let access: Access
    package let identity: ConsoleIdentity
    package let audit: ConsoleAudit
    package let units: UnitStore
    /// The units as they are today.
    package let tree: @Sendable () -> UnitTree
    package let calendar: CivilCalendar
    package let clock: WallClock
    /// The name of an account, a key or a part of the program, for a person to read.
    package let name: @Sendable (Actor) async -> String
    /// Who may be given the cases of a unit.
    package let people: @Sendable (Places.Unit.ID) async -> [(actor: Actor, name: String)]
    /// Data are of the lab, and every page says so.
    package let isLab: Bool
    /// Where the lab's websites are cleaned; `nil` without a lab.
    package let labAddress: String?

    package init(
        cases: CaseStore,
        datasets: DatasetStore,
        webhooks: WebhookDelivery? = nil,
        watch: ConsoleWatch,
        access: Access,
        identity: ConsoleIdentity,
        audit: ConsoleAudit,
        units: UnitStore,
        tree: @escaping @Sendable () -> UnitTree,
        calendar: CivilCalendar,
        clock: WallClock,
        name: @escaping @Sendable (Actor) async -> String,
        people: @escaping @Sendable (Places.Unit.ID) async -> [(actor: Actor, name: String)],
        isLab: Bool,
        labAddress: String? = nil
    ) {
        self.cases = cases
        self.datasets = datasets
        self.webhooks = webhooks
        self.watch = watch
        self.access = access
        self.identity = identity
        self.audit = audit
        self.units = units
        self.tree = tree
        self.calendar = calendar
        self.clock = clock
        self.name = name
        self.people = people
        self.isLab = isLab
        self.labAddress = labAddress
    }

    /// What stands around a page for this request.
    ///
    /// `openCases` is for a page that has counted those of the reader already.
    func frame(
        for request: Request,
        _ context: SenContext,
        events: String? = nil,
        openCases: Int? = nil
    ) async -> Frame {
        let rooms = await countedRooms(of: context.visitor, openCases: openCases)
        return frame(for: request, context, events: events, rooms: rooms)
    }

    /// The same without rooms, for a part of a page that is sent again and again: nothing is counted for it.
    func fragmentFrame(for request: Request, _ context: SenContext) -> Frame {
        frame(for: request, context, events: nil, rooms: [])
    }

    private func frame(
        for request: Request,
        _ context: SenContext,
        events: String?,
        rooms: [(room: Room, count: Int?)]
    ) -> Frame {
        let visitor = context.visitor
        let reader = visitor.map { Frame.Reader(name: $0.name, role: roleLine($0, context.language)) }
        return Frame(
            format: Formatting(language: context.language, calendar: calendar),
            now: clock.now(),
            path: request.uri.description,
            reader: reader,
            rooms: rooms,
            formToken: visitor?.formToken ?? "",
            isLab: isLab,
            labAddress: labAddress,
            events: events
        )
    }

    /// The rooms with the number that stands beside each: what is open, or what there is.
    ///
    /// A number that cannot be had is left out; the page itself matters more.
    private func countedRooms(of visitor: Visitor?, openCases: Int?) async -> [(room: Room, count: Int?)] {
        guard let visitor else { return [] }
        var rooms: [(room: Room, count: Int?)] = []
        for room in self.rooms(of: visitor) {
            let known = room == .cases ? openCases : nil
            let count = if let known { known } else { await count(in: room, visitor.principal) as Int? }
            rooms.append((room, count))
        }
        return rooms
    }

    private func count(in room: Room, _ reader: Principal) async -> Int? {
        switch room {
        case .cases:
            var open = CaseFilter()
            open.isOpen = true
            return try? await cases.count(open, within: access.scope(of: reader, to: ReadCase.self))
        case .websites:
            let scope = access.scope(of: reader, to: ReadWebsite.self)
            return try? await watch.websites.count(within: scope)
        case .board, .datasets, .units, .accounts, .audit: return nil
        }
    }

    /// What the visitor may enter: nothing before one-time codes are set up where the role asks for them.
    private func rooms(of visitor: Visitor?) -> [Room] {
        guard let visitor, visitor.session?.reach != .enrolmentOnly else { return [] }
        var rooms: [Room] = [.board, .cases, .websites, .datasets, .units]
        if mayAnywhere(ReadAccounts.self, visitor) { rooms.append(.accounts) }
        if mayAnywhere(ReadAudit.self, visitor) { rooms.append(.audit) }
        return rooms
    }

    func mayAnywhere<A: Action>(_ action: A.Type, _ visitor: Visitor) -> Bool {
        visitor.principal.grants.contains { A.roles.contains($0.role) }
    }

    /// What the place calls itself on the pages before anybody has signed in.
    var place: Text { .operationsCentre(of: tree().roots.first?.name ?? "Sen") }

    /// “Cán bộ xử lý · Phường Thành Vinh”, for the first of the grants.
    private func roleLine(_ visitor: Visitor, _ language: Language) -> String {
        guard let grant = visitor.principal.grants.first else { return "" }
        let unit = tree().unit(Places.Unit.ID(rawValue: grant.unit))?.name ?? grant.unit
        return "\(grant.role.name(language)) · \(unit)"
    }
}

extension Response {
    /// A page, whole.
    static func page(_ html: HTML, status: HTTPResponse.Status = .ok) -> Response {
        Response(
            status: status,
            headers: [.contentType: "text/html; charset=utf-8"],
            body: .init(byteBuffer: ByteBuffer(bytes: html.bytes))
        )
    }
}
