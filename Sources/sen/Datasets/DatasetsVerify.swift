import ArgumentParser
import AuditLog
import Cryptography
import Datasets
import Foundation
import Language
import Timekeeping

extension DatasetsCommand {
    /// Checks published files offline.
    struct VerifyPublished: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "verify-published",
            abstract: Spoken.text(.Published.verifyAbstract),
            discussion: Spoken.text(.Published.verifyDiscussion)
        )
        @Argument(help: Spoken.help(.Published.folderHelp, value: "FOLDER"), completion: .directory)
        var folder: String
        @OptionGroup var publicKey: Audit.PublicKey

        func run() async throws {
            // A receipt names its key itself; to believe that one would be to believe the forger.
            guard let key = try publicKey.resolved() else {
                throw ValidationError(Spoken.text(.Audit.keyNeeded))
            }
            let manifest = try read(PublishedManifest.fileName, bytesMax: PublishedManifest.bytesMax)
            let receipt = try read(PublishedManifest.proofName, bytesMax: Receipt.bytesMax)
            let proved = try await Ending.told(Ending.doesNotFit) {
                let proved = try ProvedManifest(manifest, try Receipt(json: receipt), with: key)
                for file in proved.manifest.files { try check(file) }
                return proved
            }
            for line in Self.lines(proved) { Terminal.output.write(Spoken.text(line) + "\n") }
        }

        private func read(_ name: String, bytesMax: Int) throws -> [UInt8] {
            let path = folder + "/" + name
            guard let bytes = try ReadFile.bytes(of: path, bytesMax: bytesMax + 1) else {
                Ending.complain(Spoken.text(.Audit.noSuchFile(Printable.text(path))))
                throw Ending.couldNotLook
            }
            return bytes
        }

        /// Of any size, in constant memory.
        private func check(_ file: PublishedManifest.File) throws {
            guard let handle = FileHandle(forReadingAtPath: folder + "/" + file.name) else {
                throw PublishedError(
                    .fileMissing,
                    "a file of the manifest is not there",
                    text: .Published.file(file.name, .Published.fileMissing)
                )
            }
            defer { try? handle.close() }
            var (hasher, count) = (SHA256Hasher(), 0)
            while count <= file.bytes, let piece = try handle.read(upToCount: 1 << 20), !piece.isEmpty {
                piece.withUnsafeBytes { hasher.update($0) }
                count += piece.count
            }
            do { try file.check(bytes: count, sha256: hasher.finish()) } catch {
                var told = error
                told.specificText = .Published.file(file.name, .Published.fileChanged)
                throw told
            }
        }

        private static func lines(_ proved: ProvedManifest) -> [Text] {
            let manifest = proved.manifest
            return [
                .Published.fits(
                    dataset: Printable.text(manifest.dataset.rawValue),
                    records: Spoken.number(UInt64(clamping: manifest.records)),
                    files: Spoken.number(UInt64(manifest.files.count))
                ),
                .Published.cut(
                    at: Printable.text(manifest.cutAt),
                    log: Printable.text(proved.cut.origin),
                    size: Spoken.number(proved.cut.size)
                ),
                .Published.recorded(
                    at: proved.entry.entry.at.rfc3339,
                    leaf: Spoken.number(proved.entry.leafIndex)
                ),
            ]
        }
    }
}
