import Access
import AuditLog
import Database
import Foundation
import Places
import RunningPrograms
import Testing

@testable import sen

/// A data folder in a temporary place with the units that ship with the program, as the first start leaves it.
struct InstallationFolder: Sendable {
    static let commune = "17329"
    static let otherCommune = "16681"

    let folder: DataFolder
    let served: ServedFolder

    /// Runs `sen` on the folder.
    func sen(_ arguments: String..., language: String? = nil) async throws -> Program.Outcome {
        try await Program.run(arguments + ["--data", folder.path], language: language)
    }

    /// Runs `sen` with a file of this content, whose path comes last.
    func sen(
        _ arguments: [String],
        file content: String,
        named name: String = "list.csv",
        options: [String] = []
    ) async throws -> Program.Outcome {
        let file = beside("\(UUID().uuidString)-\(name)")
        try content.write(toFile: file, atomically: true, encoding: .utf8)
        return try await Program.run(arguments + [file, "--data", folder.path] + options)
    }

    func beside(_ name: String) -> String {
        URL(filePath: folder.path).deletingLastPathComponent().appending(path: name).path
    }

    /// Codes of the log's entries that the command wrote, in order.
    func actions(by actor: String = "system:command") async throws -> [String] {
        try await served.database.read { transaction in
            try transaction.query("SELECT action FROM audit_entry WHERE actor = \(actor) ORDER BY id").map {
                row in try row[0]
            }
        }
    }

    /// Entries that wait for their leaves.
    func waiting() async throws -> Int? {
        try await served.database.read {
            try $0.value("SELECT count(*) FROM audit_entry WHERE leaf_index IS NULL")
        }
    }

    func execute(_ sql: SQL) async throws {
        _ = try await served.database.write { try $0.execute(sql) }
    }
}

/// Runs `body` with an installation that this process serves, so that every command meets a folder in use.
func withInstallation<T>(_ body: (InstallationFolder) async throws -> T) async throws -> T {
    let place = FileManager.default.temporaryDirectory.appending(path: "sen-commands-\(UUID().uuidString)")
    let folder = DataFolder(place.appending(path: "data").path)
    let served = try await folder.openToServe(clock: World.clock, randomBytes: World.randomBytes)
    defer {
        served.close()
        try? FileManager.default.removeItem(at: place)
    }
    let log = AuditLog(randomBytes: World.randomBytes)
    try await UnitStore(database: served.database, audit: log, clock: World.clock).seed(
        ReferenceProvince.load(),
        by: SystemAccess().permit(.system("start"), to: ChangeUnits.self, on: ReferenceProvince.provinceID)
    )
    return try await body(InstallationFolder(folder: folder, served: served))
}

/// Text that would do harm where somebody forgot to quote it.
let hostileTexts = [
    "'; DROP TABLE website; --", #"" OR 1=1 --"#, "<script>alert(1)</script>", "&lt;b&gt;", "=1+1", "%s%n %",
    "\u{1B}[31mđỏ", "a\u{202E}b",
]
