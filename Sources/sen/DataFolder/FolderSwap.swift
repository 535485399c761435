import CRename
import Foundation
import Language

/// Puts a whole folder into its place at one stroke: before and after a crash there is one folder or the other, never
/// half of each.
enum FolderSwap {
    /// Gives a folder its name; there is at most an empty folder of that name.
    static func move(_ path: String, to target: String) throws(DataFolderError) {
        guard rename(path, target) == 0 else { throw cannotSwap() }
        try PrivateFile.syncFolder(of: target)
    }

    /// Lets two folders of one file system change their names.
    ///
    /// - Throws: `cannotSwap`, for example when one is a mount point; then nothing has changed.
    static func exchange(_ path: String, _ other: String) throws(DataFolderError) {
        guard sen_exchange_names(path, other) == 0 else {
            throw cannotSwap()
        }
        try PrivateFile.syncFolder(of: other)
    }

    private static func cannotSwap() -> DataFolderError {
        DataFolderError(.cannotSwap, String(cString: strerror(errno)))
    }
}
