import Access
import AuditLog
import Cryptography
import Foundation
import Hummingbird
import Identity
import InternetAddresses
import Lab
import Language
import Logging
import Places
import ServiceLifecycle
import Timekeeping
import WebFetch
import WebWatch

/// The demo province: the lab's websites, registered and watched at a pace that a newcomer can wait for.
///
/// Its data lie in a folder of their own, and every page says that they are invented.
struct Demo: Sendable {
    static let portByDefault = 8_090
    /// A newcomer sees within half a minute what otherwise comes within the hour.
    private static let deepSeconds = 20
    private static let passwordBytes = 9

    private let house: House
    private let port: Int
    private let sites: [LabSite]
    private let keeper: LabKeeper

    init(_ house: House, port: Int) throws {
        self.house = house
        self.port = port
        sites = LabSites.sites(LabSites.sitesDefault, of: try LabSites.communes())
        keeper = LabKeeper(
            sites,
            schedule: BreakingSchedule(sites, pace: BreakingSchedule.paceDefault),
            clock: World.clock
        )
    }

    /// Lets the watch reach the lab, and nothing else of this machine.
    func open(_ fetch: inout FetchSettings, _ watch: inout WatchSettings) {
        if let loopback = IPAddress("127.0.0.1"), let range = AddressRange("127.0.0.1/32") {
            for host in LabSites.hosts(of: sites) { fetch.fixedAddresses[host] = [loopback] }
            fetch.allowedRanges.append(range)
        }
        watch.pace.deepSeconds = Self.deepSeconds
        watch.pace.deepAfterChangeSecondsMin = Self.deepSeconds / 2
        watch.pace.confirmSeconds = 5
        watch.pace.hostGapMilliseconds = 20
    }

    /// The lab's server; its websites are registered as soon as its port is known.
    func server(_ logger: Logger) -> some Service {
        let formatting = Formatting(language: .vietnamese, calendar: house.calendar)
        return LabServer(keeper, formatting: formatting).application(port: port) { port in
            do { try await register(at: port) } catch { logger.error("\(error)") }
            Spoken.say(.serveLabControl("http://127.0.0.1:\(port)/"))
        }
    }

    private func register(at port: Int) async throws {
        let csv = LabListing.csv(sites, address: LabAddress(port: port))
        let report = try await house.websites.importCSV(
            Array(csv.utf8),
            tree: house.currentUnits.tree,
            dryRun: false
        ) { [system = house.system] in system.permit(.system("lab"), on: $0) }
        for row in report.refused { Spoken.say(.serveLabRowRefused(row.line)) }
    }

    /// A leader of the whole province, whose password is new at each start and is printed.
    func makeAccount() async throws {
        guard let name = SignInName("lanhdao"), let fullName = FullName("Lãnh đạo (phòng thử nghiệm)") else {
            return
        }
        let unit = ReferenceProvince.provinceID
        let permit: Permit<ManageAccounts> = house.system.permit(.system("lab"), on: unit)
        let draft = AccountDraft(
            signInName: name,
            fullName: fullName,
            unit: unit.rawValue,
            grants: [RoleGrant(.leader, in: unit.rawValue)]
        )
        let administration = house.identity.accountAdministration
        let link: SecretToken
        do {
            link = try await administration.invite(draft, by: permit).link
        } catch {
            guard error.category == .conflict, let known = try await find(name, administration) else {
                throw error
            }
            link = try await administration.reset(known.id, expecting: known.version, by: permit)
        }
        let password = BaseCoding.base32.encode(World.randomBytes(Self.passwordBytes)).lowercased()
        _ = try await house.identity.links.setPassword(link.text, password: password)
        Spoken.say(.serveLabAccount(name.text, password))
    }

    private func find(_ name: SignInName, _ administration: AccountAdministration) async throws -> Account? {
        try await administration.list(within: .everything, after: nil, limit: 200).first {
            $0.signInName == name
        }
    }
}
