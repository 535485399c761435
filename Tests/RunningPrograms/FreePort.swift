import Foundation

/// A port of the loopback interface on which nobody listens.
package enum FreePort {
    /// Found by asking the system; somebody else may take it before it is used, so whoever uses it tries again.
    package static func find() throws(ChildProcessError) -> Int {
        let probe = socket(AF_INET, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        defer { close(probe) }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7f00_0001).bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let isBound = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { generic in
                bind(probe, generic, length) == 0 && getsockname(probe, generic, &length) == 0
            }
        }
        guard isBound else { throw ChildProcessError(description: "no port is free: errno \(errno)") }
        return Int(UInt16(bigEndian: address.sin_port))
    }
}
