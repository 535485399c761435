import AuditLog
import Database
import Foundation
import Language
import Timekeeping

/// The folder in which everything lies that Sen keeps: database, signing key, lock.
///
/// A backup is one, too.
struct DataFolder: Sendable {
    let path: String
    /// Where the data lies when it does not lie in the folder, which then holds the keys alone.
    let server: PostgresSettings?

    init(_ path: String, _ server: PostgresSettings? = nil) {
        self.path = URL(filePath: path).standardizedFileURL.path
        self.server = server
    }

    var databasePath: String { path + "/sen.sqlite" }
    /// The key that signs the audit log; nobody but the server's user may read it.
    var keyPath: String { path + "/audit-signing.key" }
    /// Its public half, which a backup carries even when it does not carry the key.
    var verifyKeyPath: String { path + "/audit-verify.key" }
    var lockPath: String { path + "/serve.lock" }

    var hasDatabase: Bool { FileManager.default.fileExists(atPath: databasePath) }
    /// A folder with a database of its own, such as a backup, is that one, whatever the settings say.
    var serverInUse: PostgresSettings? { hasDatabase ? nil : server }
    var hasKey: Bool { FileManager.default.fileExists(atPath: keyPath) }
    var hasLock: Bool { FileManager.default.fileExists(atPath: lockPath) }

    /// Whether there is nothing that could be lost; a folder that does not exist is empty.
    var isEmpty: Bool {
        (try? FileManager.default.contentsOfDirectory(atPath: path))?.isEmpty
            ?? !FileManager.default.fileExists(atPath: path)
    }

    /// Opens the database of a folder for a command, also while a server runs: the schema has to be there already.
    ///
    /// - Throws: `missing`, `cannotWrite`, `notADatabase`, `older` or `newer`.
    func openToRead() async throws(DataFolderError) -> any Database {
        guard let server = serverInUse else { return try await openFileToRead() }
        let database = try await Self.open(server)
        try await Self.refuseOtherSchema(database)
        return database
    }

    /// ``openToRead()`` of a folder that has its database in a file.
    func openFileToRead() async throws(DataFolderError) -> SQLiteDatabase {
        guard hasDatabase else { throw DataFolderError(.missing, "no sen.sqlite in the folder") }
        let database = try openFile()
        try await Self.refuseOtherSchema(database)
        return database
    }

    private static func refuseOtherSchema(_ database: any Database) async throws(DataFolderError) {
        do {
            let missing = try await Migrator(AllMigrations.inOrder).missing(in: database)
            guard missing.isEmpty else {
                throw DataFolderError(.older, "\(missing.count) migrations are missing")
            }
        } catch {
            database.close()
            throw DataFolderError(opening: error)
        }
    }

    /// Opens the folder for the one process that serves it: makes what is missing and brings the schema up to date.
    ///
    /// - Throws: `inUse` when another process serves it, and what ``openToRead()`` and ``signer()`` throw.
    func openToServe(clock: WallClock, randomBytes: (Int) -> [UInt8]) async throws(DataFolderError)
        -> ServedFolder
    {
        try PrivateFile.makeFolder(path)
        guard server == nil || !hasDatabase else {
            throw DataFolderError(.twoDatabases, "sen.sqlite in the folder, and a server in the settings")
        }
        // Any number of processes serve a province whose data lies in PostgreSQL.
        let lock = server == nil ? try FolderLock(path: lockPath) : nil
        let database = try await openMigrated(clock: clock)
        do {
            let signer = try await signerOnStart(of: database, randomBytes: randomBytes)
            return ServedFolder(database: database, signer: signer, lock: lock)
        } catch {
            database.close()
            throw DataFolderError(opening: error)
        }
    }

    /// Opens the database, makes it when there is none, and brings its schema up to date; the caller holds the lock.
    func openMigrated(clock: WallClock) async throws(DataFolderError) -> any Database {
        let database = try await openOrMake()
        do { try await Migrator(AllMigrations.inOrder).migrate(database, clock: clock) } catch {
            database.close()
            throw DataFolderError(opening: error)
        }
        return database
    }

    private func openOrMake() async throws(DataFolderError) -> any Database {
        if let server = serverInUse { return try await Self.open(server) }
        if !hasDatabase { try PrivateFile.write([], to: databasePath) }
        return try openFile()
    }

    private static func open(_ server: PostgresSettings) async throws(DataFolderError) -> PostgresDatabase {
        do { return try await PostgresDatabase.open(server) } catch { throw DataFolderError(opening: error) }
    }

    private func openFile() throws(DataFolderError) -> SQLiteDatabase {
        // Also a reader writes beside the database (WAL), and the engine would only say that it cannot open it.
        for needed in [path, databasePath] where access(needed, W_OK) != 0 { throw .cannotWrite(needed) }
        do { return try SQLiteDatabase(path: databasePath) } catch { throw DataFolderError(opening: error) }
    }
}

/// A folder that this process serves; no other can, as long as it lives.
struct ServedFolder: Sendable {
    let database: any Database
    let signer: NoteSigner
    let lock: FolderLock?

    /// Finishes what was submitted, then lets others have the folder.
    func close() {
        database.close()
        lock?.release()
    }
}
