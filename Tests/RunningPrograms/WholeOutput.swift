import Foundation

/// Everything that a program writes, to its end.
package enum WholeOutput {
    private static let bytesAtOnce = 65_536

    /// Reads `descriptor` to its end and closes it.
    ///
    /// On a thread of its own: it waits as long as the program runs, and the tasks' threads are few.
    package static func read(_ descriptor: Int32) async -> [UInt8] {
        await withCheckedContinuation { reading in
            Thread.detachNewThread {
                var bytes: [UInt8] = []
                var buffer = [UInt8](repeating: 0, count: bytesAtOnce)
                while case let count = Foundation.read(descriptor, &buffer, buffer.count), count > 0 {
                    bytes += buffer.prefix(count)
                }
                close(descriptor)
                reading.resume(returning: bytes)
            }
        }
    }
}
