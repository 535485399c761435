import Cryptography
import Foundation
import Language

/// Everything that happened to some subjects, with proof: a file that a person can take away and anyone can check
/// with the log's public key alone.
///
/// It proves that what it holds was recorded. It cannot prove that it holds everything: only the log can.
package struct Receipt: Hashable, Sendable, Codable {
    package static let version = 1
    /// A subject with more has outgrown a file that people pass around.
    package static let entriesMax = 10_000
    /// What a checker is willing to read.
    package static let bytesMax = 64 << 20

    /// One leaf of the log; bytes are base64.
    package struct Item: Hashable, Sendable, Codable {
        package var leafIndex: UInt64
        package var entry: String
        /// Both are left out when the content was erased.
        package var salt: String?
        package var content: String?
        package var proof: [String]
    }

    package var version: Int
    package var verifyKey: String
    /// A signed note.
    package var checkpoint: String
    package var subjects: [AuditSubject]
    package var entries: [Item]
    /// Texts that entries name only by their SHA-256, such as a record's; left out when there are none.
    package var texts: [String]?

    /// The file: JSON with sorted keys.
    package var json: [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
        return (try? encoder.encode(self)).map(Array.init) ?? []
    }

    /// Reads the file; what it says still has to be checked.
    package init(json: [UInt8]) throws(AuditError) {
        guard json.count <= Self.bytesMax else {
            throw AuditError(.receiptUnreadable, "more than \(Self.bytesMax) bytes")
        }
        do { self = try JSONDecoder().decode(Receipt.self, from: Data(json)) } catch {
            throw AuditError(.receiptUnreadable, "not the JSON of a receipt", cause: error)
        }
    }

    init(verifyKey: NoteVerifyKey, checkpoint: String, subjects: [AuditSubject], entries: [Item]) {
        version = Self.version
        self.verifyKey = verifyKey.description
        self.checkpoint = checkpoint
        self.subjects = subjects
        self.entries = entries
    }
}

/// An entry whose place in the log is beyond doubt.
package struct ProvedEntry: Hashable, Sendable {
    package let leafIndex: UInt64
    package let entry: Entry
    /// `nil` when it was erased.
    package let content: [UInt8]?
}

extension Receipt {
    /// Checks signature, entries, contents and proofs, without any database, and returns what is proved.
    ///
    /// - Throws: the first thing that does not fit.
    package func check(with key: NoteVerifyKey) throws(AuditError) -> [ProvedEntry] {
        guard version == Self.version, entries.count <= Self.entriesMax, !entries.isEmpty else {
            throw AuditError(.receiptUnreadable, "version \(version) with \(entries.count) entries")
        }
        guard verifyKey == key.description else {
            throw AuditError(.receiptOfOtherLog, "the receipt names another key")
        }
        guard let checkpoint = Checkpoint(note: checkpoint, signedBy: key) else {
            throw AuditError(.receiptSignatureWrong, "the checkpoint is not signed by the key")
        }
        var proved: [ProvedEntry] = []
        for item in entries {
            guard proved.last.map({ $0.leafIndex < item.leafIndex }) ?? true else {
                throw AuditError(.receiptEntryWrong, "leaf \(item.leafIndex) is out of order")
            }
            proved.append(try item.check(in: checkpoint))
        }
        guard Set(proved.map(\.entry.subject)) == Set(subjects) else {
            throw AuditError(
                .receiptEntryWrong,
                "the entries are not about the subjects that the receipt names"
            )
        }
        try checkTexts(against: proved)
        return proved
    }

    /// Each text has to be one that a proved entry names by its hash.
    private func checkTexts(against proved: [ProvedEntry]) throws(AuditError) {
        let contents = proved.compactMap(\.content).map { String(decoding: $0, as: UTF8.self) }
        for text in texts ?? [] {
            let name = BaseCoding.hex.encode(SHA256.hash(Array(text.utf8)))
            guard contents.contains(where: { $0.contains(name) }) else {
                throw AuditError(.receiptContentWrong, "a text of the receipt is named by no entry")
            }
        }
    }
}

extension Receipt.Item {
    fileprivate func check(in checkpoint: Checkpoint) throws(AuditError) -> ProvedEntry {
        guard let leaf = BaseCoding.base64.decode(entry), let entry = Entry(leaf) else {
            throw AuditError(.receiptEntryWrong, "leaf \(leafIndex) is not an entry")
        }
        let hashes = proof.compactMap { BaseCoding.base64.decode($0) }
        let isIncluded = Merkle.isIncluded(
            Merkle.leafHash(leaf),
            at: leafIndex,
            in: checkpoint.size,
            root: checkpoint.root,
            proof: hashes
        )
        guard hashes.count == proof.count, isIncluded else {
            throw AuditError(.receiptProofWrong, "leaf \(leafIndex) is not proved")
        }
        return ProvedEntry(leafIndex: leafIndex, entry: entry, content: try opened(entry.commitment))
    }

    /// The content, once it is known to be the one that was committed to.
    private func opened(_ commitment: [UInt8]) throws(AuditError) -> [UInt8]? {
        if salt == nil, content == nil { return nil }
        guard let salt = salt.flatMap({ BaseCoding.base64.decode($0) }), salt.count == Entry.saltByteCount,
            let content = content.flatMap({ BaseCoding.base64.decode($0) }),
            Entry.commitment(salt: salt, content: content) == commitment
        else { throw AuditError(.receiptContentWrong, "the content of leaf \(leafIndex) is another one") }
        return content
    }
}
