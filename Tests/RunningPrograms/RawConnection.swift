package import Foundation

/// A connection to a server of ours over which a test sends whatever bytes it likes.
///
/// Its methods wait, so it is only used within ``run(to:_:)``, on a thread of its own.
package struct RawConnection: Sendable {
    /// Longer than this no answer of Sen is waited for; its own limits are shorter.
    private static let secondsMax = 90
    /// The longest answer that is read.
    private static let bytesMax = 16 << 20

    private let socket: Int32

    /// Connects to a port of loopback and hands the connection to `body`.
    package static func run<T: Sendable>(
        to port: Int,
        _ body: @escaping @Sendable (RawConnection) -> T
    ) async throws -> T {
        try await withCheckedThrowingContinuation { waiting in
            Thread.detachNewThread {
                guard let connection = RawConnection(port) else {
                    let reason = "no connection to port \(port): errno \(errno)"
                    return waiting.resume(throwing: ChildProcessError(description: reason))
                }
                let result = body(connection)
                close(connection.socket)
                waiting.resume(returning: result)
            }
        }
    }

    /// What a server says to `pieces`, sent one after another, and to the end of them.
    package static func say(
        _ pieces: [[UInt8]],
        to port: Int,
        pausing pause: TimeInterval = 0,
        closing: Bool = false
    ) async throws -> String {
        try await run(to: port) { connection in
            for (number, piece) in pieces.enumerated() {
                if number > 0, pause > 0 { Thread.sleep(forTimeInterval: pause) }
                guard connection.send(piece) else { break }
            }
            if closing { connection.finishSending() }
            return connection.readToEnd()
        }
    }

    private init?(_ port: Int) {
        socket = Foundation.socket(AF_INET, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = in_port_t(port).bigEndian
        address.sin_addr.s_addr = UInt32(0x7f00_0001).bigEndian
        var patience = timeval(tv_sec: Self.secondsMax, tv_usec: 0)
        setsockopt(socket, SOL_SOCKET, SO_RCVTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
        let isConnected = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(socket, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
            }
        }
        guard isConnected else {
            close(socket)
            return nil
        }
    }

    /// `false` when the server is gone.
    @discardableResult
    package func send(_ bytes: [UInt8]) -> Bool { Channel.write(bytes, to: socket) }

    @discardableResult
    package func send(_ text: String) -> Bool { send(Array(text.utf8)) }

    /// Says that nothing more comes; the answer can still be read.
    package func finishSending() { shutdown(socket, Int32(SHUT_WR)) }

    /// Everything until the server closes.
    package func readToEnd() -> String {
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while bytes.count < Self.bytesMax {
            let count = recv(socket, &buffer, buffer.count, 0)
            guard count > 0 else { break }
            bytes += buffer.prefix(count)
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
