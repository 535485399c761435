import ArgumentParser
import AuditLog
import Foundation
import Language

extension Audit {
    /// Checks a receipt with the public key alone, and says line by line what it proves.
    struct Check: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: Spoken.text(.Audit.checkAbstract),
            discussion: Spoken.text(.Audit.checkDiscussion)
        )
        @Argument(help: Spoken.help(.Audit.receiptHelp)) var receipt: String
        @OptionGroup var publicKey: PublicKey

        func run() async throws {
            // A receipt names its key itself; to believe that one would be to believe the forger.
            guard let key = try publicKey.resolved() else {
                throw ValidationError(Spoken.text(.Audit.keyNeeded))
            }
            guard let bytes = try ReadFile.bytes(of: receipt, bytesMax: Receipt.bytesMax) else {
                Ending.complain(Spoken.text(.Audit.noSuchFile(receipt)))
                throw Ending.couldNotLook
            }
            let (proved, checkpoint) = try await Ending.told(Ending.doesNotFit) {
                let receipt = try Receipt(json: bytes)
                return (try receipt.check(with: key), Checkpoint(note: receipt.checkpoint, signedBy: key))
            }
            let language = Spoken.language
            let size = Spoken.number(checkpoint?.size ?? 0)
            let count = Spoken.number(UInt64(proved.count))
            print(Text.Audit.receiptFits(entries: count, log: Printable.text(key.name), size: size)(language))
            for entry in proved { print("  " + ProvedEntryPrinter(language: language).line(entry)) }
            print(Text.Audit.receiptProves(language))
        }
    }
}
