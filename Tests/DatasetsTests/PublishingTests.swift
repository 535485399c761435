import AuditLog
import Cryptography
import Database
import Foundation
import Language
import Testing
import Timekeeping

@testable import Datasets

@Suite("Published files and their proof")
struct PublishingTests {
    private let id = Dataset.ID(rawValue: "report")
    private let open = ["classification": #""open""#]

    /// A log's key that is always the same.
    private func signer(_ seed: UInt8 = 1) throws -> NoteSigner {
        let key = try Ed25519PrivateKey(seed: Array(repeating: seed, count: 32))
        return try #require(NoteSigner(name: "centre.example", key: key))
    }

    private struct Published {
        let publication: KeptPublication
        let receipt: Receipt
        let data: [UInt8]
        var manifest: [UInt8] { Array(publication.manifestText.utf8) }
    }

    private func publish(_ bench: DatasetBench, _ signer: NoteSigner) async throws -> Published {
        let sequencer = Sequencer(database: bench.database, signer: signer, clock: bench.clock.wall)
        let cut = try await bench.store.cut(id)
        try await sequencer.drain()
        let note = try #require(try await bench.store.newestCheckpointNote())
        var data: [UInt8] = []
        let count = try await bench.store.forEachRecord(of: cut) { data += Array($0.content.utf8) + [0x0A] }
        let file = PublishedManifest.File(
            name: "report.ndjson",
            mediaType: "application/x-ndjson",
            bytes: data.count,
            sha256: SHA256.hash(data)
        )
        let manifest = PublishedManifest(of: cut, checkpoint: note, records: count, files: [file])
        let publication = try await bench.store.publish(manifest, of: cut, by: bench.permit(department))
        try await sequencer.drain()
        let receipt = try await bench.store.proof(of: publication, key: signer.verifyKey)
        return Published(publication: publication, receipt: receipt, data: data)
    }

    @Test("a manifest is proved by its receipt and the public key alone, and names the checkpoint of the cut")
    func proved() async throws {
        let signer = try signer()
        try await onEachBench { bench in
            try await bench.declare(reportDeclaration(open))
            try await bench.put(report())
            let published = try await publish(bench, signer)
            let proved = try ProvedManifest(published.manifest, published.receipt, with: signer.verifyKey)
            #expect(proved.manifest.records == 1 && proved.cut.size == 2)
            #expect(proved.entry.leafIndex == 2 && proved.entry.entry.action == "dataset.published")
            let file = try #require(proved.manifest.files.first)
            try file.check(bytes: published.data.count, sha256: SHA256.hash(published.data))
            let other = published.data + [0x0A]
            let failure = #expect(throws: PublishedError.self) {
                try file.check(bytes: other.count, sha256: SHA256.hash(other))
            }
            #expect(failure?.code == .fileChanged)
            #expect(try await bench.store.publications(of: id) == [published.publication])
        }
    }

    @Test("a manifest that was changed, another key and another receipt prove nothing")
    func forged() async throws {
        let (signer, stranger) = (try signer(), try signer(9))
        try await onEachBench { bench in
            try await bench.declare(reportDeclaration(open))
            let published = try await publish(bench, signer)
            bench.clock.advance(60)
            let later = try await publish(bench, signer)
            var manifest = try PublishedManifest(json: published.manifest)
            manifest.records += 1
            let forgeries: [([UInt8], Receipt, NoteVerifyKey, PublishedErrorCode)] = [
                (manifest.json, published.receipt, signer.verifyKey, .notProved),
                (published.manifest, later.receipt, signer.verifyKey, .notProved),
                (published.manifest, published.receipt, stranger.verifyKey, .checkpointWrong),
                (Array("{}".utf8), published.receipt, signer.verifyKey, .manifestUnreadable),
            ]
            for (json, receipt, key, expected) in forgeries {
                let failure = #expect(throws: PublishedError.self) {
                    _ = try ProvedManifest(json, receipt, with: key)
                }
                #expect(failure?.code == expected)
            }
        }
    }

    @Test(
        "a file's name that leads out of the folder is none",
        arguments: ["../x", "/etc/x", ".hidden", "", "a b", "a\\b"]
    )
    func names(_ name: String) async throws {
        let file = PublishedManifest.File(name: name, mediaType: "x", bytes: 0, sha256: [])
        #expect(!file.isPlain)
    }

    @Test("records that do not count, and what is written after the cut, are not in it at any later time")
    func cut() async throws {
        try await onEachBench { bench in
            try await bench.declare(reportDeclaration(open))
            try await bench.put(report())
            try await bench.put(report("16690"))
            _ = try await bench.store.withdraw(
                RecordKey("16690/2026-10"),
                in: id,
                origin: RecordOrigin(through: "test", reason: "sai"),
                by: bench.permit()
            )
            bench.clock.advance(1)
            let cut = try await bench.store.cut(id)
            bench.clock.advance(1)
            try await bench.put(report(people: 7))
            var found: [String] = []
            try await bench.store.forEachRecord(of: cut) { found.append($0.content) }
            #expect(found == [#"{"org":"16681","people":100,"period":"2026-10"}"#])
        }
    }

    @Test("a masked field is not published")
    func masked() async throws {
        try await onEachBench { bench in
            let mark = #""unit": "triệu đồng", "#
            let declaration = reportDeclaration(open)
                .replacingOccurrences(of: mark, with: mark + #""masked": true, "#)
            try await bench.declare(declaration)
            try await bench.put(report(money: "12"))
            let cut = try await bench.store.cut(id)
            var found: [String] = []
            try await bench.store.forEachRecord(of: cut) { found.append($0.content) }
            #expect(found == [#"{"org":"16681","people":100,"period":"2026-10"}"#])
        }
    }

    @Test("only open data is published, and only by whom the owner's permit reaches")
    func closed() async throws {
        try await onEachBench { bench in
            try await bench.declare()
            #expect(try await code { try await bench.store.cut(id) } == .notOpen)
            try await bench.declare(reportDeclaration(open.merging(["dataset": #""free""#]) { $1 }))
            let cut = try await bench.store.cut(Dataset.ID(rawValue: "free"))
            let manifest = PublishedManifest(of: cut, checkpoint: "", records: 0, files: [])
            let refused = try await code {
                try await bench.store.publish(manifest, of: cut, by: bench.permit(commune))
            }
            #expect(refused == .unitOutOfReach)
            #expect(try await bench.audited() == ["dataset.declared report", "dataset.declared free"])
        }
    }

    @Test("a manifest that was changed in the database is found out by the verifier")
    func tampered() async throws {
        let signer = try signer()
        try await onEachBench { bench in
            try await bench.declare(reportDeclaration(open))
            try await bench.store.review(id, by: bench.permit(department))
            _ = try await publish(bench, signer)
            let verifier = AuditVerifier(
                database: bench.database,
                key: signer.verifyKey,
                tables: [DatasetStore.auditedPublications, DatasetStore.auditedReviews]
            )
            let good = try await verifier.verify()
            #expect(good.problem == nil)
            _ = try await bench.database.write {
                try $0.execute("UPDATE dataset_publication SET manifest = replace(manifest, 'vi', 'xx')")
            }
            let bad = try await verifier.verify()
            #expect(bad.problem != nil)
        }
    }
}
