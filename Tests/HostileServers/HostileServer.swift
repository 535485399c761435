import Foundation
import Synchronization

/// A server on loopback that does with each connection whatever a test says, on a thread for each.
package final class HostileServer: Sendable {
    /// One accepted connection.
    package struct Connection: Sendable {
        package let socket: Int32

        /// The request up to the blank line.
        package func readRequest() -> String {
            var bytes: [UInt8] = []
            var buffer = [UInt8](repeating: 0, count: 4_096)
            while !bytes.suffix(4).elementsEqual([13, 10, 13, 10]), bytes.count < 65_536 {
                let count = recv(socket, &buffer, buffer.count, 0)
                guard count > 0 else { break }
                bytes += buffer.prefix(count)
            }
            return String(decoding: bytes, as: UTF8.self)
        }

        /// The request with the body that its length promises.
        package func readPost() -> String {
            let end: [UInt8] = [13, 10, 13, 10]
            var bytes: [UInt8] = []
            var wanted: Int?
            var buffer = [UInt8](repeating: 0, count: 65_536)
            while wanted.map({ bytes.count < $0 }) ?? true {
                let count = recv(socket, &buffer, buffer.count, 0)
                guard count > 0 else { break }
                bytes += buffer.prefix(count)
                guard wanted == nil, let head = bytes.firstRange(of: end) else { continue }
                let text = String(decoding: bytes[..<head.lowerBound], as: UTF8.self).lowercased()
                let length = text.firstMatch(of: /content-length: (\d+)/).flatMap { Int($0.1) } ?? 0
                wanted = head.upperBound + length
            }
            return String(decoding: bytes, as: UTF8.self)
        }

        /// `false` when the client is gone.
        @discardableResult
        package func send(_ bytes: [UInt8]) -> Bool {
            var sent = 0
            while sent < bytes.count {
                let count = bytes[sent...].withUnsafeBytes {
                    Foundation.send(socket, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
                }
                guard count > 0 else { return false }
                sent += count
            }
            return true
        }

        @discardableResult
        package func send(_ text: String) -> Bool { send(Array(text.utf8)) }

        /// A proper answer with a length.
        package func answer(_ body: [UInt8], status: String = "200 OK", headers: [String] = []) {
            let lines = ["HTTP/1.1 \(status)", "Content-Length: \(body.count)"] + headers
            send(lines.joined(separator: "\r\n") + "\r\n\r\n")
            send(body)
        }

        /// Waits until the client goes away.
        package func waitForEnd() {
            var byte: UInt8 = 0
            while recv(socket, &byte, 1, 0) > 0 {}
        }
    }

    package let port: Int
    private let listener: Int32
    private let open = Mutex<Set<Int32>>([])
    private let accepted = Mutex(0)

    package var url: String { "http://127.0.0.1:\(port)/" }
    package var connectionsCount: Int { accepted.withLock { $0 } }

    package init(_ serve: @escaping @Sendable (Connection) -> Void) {
        listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        port = boundToLoopback(listener, backlog: 256).port
        Thread { [self] in accept(serve) }.start()
    }

    private func accept(_ serve: @escaping @Sendable (Connection) -> Void) {
        while case let socket = Foundation.accept(listener, nil, nil), socket >= 0 {
            _ = open.withLock { $0.insert(socket) }
            accepted.withLock { $0 += 1 }
            Thread { [self] in
                serve(Connection(socket: socket))
                _ = open.withLock { $0.remove(socket) }
                shutdown(socket, Int32(SHUT_WR))
                close(socket)
            }.start()
        }
    }

    /// Ends the listener and wakes each connection that still waits.
    package func stop() {
        shutdown(listener, Int32(SHUT_RDWR))
        close(listener)
        open.withLock { $0.forEach { shutdown($0, Int32(SHUT_RDWR)) } }
    }
}

/// A listener whose queue is full, so that the system lets further connections wait.
package struct FullListener {
    package let port: Int
    private let sockets: [Int32]

    package init() throws {
        let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        let bound = boundToLoopback(listener, backlog: 0)
        port = bound.port
        let clients = (0..<4).map { _ in
            socket(AF_INET, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_NONBLOCK.rawValue), 0)
        }
        for client in clients {
            var address = bound.address
            withUnsafePointer(to: &address) { pointer in
                pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { generic in
                    _ = connect(client, generic, socklen_t(MemoryLayout<sockaddr_in>.size))
                }
            }
        }
        sockets = [listener] + clients
    }

    package func stop() { for socket in sockets { close(socket) } }
}

/// Listens on a free port of loopback.
private func boundToLoopback(_ listener: Int32, backlog: Int32) -> (port: Int, address: sockaddr_in) {
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7f00_0001).bigEndian
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    withUnsafeMutablePointer(to: &address) { pointer in
        pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { generic in
            precondition(bind(listener, generic, length) == 0 && listen(listener, backlog) == 0)
            precondition(getsockname(listener, generic, &length) == 0)
        }
    }
    return (Int(UInt16(bigEndian: address.sin_port)), address)
}

/// A server for one test.
package func withServer<T>(
    _ serve: @escaping @Sendable (HostileServer.Connection) -> Void,
    _ body: (HostileServer) async throws -> T
) async throws -> T {
    let server = HostileServer(serve)
    defer { server.stop() }
    return try await body(server)
}
