import ArgumentParser
import Language
import Places
import WebWatch

extension Sites {
    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: Spoken.text(.Sites.listAbstract),
            discussion: Spoken.text(.Sites.listDiscussion)
        )
        @OptionGroup var choice: Choice
        @Flag(name: .customLong("json"), help: Spoken.help(.Installation.jsonHelp)) var isJSON = false
        @OptionGroup var installation: InstallationOptions

        func run() async throws {
            try await installation.look { installation in
                let printer = SitePrinter(tree: installation.tree)
                try await installation.forEachWebsite(choice.filter(in: installation)) { found in
                    Terminal.output.write((isJSON ? printer.json(found) : printer.row(found)) + "\n")
                }
            }
        }
    }

    struct Show: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: Spoken.text(.Sites.showAbstract))
        @OptionGroup var site: Site
        @Flag(name: .customLong("json"), help: Spoken.help(.Installation.jsonHelp)) var isJSON = false
        @OptionGroup var installation: InstallationOptions

        func run() async throws {
            try await installation.look { installation in
                let found = try await site.find(in: installation)
                let printer = SitePrinter(tree: installation.tree)
                guard !isJSON else { return print(printer.json(found)) }
                let id = found.website.id
                let findings = try await installation.websites.findings(of: id, within: .everything)
                let baseline = try await installation.websites.baseline(of: id, within: .everything)
                print(printer.description(of: found, findings: findings, baseline: baseline))
            }
        }
    }

    struct Export: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: Spoken.text(.Sites.exportAbstract),
            discussion: Spoken.text(.Sites.exportDiscussion)
        )
        @OptionGroup var choice: Choice
        @Option(
            name: .shortAndLong,
            help: Spoken.help(.Sites.outputHelp, value: "FILE"),
            completion: .file(extensions: ["csv"])
        )
        var output: String?
        @OptionGroup var installation: InstallationOptions

        func run() async throws {
            try await installation.look { installation in
                let filter = try choice.filter(in: installation)
                let bytes = try await installation.websites.exportCSV(filter, within: .everything)
                guard let output else { return Terminal.output.write(String(decoding: bytes, as: UTF8.self)) }
                try PrivateFile.write(bytes, to: output)
            }
        }
    }
}
