import ArgumentParser
import Datasets
import Foundation
import Language

/// `sen schema`: schemas of datasets, without an installation.
struct SchemaCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "schema",
        abstract: Spoken.text(.Schema.abstract),
        discussion: Spoken.text(.Schema.discussion),
        subcommands: [SchemaCheck.self, SchemaTest.self]
    )
}
