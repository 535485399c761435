import ArgumentParser
import Datasets
import Foundation
import Language
import Timekeeping

/// `sen webhook`: for whoever receives what Sen sends, without an installation.
struct WebhookCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "webhook",
        abstract: Spoken.text(.WebhookCommand.abstract),
        subcommands: [WebhookVerify.self]
    )
}

/// `sen webhook verify`: whether a message is from the sender, unaltered, fresh and new.
struct WebhookVerify: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: Spoken.text(.WebhookCommand.verifyAbstract),
        discussion: Spoken.text(.WebhookCommand.verifyDiscussion)
    )
    @Option(help: Spoken.help(.WebhookCommand.secretHelp, value: "FILE"), completion: .file()) var secret:
        String
    @Option(help: Spoken.help(.WebhookCommand.headersHelp, value: "FILE"), completion: .file()) var headers:
        String
    @Option(help: Spoken.help(.WebhookCommand.bodyHelp, value: "FILE"), completion: .file()) var body: String
    @Option(help: Spoken.help(.WebhookCommand.seenHelp, value: "FILE"), completion: .file()) var seen: String?

    func run() async throws {
        let secrets = try lines(secret).compactMap { WebhookSecret($0) }
        guard !secrets.isEmpty else {
            Ending.complain(Spoken.text(.WebhookCommand.noSecret))
            throw Ending.couldNotLook
        }
        let (body, fields) = (try InputFile.read(body), try fields())
        let known = try seen.map { FileManager.default.fileExists(atPath: $0) ? try lines($0) : [] } ?? []
        var verifier = WebhookVerifier(secrets: secrets, seen: Set(known))
        let id: String
        do throws(SubscriptionError) {
            id = try verifier.take(body, headers: fields, at: World.clock.now())
        } catch {
            Ending.complain(Spoken.text(error.text))
            throw Ending.doesNotFit
        }
        if let seen {
            // Refused when it cannot be remembered: it could be taken twice.
            let text = (known + [id]).joined(separator: "\n") + "\n"
            do { try Data(text.utf8).write(to: URL(filePath: seen), options: .atomic) } catch {
                Ending.complain(Spoken.text(.WebhookCommand.notRemembered))
                throw Ending.couldNotLook
            }
        }
        Spoken.say(.WebhookCommand.holds(TerminalText.harmless(id)))
    }

    private func lines(_ path: String) throws -> [String] {
        String(decoding: try InputFile.read(path), as: UTF8.self).split(whereSeparator: \.isNewline)
            .map { $0.trimmingCharacters(in: .whitespaces) }
    }

    /// `name: value`, as `curl -D` and every server write them; a status line has no such form and is left out.
    private func fields() throws -> [(name: String, value: String)] {
        try lines(headers).compactMap { line in
            guard let colon = line.firstIndex(of: ":") else { return nil }
            let value = line[line.index(after: colon)...].trimmingCharacters(in: .whitespaces)
            return (String(line[..<colon]), value)
        }
    }
}
