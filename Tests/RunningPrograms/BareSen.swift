import Foundation

/// `sen serve` with given settings and without the lab, as a province runs it.
package final class BareSen: Sendable {
    private static let startSecondsMax = 60

    package let port: Int
    package let folder: ScratchFolder
    package let process: ChildProcess
    private let output: LineReader

    private init(_ port: Int, _ folder: ScratchFolder, _ process: ChildProcess, _ output: LineReader) {
        (self.port, self.folder, self.process, self.output) = (port, folder, process, output)
    }

    deinit { process.signal(SIGKILL) }  // nothing for one that was stopped

    /// Starts it and waits until it answers; `folder` has its data folder, `data`.
    package static func start(
        in folder: ScratchFolder,
        environment added: [String: String]
    ) async throws -> BareSen {
        let port = try FreePort.find()
        let output = try Channel()
        var environment = SpawnOrder.plainEnvironment
        environment["SEN_SERVER_PORT"] = String(port)
        environment["SEN_DATA_FOLDER"] = folder.path + "data"
        let order = SpawnOrder(
            try Program.built.path(percentEncoded: false),
            ["serve"],
            environment: environment.merging(added) { $1 },
            in: folder.path,
            descriptors: [1: output.theirs, 2: folder.openLog("log.jsonl")]
        )
        let process = try await ChildProcess.start(order)
        let sen = BareSen(port, folder, process, LineReader(output.ours))
        for _ in 0..<startSecondsMax * 20 where process.ending == nil {
            if !sen.output.lines.isEmpty { return sen }
            try await Task.sleep(for: .milliseconds(50))
        }
        await process.stop(within: .seconds(10))
        throw ChildProcessError(
            description: "sen serve did not become ready:\n\(folder.text(of: "log.jsonl"))"
        )
    }
}
