package import Foundation

/// The real program, run as a person runs it.
package enum Program {
    package struct Outcome: Sendable {
        package let status: Int32
        package let output: String
        package let error: String

        /// ``output`` as it was written.
        package let bytes: [UInt8]
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

    /// Any other program, beside which `sen` is used; `input` is what it reads.
    ///
    /// Not by Foundation's `Process`, which misses the end of a program once more than 1,024 files are open: the tests
    /// that run at the same time have more.
    package static func run(
        _ program: URL,
        _ arguments: [String],
        environment added: [String: String] = [:],
        input: [UInt8] = []
    ) async throws -> Outcome {
        let (output, error) = (try Channel(), try Channel())
        let given = try Channel()
        let order = SpawnOrder(
            program.path(percentEncoded: false),
            arguments,
            environment: ProcessInfo.processInfo.environment
                .filter { $0.key != "SEN_LANGUAGE" }
                .merging(added) { $1 },
            in: FileManager.default.currentDirectoryPath,
            descriptors: [0: given.theirs, 1: output.theirs, 2: error.theirs]
        )
        let child = try await ChildProcess.start(order)
        Thread.detachNewThread {
            _ = Channel.write(input, to: given.ours)
            close(given.ours)
        }
        async let written = WholeOutput.read(output.ours)
        async let complained = WholeOutput.read(error.ours)
        let (said, told) = (await written, await complained)
        return Outcome(
            status: await child.wait().status,
            output: String(decoding: said, as: UTF8.self),
            error: String(decoding: told, as: UTF8.self),
            bytes: said
        )
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
