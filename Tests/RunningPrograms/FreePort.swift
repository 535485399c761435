import Foundation
import Synchronization

/// A port of the loopback interface on which nobody listens.
package enum FreePort {
    /// Below those that the system itself gives to connections (from 32,768 on), and none that browsers refuse.
    private static let range = 12_000..<32_000
    /// Two runs of the tests on one machine begin apart.
    private static let begun = Mutex(Int(getpid()) &* 97)

    /// The next that can be bound; no other test of this process gets it, and no connection that the system opens.
    package static func find() throws(ChildProcessError) -> Int {
        for _ in range {
            let step = begun.withLock { next in
                next &+= 1
                return next
            }
            let port = range.lowerBound + step % range.count
            if isFree(port) { return port }
        }
        throw ChildProcessError(
            description: "no port from \(range.lowerBound) to \(range.upperBound) is free"
        )
    }

    private static func isFree(_ port: Int) -> Bool {
        let probe = socket(AF_INET, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        defer { close(probe) }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = in_port_t(port).bigEndian
        address.sin_addr.s_addr = UInt32(0x7f00_0001).bigEndian
        return withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { generic in
                bind(probe, generic, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
            }
        }
    }
}
