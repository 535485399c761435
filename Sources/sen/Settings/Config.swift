import ArgumentParser
import Foundation
import Language

/// `sen config`: looks at the settings without starting anything.
struct Config: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "config",
        abstract: Spoken.text(.configAbstract),
        discussion: Spoken.text(.configDiscussion),
        subcommands: [Check.self, Print.self, Manual.self]
    )

    /// The file that is looked at, and what the environment adds.
    struct Source: ParsableArguments {
        @Argument(help: Spoken.help(.configFileHelp, value: "FILE"), completion: .file(extensions: ["yaml"]))
        var file: String?

        /// Taken when nothing else is named and it is there.
        static let usualFile = "sen.yaml"

        /// ``read(_:)`` of the file that was named.
        func settings() throws -> (Settings, file: String?) { try Self.read(file) }

        /// Says everything that is wrong and ends the program, or gives the settings and the file they came from.
        static func read(_ named: String?) throws -> (Settings, file: String?) {
            let environment = ProcessInfo.processInfo.environment
            let isUsual = FileManager.default.fileExists(atPath: usualFile)
            let path = named ?? environment["SEN_SETTINGS"] ?? (isUsual ? usualFile : nil)
            do {
                let settings = try SettingsReader.read(
                    file: path.map(SettingsFile.init),
                    environment: environment
                )
                return (settings, path)
            } catch {
                for problem in error.all {
                    Terminal.error.write("\(problem.place): \(Spoken.text(problem.text))\n")
                }
                throw ExitCode.failure
            }
        }
    }
}

extension Config {
    struct Check: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: Spoken.text(.configCheckAbstract))
        @OptionGroup var source: Source

        func run() async throws {
            let (_, file) = try source.settings()
            Terminal.output.write(Spoken.text(.configIsRight(file)) + "\n")
        }
    }

    struct Print: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: Spoken.text(.configPrintAbstract))
        @OptionGroup var source: Source

        func run() async throws { Terminal.output.write(try source.settings().0.yaml()) }
    }

    struct Manual: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: Spoken.text(.configManualAbstract))

        func run() async throws { Terminal.output.write(Settings.manual(Spoken.language)) }
    }
}
