import ArgumentParser
import Database
import Language
import Places
import WebWatch

/// `sen sites`: the registry of websites from a shell.
struct Sites: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sites",
        abstract: Spoken.text(.Sites.abstract),
        discussion: Spoken.text(.Sites.discussion),
        subcommands: [
            List.self, Show.self, Import.self, Export.self, Add.self, Remove.self, AcceptBaseline.self,
            Recheck.self,
        ]
    )

    /// Which websites a list or a file holds.
    struct Choice: ParsableArguments {
        @Option(help: Spoken.help(.Installation.underHelp, value: "ID")) var unit: String?
        @Option(name: .customLong("state"), help: Spoken.help(.Sites.stateHelp))
        var states: [WebsiteFilter.State] = []
        @Option(help: Spoken.help(.Sites.healthHelp)) var health: [HealthName] = []
        @Option(name: .customLong("find"), help: Spoken.help(.Sites.findHelp, value: "WORDS"))
        var words: String?

        func filter(in installation: Installation) throws -> WebsiteFilter {
            var filter = WebsiteFilter()
            if !states.isEmpty { filter.states = Set(states) }
            filter.health = Set(health.map(\.health))
            filter.units = try installation.scope(under: unit)
            filter.text = words
            return filter
        }
    }

    /// How a website stands, as it is typed.
    enum HealthName: String, CaseIterable, ExpressibleByArgument {
        case unchecked, good, attention, serious, critical

        var health: WebsiteHealth {
            switch self {
            case .unchecked: .unchecked
            case .good: .good
            case .attention: .attention
            case .serious: .serious
            case .critical: .critical
            }
        }

        init(_ health: WebsiteHealth) { self = Self.allCases.first { $0.health == health } ?? .unchecked }
    }

    /// One website by its address or id.
    struct Site: ParsableArguments {
        @Argument(help: Spoken.help(.Sites.siteHelp, value: "SITE")) var typed: String

        func find(in installation: Installation) async throws -> WatchedWebsite {
            if let id = WebsiteID(typed) {
                return try await installation.websites.find(id, within: .everything)
            }
            let address = try WebsiteAddress(typed)
            guard let found = try await installation.website(at: address) else {
                Ending.complain(Spoken.text(.Sites.noSuchSite(Printable.text(address.url))))
                throw Ending.doesNotFit
            }
            return found
        }
    }
}

extension WebsiteFilter.State: ExpressibleByArgument {}
extension WebsiteKind: ExpressibleByArgument {}
extension Criticality: ExpressibleByArgument {}

extension Installation {
    /// All websites that `filter` asks for, by name, page by page.
    func forEachWebsite(_ filter: WebsiteFilter, _ body: (WatchedWebsite) throws -> Void) async throws {
        var cursor: WebsiteCursor?
        repeat {
            let page = try await websites.list(
                filter,
                within: .everything,
                after: cursor,
                limit: WebsiteStore.pageSizeMax
            )
            for website in page.websites { try body(website) }
            cursor = page.next
        } while cursor != nil
    }

    /// The website at an address: the one that is watched, or else the last that was.
    func website(at address: WebsiteAddress) async throws -> WatchedWebsite? {
        var filter = WebsiteFilter()
        filter.states = []
        filter.text = address.url
        var found: WatchedWebsite?
        try await forEachWebsite(filter) { next in
            guard next.website.details.address == address else { return }
            if found == nil || !next.isRetired || found?.isRetired == true { found = next }
        }
        return found
    }
}

extension WatchedWebsite {
    var isRetired: Bool { if case .retired = website.state { true } else { false } }
}
