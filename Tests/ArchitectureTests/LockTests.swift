import Foundation
import Testing

/// One row of third-party.lock.
private struct LockRow {
    let name, version, source, package, file, sha256, licence, takes, into: String

    init(cells: [String]) {
        (name, version, source, package, file) = (cells[0], cells[1], cells[2], cells[3], cells[4])
        (sha256, licence, takes, into) = (cells[5], cells[6], cells[7], cells[8])
    }

    /// The thing without the machine for which this file of it is.
    var thing: String { name.replacing(/\s\[.+\]$/, with: "") }
}

private let columns = 9

private func lines(of name: String) throws -> [String] {
    try String(contentsOf: Project.root.appending(path: name), encoding: .utf8)
        .split(separator: "\n").map(String.init)
}

private func cells(of line: String) -> [String] {
    line.split(separator: "|", omittingEmptySubsequences: false).map {
        $0.trimmingCharacters(in: .whitespaces)
    }
}

private func lockedRows() throws -> [LockRow] {
    try lines(of: "third-party.lock").filter { $0.contains("|") && !$0.hasPrefix("#") }.map { line in
        let cells = cells(of: line)
        try #require(cells.count == columns, "this row has \(cells.count) cells: \(line)")
        return LockRow(cells: cells)
    }
}

@Test("each locked thing has a version, a known source, a hash and a licence")
func lockIsWellFormed() throws {
    let rows = try lockedRows()
    #expect(!rows.isEmpty)
    for row in rows {
        #expect(row.sha256.wholeMatch(of: /[0-9a-f]{64}/) != nil, "\(row.name) has no SHA-256")
        #expect(["pypi", "debian"].contains(row.source), "\(row.name) comes from \(row.source)")
        #expect(row.licence.wholeMatch(of: /[A-Za-z0-9.+-]+/) != nil, "\(row.name) has no SPDX licence")
        #expect(row.package.wholeMatch(of: /[^=]+={1,2}[^=]+/) != nil, "\(row.name) does not pin its package")
        #expect(!row.version.isEmpty && !row.takes.isEmpty && !row.file.contains("/"), "\(row.name)")
        #expect(!row.into.hasPrefix("/") && !row.into.contains(".."), "\(row.name) leaves .deps")
    }
    #expect(Set(rows.map(\.name)).count == rows.count, "a name stands twice")
}

@Test("THIRD-PARTY.md lists exactly what is locked, with version and licence")
func thirdPartyPageFollowsLock() throws {
    let listed = try lines(of: "THIRD-PARTY.md").filter { $0.hasPrefix("|") }.dropFirst(2)
        .map { cells(of: $0)[1...3].joined(separator: " | ") }
    let locked = try lockedRows().map { "\($0.thing) | \($0.version) | \($0.licence)" }
    #expect(Set(listed) == Set(locked))
    #expect(listed.count == Set(listed).count, "a thing stands twice")
}

@Test("what is fetched is ignored by git, and none of it lies among our files")
func nothingThirdPartyIsCommitted() throws {
    #expect(try lines(of: ".gitignore").contains(".deps/"))
    let fetched = Set(["htmx.js", "uplot.js", "uplot.css", "icons.svg"] + (try lockedRows().map(\.file)))
    let folders = try FileManager.default.contentsOfDirectory(atPath: Project.root.path)
        .filter { !$0.hasPrefix(".") }
    for folder in folders {
        let files = FileManager.default.enumerator(atPath: Project.root.appending(path: folder).path)
        while let path = files?.nextObject() as? String {
            let name = String(path.split(separator: "/").last ?? "")
            #expect(!fetched.contains(name) && !name.hasSuffix(".woff2"), "\(folder)/\(path) is third-party")
        }
    }
}

@Test("the lists of Debian packages are sorted and name each package once", arguments: ["build", "test"])
func packageListsAreSorted(kind: String) throws {
    let names = try lines(of: "Scripts/packages-\(kind).txt").filter { !$0.hasPrefix("#") }
    #expect(!names.isEmpty)
    #expect(names == Set(names).sorted())
}
