import Foundation
import HTMLParsing
import Testing

private let folder = Oracle.path("html5lib")

@Test(
    "element sequences of html5lib's documents agree in 99 of 100",
    .enabled(if: Oracle.has("html5lib"), "no html5lib cases on this machine")
)
func elementSequences() throws {
    let files = try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix(".dat") }
        .sorted()
    var (total, right) = (0, 0)
    var wrong: [String] = []
    for file in files {
        let text = try String(contentsOfFile: "\(folder)/\(file)", encoding: .utf8)
        for test in TreeCase.all(in: text) {
            total += 1
            let document = try Document(
                Array(test.data.utf8),
                contentType: "text/html; charset=utf-8",
                scripting: test.scripting
            )
            let elements = (0..<document.count).map { document[$0] }.filter { $0.kind == .element }
                .map { $0.text.string }
            if elements == test.elements {
                right += 1
            } else {
                wrong.append("\(file): \(test.data.prefix(60))")
            }
        }
    }
    let share = Double(right) / Double(max(total, 1))
    #expect(total > 1_000 && share >= 0.99, "\(right) of \(total); wrong: \(wrong)")
    Attachment.record("\(right) of \(total)", named: "html5lib.txt")
}

/// One case of a `.dat` file that parses a whole document.
private struct TreeCase {
    var data: String
    var elements: [String]
    var scripting: Bool

    static func all(in text: String) -> [TreeCase] {
        ("\n" + text).components(separatedBy: "\n#data\n").dropFirst().compactMap { block in
            guard let errors = block.range(of: "#errors") else { return nil }
            let data = String(block[..<errors.lowerBound].dropLast())
            guard !block.contains("\n#document-fragment\n"), let tree = block.range(of: "\n#document\n")
            else {
                return nil
            }
            return TreeCase(
                data: data,
                elements: elements(in: block[tree.upperBound...]),
                scripting: block.contains("\n#script-on")
            )
        }
    }

    /// Lines such as `|   <svg path>`, without attributes, text and comments.
    private static func elements(in tree: Substring) -> [String] {
        tree.split(separator: "\n").compactMap { line in
            let content = line.drop { $0 == "|" || $0 == " " }
            guard line.hasPrefix("| "), content.hasPrefix("<"), content.hasSuffix(">"),
                !content.hasPrefix("<!"),
                !content.hasPrefix("<?")
            else { return nil }
            let name = content.dropFirst().dropLast()
            return String(name.split(separator: " ").last ?? "").lowercased()
        }
    }
}
