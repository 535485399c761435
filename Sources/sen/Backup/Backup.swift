import AuditLog
import Database
import Foundation
import Language
import Timekeeping

/// Makes a backup: copied under a name that nobody takes for a backup, verified, and only then given its name.
struct Backup {
    let source: DataFolder
    /// Whether the signing key goes along.
    let includesKey: Bool
    let clock: WallClock

    /// Returns what the verifier found in the copy.
    ///
    /// - Throws: `targetExists`, `cannotWrite`, `copyDamaged`, and what opening the source throws.
    func make(at target: DataFolder) async throws(DataFolderError) -> AuditVerdict {
        guard target.isEmpty else {
            throw DataFolderError(.targetExists, "the target is not an empty folder")
        }
        guard source.serverInUse == nil else {
            throw DataFolderError(.backedUpByServer, "the data lies in PostgreSQL")
        }
        let key = try source.verifyKey()
        let partial = DataFolder(target.path + ".partial-" + clock.now().forFileNames)
        try PrivateFile.makeFolder(partial.path)
        do {
            try await copy(to: partial, key: key)
            let verdict = try await CopyCheck(folder: partial, key: key).run()
            try FolderSwap.move(partial.path, to: target.path)
            return verdict
        } catch {
            try? FileManager.default.removeItem(atPath: partial.path)
            throw DataFolderError(opening: error)
        }
    }

    private func copy(to partial: DataFolder, key: NoteVerifyKey) async throws {
        Ending.complain(Spoken.text(.Backups.copying))
        let database = try await source.openFileToRead()
        defer { database.close() }
        try await database.backUp(to: partial.databasePath)
        try PrivateFile.protect(partial.databasePath)
        try PrivateFile.sync(partial.databasePath)
        try PrivateFile.write(Array("\(key)\n".utf8), to: partial.verifyKeyPath)
        if includesKey { try source.copyKey(to: partial) }
    }
}

/// Evidence that a copy opens, that its file is sound and that its log fits.
struct CopyCheck {
    let folder: DataFolder
    let key: NoteVerifyKey

    /// - Throws: `copyDamaged`, naming what does not fit.
    func run() async throws -> AuditVerdict {
        let database = try await folder.openFileToRead()
        defer { database.close() }
        Ending.complain(Spoken.text(.Backups.checkingFile))
        if let damage = try await database.damage() { throw DataFolderError(.copyDamaged, damage) }
        Ending.complain(Spoken.text(.Backups.checkingLog))
        let verdict = try await Verification.run(database, key: key)
        if let problem = verdict.problem {
            Ending.complain(VerdictPrinter(language: Spoken.language).place(of: problem))
            throw DataFolderError(.copyDamaged, problem.code.rawValue)
        }
        return verdict
    }
}

extension Instant {
    /// `20261124T113000Z`, which sorts by time and needs no quoting in a shell.
    var forFileNames: String {
        rfc3339.prefix(19).filter { $0 != "-" && $0 != ":" } + "Z"
    }
}
