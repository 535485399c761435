import Foundation
import RunningPrograms
import Synchronization

/// What the browser refuses, or what it did not do in time.
package struct BrowserError: Error, CustomStringConvertible {
    package let description: String

    init(_ description: String) { self.description = description }
}

/// The DevTools protocol over two descriptors: JSON messages that end with a zero byte (`--remote-debugging-pipe`).
final class DevTools: Sendable {
    typealias Listener = @Sendable (_ event: String, _ parameters: JSON) -> Void

    private struct State {
        var lastID = 0
        var waiting: [Int: CheckedContinuation<JSON, any Error>] = [:]
        var listeners: [String: Listener] = [:]
        var isGone = false
    }

    private static let bytesAtOnce = 65_536

    private let state = Mutex(State())
    private let toBrowser: Int32
    /// Held while a message is written, since two must not mix.
    private let writing = Mutex(())

    /// Reads on a thread of its own until the browser is gone.
    init(to toBrowser: Int32, from fromBrowser: Int32) {
        self.toBrowser = toBrowser
        Thread.detachNewThread { [self] in
            var buffer = [UInt8](repeating: 0, count: Self.bytesAtOnce)
            var message: [UInt8] = []
            while case let count = read(fromBrowser, &buffer, buffer.count), count > 0 {
                let parts = buffer.prefix(count).split(separator: 0, omittingEmptySubsequences: false)
                for (index, part) in parts.enumerated() {
                    message += part
                    guard index < parts.count - 1 else { continue }
                    take(message)
                    message = []
                }
            }
            close(fromBrowser)
            end()
        }
    }

    /// Who hears the events of a page.
    func listen(to session: String, _ listener: @escaping Listener) {
        state.withLock { $0.listeners[session] = listener }
    }

    /// - Throws: ``BrowserError`` with the browser's own words, or when it is gone.
    @discardableResult
    func call(_ method: String, _ parameters: JSON = [:], session: String? = nil) async throws -> JSON {
        let id = state.withLock { state in
            state.lastID += 1
            return state.lastID
        }
        var message: [String: JSON] = [
            "id": .number(Double(id)), "method": .string(method), "params": parameters,
        ]
        if let session { message["sessionId"] = .string(session) }
        let bytes = Array(try JSONEncoder().encode(JSON.object(message))) + [0]
        return try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { answer in send(bytes, id, answer) }
        } onCancel: {
            state.withLock { $0.waiting.removeValue(forKey: id) }?.resume(throwing: CancellationError())
        }
    }

    private func send(_ bytes: [UInt8], _ id: Int, _ answer: CheckedContinuation<JSON, any Error>) {
        let isOpen = state.withLock { state in
            guard !state.isGone, !Task.isCancelled else { return false }
            state.waiting[id] = answer
            return true
        }
        guard isOpen else { return answer.resume(throwing: BrowserError("the browser is gone")) }
        let isSent = writing.withLock { _ in Channel.write(bytes, to: toBrowser) }
        if !isSent { end() }
    }

    private func take(_ bytes: [UInt8]) {
        guard let message = try? JSONDecoder().decode(JSON.self, from: Data(bytes)) else { return }
        guard let id = message["id"].number.map({ Int($0) }) else {
            let listener = state.withLock { $0.listeners[message["sessionId"].text ?? ""] }
            listener?(message["method"].text ?? "", message["params"])
            return
        }
        let answer = state.withLock { $0.waiting.removeValue(forKey: id) }
        if let words = message["error"]["message"].text {
            answer?.resume(throwing: BrowserError(words))
        } else {
            answer?.resume(returning: message["result"])
        }
    }

    /// Whoever still waits is told that nothing will come.
    private func end() {
        let waiting = state.withLock { state in
            state.isGone = true
            defer { state.waiting = [:] }
            return state.waiting.values
        }
        for answer in waiting { answer.resume(throwing: BrowserError("the browser is gone")) }
    }
}
