import Database
import Foundation
import RunningPrograms
import Testing

@Suite("kill -9 under load")
struct CrashTests {
    /// Each round starts from what the round before left, so that recovery itself is killed into as well.
    private static let rounds = 12
    private static let rowsPerRoundMax = 10_000_000

    @Test("every write that was answered is in the file after the process is killed, round after round")
    func nothingAnsweredIsLost() async throws {
        let program = try #require(
            Self.crashWriter,
            "the crash writer was not built; run swift build --build-tests"
        )
        let folder = FileManager.default.temporaryDirectory.appending(path: "sen-crash-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = folder.appending(path: "sen.sqlite").path
        var answered: Set<Int> = []
        for round in 0..<Self.rounds {
            let milliseconds = 40 + 23 * round
            answered.formUnion(
                try await Self.writeUntilKilled(
                    program,
                    file,
                    first: round * Self.rowsPerRoundMax,
                    milliseconds
                )
            )
            let kept = try await Self.numbers(in: file)
            #expect(answered.subtracting(kept).isEmpty, "round \(round) lost answered writes")
        }
        #expect(answered.count > Self.rounds, "the writer answered too little to prove anything")
    }

    private static func writeUntilKilled(
        _ program: URL,
        _ file: String,
        first: Int,
        _ milliseconds: Int
    ) async throws -> Set<Int> {
        let output = try Channel()
        let order = SpawnOrder(
            program.path(percentEncoded: false),
            [file, String(first)],
            environment: ProcessInfo.processInfo.environment,
            in: FileManager.default.temporaryDirectory.path,
            descriptors: [1: output.theirs, 2: SpawnOrder.silence()]
        )
        let writer = try await ChildProcess.start(order)
        async let written = WholeOutput.read(output.ours)
        try await Task.sleep(for: .milliseconds(milliseconds))
        writer.signal(SIGKILL)
        let text = String(decoding: await written, as: UTF8.self)
        _ = await writer.wait()
        // The last line may have been cut by the kill: only whole lines were answered for sure.
        return Set(
            text.split(separator: "\n", omittingEmptySubsequences: false).dropLast().compactMap { Int($0) }
        )
    }

    private static func numbers(in file: String) async throws -> Set<Int> {
        let database = try SQLiteDatabase(path: file)
        defer { database.close() }
        return try await database.read { transaction in
            guard try transaction.first("SELECT 1 FROM sqlite_master WHERE name = 'answered'") != nil else {
                return []
            }
            return Set(try transaction.query("SELECT number FROM answered").map { row in try row[0] as Int })
        }
    }

    /// Lies beside the test bundle.
    private static var crashWriter: URL? {
        let folders = [
            Bundle.main.bundleURL, URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent(),
        ]
        return folders.map { $0.appending(path: "CrashWriter") }
            .first { FileManager.default.isExecutableFile(atPath: $0.path) }
    }
}
