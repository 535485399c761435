import Foundation

/// A program that uses the API of a running Sen with a key.
package struct APICaller: Sendable {
    private let port: Int
    private let key: String

    /// Makes a key as an administrator does in a shell, on a machine that `environment` may break.
    package init(
        _ sen: RunningSen,
        role: String = "leader",
        unit: String = "40",
        environment: [String: String] = [:]
    ) async throws {
        let words = ["accounts", "keys", "make", "--name", "Thử", "--role", role, "--unit", unit]
        let made = try await Program.run(
            words + ["--data", sen.place.dataFolder],
            environment: environment
        )
        guard made.status == 0 else { throw ChildProcessError(description: made.error) }
        port = sen.place.port
        key = made.output.trimmingCharacters(in: .whitespacesAndNewlines)
    }

    package init(port: Int, key: String) { (self.port, self.key) = (port, key) }

    package func get(_ path: String) async throws -> String { try await ask("GET", path, "") }

    package func post(_ path: String, _ json: String = "") async throws -> String {
        try await ask("POST", path, json)
    }

    /// The head of a request with the key, up to the headers of its body.
    package func head(_ method: String, _ path: String) -> String {
        "\(method) \(path) HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer \(key)\r\nAccept-Language: en\r\n"
            + "Connection: close\r\n"
    }

    private func ask(_ method: String, _ path: String, _ body: String) async throws -> String {
        let type = body.isEmpty ? "" : "Content-Type: application/json\r\n"
        let request = head(method, path) + type + "Content-Length: \(body.utf8.count)\r\n\r\n\(body)"
        return try await RawConnection.say([Array(request.utf8)], to: port)
    }
}
