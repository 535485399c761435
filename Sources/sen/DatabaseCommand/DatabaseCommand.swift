import ArgumentParser
import Cryptography
import Database
import Foundation
import Language

/// `sen database`: where the data lies.
struct DatabaseCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "database",
        abstract: Spoken.text(.DatabaseCommand.abstract),
        subcommands: [Copy.self]
    )
}

extension DatabaseCommand {
    /// Moves a province from SQLite to PostgreSQL, or back.
    struct Copy: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: Spoken.text(.DatabaseCommand.copyAbstract),
            discussion: Spoken.text(.DatabaseCommand.copyDiscussion)
        )
        @Argument(help: Spoken.help(.DatabaseCommand.fromHelp)) var from: String
        @Argument(help: Spoken.help(.DatabaseCommand.toHelp)) var to: String

        func run() async throws {
            let proofs = try await Ending.toldByKind {
                let source = try DatabasePlace(from)
                defer { source.release() }
                let target = try DatabasePlace(to)
                defer { target.release() }
                return try await Self.copy(source, target)
            }
            for proof in proofs {
                let hash = BaseCoding.hex.encode(proof.sha256)
                print("\(hash)  \(proof.table)  \(Spoken.number(UInt64(proof.rows)))")
            }
            Ending.complain(Spoken.text(.DatabaseCommand.copied))
        }

        private static func copy(
            _ source: DatabasePlace,
            _ target: DatabasePlace
        ) async throws -> [DatabaseCopy.Proof] {
            let from = try await source.folder.openToRead()
            defer { from.close() }
            let to = try await target.folder.openMigrated(clock: World.clock)
            defer { to.close() }
            let progress = Progress(language: Spoken.language, text: Text.DatabaseCommand.progress)
            defer { progress.finish() }
            do {
                return try await DatabaseCopy(source: from, target: to).run { done, total in
                    progress.show(UInt64(done + 1), of: UInt64(total))
                }
            } catch {
                throw DataFolderError(opening: error)
            }
        }
    }
}

/// One end of a copy: a data folder, which no server may use meanwhile, or a connection string of PostgreSQL.
private struct DatabasePlace {
    let folder: DataFolder
    private let lock: FolderLock?

    init(_ typed: String) throws {
        if typed.hasPrefix("postgresql://") || typed.hasPrefix("postgres://") || typed.contains("dbname=") {
            // A folder that is not there: nothing of it is used but the server.
            folder = DataFolder("/nonexistent", PostgresSettings(connection: typed))
            lock = nil
        } else {
            folder = DataFolder(typed)
            try PrivateFile.makeFolder(folder.path)
            lock = try FolderLock(path: folder.lockPath)
        }
    }

    func release() { lock?.release() }
}
