import Cryptography
import Foundation
import Language
import Places
import Timekeeping

/// What was published at one moment: the files with their hashes, and the checkpoint of the log that they were cut at.
///
/// The log has an entry with the SHA-256 of this text, so that whoever holds the log's public key can tell a file that
/// was published from one that was changed afterwards, without asking anybody.
package struct PublishedManifest: Hashable, Sendable, Codable {
    package static let version = 1
    /// A manifest names a few files; a larger one is none.
    package static let bytesMax = 1 << 20
    package static let filesMax = 100

    /// The names under which the files lie beside each other.
    package static let fileName = "manifest.json"
    package static let proofName = "proof.json"

    /// One file, as it lies beside the manifest.
    package struct File: Hashable, Sendable, Codable {
        package var name: String
        package var mediaType: String
        package var bytes: Int
        /// In hexadecimal.
        package var sha256: String

        package init(name: String, mediaType: String, bytes: Int, sha256: [UInt8]) {
            self.name = name
            self.mediaType = mediaType
            self.bytes = bytes
            self.sha256 = BaseCoding.hex.encode(sha256)
        }

        /// A name in the same folder and nothing else, whoever wrote the manifest.
        var isPlain: Bool {
            !name.isEmpty && name.utf8.count <= 200 && !name.hasPrefix(".")
                && name.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && $0 != 0x2F && $0 != 0x5C }
        }
    }

    package var version: Int
    package var dataset: Dataset.ID
    package var title: Title
    package var owner: String
    package var declarationVersion: Int
    package var schemaVersion: Int
    /// The records are those that counted at this moment.
    package var cutAt: String
    package var records: Int
    /// The signed note of the log as it was then: every change in the files lies under it.
    package var checkpoint: String
    /// The file with the receipt of the entry that names this manifest.
    package var proof: String
    package var files: [File]

    package init(of cut: PublicationCut, checkpoint: String, records: Int, files: [File]) {
        version = Self.version
        dataset = cut.stored.dataset.id
        title = cut.stored.dataset.title
        owner = cut.stored.dataset.owner.rawValue
        declarationVersion = cut.stored.version
        schemaVersion = cut.stored.schemaVersion
        cutAt = cut.at.rfc3339
        self.records = records
        self.checkpoint = checkpoint
        proof = Self.proofName
        self.files = files
    }

    /// The file: JSON with sorted keys, so that the same manifest has the same bytes and the same hash.
    package var json: [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
        return (try? encoder.encode(self)).map { Array($0) + [0x0A] } ?? []
    }

    /// Reads the file; what it says still has to be checked.
    package init(json: [UInt8]) throws(PublishedError) {
        guard json.count <= Self.bytesMax else {
            throw PublishedError(.manifestUnreadable, "more than \(Self.bytesMax) bytes")
        }
        do { self = try JSONDecoder().decode(Self.self, from: Data(json)) } catch {
            throw PublishedError(.manifestUnreadable, "not the JSON of a manifest", cause: error)
        }
        guard version == Self.version, files.count <= Self.filesMax, files.allSatisfy(\.isPlain),
            Set(files.map(\.name)).count == files.count
        else { throw PublishedError(.manifestUnreadable, "version \(version) with other rules") }
    }
}
