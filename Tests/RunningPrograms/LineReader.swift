import Foundation
import Synchronization

/// What a program has printed so far, by lines.
package final class LineReader: Sendable {
    private struct Printed {
        var lines: [String] = []
        var rest: [UInt8] = []
        var hasEnded = false
    }

    /// More than this no program of ours prints; what follows is read and forgotten.
    private static let linesMax = 10_000
    private static let bytesAtOnce = 65_536
    private static let newline = UInt8(ascii: "\n")

    private let printed = Mutex(Printed())

    /// Reads `descriptor` to its end on a thread of its own, and closes it.
    package init(_ descriptor: Int32) {
        Thread.detachNewThread { [self] in
            var buffer = [UInt8](repeating: 0, count: Self.bytesAtOnce)
            while case let count = read(descriptor, &buffer, buffer.count), count > 0 {
                take(buffer.prefix(count))
            }
            close(descriptor)
            printed.withLock { $0.hasEnded = true }
        }
    }

    package var lines: [String] { printed.withLock { $0.lines } }
    package var hasEnded: Bool { printed.withLock { $0.hasEnded } }

    private func take(_ bytes: ArraySlice<UInt8>) {
        printed.withLock { printed in
            printed.rest += bytes
            let parts = printed.rest.split(separator: Self.newline, omittingEmptySubsequences: false)
            for part in parts.dropLast() where printed.lines.count < Self.linesMax {
                printed.lines.append(String(decoding: part, as: UTF8.self))
            }
            printed.rest = Array(parts.last ?? [])
        }
    }
}
