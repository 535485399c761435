import Foundation

/// What a stream of this process can show.
struct Terminal: Sendable {
    let descriptor: Int32
    let isTerminal: Bool
    /// Colour only where a person looks and has not refused it (https://no-color.org).
    let hasColour: Bool

    static let output = Terminal(descriptor: STDOUT_FILENO)
    static let error = Terminal(descriptor: STDERR_FILENO)

    private init(descriptor: Int32) {
        self.descriptor = descriptor
        isTerminal = isatty(descriptor) == 1
        let environment = ProcessInfo.processInfo.environment
        let isRefused = environment["NO_COLOR"].map { !$0.isEmpty } ?? false
        hasColour = isTerminal && !isRefused && environment["TERM"] != "dumb"
    }

    /// Writes everything, or nothing when the reader has gone.
    func write(_ text: String) {
        try? FileHandle(fileDescriptor: descriptor).write(contentsOf: Data(text.utf8))
    }
}

/// How a word stands out, by the numbers of ECMA-48's SGR.
enum TerminalStyle: String, Sendable {
    case bold = "1"
    case dim = "2"
    case red = "1;31"
    case yellow = "33"
    case green = "32"
    case cyan = "36"
}

/// Text for a terminal or a file.
struct TerminalText: Sendable {
    let hasColour: Bool

    func styled(_ text: String, _ style: TerminalStyle) -> String {
        hasColour ? "\u{1B}[\(style.rawValue)m\(text)\u{1B}[0m" : text
    }

    /// Text that a stranger wrote, without what commands a terminal or turns the order of letters around.
    static func harmless(_ text: String) -> String {
        var out = ""
        for scalar in text.unicodeScalars {
            switch scalar.properties.generalCategory {
            case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .surrogate:
                out += "\\u{\(String(scalar.value, radix: 16))}"
            default: out.unicodeScalars.append(scalar)
            }
        }
        return out
    }
}

/// One line that says what is being done, replaced by the next and gone at the end.
struct ProgressLine: Sendable {
    private let terminal: Terminal

    init(_ terminal: Terminal = .error) { self.terminal = terminal }

    private static let back = "\r\u{1B}[2K"

    func say(_ text: String) {
        guard terminal.isTerminal else { return }
        terminal.write(Self.back + text)
    }

    func clear() {
        guard terminal.isTerminal else { return }
        terminal.write(Self.back)
    }
}
