import Access
import AuditLog
import Console
import Database
import Datasets
import Foundation
import Hummingbird
import Language
import Logging
import Reactions
import ServiceLifecycle
import Serving
import Timekeeping
import WebFetch
import WebWatch

/// Everything that runs while Sen serves, in the order in which it starts; it ends in the opposite one.
struct Services {
    let all: [any Service]

    init(house: House, settings: Settings, isLab: Bool, labPort: Int, logger: Logger) async throws {
        let complain: @Sendable (any Error) -> Void = { logger.error("\($0)") }
        let sequencer = Sequencer(database: house.database, signer: house.signer, clock: World.clock)
        var services: [any Service] = [
            Loop("audit log") { await sequencer.run(onFailure: complain) },
            Loop.every(seconds: CurrentUnits.refreshSeconds, "units", onFailure: complain) {
                try await house.currentUnits.refresh()
                try await house.currentOutlines.refresh(house.currentUnits.tree)
            },
        ]
        var fetch = settings.fetch
        var watch = WatchSettings(checks: CheckSettings())
        watch.pace = settings.watch
        if isLab {
            let demo = try Demo(house, port: labPort)
            demo.open(&fetch, &watch)
            services.append(demo.server(logger))
            try await demo.makeAccount()
            services.append(DemoPacks(house: house).service(onFailure: complain))
        }
        let watcher = WatchService(
            store: house.websites,
            fetcher: try CurlFetcher(fetch),
            settings: watch,
            calendar: house.calendar,
            pause: { try await Task.sleep(for: $0) },
            onFailure: complain
        )
        let reactions = EveryReaction(
            ReactionHouse(
                cases: house.cases,
                websites: house.websites,
                datasets: house.datasets,
                access: house.system
            ),
            database: house.database,
            clock: World.clock,
            onFailure: { logger.error("\($0)") }
        )
        services.append(Loop("reactions") { await reactions.run { try await Task.sleep(for: $0) } })
        services.append(Loop("watch") { await house.database.asOnlyOne(.watch) { await watcher.run() } })
        let webhooks = try house.webhooks(fetch, onFailure: complain)
        services.append(Loop("webhooks") { await webhooks.run { try await Task.sleep(for: $0) } })
        let faces = Faces(house, watcher, webhooks, settings, labPort: isLab ? labPort : nil)
        services.append(faces.application(logger))
        all = services
    }
}
