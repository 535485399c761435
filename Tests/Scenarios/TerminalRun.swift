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
        let process = Process()
        process.executableURL = try built
        process.arguments = arguments
        process.standardOutput = theirs
        process.standardError = theirs
        var environment = ProcessInfo.processInfo.environment
        environment["TERM"] = "xterm"
        environment["NO_COLOR"] = nil
        process.environment = environment.merging(added) { $1 }
        try process.run()
        try theirs.close()
        defer { close(ours) }
        return readAll(ours)
    }

    /// Both ends of a new terminal, by Linux's own calls: the portable ones are not in Swift's module.
    private static func terminal() throws -> (ours: Int32, theirs: FileHandle) {
        let (unlock, askNumber): (UInt, UInt) = (0x4004_5431, 0x8004_5430)  // TIOCSPTLCK, TIOCGPTN
        var (locked, number): (Int32, Int32) = (0, -1)
        let ours = open("/dev/ptmx", O_RDWR | O_NOCTTY)
        let isReady = ioctl(ours, unlock, &locked) == 0 && ioctl(ours, askNumber, &number) == 0
        try #require(ours >= 0 && isReady, "this machine gives no terminals")
        let theirs = open("/dev/pts/\(number)", O_RDWR | O_NOCTTY)
        return (ours, FileHandle(fileDescriptor: theirs, closeOnDealloc: true))
    }

    /// Linux ends a terminal with an error where a pipe just ends.
    private static func readAll(_ terminal: Int32) -> String {
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 4_096)
        while case let count = read(terminal, &buffer, buffer.count), count > 0 {
            bytes += buffer.prefix(count)
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
