import Cryptography
import Testing

@testable import AuditLog

/// A note that another implementation signed (the example of golang.org/x/mod/sumdb/note).
private let peterKey = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"
private let peterNote = """
    If you think cryptography is the answer to your problem,
    then you don't know what your problem is.

    — PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=

    """

func someSigner(_ name: String = "sen.example/log", seed: UInt8 = 7) throws -> NoteSigner {
    let key = try Ed25519PrivateKey(seed: [UInt8](repeating: seed, count: 32))
    return try #require(NoteSigner(name: name, key: key))
}

@Test("a note that another implementation signed is accepted")
func foreignNote() throws {
    let key = try #require(NoteVerifyKey(peterKey))
    #expect(key.description == peterKey)
    let note = try #require(SignedNote(peterNote))
    #expect(note.text.hasSuffix("your problem is.\n"))
    #expect(note.isSigned(by: key))
}

@Test("what was signed is read back, and another key or another name does not pass for the signer")
func signAndRead() throws {
    let signer = try someSigner()
    let note = try #require(SignedNote(try signer.sign("một dòng\n")))
    #expect(note.text == "một dòng\n")
    #expect(note.isSigned(by: signer.verifyKey))
    #expect(!note.isSigned(by: try someSigner(seed: 8).verifyKey))
    #expect(!note.isSigned(by: try someSigner("other.example").verifyKey))
    #expect(NoteVerifyKey(signer.verifyKey.description) == signer.verifyKey)
}

@Test("a note keeps its signature among those of witnesses")
func witnesses() throws {
    let signer = try someSigner()
    let own = try signer.sign("x\n")
    let witness = try someSigner("witness.example", seed: 9).sign("x\n").split(separator: "\n")
    let line = try #require(witness.last)
    let note = try #require(SignedNote(own + line + "\n"))
    #expect(note.signatures.count == 2)
    #expect(note.isSigned(by: signer.verifyKey))
}

@Test(
    "text that is not a signed note is refused",
    arguments: [
        "", "\n", "\n\n", "text\n", "text\n\n", "text\n\n— name AAAAAAA=", "text\n\nname AAAAAAA=\n",
        "text\n\n— name\n", "text\n\n— name AAAA\n", "text\n\n— name !!!\n", "te\u{7}xt\n\n— name AAAAAAA=\n",
        "te\rxt\n\n— name AAAAAAA=\n", "text\n\n— na me AAAAAAA=\n", "text\n\n—  AAAAAAA=\n",
    ]
)
func notNotes(text: String) { #expect(SignedNote(text) == nil) }

@Test("a note with too many signatures or too many bytes is refused before any work")
func noteLimits() {
    let line = "— name AAAAAAA=\n"
    #expect(SignedNote("x\n\n" + String(repeating: line, count: 100)) != nil)
    #expect(SignedNote("x\n\n" + String(repeating: line, count: 101)) == nil)
    #expect(SignedNote(String(repeating: "x", count: 70_000) + "\n\n" + line) == nil)
}

@Test(
    "a verify key with a wrong hash, type, length or name is refused",
    arguments: [
        "", "PeterNeumann", "PeterNeumann+c74f20a4+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
        "PeterNeumann+c74f20a3+AhpC2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW", "PeterNeumann+c74f20a3+ARpc",
        "+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
        "Peter N+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
    ]
)
func wrongVerifyKeys(text: String) { #expect(NoteVerifyKey(text) == nil) }

@Test("a name with a space or a plus cannot sign")
func names() throws {
    let key = try Ed25519PrivateKey(seed: [UInt8](repeating: 7, count: 32))
    for name in ["", "a b", "a+b", "a\n"] { #expect(NoteSigner(name: name, key: key) == nil) }
}

@Test("a checkpoint has three lines and comes back from them")
func checkpointText() throws {
    let checkpoint = Checkpoint(origin: "sen.example/log", size: 42, root: Merkle.emptyRoot)
    #expect(checkpoint.text == "sen.example/log\n42\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n")
    #expect(Checkpoint(text: checkpoint.text) == checkpoint)
    #expect(Checkpoint(text: checkpoint.text + "an extension\n") == checkpoint)
    let signer = try someSigner()
    #expect(Checkpoint(note: try signer.sign(checkpoint.text), signedBy: signer.verifyKey) == checkpoint)
}

@Test(
    "text that is not a checkpoint is refused",
    arguments: [
        "", "a\n1\n", "a\n-1\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n",
        "a\n01\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n", "a\n1\nAAAA\n",
        "\n1\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n",
        "a\n99999999999999999999\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n",
    ]
)
func notCheckpoints(text: String) { #expect(Checkpoint(text: text) == nil) }

@Test("a checkpoint of another origin is refused, even with a valid signature")
func otherOrigin() throws {
    let signer = try someSigner()
    let foreign = Checkpoint(origin: "other.example", size: 1, root: Merkle.emptyRoot)
    #expect(Checkpoint(note: try signer.sign(foreign.text), signedBy: signer.verifyKey) == nil)
}

/// The signing key to ``peterKey``, from the same example.
private let peterSigningKey =
    "PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz"

@Test("a signing key that another implementation wrote is read, and signs the very note that it signed")
func foreignSigningKey() throws {
    let signer = try #require(NoteSigner(keyText: peterSigningKey))
    #expect(signer.verifyKey.description == peterKey)
    #expect(try signer.sign(try #require(SignedNote(peterNote)).text) == peterNote)
}

@Test("a signing key is read back as it was written; damaged, cut and public ones are refused")
func signingKeyText() throws {
    let seed = [UInt8](repeating: 7, count: 32)
    let text = try #require(NoteSigner.keyText(name: "sen.example/log", seed: seed))
    #expect(NoteSigner(keyText: text)?.verifyKey == (try someSigner().verifyKey))
    #expect(NoteSigner.keyText(name: "two words", seed: seed) == nil)
    #expect(NoteSigner.keyText(name: "short", seed: [1, 2, 3]) == nil)
    let refused = [
        "", "PRIVATE+KEY+", "PRIVATE+KEY+a+b", peterKey, String(text.dropLast(4)), text + "\n",
        text.replacing("sen.example", with: "sen.examplE"), text.replacing("+", with: "-"),
    ]
    for damaged in refused { #expect(NoteSigner(keyText: damaged) == nil, "\(damaged)") }
}
