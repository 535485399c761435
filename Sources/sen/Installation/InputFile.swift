import Foundation
import Language

/// A file that is taken in as a whole.
enum InputFile {
    /// More than any list that is taken in may have; each reader has its own limit below it.
    static let bytesMax = 64 * 1024 * 1024
    private static let chunkBytes = 1 << 20

    /// Reads a file, or what is piped in at `/dev/stdin`; says why and ends the command when it cannot.
    static func read(_ path: String) throws -> [UInt8] {
        guard let handle = FileHandle(forReadingAtPath: path) else { throw refused(path) }
        defer { try? handle.close() }
        var bytes: [UInt8] = []
        do {
            while bytes.count <= bytesMax, let chunk = try handle.read(upToCount: chunkBytes), !chunk.isEmpty
            {
                bytes += chunk
            }
        } catch { throw refused(path) }
        return bytes
    }

    private static func refused(_ path: String) -> any Error {
        Ending.complain(Spoken.text(.Audit.noSuchFile(Printable.text(path))))
        return Ending.couldNotLook
    }
}

/// Values as one line of JSON each, keys in order, for other programs.
enum JSONLine {
    static func text(_ value: some Encodable) -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return (try? encoder.encode(value)).map { String(decoding: $0, as: UTF8.self) } ?? "{}"
    }
}

extension String {
    /// At least so many characters; a longer text is never cut, since half an address is no address.
    func padded(to length: Int) -> String {
        self + String(repeating: " ", count: max(0, length - count))
    }
}
