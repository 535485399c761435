import Foundation
import Language
import Testing

@testable import WebWatch

private let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
private let page = root.appending(path: "docs/checks.md")

/// The manual of a check: the comment above its declaration.
private func manual(of kind: CheckKind) throws -> String {
    let words = kind.rawValue.split(separator: "-").map { $0.prefix(1).uppercased() + $0.dropFirst() }
    let name = words.joined() + "Check"
    let file = root.appending(path: "Sources/WebWatch/Checks/\(name).swift")
    let lines = try String(contentsOf: file, encoding: .utf8).split(
        separator: "\n",
        omittingEmptySubsequences: false
    )
    let end = try #require(lines.firstIndex { $0.contains(" \(name)") && !$0.hasPrefix("//") })
    let start = lines[..<end].lastIndex { !$0.hasPrefix("///") }.map { $0 + 1 } ?? 0
    return lines[start..<end].map { $0.dropFirst(3).drop { $0 == " " } }.joined(separator: "\n")
}

private func reference() throws -> String {
    var text = """
        # What the watch checks

        Made from the comments of `Sources/WebWatch/Checks/`, one file for each kind; a test keeps it current. After a
        change of a comment: `SEN_WRITE_DOCS=1 swift test --filter ChecksPageTests`.

        """
    for kind in CheckKind.allCases {
        text += "\n## \(kind.name.en) (`\(kind.rawValue)`)\n\n*\(kind.name.vi)*\n\n\(try manual(of: kind))\n"
    }
    return text
}

@Test("docs/checks.md says what the comments of the checks say")
func checksPageIsCurrent() throws {
    let wanted = try reference()
    if ProcessInfo.processInfo.environment["SEN_WRITE_DOCS"] != nil {
        try wanted.write(to: page, atomically: true, encoding: .utf8)
    }
    let written = try String(contentsOf: page, encoding: .utf8)
    #expect(written == wanted, "run SEN_WRITE_DOCS=1 swift test --filter ChecksPageTests")
}

@Test("each manual says what is seen, why, how it errs and what to do", arguments: CheckKind.allCases)
func manualsAreWhole(kind: CheckKind) throws {
    let text = try manual(of: kind)
    for heading in ["**Sees**", "**Why**", "**Errs**", "**Do**"] {
        #expect(text.contains(heading), "\(kind) \(heading)")
    }
}
