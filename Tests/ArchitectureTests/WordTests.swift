import Foundation
import Testing

/// Words that bring the world in by the back door, and where to get the thing instead.
private let banned = [
    "Date()": "ask WallClock", "Date.now": "ask WallClock", "UUID()": "ask IDMaker",
    ".random(": "ask the generator that init was given", "Task.detached": "make it a Service",
    "try!": "throw a typed error", "print(": "use the logger",
    "ProcessInfo.processInfo.environment": "take a setting",
]

/// `sen` is where the world comes in.
private func isOutside(_ path: String) -> Bool { path.hasPrefix("Sources/sen/") }

/// Whether `code` has `word` and not merely a longer name that ends with it, such as `makeUUID()`.
private func uses(_ word: String, in code: Substring) -> Bool {
    code.ranges(of: word).contains { range in
        guard word.first?.isLetter == true, range.lowerBound > code.startIndex else { return true }
        let before = code[code.index(before: range.lowerBound)]
        return !(before.isLetter || before.isNumber || before == "_")
    }
}

@Test(
    "a banned word is found, and a longer name that ends with it is not",
    arguments: [
        ("let id = UUID()", true), ("UUID()", true), ("makeUUID()", false),
        ("x = Int.random(in: 0..<9)", true),
    ]
)
func bannedWords(code: String, expected: Bool) {
    #expect(banned.keys.contains { uses($0, in: code[...]) } == expected)
}

@Test("rooms do not read the clock, make random ids, start loose tasks or print")
func noAmbientWorld() throws {
    for file in try Project.swiftFiles(under: Project.sources) where !isOutside(file.path) {
        for (number, line) in file.text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
        {
            let code = line.split(separator: "//", maxSplits: 1, omittingEmptySubsequences: false)[0]
            for (word, instead) in banned where uses(word, in: code) {
                Issue.record("\(file.path):\(number + 1) uses \(word); \(instead)")
            }
        }
    }
}

@Test("no file is longer than 400 lines, the catalogue aside")
func sizes() throws {
    for file in try Project.swiftFiles(under: Project.sources) where !file.path.contains("/Catalogue/") {
        let lines = file.text.split(separator: "\n", omittingEmptySubsequences: false)
        #expect(
            lines.count <= 401,
            "\(file.path) has \(lines.count) lines; divide it by what changes together"
        )
    }
}

@Test("texts for people are written only in the catalogue")
func textsLiveInCatalogue() throws {
    for file in try Project.swiftFiles(under: Project.sources) {
        guard !file.path.hasPrefix("Sources/Language/") else { continue }
        #expect(!file.text.contains("Text(vi:"), "\(file.path) makes a Text; move it to Language/Catalogue")
    }
}

@Test("only sen lets the program itself act")
func systemAccessIsMadeInOnePlace() throws {
    for file in try Project.swiftFiles(under: Project.sources) where !isOutside(file.path) {
        #expect(
            !file.text.contains("SystemAccess("),
            "\(file.path) makes a SystemAccess; take it through init"
        )
    }
}
