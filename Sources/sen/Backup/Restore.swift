import AuditLog
import Database
import Foundation
import Language
import Timekeeping

/// Restores a backup: copied beside the data folder, verified there, swapped in at one stroke, verified again.
struct Restore {
    let backup: DataFolder
    let target: DataFolder
    let clock: WallClock

    struct Result {
        let verdict: AuditVerdict
        /// Where the former data lies now; `nil` when there was none.
        let aside: String?
    }

    /// - Throws: `folderNotEmpty`, `inUse` while a server runs on either folder, `copyDamaged` when the backup does not
    ///   fit, `cannotSwap`. The former data is untouched by any failure before the swap, and lies aside after it.
    func run(movingAside isForced: Bool) async throws(DataFolderError) -> Result {
        guard backup.hasDatabase else { throw DataFolderError(.missing, "the backup has no sen.sqlite") }
        let wasEmpty = target.isEmpty
        guard wasEmpty || isForced else {
            throw DataFolderError(.folderNotEmpty, "the data folder is not empty")
        }
        let locks = try locks(targetIsEmpty: wasEmpty)
        defer { for lock in locks { lock.release() } }
        // The staged copy takes the name under which the former data will lie, since the swap exchanges the two.
        let staged = DataFolder(target.path + ".before-restore-" + clock.now().forFileNames)
        let (key, before) = try await verifiedCopy(in: staged)
        try swapIn(staged, targetIsEmpty: wasEmpty)
        let after = try await verified(key)
        guard after.root == before.root else {
            throw DataFolderError(.copyDamaged, "the restored log is not the one that was verified")
        }
        return Result(verdict: after, aside: wasEmpty ? nil : staged.path)
    }

    /// Keeps servers off both folders; nothing is written into a backup.
    private func locks(targetIsEmpty: Bool) throws(DataFolderError) -> [FolderLock] {
        var locks: [FolderLock] = []
        if backup.hasLock { locks.append(try FolderLock(path: backup.lockPath)) }
        if !targetIsEmpty { locks.append(try FolderLock(path: target.lockPath)) }
        return locks
    }

    private func verified(_ key: NoteVerifyKey) async throws(DataFolderError) -> AuditVerdict {
        do { return try await CopyCheck(folder: target, key: key).run() } catch {
            throw DataFolderError(opening: error)
        }
    }

    private func verifiedCopy(
        in staged: DataFolder
    ) async throws(DataFolderError) -> (NoteVerifyKey, AuditVerdict) {
        try PrivateFile.makeFolder(staged.path)
        do {
            let key = try await stage(in: staged)
            return (key, try await CopyCheck(folder: staged, key: key).run())
        } catch {
            try? FileManager.default.removeItem(atPath: staged.path)
            throw DataFolderError(opening: error)
        }
    }

    private func swapIn(_ staged: DataFolder, targetIsEmpty: Bool) throws(DataFolderError) {
        do throws(DataFolderError) {
            if targetIsEmpty {
                try FolderSwap.move(staged.path, to: target.path)
            } else {
                try FolderSwap.exchange(staged.path, target.path)
            }
        } catch {
            try? FileManager.default.removeItem(atPath: staged.path)
            throw error
        }
    }

    /// Copies the backup, brings its schema up to date, and returns the key that its log is signed with.
    private func stage(in staged: DataFolder) async throws -> NoteVerifyKey {
        Ending.complain(Spoken.text(.Backups.copying))
        let key = try backup.verifyKey()
        for suffix in ["", "-wal"] where FileManager.default.fileExists(atPath: backup.databasePath + suffix)
        {
            try PrivateFile.copy(backup.databasePath + suffix, to: staged.databasePath + suffix)
        }
        if backup.hasKey {
            try backup.copyKey(to: staged)
        } else if let own = try? target.signer(), own.verifyKey == key {
            try target.copyKey(to: staged)
        } else {
            try PrivateFile.write(Array("\(key)\n".utf8), to: staged.verifyKeyPath)
        }
        try await staged.openMigrated(clock: clock).close()
        return key
    }
}
