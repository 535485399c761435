package import Foundation

/// The real program, run as a person runs it.
package enum Program {
    package struct Outcome: Sendable {
        package let status: Int32
        package let output: String
        package let error: String

        package init(status: Int32, output: String, error: String) {
            (self.status, self.output, self.error) = (status, output, error)
        }
    }

    package static func run(
        _ arguments: [String],
        language: String? = nil,
        environment added: [String: String] = [:]
    ) async throws -> Outcome {
        var environment = added
        if let language { environment["SEN_LANGUAGE"] = language }
        return try await run(built, arguments, environment: environment)
    }

    /// Any other program, beside which `sen` is used.
    package static func run(
        _ program: URL,
        _ arguments: [String],
        environment added: [String: String] = [:]
    ) async throws -> Outcome {
        let process = Process()
        let output = Pipe()
        let error = Pipe()
        process.executableURL = program
        process.arguments = arguments
        process.standardOutput = output
        process.standardError = error
        process.environment = ProcessInfo.processInfo.environment
            .filter { $0.key != "SEN_LANGUAGE" }
            .merging(added) { $1 }
        try process.run()
        async let written = readAll(output)
        async let complained = readAll(error)
        let outcome = (await written, await complained)
        process.waitUntilExit()
        return Outcome(status: process.terminationStatus, output: outcome.0, error: outcome.1)
    }

    private static func readAll(_ pipe: Pipe) async -> String {
        let output = pipe.fileHandleForReading
        return await withCheckedContinuation { reading in
            // A thread of its own: it waits as long as the program runs, and the tasks' threads are few.
            Thread.detachNewThread {
                reading.resume(returning: String(decoding: output.readDataToEndOfFile(), as: UTF8.self))
            }
        }
    }

    /// The executable, which lies beside the test bundle.
    package static var built: URL {
        get throws(ChildProcessError) {
            guard let found = executable else {
                throw ChildProcessError(description: "sen was not built; run swift build --build-tests")
            }
            return found
        }
    }

    private static var executable: URL? {
        let folders = [
            Bundle.main.bundleURL, URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent(),
        ]
        return folders.map { $0.appending(path: "sen") }
            .first { FileManager.default.isExecutableFile(atPath: $0.path) }
    }
}
