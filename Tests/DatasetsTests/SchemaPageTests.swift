import Foundation
import Language
import Testing

@testable import Datasets

private let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
private let page = root.appending(path: "docs/schema.md")

/// The comment above the declaration of the type called `name`.
private func manual(of name: String, in folder: String) throws -> String {
    let file = root.appending(path: "Sources/Datasets/Schema/\(folder)/\(name).swift")
    let lines = try String(contentsOf: file, encoding: .utf8).split(
        separator: "\n",
        omittingEmptySubsequences: false
    )
    let end = try #require(lines.firstIndex { $0.hasPrefix("enum \(name):") })
    let start = lines[..<end].lastIndex { !$0.hasPrefix("///") }.map { $0 + 1 } ?? 0
    return lines[start..<end].map { $0.dropFirst(3).drop { $0 == " " } }.joined(separator: "\n")
}

private func reference() throws -> String {
    var text = """
        # JSON Schema as Sen speaks it

        Draft 2020-12, all of it. Made from the comments of `Sources/Datasets/Schema/Validators/` and `Formats/`, one file for
        each; a test keeps it current. After a change of a comment: `SEN_WRITE_DOCS=1 swift test --filter SchemaPageTests`.

        Nothing is fetched from the network. Limits: \(SchemaLimits.schemaBytesMax >> 20) MB and \(SchemaLimits.subschemasMax) subschemas a
        schema, \(SchemaLimits.referencesInPlaceMax) references without a step into the record, \(SchemaLimits.stepsPerValue) subschemas tried for each
        value of a record, \(SchemaLimits.patternMatchesMax) steps back of a pattern on a text. What goes beyond is an error of its own.

        # Keywords

        """
    for group in KeywordGroups.all {
        let keywords = group.keywords.map { "`\($0.rawValue)`" }.joined(separator: ", ")
        text += "\n## \(keywords)\n\n\(try manual(of: "\(group)", in: "Validators"))\n"
    }
    text += "\n# Formats\n"
    for format in Formats.all {
        text +=
            "\n## `\(format.name)`\n\n*\(format.expectation.vi)*\n\n\(try manual(of: "\(format)", in: "Formats"))\n"
    }
    return text
}

@Test("docs/schema.md says what the comments of keywords and formats say")
func schemaPageIsCurrent() throws {
    let wanted = try reference()
    if ProcessInfo.processInfo.environment["SEN_WRITE_DOCS"] != nil {
        try wanted.write(to: page, atomically: true, encoding: .utf8)
    }
    let written = try String(contentsOf: page, encoding: .utf8)
    #expect(written == wanted, "run SEN_WRITE_DOCS=1 swift test --filter SchemaPageTests")
}

@Test("each manual of keywords says what they mean, how to write them and what to mind")
func manualsAreWhole() throws {
    for group in KeywordGroups.all {
        let text = try manual(of: "\(group)", in: "Validators")
        for heading in ["**Means**", "**Write**", "**Mind**"] {
            #expect(text.contains(heading), "\(group) \(heading)")
        }
    }
}
