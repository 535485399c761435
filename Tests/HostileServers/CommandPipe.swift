import Foundation
import RunningPrograms

/// What a command line tool writes for `input`.
package func pipe(
    _ input: [UInt8],
    through command: String,
    _ arguments: String...
) async throws -> [UInt8] {
    try await Program.run(URL(filePath: "/usr/bin/env"), [command] + arguments, input: input).bytes
}
