import Datasets
import Foundation
import JSONReading
import Language

/// One sector, declared in one file: its datasets, examples of their records, and invented records to try it with.
struct Pack: Sendable {
    /// A record that must fit, or must not.
    struct Example: Sendable {
        let dataset: Dataset.ID
        let isValid: Bool
        /// Where it must not fit, as a JSON pointer; `nil` for anywhere.
        let place: String?
        let record: [UInt8]
    }

    /// Small letters, digits and hyphens.
    let name: String
    let version: Int
    let title: Title
    let datasets: [DatasetDeclaration]
    let examples: [Example]
    /// Invented records by dataset, in the order of the datasets.
    let demo: [(dataset: Dataset.ID, records: [[UInt8]])]

    /// What a pack looks like.
    private static let rules: Schema? = try? Schema(PackageResources.pack_json)

    /// Reads a pack from its YAML.
    ///
    /// - Throws: ``PackError`` with everything that does not fit, ``DatasetError`` for a declaration.
    init(yaml: [UInt8]) throws {
        let document: JSONDocument
        let json = try PackYAML.json(yaml)
        do throws(JSONProblem) { document = try JSONDocument(json) } catch {
            throw PackError(.invalid, "not JSON", text: error.what, cause: error)
        }
        // Its values are views into the document.
        defer { withExtendedLifetime(document) {} }
        let root = document.root
        let issues = Self.rules?.makeValidator().issues(of: root) ?? []
        guard Self.rules != nil, issues.isEmpty else {
            throw PackError(.invalid, "\(issues.count) places", text: .Dataset.list(issues.map(\.text)))
        }
        name = root["pack"]?.string ?? ""
        version = Int(root["version"]?.integer ?? 1)
        title = Self.title(root["title"])
        datasets = try Self.elements(of: root["datasets"]).map { try Self.declaration($0) }
        examples = Self.elements(of: root["examples"]).map { Self.example($0) }
        demo = Self.demo(root["demo"]?["records"], of: datasets)
        try checkNames(root["demo"]?["records"])
    }

    private static func elements(of value: JSONValue?) -> [JSONValue] {
        value.map { Array($0.elements) } ?? []
    }

    private static func title(_ value: JSONValue?) -> Title {
        Title(vi: value?["vi"]?.string ?? "", en: value?["en"]?.string ?? "")
    }

    private static func declaration(_ value: JSONValue) throws -> DatasetDeclaration {
        do { return try DatasetDeclaration(CanonicalWriter().bytes(of: value)) } catch {
            let name = value["dataset"]?.string ?? "?"
            throw PackError(
                .invalid,
                error.code.rawValue,
                text: .Pack.inDataset(name, error.text),
                cause: error
            )
        }
    }

    private static func example(_ value: JSONValue) -> Example {
        Example(
            dataset: Dataset.ID(rawValue: value["dataset"]?.string ?? ""),
            isValid: value["valid"]?.boolean ?? true,
            place: value["place"]?.string,
            record: value["record"].map { CanonicalWriter().bytes(of: $0) } ?? []
        )
    }

    private static func demo(
        _ records: JSONValue?,
        of datasets: [DatasetDeclaration]
    ) -> [(dataset: Dataset.ID, records: [[UInt8]])] {
        let writer = CanonicalWriter()
        return datasets.compactMap { declaration in
            let id = declaration.dataset.id
            guard let list = records?[id.rawValue] else { return nil }
            return (id, elements(of: list).map { writer.bytes(of: $0) })
        }
    }

    /// Each dataset stands once, and examples and demo records belong to one of them.
    private func checkNames(_ demo: JSONValue?) throws(PackError) {
        let ids = datasets.map(\.dataset.id.rawValue)
        guard Set(ids).count == ids.count else {
            throw PackError(.invalid, "a dataset twice", text: .Pack.datasetTwice)
        }
        let used =
            examples.map(\.dataset.rawValue)
            + (demo?.members.map { String(decoding: $0.name, as: UTF8.self) } ?? [])
        if let unknown = used.first(where: { !ids.contains($0) }) {
            throw PackError(.invalid, "an unknown dataset", text: .Pack.datasetUnknown(unknown))
        }
    }
}

extension Pack {
    /// The pack of this name that ships with the program.
    static func shipped(_ name: String) throws -> Pack { try Pack(yaml: ShippedPacks.yaml(name) ?? []) }

    /// Reads the pack at `path`, or the one that ships with the program under this name; says why and ends the
    /// command when it cannot.
    static func read(_ path: String) throws -> Pack {
        let shipped = FileManager.default.fileExists(atPath: path) ? nil : ShippedPacks.yaml(path)
        let bytes = try shipped ?? InputFile.read(path)
        do { return try Pack(yaml: bytes) } catch let failure as PackError {
            Ending.complain("\(Printable.text(path)): \(TerminalText.harmless(Spoken.text(failure.text)))")
            Ending.complain("  \(failure.codeName)")
            throw Ending.couldNotLook
        }
    }
}
