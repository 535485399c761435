import Foundation
import RunningPrograms
import Testing

/// Files for `sen schema` in a folder of their own.
private func withFiles(_ files: [String: String], _ body: (URL) async throws -> Void) async throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "sen-schema-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for (name, text) in files {
        let file = folder.appending(path: name)
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(),
            withIntermediateDirectories: true
        )
        try Data(text.utf8).write(to: file)
    }
    try await body(folder)
}

private let schema =
    #"{"type":"object","properties":{"n":{"type":"integer","minimum":0,"maximum":10000000},"day":{"format":"date"}},"required":["n"]}"#

@Test("sen schema check names line, place and what was expected, and ends with 1")
func schemaCheckFindsBadRows() async throws {
    let rows = #"{"n":1}"# + "\n\n" + #"{"n":-1,"day":"24/11/2026"}"# + "\r\n" + #"{"n":1,"n":2}"# + "\n[NaN]"
    try await withFiles(["schema.json": schema, "rows.ndjson": "\u{FEFF}" + rows]) { folder in
        let paths = ["schema.json", "rows.ndjson"].map { folder.appending(path: $0).path }
        let outcome = try await Program.run(["schema", "check"] + paths)
        #expect(outcome.status == 1)
        let lines = outcome.output.split(separator: "\n")
        try #require(lines.count == 4)
        #expect(lines[0] == "Dòng 3 /n: Trường “n”: phải là số nguyên từ 0 đến 10.000.000")
        #expect(lines[1].hasPrefix("Dòng 3 /day: Trường “day”: phải là ngày"))
        #expect(lines[2].hasPrefix("Dòng 4: cột 8: trường “n” xuất hiện hai lần"))
        #expect(lines[3].hasPrefix("Dòng 5: cột 2: NaN"))
        #expect(outcome.error.contains("4 dòng, 3 dòng sai."))
    }
}

@Test("sen schema check --json gives a line of JSON for each thing, and 0 when every row fits")
func schemaCheckForPrograms() async throws {
    try await withFiles(["schema.json": schema, "good": #"{"n":7}"#, "bad": #"{"n":1.5}"#]) { folder in
        let path = { (name: String) in folder.appending(path: name).path }
        let good = try await Program.run(
            ["schema", "check", path("schema.json"), path("good")],
            language: "en"
        )
        #expect(good.status == 0)
        #expect(good.output.isEmpty)
        #expect(good.error.contains("1 lines, all of them fit."))
        let bad = try await Program.run(["schema", "check", path("schema.json"), path("bad"), "--json"])
        #expect(bad.status == 1)
        let row = try JSONSerialization.jsonObject(with: Data(bad.output.utf8)) as? [String: Any]
        #expect(row?["code"] as? String == "schema.type")
        #expect(row?["place"] as? String == "/n")
        #expect(row?["line"] as? Int == 1)
    }
}

@Test("a schema that is wrong, or a file that is not there, ends with 2 and says where")
func schemaCheckCannotLook() async throws {
    try await withFiles(["schema.json": #"{"properties":{"n":{"type":"text"}}}"#, "good": schema]) { folder in
        let path = { (name: String) in folder.appending(path: name).path }
        let wrong = try await Program.run(["schema", "check", path("schema.json"), path("good")])
        #expect(wrong.status == 2)
        #expect(wrong.error.contains("tại #/properties/n/type: phải là null, boolean"))
        let missing = try await Program.run(["schema", "check", path("good"), path("nothing")])
        #expect(missing.status == 2)
    }
}

@Test("sen schema test prints each test that fails and ends with 1; formats count in a folder called format")
func schemaTestRunsSuites() async throws {
    let group =
        #"[{"description":"g","schema":{"$ref":"http://localhost:1234/a/b.json"},"tests":[{"description":"t","data":1,"valid":true},{"description":"u","data":"x","valid":true}]}]"#
    let format =
        #"[{"description":"f","schema":{"format":"date"},"tests":[{"description":"v","data":"x","valid":false}]}]"#
    let files = [
        "group.json": group, "format/date.json": format, "plain.json": format,
        "remotes/a/b.json": #"{"type":"integer"}"#,
        "other.json": "{}",
    ]
    try await withFiles(files) { folder in
        let path = { (name: String) in folder.appending(path: name).path }
        let first = try await Program.run(
            ["schema", "test", path("group.json"), path("format/date.json"), "--remotes", path("remotes")]
        )
        #expect(first.status == 1)
        #expect(first.output.contains("group.json › g › u"))
        #expect(!first.output.contains("› t"))
        #expect(first.output.contains("2 tệp, 3 phép thử, 1 không đạt."))
        #expect(try await Program.run(["schema", "test", path("format/date.json")]).status == 0)
        #expect(try await Program.run(["schema", "test", path("plain.json")]).status == 1)
        #expect(try await Program.run(["schema", "test", path("other.json")]).status == 2)
    }
}
