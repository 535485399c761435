import Foundation
import RunningPrograms
import Testing

/// A settings file for one run of the program.
private struct SettingsRun {
    let outcome: Program.Outcome

    init(
        _ command: String,
        _ yaml: Data,
        language: String? = nil,
        environment: [String: String] = [:]
    ) async throws {
        let file = FileManager.default.temporaryDirectory.appending(path: "sen-\(UUID().uuidString).yaml")
        try yaml.write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        outcome = try await Program.run(
            ["config", command, file.path],
            language: language,
            environment: environment
        )
    }

    init(
        _ command: String,
        _ yaml: String,
        language: String? = nil,
        environment: [String: String] = [:]
    ) async throws {
        try await self.init(command, Data(yaml.utf8), language: language, environment: environment)
    }
}

private let key = String(repeating: "A", count: 43) + "="

@Suite("sen config")
struct ConfigCommandTests {
    @Test("an empty file, a file of comments and one with every setting are right")
    func right() async throws {
        let whole = """
            language: en
            timeZone: Asia/Bangkok
            data: {folder: /var/lib/sen}
            server:
              address: "::"
              port: 9000
              publicURL: https://sen.example.vn/
            watch: {deepSeconds: 600, confirmSeconds: 10, backOffSecondsMax: 600, checksPerHostMax: 1, hostGapMilliseconds: 0}
            fetch:
              allowedRanges:
                - 10.1.0.0/16
                - "fd00::/8"
              contactURL: https://sen.example.vn/?a=1&b=2
              fetchesAtOnceMax: 8
              fetchesPerHostMax: 1
              extraAuthoritiesFile: /etc/sen/ca.pem
            audit: {origin: sen.example.vn/audit}
            identity: {sealingKey: \(key)}
            """
        for yaml in ["", "# nothing yet\n", "server:\n  # port: 80\n", whole] {
            let outcome = try await SettingsRun("check", yaml).outcome
            #expect(outcome.status == 0, "\(outcome.error)")
            #expect(outcome.output.contains("hợp lệ"))
        }
    }

    @Test(
        "an unknown name is refused with its line and the nearest known one",
        arguments: [
            ("server:\n  prot: 80", ":2: ", "server.port"), ("sever:\n  port: 80", ":2: ", "server.port"),
            ("languge: vi", ":1: ", "language"), ("timezone: UTC", ":1: ", "timeZone"),
            ("identity: 1", ":1: ", "identity.sealingKey"),
            ("fetch:\n\n  allowedRange: []", ":3: ", "fetch.allowedRanges"),
            ("server:\n  port:\n    is: 80", ":2: ", "server.port"),
        ]
    )
    func unknownName(yaml: String, line: String, nearest: String) async throws {
        let outcome = try await SettingsRun("check", yaml, language: "en").outcome
        #expect(outcome.status == 1)
        #expect(outcome.error.contains(line), "\(outcome.error)")
        #expect(outcome.error.contains(nearest), "\(outcome.error)")
    }

    @Test(
        "a value of the wrong type says what is expected",
        arguments: [
            ("server: {port: many}", "server.port must be a whole number from 1 to 65535, not “many”."),
            ("server: {port: 70000}", "from 1 to 65535"), ("server: {port: [80]}", "not “[80]”"),
            ("server: {port: }", "a whole number"), ("server: 80", "Did you mean “server.port”"),
            ("server: {address: localhost}", "an IP address"), ("language: fr", "vi or en"),
            ("timeZone: Asia/Vinh", "Asia/Ho_Chi_Minh"), ("data: {folder: \"\"}", "the path of a folder"),
            ("fetch: {allowedRanges: 10.0.0.0/8}", "a list of address ranges"),
            ("fetch: {allowedRanges: [10.0.0.0/40]}", "a list of address ranges"),
            ("fetch: {contactURL: sen.example.vn}", "a whole web address"),
            ("audit: {origin: a b}", "a name without spaces"), ("- a", "name: value"),
            ("just text", "name: value"),
        ]
    )
    func wrongType(yaml: String, sentence: String) async throws {
        let outcome = try await SettingsRun("check", yaml, language: "en").outcome
        #expect(outcome.status == 1)
        #expect(outcome.error.contains(sentence), "\(outcome.error)")
    }

    @Test("everything that is wrong is said at once")
    func allAtOnce() async throws {
        let outcome = try await SettingsRun("check", "languge: vi\nserver: {port: x}\ntimeZone: y").outcome
        #expect(outcome.error.split(separator: "\n").count == 3)
    }

    @Test("the environment goes before the file, and its unknown names are refused too")
    func environment() async throws {
        let yaml = "server: {port: 9000}"
        let wins = ["SEN_SERVER_PORT": "9001", "SEN_FETCH_ALLOWED_RANGES": "10.1.0.0/16, 10.2.0.0/16"]
        let printed = try await SettingsRun("print", yaml, environment: wins).outcome.output
        #expect(printed.contains("port: 9001"))
        #expect(printed.contains(#"allowedRanges: ["10.1.0.0/16", "10.2.0.0/16"]"#))
        let unknown = try await SettingsRun("check", yaml, environment: ["SEN_SERVER_PROT": "1"]).outcome
        #expect(unknown.status == 1)
        #expect(unknown.error.contains("SEN_SERVER_PORT"))
    }

