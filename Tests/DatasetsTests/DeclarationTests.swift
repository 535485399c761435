import AuditLog
import Cryptography
import Database
import Datasets
import Language
import Places
import Testing

@Suite("Declaring datasets")
struct DeclarationTests {
    @Test("a declaration keeps all that it says, and its canonical form reads as the same")
    func roundTrip() throws {
        let declaration = try DatasetDeclaration(Array(reportDeclaration().utf8))
        let dataset = declaration.dataset
        #expect(dataset.key.map(\.text) == ["org", "period"])
        #expect(dataset.summed.map(\.path.text) == ["money", "people"])
        #expect(dataset.indexed.map(\.path.text) == ["note", "people", "place/lat"])
        let again = try DatasetDeclaration(declaration.bytes)
        #expect(again.dataset == dataset)
        #expect(again.schemaText == declaration.schemaText)
    }

    @Test(
        "what does not fit is refused with its place",
        arguments: [
            (["dataset": #""Report""#], "dataset"), (["key": "[]"], "key"),
            (["classification": #""secret""#], "classification"),
            (["owner": #""a b""#], "owner"), (["legal-basis": #"" ""#], "legal-basis"),
            (["colour": "1"], "colour"),
            (["key": #"["nothing"]"#], "nothing"), (["suppress-below": "5"], "suppress-below"),
            (["period": #"{"type": "week", "field": "period"}"#], "period"),
            (["schema": #"{"type": "objekt"}"#], "type"), (["title": #"{"vi": "Chỉ một"}"#], "title"),
        ]
    )
    func refused(_ change: [String: String], _ named: String) throws {
        do {
            _ = try DatasetDeclaration(Array(reportDeclaration(change).utf8))
            Issue.record("it was taken")
        } catch {
            #expect(error.text.en.contains(named), "\(error.text.en)")
            #expect(error.text.vi.contains(named), "\(error.text.vi)")
        }
    }

    @Test("text that is no JSON, and 10,000 levels of it, are refused", arguments: ["", "{", "[1", "nested"])
    func notJSON(_ kind: String) throws {
        let text = kind == "nested" ? String(repeating: "[", count: 10_000) : kind
        #expect(throws: DatasetError.self) { try DatasetDeclaration(Array(text.utf8)) }
    }

    @Test("a name is given once, the owner has to exist and to lie within the permit")
    func rules() async throws {
        try await onEachBench { bench in
            try await bench.declare()
            #expect(try await code { try await bench.declare() } == .alreadyDeclared)
            let other = reportDeclaration(["dataset": #""other""#, "owner": #""nobody""#])
            #expect(try await code { try await bench.declare(other) } == .ownerUnknown)
            let declaration = try DatasetDeclaration(Array(reportDeclaration(["dataset": #""other""#]).utf8))
            #expect(
                try await code { try await bench.store.declare(declaration, by: bench.permit(commune)) }
                    == .unitOutOfReach
            )
            #expect(try await bench.store.list().map(\.dataset.id.rawValue) == ["report"])
            #expect(
                try await code { try await bench.store.find(Dataset.ID(rawValue: "other")) }
                    == .datasetNotFound
            )
        }
    }

    @Test("the verifier reads datasets and records back, and finds one that was changed behind its back")
    func verified() async throws {
        try await onEachBench { bench in
            let key = try Ed25519PrivateKey(seed: .init(repeating: 5, count: 32))
            let signer = try #require(NoteSigner(name: "sen.example/audit", key: key))
            let sequencer = Sequencer(database: bench.database, signer: signer, clock: bench.clock.wall)
            let tables = [DatasetStore.auditedDatasets, DatasetStore.auditedRecords]
            let verifier = AuditVerifier(database: bench.database, key: signer.verifyKey, tables: tables)
            try await bench.declare()
            try await bench.declare(
                reportDeclaration(["dataset": #""people""#, "classification": #""personal""#])
            )
            for id in ["report", "people"] {
                try await bench.put(report(people: 1), in: id, reason: #"lý "do""#)
                try await bench.put(report(people: 2), in: id)
            }
            try await sequencer.drain()
            #expect(try await verifier.verify().problem == nil)
            _ = try await bench.database.write { transaction in
                try transaction.execute("UPDATE record_2 SET content = '{}'")
            }
            #expect(try await verifier.verify().problem?.code == .rowChanged)
            _ = try await bench.database.write { transaction in
                try transaction.execute("DELETE FROM record_2")
            }
            #expect(try await verifier.verify().problem?.code == .rowMissing)
        }
    }
}
