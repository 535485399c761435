import ArgumentParser
import Foundation
import Language
import Timekeeping

/// What the command line says, in the language of the person who typed.
enum Spoken {
    /// `SEN_LANGUAGE` and not `LANG`: most servers are set to English whoever sits at them.
    static let language =
        ProcessInfo.processInfo.environment["SEN_LANGUAGE"].flatMap(Language.init(rawValue:)) ?? .vietnamese

    static func text(_ text: Text) -> String { text(language) }
    /// Help of one argument; `value` stands for its value in the usage line, such as `FILE`.

    /// One line on standard output, at once.
    static func say(_ text: Text) {
        print(text(language))
        fflush(nil)
    }

    static func help(_ text: Text, value: String? = nil) -> ArgumentHelp {
        ArgumentHelp(text(language), valueName: value)
    }

    /// `7.982`, or `7,982` in English.
    static func number(_ number: UInt64) -> String {
        Formatting(language: language, calendar: World.civilCalendar).number(Int(clamping: number))
    }

    /// `dd/MM/yyyy`, as an officer writes it.
    static func day(_ day: Day) -> String {
        let parts = day.iso8601.split(separator: "-")
        return parts.reversed().joined(separator: "/")
    }
}
