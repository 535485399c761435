import Access
import Cases
import Datasets
import Foundation
import Identity
import Language
import Testing
import WebWatch

private let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
private let page = root.appending(path: "docs/access.md")

/// Each room that declares actions has its list here.
private let catalogue = ActionCatalogue(
    AccessActions.all + CaseActions.all + DatasetActions.all + WebsiteActions.all
)

/// The comment above each type that says `: Action {`, by the type's name.
private func declared() throws -> [String: String] {
    let sources = root.appending(path: "Sources")
    let files = try #require(FileManager.default.enumerator(at: sources, includingPropertiesForKeys: nil))
        .compactMap { $0 as? URL }.filter { $0.pathExtension == "swift" }
    var found: [String: String] = [:]
    for file in files {
        let lines = try String(contentsOf: file, encoding: .utf8)
            .split(separator: "\n", omittingEmptySubsequences: false)
        for (at, line) in lines.enumerated() {
            guard let match = line.wholeMatch(of: /package (?:enum|struct) (\w+): Action \{/) else {
                continue
            }
            let comment = lines[..<at].reversed().prefix { $0.hasPrefix("///") }.reversed()
            found[String(match.1)] = comment.map { $0.dropFirst(3).trimmingCharacters(in: .whitespaces) }
                .joined(separator: " ")
        }
    }
    return found
}

private func reference() throws -> String {
    let comments = try declared()
    let names = Role.allCases.map(\.name.en)
    var text = """
        # Who may do what

        Made from the types that say `: Action`; a test keeps it current. After a change:
        `SEN_WRITE_DOCS=1 swift test --filter ActionCatalogueTests`.

        A role counts for the unit that it is granted in and for every unit below it. Another unit's things answer as
        if they did not exist. An action without any role is the program's own. Whoever is administrator anywhere
        signs in with a one-time code too; an API key has one role, never this one.

        | action | \(names.joined(separator: " | ")) | what it is |
        |---|\(names.map { _ in ":-:|" }.joined())---|

        """
    for action in catalogue.actions {
        let marks = Role.allCases.map { action.roles.contains($0) ? "yes" : "" }
        let comment = try #require(comments["\(action)"], "\(action) is declared in no file")
        text += "| `\(action.code)` | \(marks.joined(separator: " | ")) | \(comment) |\n"
    }
    return text
}

@Test("docs/access.md says what the actions say")
func accessPageIsCurrent() throws {
    let wanted = try reference()
    if ProcessInfo.processInfo.environment["SEN_WRITE_DOCS"] != nil {
        try wanted.write(to: page, atomically: true, encoding: .utf8)
    }
    let written = try String(contentsOf: page, encoding: .utf8)
    #expect(written == wanted, "run SEN_WRITE_DOCS=1 swift test --filter ActionCatalogueTests")
}

@Test("each action that a room declares is in the catalogue, with a sentence and a code of its own")
func catalogueIsWhole() throws {
    let comments = try declared()
    #expect(Set(catalogue.actions.map { "\($0)" }) == Set(comments.keys))
    for (name, comment) in comments { #expect(!comment.isEmpty, "\(name) does not say what it is") }
    #expect(catalogue.codesTwice.isEmpty)
    for action in catalogue.actions {
        #expect(action.code.wholeMatch(of: /[a-z]+\.[a-z]+(-[a-z]+)*/) != nil, "\(action.code)")
    }
}

@Test("who only reads changes nothing")
func readersOnlyRead() {
    for role in [Role.auditor, .viewer] {
        for action in catalogue.actions(of: role) {
            #expect(action.code.hasSuffix(".read"), "\(action.code)")
        }
    }
}

@Test("a code that two actions have is found")
func codesTwice() {
    #expect(ActionCatalogue([OpenCase.self, ReadCase.self, OpenCase.self]).codesTwice == ["case.open"])
}
