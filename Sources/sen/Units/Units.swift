import ArgumentParser
import Language
import Places
import Timekeeping

/// Foundation has a `Unit` of measurement as well.
typealias Unit = Places.Unit

/// `sen units`: the units that ship with the program or those of an installation, as of any day.
struct Units: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "units",
        abstract: Spoken.text(.unitsAbstract),
        discussion: Spoken.text(.unitsDiscussion),
        subcommands: [List.self, Find.self, Show.self, Import.self]
    )

    /// Where the units come from.
    struct Origin: ParsableArguments {
        @Option(
            name: .customLong("data"),
            help: Spoken.help(.unitsDataHelp, value: "FOLDER"),
            completion: .directory
        )
        var path: String?

        /// The units of the installation, or the shipped ones when no folder is named.
        func history() async throws -> UnitHistory {
            guard let path else { return try ReferenceProvince.load().history }
            return try await Ending.told {
                let installation = try await Installation(
                    DataFolder(path, try Config.Source.read(nil).0.database.server),
                    Settings()
                )
                defer { installation.close() }
                return try await installation.units.history()
            }
        }
    }

    /// The day on which the units are looked at, and how they are printed.
    struct View: ParsableArguments {
        @Option(name: .customLong("at"), help: Spoken.help(.unitsDayHelp)) var day: String?
        @Flag(name: .customLong("json"), help: Spoken.help(.unitsJSONHelp)) var isJSON = false

        func resolvedDay() throws -> Day {
            guard let day else { return World.today }
            guard let parsed = Day(iso8601: day) else { throw ValidationError(Spoken.text(.noSuchDay(day))) }
            return parsed
        }
    }
}

extension Units {
    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: Spoken.text(.unitsListAbstract))
        @OptionGroup var view: View
        @Option(help: Spoken.help(.unitsUnderHelp)) var under: String?
        @OptionGroup var origin: Origin

        func run() async throws {
            let day = try view.resolvedDay()
            let tree = try await origin.history().tree(at: day)
            guard let under else { return UnitPrinter(isJSON: view.isJSON).print(tree.units) }
            let id = Unit.ID(rawValue: under)
            guard tree.unit(id) != nil else { throw ValidationError(Spoken.text(.noSuchUnit(under))) }
            UnitPrinter(isJSON: view.isJSON).print(tree.subtree(of: id).compactMap(tree.unit))
        }
    }

    struct Find: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: Spoken.text(.unitsFindAbstract))
        @Argument(help: Spoken.help(.unitsNameHelp)) var name: [String]
        @OptionGroup var view: View
        @OptionGroup var origin: Origin

        func run() async throws {
            let typed = name.joined(separator: " ")
            let day = try view.resolvedDay()
            let found = try await origin.history().tree(at: day).search(typed)
            guard !found.isEmpty else { throw ValidationError(Spoken.text(.nothingFound(typed))) }
            UnitPrinter(isJSON: view.isJSON).print(found)
        }
    }

    struct Show: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: Spoken.text(.unitsShowAbstract))
        @Argument(help: Spoken.help(.unitsIDHelp)) var id: String
        @OptionGroup var origin: Origin

        func run() async throws {
            let history = try await origin.history()
            guard let unit = history.units[Unit.ID(rawValue: id)] else {
                throw ValidationError(Spoken.text(.noSuchUnit(id)))
            }
            UnitPrinter(isJSON: false).describe(unit, in: history)
        }
    }
}
