import ArgumentParser
import Foundation
import Language
import Places
import Timekeeping

/// Foundation has a `Unit` of measurement as well.
typealias Unit = Places.Unit

/// `sen units`: the units that ship with the program, as of any day.
struct Units: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "units",
        abstract: Spoken.text(.unitsAbstract),
        subcommands: [List.self, Find.self, Show.self]
    )

    /// The day on which the units are looked at, and how they are printed.
    struct View: ParsableArguments {
        @Option(name: .customLong("at"), help: Spoken.help(.unitsDayHelp)) var day: String?
        @Flag(name: .customLong("json"), help: Spoken.help(.unitsJSONHelp)) var isJSON = false

        func resolvedDay() throws -> Day {
            guard let day else {
                return CivilCalendar(timeZone: TimeZone(identifier: "Asia/Ho_Chi_Minh") ?? .gmt).day(
                    of: Instant(Date())
                )
            }
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

        func run() async throws {
            let tree = try ReferenceProvince.load().history.tree(at: try view.resolvedDay())
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

        func run() async throws {
            let typed = name.joined(separator: " ")
            let found = try ReferenceProvince.load().history.tree(at: try view.resolvedDay()).search(typed)
            guard !found.isEmpty else { throw ValidationError(Spoken.text(.nothingFound(typed))) }
            UnitPrinter(isJSON: view.isJSON).print(found)
        }
    }

    struct Show: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: Spoken.text(.unitsShowAbstract))
        @Argument(help: Spoken.help(.unitsIDHelp)) var id: String

        func run() async throws {
            let history = try ReferenceProvince.load().history
            guard let unit = history.units[Unit.ID(rawValue: id)] else {
                throw ValidationError(Spoken.text(.noSuchUnit(id)))
            }
            UnitPrinter(isJSON: false).describe(unit, in: history)
        }
    }
}
