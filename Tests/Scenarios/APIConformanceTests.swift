import Foundation
import RunningPrograms
import Testing

#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

/// The whole program with its API, in a folder of its own; it ends with the test.
private final class RunningAPI: Sendable {
    let folder: String
    let address: String
    private let process: ChildProcess

    private init(folder: String, address: String, process: ChildProcess) {
        self.folder = folder
        self.address = address
        self.process = process
    }

    deinit {
        process.signal(SIGKILL)
        try? FileManager.default.removeItem(atPath: folder)
    }

    /// Seconds until the program must be ready: it makes its database first, on a machine that may be busy.
    private static let startSecondsMax = 60

    static func start() async throws -> RunningAPI {
        let folder = FileManager.default.temporaryDirectory.appending(path: "sen-api-\(UUID().uuidString)")
            .path
        let port = try FreePort.find()
        let order = SpawnOrder(
            try Program.built.path(percentEncoded: false),
            ["serve"],
            environment: ProcessInfo.processInfo.environment.merging(
                [
                    "SEN_DATA_FOLDER": folder, "SEN_SERVER_PORT": "\(port)",
                    "SEN_SERVER_ADDRESS": "127.0.0.1",
                    "SEN_LANGUAGE": "en",
                ]
            ) { $1 },
            in: FileManager.default.temporaryDirectory.path,
            descriptors: [1: SpawnOrder.silence(), 2: SpawnOrder.silence()]
        )
        let process = try await ChildProcess.start(order)
        let running = RunningAPI(folder: folder, address: "http://127.0.0.1:\(port)", process: process)
        for _ in 0..<(startSecondsMax * 4) {
            if await running.status("/readyz") == 200 { return running }
            try await Task.sleep(for: .milliseconds(250))
        }
        throw StartFailed()
    }

    struct StartFailed: Error {}

    func status(_ path: String) async -> Int? {
        guard let url = URL(string: address + path) else { return nil }
        return ((try? await URLSession.shared.data(from: url))?.1 as? HTTPURLResponse)?.statusCode
    }

    /// A key as the operator makes one beside the running program.
    func key(_ role: String) async throws -> String {
        let made = try await Program.run(
            ["accounts", "keys", "make", "--name", role, "--role", role, "--unit", "40", "--data", folder],
            language: "en"
        )
        try #require(made.status == 0, "\(made.error)")
        return made.output.trimmingCharacters(in: .whitespacesAndNewlines)
    }
}

private let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
private let python = root.appending(path: ".deps/python/bin")

private func run(_ program: URL, _ arguments: [String], _ environment: [String: String] = [:]) async throws
    -> (status: Int32, output: String)
{
    let outcome = try await Program.run(program, arguments, environment: environment)
    return (outcome.status, outcome.output + outcome.error)
}

/// Seconds that the tool may ask; each run asks the same, as far as it gets.
private let askingSeconds = 40

@Test("thousands of made-up requests find no answer of the API that its description does not promise")
func apiConformance() async throws {
    let tool = python.appending(path: "schemathesis")
    try #require(FileManager.default.isExecutableFile(atPath: tool.path), "run `make python` first")
    let api = try await RunningAPI.start()
    let keys = ["SEN_API_KEY": try await api.key("leader"), "SEN_AUDIT_KEY": try await api.key("auditor")]
    let told = try await run(
        tool,
        [
            "--config-file", root.appending(path: "Scripts/schemathesis.toml").path, "run",
            api.address + "/openapi.json", "--max-examples", "6", "--no-shrink", "--max-time",
            "\(askingSeconds)",
        ],
        keys
    )
    #expect(told.status == 0, "\(told.output.suffix(20_000))")
    #expect(await api.status("/healthz") == 200, "the program still runs")
}

@Test("each example of docs/api.md does what the page says")
func apiExamples() async throws {
    let page = try String(contentsOf: root.appending(path: "docs/api.md"), encoding: .utf8)
    let examples = page.matches(of: /```sh\n(curl [^`]*)```/).map { String($0.1) }
    #expect(examples.count >= 4)
    let api = try await RunningAPI.start()
    let key = try await api.key("leader")
    for example in examples {
        let told = try await run(
            URL(filePath: "/bin/sh"),
            ["-c", example.replacing("curl ", with: "curl --silent --show-error --fail-with-body ")],
            ["SEN": api.address, "SEN_KEY": key]
        )
        #expect(told.status == 0, "\(example)\(told.output)")
    }
}

@Test("the document of the API is valid by the rules of OpenAPI 3.1, in either language")
func apiDocument() async throws {
    let tool = python.appending(path: "openapi-spec-validator")
    try #require(FileManager.default.isExecutableFile(atPath: tool.path), "run `make python` first")
    let api = try await RunningAPI.start()
    for language in ["vi", "en"] {
        let file = api.folder + "/openapi-\(language).json"
        let fetched = try await run(
            URL(filePath: "/bin/sh"),
            [
                "-c",
                "curl --silent --fail -H 'Accept-Language: \(language)' -o '\(file)' '\(api.address)/openapi.json'",
            ]
        )
        #expect(fetched.status == 0, "\(fetched.output)")
        let told = try await run(tool, ["--schema", "3.1", file])
        #expect(told.status == 0, "\(told.output)")
    }
}
