import Database
import Language

/// Why a data folder, or a backup, cannot be used.
typealias DataFolderError = Failure<DataFolderErrorCode>

enum DataFolderErrorCode: String, FailureCode {
    case storeFailed = "data.store-failed"
    case missing = "data.missing"
    case notADatabase = "data.not-a-database"
    case older = "data.older"
    case newer = "data.newer"
    case inUse = "data.in-use"
    case cannotWrite = "data.cannot-write"
    case keyMissing = "data.key-missing"
    case keyUnreadable = "data.key-unreadable"
    case keyTooOpen = "data.key-too-open"
    case keyMismatch = "data.key-mismatch"
    case targetExists = "data.target-exists"
    case folderNotEmpty = "data.folder-not-empty"
    case cannotSwap = "data.cannot-swap"
    case copyDamaged = "data.copy-damaged"
    case twoDatabases = "data.two-databases"
    case serverAway = "data.server-away"
    case serverUnfit = "data.server-unfit"
    case libraryMissing = "data.library-missing"
    case backedUpByServer = "data.backed-up-by-server"

    var text: Text {
        switch self {
        case .storeFailed: .storeFailed
        case .missing: .DataFolder.missing
        case .notADatabase: .DataFolder.notADatabase
        case .older: .DataFolder.older
        case .newer: .DataFolder.newer
        case .inUse: .DataFolder.inUse
        case .cannotWrite: .DataFolder.cannotWrite
        case .keyMissing: .DataFolder.keyMissing
        case .keyUnreadable: .DataFolder.keyUnreadable
        case .keyTooOpen: .DataFolder.keyTooOpen
        case .keyMismatch: .DataFolder.keyMismatch
        case .targetExists: .DataFolder.targetExists
        case .folderNotEmpty: .DataFolder.folderNotEmpty
        case .cannotSwap: .DataFolder.cannotSwap
        case .copyDamaged: .DataFolder.copyDamaged
        case .twoDatabases: .DataFolder.twoDatabases
        case .serverAway: .DataFolder.serverAway
        case .serverUnfit: .DataFolder.serverUnfit
        case .libraryMissing: .DataFolder.libraryMissing
        case .backedUpByServer: .DataFolder.backedUpByServer
        }
    }

    var category: FailureCategory {
        switch self {
        case .missing, .keyMissing: .notFound
        case .inUse, .targetExists, .folderNotEmpty, .twoDatabases: .conflict
        case .keyTooOpen: .forbidden
        case .notADatabase, .older, .newer, .keyUnreadable, .keyMismatch, .copyDamaged, .serverUnfit,
            .backedUpByServer:
            .invalid
        case .storeFailed, .cannotWrite, .cannotSwap, .serverAway, .libraryMissing: .unavailable
        }
    }
}

extension Failure where Code == DataFolderErrorCode {
    /// Tells why a database could not be opened.
    init(opening error: any Error) {
        switch error {
        case let same as DataFolderError: self = same
        case MigrationError.writtenByNewerProgram(let name):
            self.init(.newer, "the database has the migration “\(name)”", cause: error)
        case let failure as DatabaseError where failure.kind == .libraryMissing:
            self.init(.libraryMissing, failure.detail, cause: error)
        case let failure as DatabaseError where failure.kind == .unfit:
            self.init(.serverUnfit, failure.detail, cause: error)
        case let failure as DatabaseError where failure.kind == .unreachable:
            self.init(.serverAway, failure.detail, cause: error)
        case let failure as DatabaseError where failure.kind == .corrupt || failure.kind == .other:
            self.init(.notADatabase, "sen.sqlite cannot be opened as Sen's database", cause: error)
        default: self.init(wrapping: error)
        }
    }
}
