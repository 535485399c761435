import API
import AuditLog
import Console
import Datasets
import Foundation
import Hummingbird
import HummingbirdCore
import Identity
import Language
import Logging
import ServiceLifecycle
import Serving
import WebWatch

/// What people and programs reach: console and API on one port.
struct Faces {
    private let house: House
    private let watcher: WatchService
    private let webhooks: WebhookDelivery
    private let settings: Settings
    private let labPort: Int?

    init(
        _ house: House,
        _ watcher: WatchService,
        _ webhooks: WebhookDelivery,
        _ settings: Settings,
        labPort: Int?
    ) {
        self.house = house
        self.watcher = watcher
        self.webhooks = webhooks
        self.settings = settings
        self.labPort = labPort
    }

    func application(_ logger: Logger) -> some ApplicationProtocol {
        let address = settings.server.address
        let port = settings.server.port
        var limits = ConnectionLimits()
        limits.connectionsMax = OpenFiles.connectionsMax(upTo: limits.connectionsMax)
        return Application(
            router: router(),
            server: Self.server(limits),
            configuration: ApplicationConfiguration(
                address: .hostname(address, port: port),
                serverName: "sen"
            ),
            onServerRunning: { [house, settings] channel in
                await Self.greet(house, settings, port: channel.localAddress?.port ?? port)
            },
            logger: logger
        )
    }

    private static func server(_ limits: ConnectionLimits) -> HTTPServerBuilder {
        let room = ConnectionRoom(connectionsMax: limits.connectionsMax)
        return .http1(
            configuration: HTTP1Channel.Configuration(
                additionalChannelHandlers: [ConnectionGuard(limits, room)],
                httpDecoderConfiguration: HTTP1Channel.Configuration.DecoderConfiguration(
                    maxHeaderFieldSize: ConnectionLimits.headerFieldBytesMax,
                    maxHeaderListSize: ConnectionLimits.headersBytesMax,
                    maxHeaderFieldCount: ConnectionLimits.headerFieldsMax
                )
            )
        )
    }

    private func router() -> Router<SenContext> {
        let router = Router(context: SenContext.self)
        router.add(middleware: ProxiedAddress(settings.server.trustedProxies))
        router.add(middleware: ResponseCompression())
        APIRoutes(house.api(watcher, webhooks)).add(to: router)
        let console = ConsoleWiring(
            house: house,
            watcher: watcher,
            webhooks: webhooks,
            settings: settings,
            labPort: labPort
        ).consoleHouse()
        ConsoleGate(console, language: settings.language).add(to: router)
        BoardRoute(console).add(to: router)
        EventRoutes(console).add(to: router)
        WebsiteRoutes(console).add(to: router)
        DatasetRoutes(console).add(to: router)
        CaseRoutes(console).add(to: router)
        AccountRoutes(console).add(to: router)
        OwnAccountRoutes(console).add(to: router)
        KeyRoutes(console).add(to: router)
        UnitRoutes(console).add(to: router)
        AuditRoutes(console).add(to: router)
        return router
    }

    /// Says where Sen is, and how the first administrator comes in.
    private static func greet(_ house: House, _ settings: Settings, port: Int) async {
        let base = settings.server.publicURL ?? "http://\(settings.server.address):\(port)/"
        Spoken.say(.serveListens(base))
        let token = try? await house.identity.links.makeFirstAdministratorLink(unit: "40")
        if let token { Spoken.say(.serveFirstAdministrator("\(base)start/\(token.text)")) }
    }
}
