import AuditLog
import Datasets
import Foundation
import RunningPrograms
import Testing

@testable import sen

@Suite("sen datasets, and the proof of a record")
struct DatasetsCommandTests {
    /// An installation with the dataset of masts.
    private func withMasts(_ body: (InstallationFolder) async throws -> Void) async throws {
        try await withInstallation { bench in
            try await MastsDataset.declare(in: bench.served.database)
            try await body(bench)
        }
    }

    private func write(_ lines: [String], _ bench: InstallationFolder) throws -> String {
        let path = bench.beside("masts.ndjson")
        try lines.map { $0 + "\n" }.joined().write(toFile: path, atomically: true, encoding: .utf8)
        return path
    }

    @Test("a file is tried, loaded with its report by line, and written out as it went in")
    func loaded() async throws {
        try await withMasts { bench in
            let good = [#"{"masts":3,"unit":"17329"}"#, #"{"masts":0,"unit":"16690"}"#]
            let file = try write([good[0], #"{"unit": "17329", "masts": -1}"#, good[1], "{"], bench)
            let trial = try await bench.sen("datasets", "load", "masts", file, "--dry-run")
            #expect(trial.status == 1)
            #expect(trial.output.contains("/masts") && trial.error.contains("chưa ghi gì"), "\(trial)")
            #expect(try await bench.sen("datasets", "export", "masts").output == "")
            let load = try await bench.sen("datasets", "load", "masts", file, "--json")
            let codes = load.output.split(separator: "\n").compactMap { line in
                (try? JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])?["code"]
                    as? String
            }
            #expect(codes == ["schema.minimum", "record.not-json"])
            #expect(
                trial.output.contains("Dòng 4: cột") && !trial.output.contains("Dòng 1"),
                "\(trial.output)"
            )
            #expect(load.status == 1 && load.error.contains("thêm mới 2"), "\(load.error)")
            let again = try await bench.sen("datasets", "load", "masts", try write(good, bench))
            #expect(again.status == 0 && again.error.contains("giữ nguyên 2"), "\(again.error)")
            let out = try await bench.sen("datasets", "export", "masts")
            #expect(out.output == good.reversed().map { $0 + "\n" }.joined())
        }
    }

    @Test("the records are written into a spreadsheet, which is a zip file with one sheet")
    func spreadsheet() async throws {
        try await withMasts { bench in
            let file = try write([#"{"masts":3,"unit":"17329"}"#], bench)
            #expect(try await bench.sen("datasets", "load", "masts", file).status == 0)
            let path = bench.beside("masts.xlsx")
            let run = try await bench.sen("datasets", "export", "masts", "--xlsx", path)
            #expect(run.status == 0 && run.output == "", "\(run)")
            let bytes = try Data(contentsOf: URL(filePath: path))
            #expect(bytes.starts(with: Data("PK".utf8)) && bytes.count > 2_000)
            let nowhere = try await bench.sen("datasets", "export", "masts", "--xlsx", "/nowhere/masts.xlsx")
            #expect(nowhere.status == 2 && nowhere.error.contains("sheet.unwritable"), "\(nowhere)")
        }
    }

    @Test("the list finds by words without tones, and what is not there is told apart by its exit code")
    func listed() async throws {
        try await withMasts { bench in
            let found = try await bench.sen("datasets", "list", "--find", "cot phat")
            #expect(found.status == 0 && found.output.hasPrefix("masts  40  Dữ liệu mở  Cột phát sóng"))
            #expect(try await bench.sen("datasets", "list", "--find", "khac").output == "")
            let missing = try await bench.sen("datasets", "export", "nothing")
            #expect(missing.status == 1 && missing.error.contains("dataset.not-found"))
            #expect(try await bench.sen("datasets", "export", "Not-A-Name").status == 64)
            let noFile = try await bench.sen("datasets", "load", "masts", bench.beside("nothing.ndjson"))
            #expect(noFile.status == 2)
        }
    }

    @Test(
        "a record's receipt proves all its versions with their texts, and a text of another record is found out"
    )
    func proved() async throws {
        try await withInstallation { bench in
            try await MastsDataset.fill(bench.served.database)
            let (receipt, key) = (bench.beside("record.json"), "\(bench.served.signer.verifyKey)")
            let made = try await bench.sen("audit", "prove", "masts/17329", "--output", receipt)
            try #require(made.status == 0, "\(made.error)")
            let good = try await Program.run(["audit", "check", receipt, "--key", key])
            #expect(good.status == 0 && good.output.contains("2 mục"), "\(good)")
            var forged = try Receipt(json: Array(try Data(contentsOf: URL(filePath: receipt))))
            #expect(forged.texts?.count == 2)
            forged.texts?[0] = #"{"masts":5,"unit":"17329"}"#
            try PrivateFile.write(forged.json, to: receipt + ".forged")
            let bad = try await Program.run(["audit", "check", receipt + ".forged", "--key", key])
            #expect(bad.status == 1, "\(bad)")
            let missing = try await bench.sen("audit", "prove", "masts/99999")
            #expect(missing.status == 2 && missing.error.contains("record.not-found"), "\(missing)")
        }
    }
}
