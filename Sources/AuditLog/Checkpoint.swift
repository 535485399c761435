import Cryptography

/// What the log commits to at one moment: how many leaves it has and their root (C2SP tlog-checkpoint).
package struct Checkpoint: Hashable, Sendable {
    /// Names the log, for ever; it is also the name of its key.
    package let origin: String
    package let size: UInt64
    package let root: [UInt8]

    package init(origin: String, size: UInt64, root: [UInt8]) {
        self.origin = origin
        self.size = size
        self.root = root
    }

    /// The root in base64, as the signed text has it.
    package var rootText: String { BaseCoding.base64.encode(root) }

    /// The three lines that are signed.
    package var text: String { "\(origin)\n\(size)\n\(rootText)\n" }

    /// Reads the text of a checkpoint; `nil` when it is not one.
    ///
    /// Extension lines are allowed and passed over.
    package init?(text: String) {
        let lines = text.utf8.split(separator: 0x0a, omittingEmptySubsequences: false).map {
            String($0) ?? ""
        }
        guard lines.count >= 4, lines.last == "", !lines[0].isEmpty, let size = UInt64(lines[1]),
            String(size) == lines[1], let root = BaseCoding.base64.decode(lines[2]),
            root.count == Merkle.hashByteCount
        else { return nil }
        self.init(origin: lines[0], size: size, root: root)
    }

    /// The checkpoint of a note that the log itself signed; `nil` for any other.
    package init?(note: String, signedBy key: NoteVerifyKey) {
        guard let signed = SignedNote(note), signed.isSigned(by: key) else { return nil }
        self.init(text: signed.text)
        guard origin == key.name else { return nil }
    }
}
