import AuditLog
import Console
import Datasets
import Lab
import Places
import ServiceLifecycle
import Serving
import WebWatch

/// Fills what the console needs from the rooms of one installation.
struct ConsoleWiring {
    let house: House
    let watcher: WatchService
    let webhooks: WebhookDelivery
    let settings: Settings
    /// Where the lab listens; `nil` without one.
    let labPort: Int?

    func consoleHouse() -> ConsoleHouse {
        let current = house.currentUnits
        let people = ConsolePeople(
            accounts: house.identity.accounts,
            keys: house.identity.keys,
            administration: house.identity.accountAdministration
        )
        return ConsoleHouse(
            cases: house.cases,
            datasets: house.datasets,
            webhooks: webhooks,
            watch: watch(),
            access: house.access,
            identity: identity(),
            audit: ConsoleAudit(log: house.audit, database: house.database, key: house.signer.verifyKey),
            units: house.units,
            tree: { current.tree },
            calendar: house.calendar,
            clock: World.clock,
            name: { await people.name(of: $0) },
            people: { await people.assignable(in: $0) },
            isLab: labPort != nil,
            labAddress: labPort.map { "http://127.0.0.1:\($0)/" }
        )
    }

    private func watch() -> ConsoleWatch {
        let sessions = house.identity.sessions
        return ConsoleWatch(
            websites: house.websites,
            punctuality: { [watcher] in await watcher.punctuality },
            hexagons: house.hexagons,
            outlines: { [outlines = house.currentOutlines] in outlines.map },
            visitor: { await SessionRecognition.visitor(of: $0, in: sessions) },
            visitAddress: { [labPort] address in
                labPort.map { LabAddress.visit(address, port: $0) } ?? address
            },
            pause: { duration in
                try await cancelWhenGracefulShutdown { try await Task.sleep(for: duration) }
            }
        )
    }

    private func identity() -> ConsoleIdentity {
        let rooms = house.identity
        return ConsoleIdentity(
            signIn: rooms.signIn,
            sessions: rooms.sessions,
            enrolment: rooms.enrolment,
            links: rooms.links,
            own: rooms.own,
            accounts: rooms.accountAdministration,
            keys: rooms.keyAdministration,
            address: settings.server.publicURL
        )
    }
}
