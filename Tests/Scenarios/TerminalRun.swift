import Foundation
import RunningPrograms
import Testing

extension Program {
    /// Runs with a terminal for standard output and standard error, as a person sees it.
    static func runOnTerminal(
        _ arguments: [String],
        environment added: [String: String] = [:]
    ) async throws -> String {
        let (ours, theirs) = try terminal()
        var environment = ProcessInfo.processInfo.environment
        environment["TERM"] = "xterm"
        environment["NO_COLOR"] = nil
        let order = SpawnOrder(
            try built.path(percentEncoded: false),
            arguments,
            environment: environment.merging(added) { $1 },
            in: FileManager.default.currentDirectoryPath,
            descriptors: [1: theirs, 2: theirs]
        )
        _ = try await ChildProcess.start(order)
        // Linux ends a terminal with an error where a pipe just ends; either ends the reading.
        return String(decoding: await WholeOutput.read(ours), as: UTF8.self)
    }

    /// Both ends of a new terminal, by Linux's own calls: the portable ones are not in Swift's module.
    private static func terminal() throws -> (ours: Int32, theirs: Int32) {
        let (unlock, askNumber): (UInt, UInt) = (0x4004_5431, 0x8004_5430)  // TIOCSPTLCK, TIOCGPTN
        var (locked, number): (Int32, Int32) = (0, -1)
        let ours = open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC)
        let isReady = ioctl(ours, unlock, &locked) == 0 && ioctl(ours, askNumber, &number) == 0
        try #require(ours >= 0 && isReady, "this machine gives no terminals")
        let theirs = open("/dev/pts/\(number)", O_RDWR | O_NOCTTY | O_CLOEXEC)
        return (ours, theirs)
    }
}
