import ArgumentParser
import Foundation
import Hummingbird
import Lab
import Language
import Places
import Timekeeping

/// `sen lab`: invented websites on this machine, to try the watch on.
struct LabCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lab",
        abstract: Spoken.text(.labAbstract),
        discussion: Spoken.text(.labDiscussion)
    )

    @Option(help: Spoken.help(.labPortHelp)) var port = 0
    @Option(help: Spoken.help(.labSitesHelp)) var sites = LabSites.sitesDefault
    @Option(help: Spoken.help(.labPaceHelp)) var pace = BreakingSchedule.paceDefault
    @Flag(name: .customLong("csv"), help: Spoken.help(.labCSVHelp)) var isCSV = false

    /// Seconds from one event to the next: an hour is longer than anybody watches.
    private static let paceSecondsMax = 3_600
    /// Ports below need rights that a lab should not have.
    private static let ports = 1_024...65_535

    func validate() throws {
        guard port == 0 || Self.ports.contains(port) else {
            throw ValidationError(Spoken.text(.labPortOutOfRange(port)))
        }
        guard (0...Self.paceSecondsMax).contains(pace) else {
            throw ValidationError(Spoken.text(.labPaceOutOfRange(pace, max: Self.paceSecondsMax)))
        }
        guard !isCSV || port != 0 else { throw ValidationError(Spoken.text(.labCSVNeedsPort)) }
    }

    func run() async throws {
        let communes = try LabSites.communes()
        guard (1...communes.count).contains(sites) else {
            throw ValidationError(Spoken.text(.labSitesOutOfRange(sites, max: communes.count)))
        }
        let all = LabSites.sites(sites, of: communes)
        if isCSV { return print(LabListing.csv(all, address: LabAddress(port: port)), terminator: "") }
        let keeper = LabKeeper(
            all,
            schedule: BreakingSchedule(all, pace: pace),
            clock: WallClock { Instant(Date()) }
        )
        try await serve(keeper, count: all.count)
    }

    private func serve(_ keeper: LabKeeper, count: Int) async throws {
        let zone = TimeZone(identifier: "Asia/Ho_Chi_Minh") ?? .gmt
        let formatting = Formatting(language: .vietnamese, calendar: CivilCalendar(timeZone: zone))
        let application = LabServer(keeper, formatting: formatting).application(port: port) { port in
            print(Spoken.text(.labListens("http://127.0.0.1:\(port)/", sites: count)))
            print(LabListing.csv(keeper.snapshot.sites, address: LabAddress(port: port)), terminator: "")
            fflush(nil)
        }
        do {
            try await application.runService()
        } catch let error as CancellationError {
            throw error
        } catch {
            Ending.complain(Spoken.text(.labPortTaken(port)))
            Ending.complain("  \(error)")
            throw Ending.couldNotLook
        }
    }
}
