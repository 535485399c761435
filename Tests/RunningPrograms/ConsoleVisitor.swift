package import Foundation

/// Somebody who uses the console over HTTP without a browser: `curl` keeps the cookies and follows redirects.
package struct ConsoleVisitor: Sendable {
    /// What came in the end.
    package struct Answer: Sendable {
        package let status: Int
        package let address: URL
        package let body: String

        /// What stands in the hidden field of this name in the page's form that posts to `path`.
        package func hiddenField(_ name: String, to path: String) -> String? {
            let forms = body.components(separatedBy: "<form ").dropFirst()
            guard let form = forms.first(where: { $0.contains("action=\"\(path)\"") }) else { return nil }
            let fields = form.matches(of: /<input type="hidden" name="([^"]+)" value="([^"]*)"/)
            return fields.first { $0.1 == name }.map { String($0.2) }
        }

        /// Addresses to which the page leads and that begin so.
        package func links(to prefix: String) -> [String] {
            body.matches(of: /href="([^"]+)"/).map { String($0.1) }.filter { $0.hasPrefix(prefix) }
        }
    }

    /// Longer than this no answer of Sen may take, however busy the machine.
    private static let secondsMax = 30
    private static let redirectsMax = 5

    private let base: URL
    private let folder: ScratchFolder

    package init(_ base: URL) throws {
        self.base = base
        folder = try ScratchFolder("sen-visitor")
    }

    package func get(_ path: String) async throws -> Answer { try await ask(path, []) }

    /// Sends a form with the token of the page on which it stands.
    @discardableResult
    package func post(_ path: String, _ fields: [(String, String)]) async throws -> Answer {
        try await ask(path, ["--data", ""] + fields.flatMap { ["--data-urlencode", "\($0.0)=\($0.1)"] })
    }

    private func ask(_ path: String, _ options: [String]) async throws -> Answer {
        guard let address = URL(string: path, relativeTo: base) else {
            throw ChildProcessError(description: "\(path) is no path")
        }
        let jar = folder.path + "cookies"
        let fixed = [
            "--silent", "--show-error", "--location", "--max-redirs", String(Self.redirectsMax),
            "--max-time", String(Self.secondsMax), "--noproxy", "*", "--cookie", jar, "--cookie-jar", jar,
            "--write-out", "\n%{http_code} %{url_effective}",
        ]
        let outcome = try await Program.run(
            URL(filePath: "/usr/bin/env"),
            ["curl"] + fixed + options + [address.absoluteString]
        )
        let end = outcome.output.lastIndex(of: "\n") ?? outcome.output.startIndex
        let words = outcome.output[end...].split(separator: " ")
        guard outcome.status == 0, words.count == 2, let address = URL(string: String(words[1])),
            let status = Int(words[0].drop { !$0.isNumber })
        else { throw ChildProcessError(description: "\(address): \(outcome.error)") }
        return Answer(status: status, address: address, body: String(outcome.output[..<end]))
    }
}
