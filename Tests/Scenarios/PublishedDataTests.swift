import AuditLog
import Datasets
import Foundation
import RunningPrograms
import Testing

@testable import sen

@Suite("sen datasets publish, and the check without the centre")
struct PublishedDataTests {
    /// An installation whose open dataset of masts was published into the folder that `body` gets.
    private func withPublished(_ body: (InstallationFolder, _ folder: String) async throws -> Void)
        async throws
    {
        try await withInstallation { bench in
            try await MastsDataset.fill(bench.served.database)
            let folder = bench.beside("published")
            let made = try await bench.sen("datasets", "publish", "masts", "--out", folder)
            try #require(made.status == 0, "\(made.error)")
            try await body(bench, folder)
        }
    }

    private func verify(_ folder: String, _ bench: InstallationFolder) async throws -> Program.Outcome {
        let key = "\(bench.served.signer.verifyKey)"
        return try await Program.run(["datasets", "verify-published", folder, "--key", key])
    }

    private func text(_ folder: String, _ name: String) throws -> String {
        try String(contentsOfFile: folder + "/" + name, encoding: .utf8)
    }

    private func write(_ text: String, _ folder: String, _ name: String) throws {
        try text.write(toFile: folder + "/" + name, atomically: true, encoding: .utf8)
    }

    @Test("published files are whole, are checked with the public key alone, and the whole log still fits")
    func published() async throws {
        try await withPublished { bench, folder in
            let names = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
            #expect(names == ["manifest.json", "masts.ndjson", "proof.json", "schema.json"])
            #expect(try text(folder, "masts.ndjson") == #"{"masts":4,"unit":"17329"}"# + "\n")
            let manifest = try PublishedManifest(json: Array(try text(folder, "manifest.json").utf8))
            #expect(manifest.records == 1 && manifest.schemaVersion == 1)
            #expect(manifest.checkpoint.contains("\n\n— "), "a signed note")
            let good = try await verify(folder, bench)
            #expect(good.status == 0 && good.output.contains("masts, 1 bản ghi, 2 tệp"), "\(good)")
            #expect(try await bench.actions().last == "dataset.published")
            #expect(try await bench.sen("audit", "verify").status == 0)
        }
    }

    @Test("a changed file, a changed manifest, a missing file and another key are each found out")
    func forged() async throws {
        try await withPublished { bench, folder in
            let (data, manifest) = (try text(folder, "masts.ndjson"), try text(folder, "manifest.json"))
            try write(data.replacingOccurrences(of: "4", with: "5"), folder, "masts.ndjson")
            let changed = try await verify(folder, bench)
            #expect(changed.status == 1 && changed.error.contains("published.file-changed"), "\(changed)")
            try write(data, folder, "masts.ndjson")
            try write(
                manifest.replacingOccurrences(of: "\"records\" : 1", with: "\"records\" : 2"),
                folder,
                "manifest.json"
            )
            let renamed = try await verify(folder, bench)
            #expect(renamed.status == 1 && renamed.error.contains("published.not-proved"), "\(renamed)")
            try write(manifest, folder, "manifest.json")
            try FileManager.default.removeItem(atPath: folder + "/schema.json")
            let missing = try await verify(folder, bench)
            #expect(missing.status == 1 && missing.error.contains("published.file-missing"), "\(missing)")
            #expect(try await Program.run(["datasets", "verify-published", folder]).status == 64)
            try FileManager.default.removeItem(atPath: folder + "/proof.json")
            #expect(try await verify(folder, bench).status == 2)
        }
    }

    @Test("a folder that exists is left alone, and data that is not open is not published")
    func refused() async throws {
        try await withPublished { bench, folder in
            let again = try await bench.sen("datasets", "publish", "masts", "--out", folder)
            #expect(again.status == 1 && again.error.contains("published"), "\(again)")
            let closed = MastsDataset.declaration.replacingOccurrences(of: "\"open\"", with: "\"shared\"")
            let pack = closed.replacingOccurrences(of: "\"masts\", \"title\"", with: "\"closed\", \"title\"")
            try await MastsDataset.declare(pack, in: bench.served.database)
            let refused = try await bench.sen("datasets", "publish", "closed", "--out", folder + "-closed")
            #expect(refused.status == 1 && refused.error.contains("dataset.not-open"), "\(refused)")
            #expect(!FileManager.default.fileExists(atPath: folder + "-closed"))
        }
    }
}
