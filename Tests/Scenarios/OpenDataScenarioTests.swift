import Foundation
import RunningPrograms
import Testing

private let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
private let shapes = root.appending(path: "Tests/Scenarios/dcat-ap-3.ttl").path
private let validator = root.appending(path: ".deps/python/bin/pyshacl")

private func fetch(_ url: String, into file: String) async throws {
    let curl = URL(filePath: "/usr/bin/curl")
    let outcome = try await Program.run(curl, ["--silent", "--fail", "--output", file, url])
    try #require(outcome.status == 0, "\(url): \(outcome.error)")
}

private func validate(_ file: String) async throws -> Program.Outcome {
    try await Program.run(validator, ["--shacl", shapes, "--data-file-format", "json-ld", file])
}

@Test("the catalogue of the demo's open data is DCAT-AP 3, and its files are where it says they are")
func openCatalogue() async throws {
    try #require(FileManager.default.isExecutableFile(atPath: validator.path), "run `make python` first")
    let place = try RunningSen.Place()
    try await withSen(in: place) { sen in
        let file = place.folder.path + "catalog.jsonld"
        let base = sen.address.absoluteString
        // The demo's packs are applied beside the first seconds of the program.
        var text = ""
        for _ in 0..<240 where !text.contains("dcat:Distribution") {
            try await fetch(base + "open/catalog.jsonld", into: file)
            text = try String(contentsOfFile: file, encoding: .utf8)
            try await Task.sleep(for: .milliseconds(250))
        }
        let told = try await validate(file)
        #expect(told.status == 0 && told.output.contains("Conforms: True"), "\(told.output)\(told.error)")
        let links = text.matches(of: /"dcat:downloadURL":\{"@id":"([^"]+)"\}/).map { String($0.1) }
        #expect(links.count >= 4)
        for link in links { try await fetch(link, into: place.folder.path + "file") }
        // The shapes are no check that cannot fail.
        let broken = text.replacing("\"dcat:accessURL\"", with: "\"dcat:accessUrl\"")
        try Data(broken.utf8).write(to: URL(filePath: file))
        #expect(try await validate(file).status == 1)
    }
}
