import Foundation
import Testing

/// A test as `docs/bad-input.md` names it: the file, then the sentence.
private struct NamedTest: Hashable {
    let file, sentence: String

    /// The last cell of a row; tests are divided by `<br>`.
    static func all(in row: Substring) -> [NamedTest] {
        let cell = row.split(separator: " | ").last?.trimmingSuffix(" |") ?? ""
        return cell.components(separatedBy: "<br>").compactMap { entry in
            guard let match = entry.wholeMatch(of: /`([A-Za-z]+\.swift)`: (.+)/) else { return nil }
            return NamedTest(file: String(match.1), sentence: String(match.2))
        }
    }
}

extension Substring {
    fileprivate func trimmingSuffix(_ end: String) -> String {
        hasSuffix(end) ? String(dropLast(end.count)) : String(self)
    }
}

@Test("each row of docs/bad-input.md names tests, and each of them is there word for word")
func badInputPage() throws {
    let page = try String(contentsOf: Project.root.appending(path: "docs/bad-input.md"), encoding: .utf8)
    let rows = page.split(separator: "\n").filter { $0.hasPrefix("| ") }.dropFirst()
    #expect(rows.count >= 20)
    let tests = try Project.swiftFiles(under: Project.root.appending(path: "Tests"))
    for row in rows {
        let named = NamedTest.all(in: row)
        #expect(!named.isEmpty, "no test: \(row)")
        for test in named {
            let isThere = tests.contains {
                $0.path.hasSuffix("/\(test.file)") && $0.text.contains("\"\(test.sentence)\"")
            }
            #expect(isThere, "\(test.file) has no test “\(test.sentence)”")
        }
    }
}
