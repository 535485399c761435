import ArgumentParser
import Foundation
import Language

/// Which installation a command works on: `--data FOLDER`, or the folder that the settings name for `sen serve`.
struct InstallationOptions: ParsableArguments {
    @Option(
        name: .customLong("data"),
        help: Spoken.help(.Installation.dataHelp, value: "FOLDER"),
        completion: .directory
    )
    var path: String?
    @Option(
        name: .customLong("settings"),
        help: Spoken.help(.serveSettingsHelp, value: "FILE"),
        completion: .file(extensions: ["yaml"])
    )
    var settingsFile: String?

    /// Opens the installation for `body`, which changes nothing, and closes it.
    func look<T>(_ body: (Installation) async throws -> T) async throws -> T {
        let settings = try Config.Source.read(settingsFile).0
        let folder = DataFolder(path ?? settings.data.folder, settings.database.server)
        let installation = try await Ending.told { try await Installation(folder, settings) }
        defer { installation.close() }
        return try await Ending.toldByKind { try await body(installation) }
    }

    /// The same for `body` that writes: what it adds to the log gets its leaves, also when no server runs.
    func change<T>(_ body: (Installation) async throws -> T) async throws -> T {
        try await look { installation in
            let result = try await body(installation)
            await installation.sequence()
            return result
        }
    }
}

extension Ending {
    /// Runs `body`; a refusal ends the command with 1, data that cannot be reached with 2.
    static func toldByKind<T>(_ body: () async throws -> T) async throws -> T {
        do { return try await body() } catch let failure as any AnyFailure {
            let isOutOfReach = failure is DataFolderError || failure.category == .unavailable
            return try await told(isOutOfReach ? couldNotLook : doesNotFit) { throw failure }
        }
    }
}
