import ArgumentParser
import Foundation
import Hummingbird
import Language
import Logging
import ServiceLifecycle
import UnixSignals

/// `sen serve`: the whole program.
struct Serve: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve",
        abstract: Spoken.text(.serveAbstract),
        discussion: Spoken.text(.serveDiscussion)
    )

    @Option(
        name: .customLong("settings"),
        help: Spoken.help(.serveSettingsHelp, value: "FILE"),
        completion: .file(extensions: ["yaml"])
    )
    var file: String?
    @Flag(help: Spoken.help(.serveLabHelp)) var lab = false
    @Option(help: Spoken.help(.serveLabPortHelp)) var labPort = Demo.portByDefault

    func run() async throws {
        let settings = try Config.Source.read(file).0
        LoggingSystem.bootstrap { JSONLog(label: $0) }
        let logger = Logger(label: "sen")
        try await Ending.told {
            let folder =
                lab
                ? DataFolder(settings.data.folder + "-lab")
                : DataFolder(settings.data.folder, settings.database.server)
            let served = try await folder.openToServe(clock: World.clock, randomBytes: World.randomBytes)
            defer { served.close() }
            let secret = try ServerSecret.ofFolder(folder, given: settings.identity.sealingKey)
            let house = try await House(served, settings, secret: secret, isLab: lab)
            let services = try await Services(
                house: house,
                settings: settings,
                isLab: lab,
                labPort: labPort,
                logger: logger
            )
            let group = ServiceGroup(
                configuration: .init(
                    services: services.all,
                    gracefulShutdownSignals: [.sigterm, .sigint],
                    logger: logger
                )
            )
            try await group.run()
        }
    }
}
