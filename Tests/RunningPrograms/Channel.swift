import Foundation

/// A way between us and a program that we start; neither end is inherited by anybody else.
package struct Channel: Sendable {
    package let ours, theirs: Int32

    package init() throws(ChildProcessError) {
        var ends: [Int32] = [0, 0]
        // A pair of sockets, not a pipe: a write to one whose other end is gone raises no signal.
        let kind = Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue)
        guard socketpair(AF_UNIX, kind, 0, &ends) == 0 else {
            throw ChildProcessError(
                description: "no channel to a program: \(String(cString: strerror(errno)))"
            )
        }
        (ours, theirs) = (ends[0], ends[1])
    }

    /// `false` when the program is gone.
    package static func write(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
        var sent = 0
        while sent < bytes.count {
            let count = bytes[sent...].withUnsafeBytes {
                send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
            }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return false }
            sent += count
        }
        return true
    }
}
