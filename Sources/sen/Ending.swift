import ArgumentParser
import Foundation
import Language

/// How commands that examine something end, for scripts.
///
/// 0: everything fits. 1: something does not fit, or is refused. 2: it could not be looked at. 64: the command was not
/// understood (ArgumentParser's own).
enum Ending {
    static let doesNotFit = ExitCode(1)
    static let couldNotLook = ExitCode(2)

    /// Runs `body`; a failure is told to the person, in their language, and ends the command with `ending`.
    static func told<T>(_ ending: ExitCode = couldNotLook, _ body: () async throws -> T) async throws -> T {
        do { return try await body() } catch let failure as any AnyFailure {
            complain(Spoken.text(failure.text))
            complain("  \(failure.codeName): \(failure.detail)")
            throw ending
        }
    }

    /// One line on standard error.
    static func complain(_ line: String) {
        Terminal.error.write(line + "\n")
    }
}
