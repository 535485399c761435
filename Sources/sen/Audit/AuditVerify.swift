import ArgumentParser
import AuditLog
import Database
import Foundation
import Language

extension Audit {
    /// Re-checks the whole log, and the rows that it tells of, and names the first entry that does not fit.
    struct Verify: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: Spoken.text(.Audit.verifyAbstract),
            discussion: Spoken.text(.Audit.verifyDiscussion)
        )
        @OptionGroup var data: Data
        @OptionGroup var publicKey: PublicKey
        @Option(name: .customLong("kept"), help: Spoken.help(.Audit.keptHelp)) var keptFiles: [String] = []

        func run() async throws {
            let given = try publicKey.resolved()
            let verdict = try await Ending.told {
                let key = try given ?? data.folder.verifyKey()
                let kept = try keptFiles.map { try KeptCheckpoint.read($0, key: key) }
                let database = try await data.folder.openToRead()
                defer { database.close() }
                return try await Verification.run(database, key: key, keptElsewhere: kept)
            }
            let printer = VerdictPrinter(language: Spoken.language)
            guard let problem = verdict.problem else { return print(printer.allFits(verdict)) }
            print(printer.doesNotFit(problem))
            throw Ending.doesNotFit
        }
    }
}

/// The verifier over all rooms' tables, with its progress on standard error.
enum Verification {
    static func run(
        _ database: any Database,
        key: NoteVerifyKey,
        keptElsewhere: [Checkpoint] = []
    ) async throws(AuditError) -> AuditVerdict {
        let progress = Progress(language: Spoken.language)
        defer { progress.finish() }
        return try await AuditVerifier(
            database: database,
            key: key,
            tables: AllAuditedTables.list,
            keptElsewhere: keptElsewhere
        ).verify { progress.show($0.entriesDone, of: $0.entriesTotal) }
    }
}

/// A checkpoint that someone kept in another place: a note, or the one in a receipt.
enum KeptCheckpoint {
    static func read(_ path: String, key: NoteVerifyKey) throws -> Checkpoint {
        guard let bytes = try ReadFile.bytes(of: path, bytesMax: Receipt.bytesMax) else {
            throw ValidationError(Spoken.text(.Audit.noSuchFile(path)))
        }
        let note = (try? Receipt(json: bytes))?.checkpoint ?? String(decoding: bytes, as: UTF8.self)
        guard let checkpoint = Checkpoint(note: note, signedBy: key) else {
            throw ValidationError(Spoken.text(.Audit.notACheckpoint(path)))
        }
        return checkpoint
    }
}

/// Files that a person hands over.
enum ReadFile {
    /// The bytes of a file, one more than `bytesMax` of a longer one; `nil` when it cannot be read.
    static func bytes(of path: String, bytesMax: Int) throws -> [UInt8]? {
        guard let handle = FileHandle(forReadingAtPath: path) else { return nil }
        defer { try? handle.close() }
        return (try? handle.read(upToCount: bytesMax + 1)).map(Array.init)
    }
}
