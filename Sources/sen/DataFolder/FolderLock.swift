import Foundation
import Language
import Synchronization

/// Held by the one process that serves a data folder.
///
/// The kernel lets it go when the process ends, however it ends, so that a crash leaves nothing to clean up. The file
/// stays and means nothing by itself.
final class FolderLock: Sendable {
    private let descriptor: Mutex<Int32?>

    /// - Throws: `inUse` when another process holds it.
    init(path: String) throws(DataFolderError) {
        let opened = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard opened >= 0 else { throw .cannotWrite(path) }
        guard flock(opened, LOCK_EX | LOCK_NB) == 0 else {
            let isHeld = errno == EWOULDBLOCK
            close(opened)
            throw isHeld
                ? DataFolderError(.inUse, "serve.lock is held by another process") : .cannotWrite(path)
        }
        descriptor = Mutex(opened)
    }

    /// Unlocks before it closes: a program that is being started holds a copy of the descriptor until it runs.
    func release() {
        descriptor.withLock { held in
            if let descriptor = held {
                flock(descriptor, LOCK_UN)
                close(descriptor)
            }
            held = nil
        }
    }

    deinit { release() }
}
