import ArgumentParser
import AuditLog
import Cases
import Database
import Foundation
import Language
import Places
import Timekeeping

extension Audit {
    /// Writes a receipt: everything that happened to a case and to what it is about, with proof.
    struct Prove: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: Spoken.text(.Audit.proveAbstract),
            discussion: Spoken.text(.Audit.proveDiscussion)
        )
        @Argument(help: Spoken.help(.Audit.caseHelp)) var theCase: String
        @OptionGroup var data: Data
        @Option(name: .shortAndLong, help: Spoken.help(.Audit.outputHelp)) var output: String?

        func validate() throws {
            guard CaseNumber(theCase) != nil || CaseID(theCase) != nil || RecordName(theCase) != nil else {
                throw ValidationError(Spoken.text(.Audit.notACase(theCase)))
            }
        }

        func run() async throws {
            let receipt = try await Ending.told {
                let signer = try data.folder.signer()
                let database = try await data.folder.openToRead()
                defer { database.close() }
                let (subjects, texts) = try await proved(in: database)
                // The newest entries may still wait for their leaves, and without a server they would wait for ever.
                try await Sequencer(database: database, signer: signer, clock: World.clock).drain()
                var receipt = try await database.read(throwing: AuditErrorCode.self) {
                    try Receipt.prove(subjects, key: signer.verifyKey, in: $0)
                }
                receipt.texts = texts
                return receipt
            }
            try await write(receipt)
        }

        /// What the receipt is about, and the texts that its entries name by their hashes.
        private func proved(in database: any Database) async throws -> ([AuditSubject], texts: [String]?) {
            guard let record = RecordName(theCase) else {
                return (try await CaseSubjects(database: database).subjects(of: theCase), nil)
            }
            return try await RecordProof(database: database).subject(of: record)
        }

        private func write(_ receipt: Receipt) async throws {
            guard let output else { return print(String(decoding: receipt.json, as: UTF8.self)) }
            try await Ending.told { try PrivateFile.write(receipt.json + [0x0a], to: output) }
            let count = Spoken.number(UInt64(receipt.entries.count))
            Ending.complain(Spoken.text(.Audit.receiptWritten(output, entries: count)))
        }
    }
}

/// What belongs in a case's receipt: the case itself and the thing that it is about.
struct CaseSubjects {
    let database: any Database

    func subjects(of typed: String) async throws(CaseError) -> [AuditSubject] {
        let it = try await find(typed)
        let about = AuditSubject(kind: it.subject.kind, id: it.subject.id)
        return [AuditSubject(kind: "case", id: it.id.description), about]
    }

    private func find(_ typed: String) async throws(CaseError) -> Case {
        if let number = CaseNumber(typed) { return try await store.find(number, within: .everything) }
        guard let id = CaseID(typed) else { throw CaseError(.notFound, "neither a number nor an id") }
        return try await store.find(id, within: .everything)
    }

    /// Only to read: whoever may open the data folder may see every case.
    private var store: CaseStore {
        let calendar = WorkingCalendar(civil: World.civilCalendar, holidays: .vietnamese, hours: .byDefault)
        let noUnits = UnitTree([], on: World.civilCalendar.day(of: World.clock.now()))
        return CaseStore(
            database: database,
            audit: AuditLog(randomBytes: World.randomBytes),
            clock: World.clock,
            ids: .timeOrdered(clock: World.clock, randomBits: { UInt64.random(in: .min ... .max) }),
            settings: CaseSettings(calendar: calendar),
            tree: { noUnits }
        )
    }
}
