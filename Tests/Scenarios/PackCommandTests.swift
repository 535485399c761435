import Database
import Foundation
import RunningPrograms
import Testing

@testable import sen

private let pack = """
    pack: small
    version: 1
    title: { vi: Gói nhỏ, en: Small pack }
    description: { vi: Để thử, en: For tests }
    datasets:
      - dataset: wells
        title: { vi: Giếng, en: Wells }
        description: { vi: Giếng nước, en: Wells of water }
        owner: so-xay-dung
        classification: shared
        legal-basis: Chưa xác định
        key: [code]
        unit: commune
        fields:
          code: { title: { vi: Mã, en: Code } }
          commune: { title: { vi: Xã, en: Commune } }
          depth: { title: { vi: Độ sâu, en: Depth }, unit: m, sum: true }
        schema:
          type: object
          additionalProperties: false
          required: [code, commune, depth]
          properties:
            code: { type: string }
            commune: { type: string }
            depth: { type: integer, minimum: 1, maximum: 500 }
    demo:
      synthetic: true
      note: { vi: Dữ liệu mô phỏng, en: Synthetic data }
      records:
        wells:
          - { code: G-1, commune: "16681", depth: 40 }
          - { code: G-2, commune: "16690", depth: 60 }
    """

extension InstallationFolder {
    /// How many records of the first dataset there are by what they came through.
    fileprivate func origins() async throws -> [String] {
        try await served.database.read { transaction in
            try transaction.query("SELECT through, count(*) FROM record_1 GROUP BY through ORDER BY through")
                .map { row in "\(try row[0] as String) \(try row[1] as Int)" }
        }
    }

    fileprivate func pack(
        _ command: String,
        _ changes: (String, String)...,
        options: [String] = []
    ) async throws -> Program.Outcome {
        let text = changes.reduce(Scenarios.pack) { $0.replacing($1.0, with: $1.1) }
        return try await sen(["pack", command], file: text, named: "small.yaml", options: options)
    }
}

@Suite("sen pack")
struct PackCommandTests {
    @Test("a pack is shown, applied and then the same, with one entry for each thing done")
    func applied() async throws {
        try await withInstallation { installation in
            let new = try await installation.pack("diff")
            #expect(new.status == 1)
            #expect(new.output.contains("wells: mới, cần khai báo"))
            #expect(try await installation.actions() == [])

            let applied = try await installation.pack("apply", options: ["--demo"])
            #expect(applied.status == 0, "\(applied.error)")
            #expect(applied.output.contains("wells: 2 bản ghi là dữ liệu mô phỏng"))
            let actions = ["dataset.declared", "record.created", "record.created"]
            #expect(try await installation.actions() == actions)
            #expect(try await installation.waiting() == 0)
            #expect(try await installation.origins() == ["demo 2"])

            let same = try await installation.pack("diff")
            #expect(same.status == 0)
            #expect(same.output.contains("wells: giữ nguyên"))
            #expect(try await installation.pack("apply", options: ["--demo"]).status == 0)
            #expect(try await installation.actions() == actions)
        }
    }

    @Test("records that would break are named, and nothing is written until that is accepted")
    func breaks() async throws {
        try await withInstallation { installation in
            _ = try await installation.pack("apply", options: ["--demo"])
            let narrower = ("maximum: 500", "maximum: 50")
            let shown = try await installation.pack("diff", narrower)
            #expect(shown.status == 1)
            #expect(shown.output.contains("1 trong 2 bản ghi không còn đúng mẫu"))
            #expect(shown.output.contains("/depth, 1 bản ghi"))
            #expect(shown.output.contains("(G-2)"))
            let refused = try await installation.pack("apply", narrower)
            #expect(refused.status == 1)
            #expect(refused.error.contains("Chưa ghi gì"))
            #expect(try await installation.actions().last == "record.created")
            let accepted = try await installation.pack("apply", narrower, options: ["--accept-breaks"])
            #expect(accepted.status == 0)
            #expect(try await installation.actions().last == "dataset.changed")
            let moved = try await installation.pack("apply", ("key: [code]", "key: [code, commune]"))
            #expect(moved.status == 1)
            #expect(moved.output.contains("KHÔNG áp dụng được"))
        }
    }

    @Test("invented records never come among real ones")
    func demoStaysApart() async throws {
        try await withInstallation { installation in
            _ = try await installation.pack("apply", options: ["--demo"])
            try await installation.execute("UPDATE record_1 SET through = 'api' WHERE key = 'G-1'")
            let again = try await installation.pack("apply", ("G-2", "G-3"), options: ["--demo"])
            #expect(again.status == 0)
            #expect(again.output.contains("đã có số liệu khác"))
            #expect(try await installation.origins() == ["api 1", "demo 1"])
        }
    }

    @Test("a pack is tested without an installation, by its file or by the name of one that ships")
    func tested() async throws {
        let shipped = try await Program.run(["pack", "test", "inspections"])
        #expect(shipped.status == 0)
        #expect(shipped.error.contains("tất cả đều đúng"))
        let place = FileManager.default.temporaryDirectory.appending(path: "pack-\(UUID().uuidString).yaml")
        defer { try? FileManager.default.removeItem(at: place) }
        try pack.replacing("depth: 60", with: "depth: 600")
            .write(to: place, atomically: true, encoding: .utf8)
        let wrong = try await Program.run(["pack", "test", place.path], language: "en")
        #expect(wrong.status == 1)
        #expect(wrong.output.hasPrefix("wells, demo record 2: Field “depth”"))
        try "a: &b 1".write(to: place, atomically: true, encoding: .utf8)
        let hostile = try await Program.run(["pack", "test", place.path])
        #expect(hostile.status == 2)
        #expect(hostile.error.contains("bí danh YAML"))
        let list = try await Program.run(["pack", "list"], language: "en")
        #expect(list.output.split(separator: "\n").count == 4)
    }
}
