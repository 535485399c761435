package import Foundation

/// `sen serve --lab` as a person starts it, on free ports and with a data folder of its own.
package final class RunningSen: Sendable {
    /// The account that the lab makes and prints.
    package struct Account: Hashable, Sendable {
        package let name, password: String

        package init(name: String, password: String) { (self.name, self.password) = (name, password) }
    }

    /// Where Sen is started: two starts in one place are the same installation.
    package struct Place: Sendable {
        package let folder: ScratchFolder
        package let port, labPort: Int

        package init() throws {
            folder = try ScratchFolder("sen-test")
            port = try FreePort.find()
            labPort = try FreePort.find()
        }

        /// The lab keeps its data beside those of the real province.
        package var dataFolder: String { folder.path + "data-lab" }
    }

    /// From the start to the last line that is waited for, on a machine that does much else besides.
    private static let startSecondsMax = 180
    /// How long a start may take to end after it was asked to.
    private static let stopSecondsMax = 20
    private static let lookMilliseconds = 10
    private static let logName = "log.jsonl"

    package let place: Place
    package let process: ChildProcess
    package let address, labAddress: URL
    package let account: Account
    /// From the start to the moment at which everything was printed.
    package let startDuration: Duration
    private let output: LineReader

    private init(
        _ place: Place,
        _ process: ChildProcess,
        _ output: LineReader,
        _ printed: Printed,
        startDuration: Duration
    ) {
        self.place = place
        self.process = process
        self.output = output
        (address, labAddress, account) = (printed.address, printed.labAddress, printed.account)
        self.startDuration = startDuration
    }

    deinit { process.signal(SIGKILL) }  // nothing for one that was stopped

    /// Starts Sen and reads what it prints until everything is known.
    ///
    /// - Throws: ``ChildProcessError`` with Sen's own words when it ended or did not become ready.
    package static func start(
        in place: Place,
        environment added: [String: String] = [:]
    ) async throws -> RunningSen {
        let begin = ContinuousClock.now
        let (process, output) = try await spawn(in: place, environment: added)
        let last = begin + .seconds(startSecondsMax)
        while ContinuousClock.now < last, !output.hasEnded {
            if let printed = Printed(output.lines, place) {
                let duration = ContinuousClock.now - begin
                return RunningSen(place, process, output, printed, startDuration: duration)
            }
            try await Task.sleep(for: .milliseconds(lookMilliseconds))
        }
        await process.stop(within: .seconds(stopSecondsMax))
        let words = (output.lines + [place.folder.text(of: logName)]).joined(separator: "\n")
        throw ChildProcessError(description: "sen serve did not become ready:\n\(words)")
    }

    /// The link that makes the first administrator; `nil` when there is one already, and none was printed.
    package func firstAdministratorLink(within limit: Duration) async throws -> URL? {
        let last = ContinuousClock.now + limit
        while ContinuousClock.now < last {
            let link = output.lines.compactMap { $0.firstMatch(of: /http:\S+\/start\/\S+/)?.output }.first
            if let link { return URL(string: String(link)) }
            try await Task.sleep(for: .milliseconds(Self.lookMilliseconds))
        }
        return nil
    }

    /// What Sen has written to its log.
    package var log: String { place.folder.text(of: Self.logName) }

    /// Asks Sen to end, as a service manager does.
    @discardableResult
    package func stop() async -> ChildProcess.Ending? {
        await process.stop(within: .seconds(Self.stopSecondsMax))
    }

    /// Runs another command of Sen beside it, on the same data.
    package func run(_ arguments: String...) async throws -> Program.Outcome {
        try await Program.run(arguments + ["--data", place.dataFolder])
    }

    private static func spawn(
        in place: Place,
        environment added: [String: String]
    ) async throws -> (ChildProcess, LineReader) {
        let program = try Program.built
        let output = try Channel()
        var environment = SpawnOrder.plainEnvironment
        environment["SEN_SERVER_PORT"] = String(place.port)
        environment["SEN_DATA_FOLDER"] = place.folder.path + "data"
        let order = SpawnOrder(
            program.path(percentEncoded: false),
            ["serve", "--lab", "--lab-port", String(place.labPort)],
            environment: environment.merging(added) { $1 },
            in: place.folder.path,
            descriptors: [1: output.theirs, 2: place.folder.openLog(logName)]
        )
        return (try await ChildProcess.start(order), LineReader(output.ours))
    }
}

/// What a person learns from the lines that Sen prints when it starts.
private struct Printed {
    let address, labAddress: URL
    let account: RunningSen.Account

    /// `nil` while a line is still missing.
    init?(_ lines: [String], _ place: RunningSen.Place) {
        let addresses = lines.compactMap { $0.firstMatch(of: /http:\/\/[0-9.]+:[0-9]+\//).map { $0.output } }
        let accounts = lines.compactMap { $0.wholeMatch(of: /[^:]+: ([a-z]+) {3}[^:]+: ([a-z2-7]+)/) }
        guard let account = accounts.first?.output,
            let address = addresses.first(where: { $0.hasSuffix(":\(place.port)/") }),
            let lab = addresses.first(where: { $0.hasSuffix(":\(place.labPort)/") }),
            let addressURL = URL(string: String(address)), let labURL = URL(string: String(lab))
        else { return nil }
        self.address = addressURL
        labAddress = labURL
        self.account = RunningSen.Account(name: String(account.1), password: String(account.2))
    }
}

/// Runs Sen for one test; it ends with the test, also when the test fails.
package func withSen<T>(
    in place: RunningSen.Place? = nil,
    environment: [String: String] = [:],
    _ body: (RunningSen) async throws -> T
) async throws -> T {
    let sen = try await RunningSen.start(in: try place ?? RunningSen.Place(), environment: environment)
    do {
        let result = try await body(sen)
        await sen.stop()
        return result
    } catch {
        await sen.stop()
        throw error
    }
}
