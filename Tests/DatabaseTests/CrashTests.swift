import Database
import Foundation
import RunningPrograms
import TestDatabases
import Testing

@Suite("kill -9 under load")
struct CrashTests {
    /// Each round starts from what the round before left, so that recovery itself is killed into as well.
    private static let rounds = 12
    private static let rowsPerRoundMax = 10_000_000

    @Test("every write that was answered is in the file after the process is killed, round after round")
    func nothingAnsweredIsLost() async throws {
        let folder = try ScratchFolder("sen-crash")
        let file = folder.path + "sen.sqlite"
        try await Self.kill(writingTo: file) { try SQLiteDatabase(path: file) }
    }

    @Test(
        "every write that was answered is in PostgreSQL after the process is killed, round after round",
        .enabled(if: PostgresInstallation.found != nil, "\(PostgresInstallation.missing)")
    )
    func nothingAnsweredIsLostInPostgres() async throws {
        try await withDatabase(.postgres) { (each) async throws in
            try await Self.kill(writingTo: try #require(each.connection), opening: each.openAgain)
        }
    }

    private static func kill(
        writingTo place: String,
        opening open: @Sendable () throws -> any Database
    ) async throws {
        let program = try #require(
            Self.crashWriter,
            "the crash writer was not built; run swift build --build-tests"
        )
        var answered: Set<Int> = []
        for round in 0..<Self.rounds {
            let milliseconds = 40 + 23 * round
            answered.formUnion(
                try await Self.writeUntilKilled(
                    program,
                    place,
                    first: round * Self.rowsPerRoundMax,
                    milliseconds
                )
            )
            let kept = try await Self.numbers(in: open)
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

    private static func numbers(in open: @Sendable () throws -> any Database) async throws -> Set<Int> {
        let database = try open()
        defer { database.close() }
        // A process that was killed at once has not even made the table.
        _ = try await database.write { transaction in
            try transaction.execute(
                "CREATE TABLE IF NOT EXISTS answered (number \(.integer) PRIMARY KEY) \(.strict)"
            )
        }
        return try await database.read { transaction in
            Set(try transaction.query("SELECT number FROM answered").map { row in try row[0] as Int })
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
