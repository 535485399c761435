import Foundation
import Testing

/// The project's own files, found from where this file lies.
enum Project {
    static let root = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    static let sources = root.appending(path: "Sources")

    /// Swift files below `folder`, with their text, sorted by path.
    static func swiftFiles(under folder: URL) throws -> [(path: String, text: String)] {
        let files = try #require(FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil))
            .compactMap { $0 as? URL }
            .filter { $0.pathExtension == "swift" }
        return try files.map { file in
            (String(file.path.dropFirst(root.path.count + 1)), try String(contentsOf: file, encoding: .utf8))
        }.sorted { $0.path < $1.path }
    }

    /// Targets that hold Swift, by the name of their folder.
    static func targets() throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: sources.path)
            .filter { name in
                guard !name.hasPrefix(".") else { return false }
                return try !swiftFiles(under: sources.appending(path: name)).isEmpty
            }
            .sorted()
    }

    /// The modules that `text` imports.
    static func imports(in text: String) -> [String] {
        text.split(separator: "\n").compactMap { line in
            line.wholeMatch(
                of:
                    /\s*(?:@\w+\s+)?(?:(?:public|package|internal|private)\s+)?import\s+(?:struct |class |func |enum )?(\w+).*/
            )
            .map { String($0.1) }
        }
    }
}
