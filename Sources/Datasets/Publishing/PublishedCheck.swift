package import AuditLog
import Cryptography
import Foundation
import Language

/// A manifest of which the log's public key proves that it was published so.
package struct ProvedManifest: Hashable, Sendable {
    package let manifest: PublishedManifest
    /// The entry of the log that names the manifest by its hash.
    package let entry: ProvedEntry
    /// What the files were cut at.
    package let cut: Checkpoint

    /// Checks a manifest against its receipt with the public key alone; no database and no network is asked.
    ///
    /// - Throws: `notProved` with what the receipt lacks as its cause, `checkpointWrong`, `manifestUnreadable`.
    package init(_ json: [UInt8], _ receipt: Receipt, with key: NoteVerifyKey) throws(PublishedError) {
        let manifest = try PublishedManifest(json: json)
        guard let cut = Checkpoint(note: manifest.checkpoint, signedBy: key) else {
            throw PublishedError(.checkpointWrong, "the manifest's checkpoint is not signed by the key")
        }
        let proved: [ProvedEntry]
        do { proved = try receipt.check(with: key) } catch {
            throw PublishedError(.notProved, "the receipt proves nothing", text: error.text, cause: error)
        }
        let name = BaseCoding.hex.encode(SHA256.hash(json))
        let entry = proved.first { entry in
            entry.entry.action == PublicationStatement.action
                && entry.entry.subject.kind == PublicationStatement.subjectKind
                && PublicationStatement(entry.content)?.manifestSHA256 == name
        }
        guard let entry, entry.leafIndex >= cut.size else {
            throw PublishedError(.notProved, "no proved entry names this manifest")
        }
        self.manifest = manifest
        self.entry = entry
        self.cut = cut
    }
}

extension PublishedManifest.File {
    /// Whether what was read is what was published.
    ///
    /// - Throws: `fileChanged`.
    package func check(bytes count: Int, sha256 hash: [UInt8]) throws(PublishedError) {
        guard count == bytes, BaseCoding.hex.encode(hash) == sha256 else {
            throw PublishedError(.fileChanged, "\(count) bytes with another hash than the manifest names")
        }
    }
}

/// What the log says of a publication: enough to prove the manifest, and nothing of the records.
struct PublicationStatement: Codable {
    static let action = "dataset.published"
    static let subjectKind = "published-data"

    let cutAt: String
    let dataset: String
    let manifestSHA256: String
    let records: Int
    let schemaVersion: Int

    init(_ manifest: PublishedManifest, text: [UInt8]) {
        cutAt = manifest.cutAt
        dataset = manifest.dataset.rawValue
        manifestSHA256 = BaseCoding.hex.encode(SHA256.hash(text))
        records = manifest.records
        schemaVersion = manifest.schemaVersion
    }

    init?(_ content: [UInt8]?) {
        guard let content, let read = try? JSONDecoder().decode(Self.self, from: Data(content)) else {
            return nil
        }
        self = read
    }
}
