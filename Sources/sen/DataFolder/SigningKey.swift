import AuditLog
import Cryptography
import Database
import Foundation
import Language

/// The key that signs the audit log, and its public half.
extension DataFolder {
    /// A key file is one line; more is something else.
    private static let keyBytesMax = 4_096
    private static let seedByteCount = 32
    /// Of the random part of the log's name: enough that no two logs ever share one.
    private static let nameByteCount = 8

    /// Reads the signing key.
    ///
    /// - Throws: `keyMissing`, `keyTooOpen` when others than its owner may read it, `keyUnreadable`.
    func signer() throws(DataFolderError) -> NoteSigner {
        guard let text = try PrivateFile.line(of: keyPath, bytesMax: Self.keyBytesMax) else {
            guard hasDatabase || server != nil else {
                throw DataFolderError(.missing, "no sen.sqlite in the folder")
            }
            throw DataFolderError(.keyMissing, "no audit-signing.key in the folder")
        }
        guard try PrivateFile.isPrivate(keyPath) else {
            throw DataFolderError(.keyTooOpen, "group or others have rights on audit-signing.key")
        }
        guard let signer = NoteSigner(keyText: text) else {
            throw DataFolderError(.keyUnreadable, "audit-signing.key does not hold a signing key")
        }
        return signer
    }

    /// The public key: of the signing key, or of a backup that does not carry it.
    func verifyKey() throws(DataFolderError) -> NoteVerifyKey {
        if !hasKey,
            let text = try PrivateFile.line(of: verifyKeyPath, bytesMax: Self.keyBytesMax)
        {
            guard let key = NoteVerifyKey(text) else {
                throw DataFolderError(.keyUnreadable, "audit-verify.key does not hold a public key")
            }
            return key
        }
        return try signer().verifyKey
    }

    /// The key for a server that starts; made when the log has signed nothing yet.
    ///
    /// - Throws: `keyMissing` when the log was already signed with a key that is gone, `keyMismatch` when this is
    ///   not the key that signed it.
    func signerOnStart(
        of database: any Database,
        randomBytes: (Int) -> [UInt8]
    ) async throws -> NoteSigner {
        let newest = try await database.read { try TileServer.answer("checkpoint", in: $0)?.bytes }
        if newest == nil, !hasKey { try makeKey(randomBytes) }
        let signer = try signer()
        if let newest {
            let note = String(decoding: newest, as: UTF8.self)
            guard Checkpoint(note: note, signedBy: signer.verifyKey) != nil else {
                throw DataFolderError(.keyMismatch, "the newest checkpoint was signed by another key")
            }
        }
        return signer
    }

    /// Puts a copy of the signing key into another folder.
    func copyKey(to other: DataFolder) throws(DataFolderError) {
        _ = try signer()
        try PrivateFile.copy(keyPath, to: other.keyPath)
    }

    private func makeKey(_ randomBytes: (Int) -> [UInt8]) throws(DataFolderError) {
        let name = "sen-" + BaseCoding.hex.encode(randomBytes(Self.nameByteCount))
        guard let text = NoteSigner.keyText(name: name, seed: randomBytes(Self.seedByteCount)) else {
            throw DataFolderError(.keyUnreadable, "no key could be made of the random bytes")
        }
        try PrivateFile.write(Array((text + "\n").utf8), to: keyPath)
    }
}
