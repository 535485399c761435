import Foundation
import Language

/// Files and folders that only the program's own user may read.
enum PrivateFile {
    private static let fileMode: mode_t = 0o600
    private static let folderMode = 0o700
    private static let othersMask = 0o077

    static func makeFolder(_ path: String) throws(DataFolderError) {
        do {
            try FileManager.default.createDirectory(
                atPath: path,
                withIntermediateDirectories: true,
                attributes: FileManager.default.fileExists(atPath: path)
                    ? [:] : [.posixPermissions: folderMode]
            )
        } catch {
            throw DataFolderError(.cannotWrite, "cannot make the folder", cause: error)
        }
    }

    /// Writes a new file, mode 0600, and returns after it and its name are on the disk.
    ///
    /// - Throws: `cannotWrite`, also when there is such a file already.
    static func write(_ bytes: [UInt8], to path: String) throws(DataFolderError) {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, fileMode)
        guard descriptor >= 0 else { throw .cannotWrite(path) }
        let handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
        do {
            try handle.write(contentsOf: bytes)
            try handle.synchronize()
            try handle.close()
        } catch {
            throw DataFolderError(.cannotWrite, "cannot write a file", cause: error)
        }
        try syncFolder(of: path)
    }

    /// Copies a file to a new one that is on the disk, and that only its owner may read, when this returns.
    static func copy(_ path: String, to other: String) throws(DataFolderError) {
        do { try FileManager.default.copyItem(atPath: path, toPath: other) } catch {
            throw DataFolderError(.cannotWrite, "cannot copy a file", cause: error)
        }
        try protect(other)
        try sync(other)
        try syncFolder(of: other)
    }

    /// Takes a file's rights away from everyone but its owner.
    static func protect(_ path: String) throws(DataFolderError) {
        guard chmod(path, fileMode) == 0 else { throw .cannotWrite(path) }
    }

    /// Makes sure that the names in the folder of `path` survive a power cut.
    static func syncFolder(of path: String) throws(DataFolderError) {
        try sync(URL(filePath: path).deletingLastPathComponent().path)
    }

    /// Makes sure that a file, or the names in a folder, survive a power cut.
    static func sync(_ path: String) throws(DataFolderError) {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .cannotWrite(path) }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw .cannotWrite(path) }
    }

    /// The one line of a small file; `nil` without a file.
    static func line(of path: String, bytesMax: Int) throws(DataFolderError) -> String? {
        guard let handle = FileHandle(forReadingAtPath: path) else {
            guard !FileManager.default.fileExists(atPath: path) else {
                throw DataFolderError(.keyUnreadable, "the file cannot be read")
            }
            return nil
        }
        let bytes = (try? handle.read(upToCount: bytesMax)) ?? Data()
        return String(decoding: bytes, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
    }

    /// Whether nobody but its owner has any right on the file.
    static func isPrivate(_ path: String) throws(DataFolderError) -> Bool {
        let attributes = try? FileManager.default.attributesOfItem(atPath: path)
        guard let mode = attributes?[.posixPermissions] as? NSNumber else {
            throw DataFolderError(.keyUnreadable, "the rights of the file cannot be read")
        }
        return mode.intValue & othersMask == 0
    }
}

extension DataFolderError {
    /// With what the system says of its last failure.
    static func cannotWrite(_ path: String) -> DataFolderError {
        DataFolderError(.cannotWrite, "\(path): \(String(cString: strerror(errno)))")
    }
}
