import Datasets
import Foundation
import Language
import Places
import Testing
import Timekeeping

@testable import sen

/// The units that ship with the program, on 24 November 2026.
private func trial(_ pack: Pack) throws -> PackTrial {
    PackTrial(
        pack,
        trees: UnitTrees(try ReferenceProvince.load().history),
        today: try #require(Day(year: 2026, month: 11, day: 24)),
        calendar: World.civilCalendar
    )
}

@Suite("The packs that ship with the program")
struct ShippedPackTests {
    @Test("every demo record fits and every example is as it says", arguments: ShippedPacks.names)
    func fits(name: String) throws {
        let trial = try trial(Pack.shipped(name))
        #expect(trial.faults.map { "\($0.place.en): \($0.what.en)" } == [])
        #expect(trial.records >= 200)
    }

    @Test("every pack refuses something in each of its datasets", arguments: ShippedPacks.names)
    func examples(name: String) throws {
        let pack = try Pack.shipped(name)
        let refusing = Set(pack.examples.filter { !$0.isValid }.map(\.dataset))
        #expect(Set(pack.datasets.map(\.dataset.id)) == refusing)
        #expect(pack.name == name)
    }

    @Test("every dataset of every pack is another one")
    func ids() throws {
        let ids = try ShippedPacks.names.flatMap { try Pack.shipped($0).datasets.map(\.dataset.id) }
        #expect(Set(ids).count == ids.count)
    }

    @Test("what is about persons is classified so, and its figures are suppressed when they are small")
    func personal() throws {
        let datasets = try Pack.shipped("digital-workforce").datasets.map(\.dataset)
        let personal = datasets.filter { $0.classification == .personal }
        #expect(personal.map(\.id.rawValue) == ["training-participant", "digital-certificate"])
        #expect(personal.allSatisfy { $0.suppressBelow != nil && $0.retentionYears != nil })
    }

    @Test("demo data say that they are invented", arguments: ShippedPacks.names)
    func labelled(name: String) throws {
        let yaml = String(decoding: try #require(ShippedPacks.yaml(name)), as: UTF8.self)
        #expect(yaml.contains("synthetic: true"))
        #expect(yaml.contains("Dữ liệu mô phỏng"))
    }

    @Test("the pack that docs/packs.md shows is right")
    func manual() throws {
        let page = Self.root.appending(path: "docs/packs.md")
        let lines = try String(contentsOf: page, encoding: .utf8).split(separator: "\n")
        let yaml = lines.filter { $0.hasPrefix("    ") }.map { $0.dropFirst(4) }.joined(separator: "\n")
        let trial = try trial(Pack(yaml: Array(yaml.utf8)))
        #expect(trial.faults.isEmpty)
        #expect(trial.records == 1)
        #expect(trial.examples == 1)
    }

    private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    @Test("the folder has no pack that the program does not carry")
    func folder() throws {
        let folder = Self.root.appending(path: "Packs")
        let files = try FileManager.default.contentsOfDirectory(atPath: folder.path)
            .filter { $0.hasSuffix(".yaml") }
        #expect(Set(files) == Set(ShippedPacks.names.map { $0 + ".yaml" }))
    }
}

/// A pack of one register, in which texts can be replaced.
func smallPack(_ changes: [(String, String)] = []) -> String {
    let yaml = """
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
        examples:
          - { dataset: wells, valid: false, place: /depth, record: { code: a, commune: "16681", depth: 0 } }
        demo:
          synthetic: true
          note: { vi: Dữ liệu mô phỏng, en: Synthetic data }
          records:
            wells:
              - { code: G-1, commune: "16681", depth: 40 }
              - { code: G-2, commune: "16690", depth: 60 }
        """
    return changes.reduce(yaml) { $0.replacing($1.0, with: $1.1) }
}

@Suite("Trying a pack")
struct PackTrialTests {
    private func faults(_ changes: (String, String)...) throws -> [String] {
        try trial(Pack(yaml: Array(smallPack(changes).utf8))).faults.map { "\($0.place.en): \($0.what.en)" }
    }

    private func refusal(_ changes: (String, String)...) -> String? {
        do {
            _ = try Pack(yaml: Array(smallPack(changes).utf8))
            return nil
        } catch { return (error as? PackError)?.text.en }
    }

    @Test("a pack that is right has no faults")
    func right() throws { #expect(try faults() == []) }

    @Test("a record that does not fit, a unit that does not exist and a key that stands twice are named")
    func wrongRecords() throws {
        #expect(try faults(("depth: 40", "depth: 4000"))[0].hasPrefix("wells, demo record 1: Field “depth”"))
        #expect(try faults(("\"16690\"", "\"99999\""))[0].hasPrefix("wells, demo record 2: No unit"))
        #expect(try faults(("G-2", "G-1")) == ["wells, demo record 2: has the key “G-1” of record 1."])
    }

    @Test("an example that fits, or is refused at another place than it says, is named")
    func wrongExamples() throws {
        #expect(try faults(("depth: 0", "depth: 1")) == ["wells, example 1: must be refused, but it fits."])
        #expect(try faults(("place: /depth", "place: /code"))[0].contains("must be refused at /code"))
        #expect(try faults(("valid: false", "valid: true"))[0].hasPrefix("wells, example 1: Field “depth”"))
    }

    @Test("an owner that is no unit is named")
    func wrongOwner() throws {
        #expect(try faults(("so-xay-dung", "so-khong-co"))[0].contains("no unit “so-khong-co”"))
    }

    @Test("what is no pack is refused with the place")
    func refusals() {
        #expect(refusal(("version: 1", "version: 1\nforms: []"))?.contains("forms") == true)
        #expect(refusal(("synthetic: true", "synthetic: false"))?.contains("synthetic") == true)
        #expect(refusal(("type: integer", "type: whole"))?.hasPrefix("dataset wells: Schema") == true)
        #expect(refusal(("owner: so-xay-dung", "owner: 7"))?.hasPrefix("dataset wells:") == true)
        #expect(refusal(("    wells:", "    other:"))?.contains("“other”") == true)
    }
}
