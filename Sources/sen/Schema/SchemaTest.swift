import ArgumentParser
import Datasets
import Foundation
import JSONReading
import Language

/// `sen schema test`: files in the format of the JSON Schema Test Suite.
struct SchemaTest: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "test",
        abstract: Spoken.text(.Schema.testAbstract),
        discussion: Spoken.text(.Schema.testDiscussion)
    )
    @Argument(
        help: Spoken.help(.Schema.testFilesHelp, value: "FILE"),
        completion: .file(extensions: ["json"])
    )
    var files: [String]
    @Option(help: Spoken.help(.Schema.remotesHelp, value: "DIR"), completion: .directory) var remotes: String?

    /// Where the suite expects its remote schemas.
    private static let remotesAddress = "http://localhost:1234/"

    func run() async throws {
        let registry = try registry()
        var (tests, failed) = (0, 0)
        for file in files {
            let report = try suite(file, registry).run()
            tests += report.tests
            failed += report.mismatches.count
            for mismatch in report.mismatches { show(mismatch, in: file) }
        }
        Spoken.say(.Schema.testSums(files: files.count, tests: tests, failed: failed))
        guard failed == 0 else { throw Ending.doesNotFit }
    }

    private func suite(_ file: String, _ registry: SchemaRegistry) throws -> SchemaSuite {
        let bytes = try InputFile.read(file)
        do throws(JSONProblem) {
            let options = SchemaOptions(formatAssertion: Self.assertsFormats(file))
            let suite = try SchemaSuite(bytes, registry: registry, options: options)
            if suite.isWellFormed { return suite }
            Ending.complain("\(file): \(Spoken.text(.Schema.notASuite))")
        } catch {
            Ending.complain("\(file): \(Spoken.text(error.text))")
        }
        throw Ending.couldNotLook
    }

    /// The tests of formats expect that formats are checked.
    static func assertsFormats(_ file: String) -> Bool {
        let path = URL(filePath: file)
        return path.lastPathComponent.hasPrefix("optional--format--")
            || path.deletingLastPathComponent().lastPathComponent == "format"
    }

    private func registry() throws -> SchemaRegistry {
        guard let remotes else { return SchemaRegistry() }
        let folder = URL(filePath: remotes)
        guard let paths = FileManager.default.enumerator(atPath: folder.path) else {
            Ending.complain(Spoken.text(.Audit.noSuchFile(Printable.text(remotes))))
            throw Ending.couldNotLook
        }
        var documents: [String: [UInt8]] = [:]
        while let path = paths.nextObject() as? String {
            guard path.hasSuffix(".json") else { continue }
            documents[Self.remotesAddress + path] = try InputFile.read(folder.appending(path: path).path)
        }
        return SchemaRegistry(documents)
    }

    private func show(_ mismatch: SchemaSuite.Mismatch, in file: String) {
        let words = [file, mismatch.group, mismatch.test].map(TerminalText.harmless).joined(separator: " › ")
        Terminal.output.write(words + "\n")
        let expected = Text.Schema.expected(isValid: mismatch.isExpectedValid)
        Terminal.output.write("  \(Spoken.text(expected)) \(TerminalText.harmless(mismatch.reason))\n")
    }
}