    @Test("a secret is printed by no command and in no error")
    func secrets() async throws {
        let printed = try await SettingsRun("print", "identity: {sealingKey: \(key)}").outcome
        #expect(printed.output.contains("sealingKey: \"********\""))
        #expect(!printed.output.contains(key))
        let wrong = try await SettingsRun("check", "identity: {sealingKey: hoa-sen}").outcome
        #expect(wrong.status == 1)
        #expect(!wrong.error.contains("hoa-sen"))
        #expect(wrong.error.contains("identity.sealingKey phải là 32 byte"))
    }

    @Test("what print writes can be read again and says the same")
    func printsWhatItReads() async throws {
        let yaml =
            "data: {folder: 'C: \"x\" \\y # z'}\nserver: {address: \"::1\"}\nfetch: {allowedRanges: [\"fd00::/8\"]}"
        let once = try await SettingsRun("print", yaml).outcome
        #expect(once.status == 0, "\(once.error)")
        let twice = try await SettingsRun("print", once.output).outcome
        #expect(twice.output == once.output)
    }

    @Test("docs/settings.md is what sen config manual prints")
    func manualIsCurrent() async throws {
        let page = URL(filePath: #filePath)
            .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "docs/settings.md")
        let wanted = try await Program.run(["config", "manual"], language: "en").output
        if ProcessInfo.processInfo.environment["SEN_WRITE_DOCS"] != nil {
            try wanted.write(to: page, atomically: true, encoding: .utf8)
        }
        let written = try String(contentsOf: page, encoding: .utf8)
        #expect(written == wanted, "run SEN_WRITE_DOCS=1 swift test --filter ConfigCommandTests")
    }

    @Test("the completion scripts that help speaks of are made", arguments: ["bash", "zsh", "fish"])
    func completion(shell: String) async throws {
        let script = try await Program.run(["--generate-completion-script", shell])
        #expect(script.status == 0)
        #expect(script.output.contains("save-baseline"))
        #expect(try await Program.run(["--help"]).output.contains("--generate-completion-script \(shell)"))
    }
}

@Suite("sen config: hostile files")
struct HostileSettingsTests {
    private static let laughs = (1...9).reduce("a0: &a0 [x, x, x, x, x, x, x, x, x]\n") { yaml, level in
        yaml + "a\(level): &a\(level) ["
            + Array(repeating: "*a\(level - 1)", count: 9).joined(separator: ", ") + "]\n"
    }

    @Test(
        "aliases are refused before they grow, wherever they hide",
        arguments: [
            laughs, laughs + "? *a9\n: 1\n", "x: [\"a\", &b c]", "x: \"q # \"\ny: &z 1", "x: [\"y\n# \", *z]",
            "? &a [*a]\n: 1",
        ]
    )
    func aliases(yaml: String) async throws {
        let outcome = try await SettingsRun("check", yaml, language: "en").outcome
        #expect(outcome.status == 1)
        #expect(outcome.error.contains("no YAML aliases"), "\(outcome.error)")
    }

    @Test(
        "deep nesting, huge lists and what is no YAML end with a sentence",
        arguments: [
            String(repeating: "[", count: 100_000), String(repeating: "{a: ", count: 60_000),
            String(repeating: "- ", count: 100_000),
            (0..<2_000).map { String(repeating: " ", count: $0 % 100) + "a:\n" }.joined(),
            "fetch: {allowedRanges: [" + String(repeating: "10.0.0.0/8, ", count: 5_000) + "]}",
            "a: 'never closed", "a: b: c", "\t- x", "%YAML 9.9\n---\na: b", "a: 1\n---\nb: 2", "!!binary x",
            "a: \u{1}",
            "language: vi\nlanguage: en", "<<: {language: vi}", "? [a, b]\n: c",
        ]
    )
    func hostile(yaml: String) async throws {
        let outcome = try await SettingsRun("check", yaml, language: "en").outcome
        #expect(outcome.status == 1, "\(outcome.error.prefix(200))")
        #expect(outcome.error.contains(".yaml"))
        #expect(outcome.error.utf8.count < 2_000 * yaml.split(separator: "\n").count)
    }

    @Test("a file that is too large, no text, a folder or missing ends with a sentence")
    func noSettingsFile() async throws {
        let large = try await SettingsRun("check", String(repeating: "# a\n", count: 100_000), language: "en")
            .outcome
        #expect(large.error.contains("larger than 256 KB"))
        let bytes = try await SettingsRun("check", Data([0x61, 0x3A, 0x20, 0xFF]), language: "en").outcome
        #expect(bytes.error.contains("not UTF-8"))
        for path in ["/", "/nowhere/sen.yaml"] {
            let outcome = try await Program.run(["config", "check", path], language: "en")
            #expect(outcome.status == 1)
            #expect(outcome.error.contains("cannot be read"))
        }
    }
}
