import Foundation

/// Labelled cases made elsewhere, which are test data only and not part of the project.
///
/// They are looked for in the folder that `SEN_ORACLE` names, then in `shared/oracle` beside a folder above
/// this one.
enum Oracle {
    static func path(_ name: String) -> String {
        let named = ProcessInfo.processInfo.environment["SEN_ORACLE"].map { URL(filePath: $0) }
        let above = sequence(first: URL(filePath: #filePath)) {
            $0.path == "/" ? nil : $0.deletingLastPathComponent()
        }
        let folders = [named].compactMap { $0 } + above.map { $0.appending(path: "shared/oracle") }
        let found = folders.first { FileManager.default.fileExists(atPath: $0.appending(path: name).path) }
        return (found ?? folders[0]).appending(path: name).path
    }

    static func has(_ name: String) -> Bool { FileManager.default.fileExists(atPath: path(name)) }
}
