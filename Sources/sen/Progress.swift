import Foundation
import Language
import Synchronization

/// How far a long work has come, on standard error: a line that rewrites itself for a person, a line every tenth for a
/// file.
final class Progress: Sendable {
    private static let tenths = 10

    private let isTerminal = isatty(STDERR_FILENO) == 1
    private let language: Language
    private let text: @Sendable (_ done: String, _ total: String) -> Text
    private let lastShown = Mutex(-1)

    init(
        language: Language,
        text: @escaping @Sendable (_ done: String, _ total: String) -> Text = Text.Audit.progress
    ) {
        self.language = language
        self.text = text
    }

    func show(_ done: UInt64, of total: UInt64) {
        let steps = isTerminal ? 100 : Self.tenths
        let step = total == 0 ? steps : Int(Double(done) / Double(total) * Double(steps))
        let isNew = lastShown.withLock { last in
            defer { last = step }
            return last != step
        }
        guard isNew else { return }
        let line = text(Spoken.number(done), Spoken.number(total))(language)
        Terminal.error.write(isTerminal ? "\r\(line)" : "\(line)\n")
    }

    /// Ends the line that rewrote itself.
    func finish() {
        if isTerminal { Terminal.error.write("\n") }
    }
}
