import Datasets
import Foundation
import Testing

/// Vectors made elsewhere, which are test data only and not part of the project.
enum Oracle {
    static let folder: URL? = {
        let named = ProcessInfo.processInfo.environment["SEN_ORACLE"].map { URL(filePath: $0) }
        let above = sequence(first: URL(filePath: #filePath)) {
            $0.path == "/" ? nil : $0.deletingLastPathComponent()
        }
        let folders = [named].compactMap { $0 } + above.map { $0.appending(path: "shared/oracle") }
        return folders.map { $0.appending(path: "json-schema") }
            .first { FileManager.default.fileExists(atPath: $0.path) }
    }()

    static let files: [URL] = {
        guard let tests = folder?.appending(path: "tests") else { return [] }
        let found = try? FileManager.default.contentsOfDirectory(at: tests, includingPropertiesForKeys: nil)
        return (found ?? []).filter { $0.pathExtension == "json" }.sorted { $0.path < $1.path }
    }()

    static let remotes: SchemaRegistry = {
        guard let remotes = folder?.appending(path: "remotes") else { return SchemaRegistry() }
        var documents: [String: [UInt8]] = [:]
        let files = FileManager.default.enumerator(atPath: remotes.path)
        while let path = files?.nextObject() as? String {
            guard path.hasSuffix(".json"), let data = try? Data(contentsOf: remotes.appending(path: path))
            else { continue }
            documents["http://localhost:1234/\(path)"] = Array(data)
        }
        return SchemaRegistry(documents)
    }()
}

@Test(
    "every vector of the JSON Schema Test Suite is answered as it says",
    .enabled(if: Oracle.folder != nil, "the folder shared/oracle/json-schema is not there"),
    arguments: Oracle.files
)
func oracle(file: URL) throws {
    let isFormat = file.lastPathComponent.hasPrefix("optional--format--")
    let options = SchemaOptions(formatAssertion: isFormat)
    let suite = try SchemaSuite(Array(Data(contentsOf: file)), registry: Oracle.remotes, options: options)
    let report = suite.run()
    #expect(report.tests > 0)
    for mismatch in report.mismatches {
        Issue.record(
            "\(mismatch.group) › \(mismatch.test): \(mismatch.isExpectedValid) expected; \(mismatch.reason)"
        )
    }
}
