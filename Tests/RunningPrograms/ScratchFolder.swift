package import Foundation

/// A folder for one test, removed with all that is in it when nobody holds it any more.
package final class ScratchFolder: Sendable {
    package let url: URL

    package init(_ name: String) throws {
        url = FileManager.default.temporaryDirectory
            .appending(path: "\(name)-\(UUID().uuidString)", directoryHint: .isDirectory)
        let onlyOurs: [FileAttributeKey: Any] = [.posixPermissions: 0o700]
        try FileManager.default.createDirectory(
            at: url,
            withIntermediateDirectories: true,
            attributes: onlyOurs
        )
    }

    deinit { try? FileManager.default.removeItem(at: url) }

    package var path: String { url.path(percentEncoded: false) }

    /// A descriptor that adds to a file of the folder, for a program to write to.
    package func openLog(_ name: String) -> Int32 {
        open(path + name, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
    }

    /// What a file of the folder holds; nothing when it is not there.
    package func text(of name: String) -> String {
        (try? String(contentsOfFile: path + name, encoding: .utf8)) ?? ""
    }
}
