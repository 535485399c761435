import Cryptography
import Database
import Testing

@testable import AuditLog

private func answer(_ registry: Registry, _ path: String) async throws -> TileAnswer? {
    try await registry.database.read { try TileServer.answer(path, in: $0) }
}

@Test("the checkpoint is served as text that changes")
func servedCheckpoint() async throws {
    try await withRegistry { registry in
        let early = try await answer(registry, "checkpoint")
        #expect(early == nil)
    }
    try await withFullRegistry(10) { registry in
        let served = try #require(try await answer(registry, "checkpoint"))
        #expect(!served.isImmutable)
        let note = String(decoding: served.bytes, as: UTF8.self)
        #expect(Checkpoint(note: note, signedBy: registry.signer.verifyKey)?.size == 10)
    }
}

@Test("a reader can rebuild the signed root from the served entries alone, and finds the served tiles right")
func rebuiltFromOutside() async throws {
    try await withFullRegistry { registry in
        var leaves: [[UInt8]] = []
        for path in ["tile/entries/000", "tile/entries/001", "tile/entries/002.p/188"] {
            var rest = try #require(try await answer(registry, path)).bytes[...]
            while let high = rest.popFirst(), let low = rest.popFirst() {
                let length = Int(high) << 8 | Int(low)
                leaves.append(Array(rest.prefix(length)))
                rest = rest.dropFirst(length)
            }
        }
        let hashes = leaves.map { Merkle.leafHash($0) }
        let checkpoint = try await registry.checkpoint()
        #expect(referenceRoot(hashes[...]) == checkpoint.root)
        let first = try await answer(registry, "tile/0/000")
        #expect(first?.bytes == Array(hashes.prefix(256).joined()))
        #expect(first?.isImmutable == true)
        let narrow = try await answer(registry, "tile/0/002.p/100")
        #expect(narrow?.bytes == Array(hashes[512..<612].joined()))
        let above = try await answer(registry, "tile/1/000.p/2")
        #expect(above?.bytes == referenceRoot(hashes[0..<256]) + referenceRoot(hashes[256..<512]))
    }
}

@Test(
    "what is not there yet, or never will be, is not answered",
    arguments: [
        "tile/0/002", "tile/0/002.p/189", "tile/0/003.p/1", "tile/1/000", "tile/1/000.p/3", "tile/2/000.p/1",
        "tile/entries/002", "tile/entries/002.p/189", "tile/entries/x999/x999/x999/x999/x999/999",
        "tile/0/x999/x999/x999/x999/x999/x999/999", "../etc/passwd", "tile/0/0",
    ]
)
func notThere(path: String) async throws {
    try await withFullRegistry { registry in
        let found = try await answer(registry, path)
        #expect(found == nil)
    }
}
