import Foundation
import HostileServers
import RunningPrograms
import Testing

@Suite("sen check: on a terminal")
struct CheckTerminalTests {
    private let escape = "\u{1B}["

    @Test("a terminal shows colour and progress, and NO_COLOR turns the colour off")
    func colour() async throws {
        try await CommuneSite().serve { server in
            let arguments = ["check", server.url, "--allow-range", "127.0.0.0/8"]
            let coloured = try await Program.runOnTerminal(arguments)
            #expect(coloured.contains("\(escape)32mBÌNH THƯỜNG\(escape)0m"))
            #expect(coloured.contains("Đang đọc sơ đồ trang…"))
            let plain = try await Program.runOnTerminal(arguments, environment: ["NO_COLOR": "1"])
            #expect(plain.contains("BÌNH THƯỜNG"))
            #expect(!plain.contains("\(escape)32m"))
        }
    }

    @Test("a pipe receives no colour and no progress")
    func pipe() async throws {
        try await CommuneSite().serve { server in
            let outcome = try await Program.check(server.url)
            #expect(outcome.output.contains("BÌNH THƯỜNG"))
            #expect(!outcome.output.contains("\u{1B}"))
            #expect(outcome.error.isEmpty)
        }
    }

    @Test("what a hostile page writes commands no terminal and turns no text around")
    func hostileQuote() async throws {
        let text = "nhà cái uy tín \u{1B}]0;xong\u{7}\u{202E}gnort"
        let link = "<div style='display:none'><a href='https://tro-choi.lab/'>\(text)</a></div>"
        try await CommuneSite(body: link).serve { server in
            let output = try await Program.check(server.url).output
            #expect(!output.contains("\u{1B}") && !output.contains("\u{202E}") && !output.contains("\u{7}"))
            #expect(output.contains("\\u{1b}]0;xong"))
        }
    }

    @Test("help teaches with examples and exit codes, in both languages, within 80 columns")
    func help() async throws {
        for (language, word) in [("vi", "Mã kết thúc:"), ("en", "Exit codes:")] {
            let help = try await Program.run(["check", "--help"], language: language).output
            #expect(help.contains(word))
            #expect(help.contains("sen check http://10.1.2.3/ --allow-range 10.1.0.0/16"))
            #expect(help.split(separator: "\n").allSatisfy { $0.count <= 80 || $0.hasPrefix("USAGE") })
        }
    }
}
