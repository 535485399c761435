import Foundation
import RunningPrograms

/// Requests that are sent one after the other over many connections, by `wrk`.
struct Replay {
    struct Request {
        var method = "GET"
        var path: String
        var body = ""
    }

    /// What came of it.
    struct Outcome {
        var count = 0
        var perSecond = 0.0
        /// Milliseconds.
        var half = 0.0
        var worstOfHundred = 0.0
        /// Answers that were not 2xx, and connections that failed.
        var failed = 0
    }

    static var program: URL? { Tool.find("wrk") }

    let folder: URL
    let port: Int
    var headers: [String] = []
    var connections = 64
    var seconds = 10

    /// Sends `requests` in their order, and again from the first one when all were sent.
    func run(_ requests: [Request], header added: [String] = []) async throws -> Outcome {
        guard let program = Self.program else { throw ReplayError.noProgram }
        let (list, script) = (folder.appending(path: "requests.txt"), folder.appending(path: "replay.lua"))
        let lines = requests.map { "\($0.method)\t\($0.path)\t\($0.body)" }
        try Data(lines.joined(separator: "\n").utf8).write(to: list)
        try Data(Self.script.utf8).write(to: script)
        let words =
            ["-t1", "-c\(connections)", "-d\(seconds)s", "-s", script.path]
            + (headers + added).flatMap { ["-H", $0] } + ["http://127.0.0.1:\(port)/", "--", list.path]
        let said = try await Program.run(program, words).output
        guard let outcome = Outcome(said) else { throw ReplayError.said(said) }
        return outcome
    }

    /// One thread, so that every request is sent once before any is sent again.
    private static let script = """
        local requests, at = {}, 0
        function init(args)
          for line in io.lines(args[1]) do
            local method, path, body = line:match("^(%u+)\\t([^\\t]*)\\t(.*)$")
            requests[#requests + 1] = wrk.format(method, path, nil, body ~= "" and body or nil)
          end
        end
        function request()
          at = at % #requests + 1
          return requests[at]
        end
        function done(summary, latency, requests)
          local e = summary.errors
          io.write(string.format("RESULT %d %f %f %f %d\\n", summary.requests,
            summary.requests / summary.duration * 1e6, latency:percentile(50) / 1e3, latency:percentile(99) / 1e3,
            e.status + e.connect + e.read + e.write + e.timeout))
        end
        """
}

enum ReplayError: Error {
    case noProgram
    case said(String)
}

extension Replay.Outcome {
    fileprivate init?(_ said: String) {
        guard let line = said.split(separator: "\n").first(where: { $0.hasPrefix("RESULT ") }) else {
            return nil
        }
        let words = line.split(separator: " ").dropFirst().compactMap { Double($0) }
        guard words.count == 5 else { return nil }
        (count, perSecond, half, worstOfHundred) = (Int(words[0]), words[1], words[2], words[3])
        failed = Int(words[4])
    }

    /// One line of the table; `cpuSeconds` are those of all processes of the server.
    func print(_ name: String, cpuSeconds: Double, aim: String = "") {
        func short(_ number: Double) -> String { String(Double(Int(number * 10)) / 10) }
        let columns = [
            name.padding(toLength: 46, withPad: " ", startingAt: 0),
            "\(Int(cpuSeconds * 1_000_000 / Double(max(count, 1)))) µs CPU each"
                .padding(toLength: 22, withPad: " ", startingAt: 0),
            "\(Int(perSecond))/s, half \(short(half)) ms, 99 of 100 \(short(worstOfHundred)) ms, \(failed) failed ",
            aim,
        ]
        Swift.print(columns.joined())
    }
}
