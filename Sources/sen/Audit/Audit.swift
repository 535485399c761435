import ArgumentParser
import AuditLog
import Foundation
import Language

/// `sen audit`: what the tamper-evident log can be asked from a shell.
struct Audit: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "audit",
        abstract: Spoken.text(.Audit.abstract),
        discussion: Spoken.text(.Audit.discussion),
        subcommands: [Verify.self, Prove.self, Check.self, Key.self]
    )

    /// `--data FOLDER`.
    struct Data: ParsableArguments {
        @Option(name: .customLong("data"), help: Spoken.help(.Audit.dataHelp)) var path: String
        /// With the server that the settings name, for a folder that has no database of its own.
        var folder: DataFolder {
            get throws { DataFolder(path, try Config.Source.read(nil).0.database.server) }
        }
    }

    /// `--key KEY` or `--key-file FILE`: the public key, from somewhere else than the thing that is checked.
    struct PublicKey: ParsableArguments {
        /// A key is far shorter.
        private static let bytesMax = 4_096

        @Option(name: .customLong("key"), help: Spoken.help(.Audit.keyHelp)) var key: String?
        @Option(name: .customLong("key-file"), help: Spoken.help(.Audit.keyFileHelp)) var file: String?

        func validate() throws {
            if key != nil, file != nil { throw ValidationError(Spoken.text(.Audit.twoKeys)) }
        }

        /// The key that was given; `nil` when none was.
        func resolved() throws -> NoteVerifyKey? {
            let text =
                try key
                ?? file.map { path in
                    guard let line = try? PrivateFile.line(of: path, bytesMax: Self.bytesMax) else {
                        throw ValidationError(Spoken.text(.Audit.noSuchFile(path)))
                    }
                    return line
                }
            guard let text else { return nil }
            guard let key = NoteVerifyKey(text) else {
                throw ValidationError(Spoken.text(.Audit.notAKey))
            }
            return key
        }
    }
}

extension Audit {
    struct Key: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: Spoken.text(.Audit.keyAbstract))
        @OptionGroup var data: Data

        func run() async throws {
            try await Ending.told { print(try data.folder.verifyKey()) }
        }
    }
}
