import ArgumentParser
import AuditLog
import Cryptography
import Foundation
import Language

/// `sen backup`: a copy of the data folder, made while the server goes on working, with evidence that it is whole.
struct BackupCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup",
        abstract: Spoken.text(.Backups.backupAbstract),
        discussion: Spoken.text(.Backups.backupDiscussion)
    )
    @OptionGroup var data: Audit.Data
    @Argument(help: Spoken.help(.Backups.targetHelp)) var target: String
    @Flag(name: .customLong("with-key"), help: Spoken.help(.Backups.withKeyHelp)) var withKey = false

    func run() async throws {
        let copy = DataFolder(target)
        let verdict = try await Ending.told {
            try await Backup(source: data.folder, includesKey: withKey, clock: World.clock).make(at: copy)
        }
        Ending.complain(Spoken.text(withKey ? .Backups.keyWarning : .Backups.keyLeftOut))
        let entries = Spoken.number(verdict.entryCount)
        let root = BaseCoding.base64.encode(verdict.root)
        print(Spoken.text(.Backups.backedUp(copy.path, entries: entries, root: root)))
    }
}

/// `sen restore`: a data folder from a backup.
struct RestoreCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "restore",
        abstract: Spoken.text(.Backups.restoreAbstract),
        discussion: Spoken.text(.Backups.restoreDiscussion)
    )
    @Argument(help: Spoken.help(.Backups.backupHelp)) var backup: String
    @OptionGroup var data: Audit.Data
    @Flag(name: .customLong("force"), help: Spoken.help(.Backups.forceHelp)) var isForced = false

    func run() async throws {
        let folder = try data.folder
        let restored = try await Ending.told {
            try await Restore(backup: DataFolder(backup), target: folder, clock: World.clock)
                .run(movingAside: isForced)
        }
        let entries = Spoken.number(restored.verdict.entryCount)
        let root = BaseCoding.base64.encode(restored.verdict.root)
        print(Spoken.text(.Backups.restored(folder.path, entries: entries, root: root)))
        if let aside = restored.aside { print(Spoken.text(.Backups.movedAside(aside))) }
        if !folder.hasKey { Ending.complain(Spoken.text(.Backups.keyToBring)) }
    }
}
