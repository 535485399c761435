import ArgumentParser
import AuditLog
import Cryptography
import Datasets
import Foundation
import Language

extension DatasetsCommand {
    /// Publishes open data as files that anybody can check.
    struct Publish: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: Spoken.text(.Published.publishAbstract),
            discussion: Spoken.text(.Published.publishDiscussion)
        )
        @OptionGroup var named: Named
        @Option(
            name: .customLong("out"),
            help: Spoken.help(.Published.outHelp, value: "FOLDER"),
            completion: .directory
        )
        var out: String
        @OptionGroup var installation: InstallationOptions

        func run() async throws {
            guard !FileManager.default.fileExists(atPath: out) else {
                Ending.complain(Spoken.text(.Published.outExists(Printable.text(out))))
                throw Ending.doesNotFit
            }
            let records = try await installation.change { try await publish(from: $0) }
            let count = Spoken.number(UInt64(records))
            let folder = Printable.text(out)
            Ending.complain(Spoken.text(.Published.published(records: count, folder: folder)))
        }

        /// Writes everything beside the folder first, which appears when it is whole and in the log.
        private func publish(from installation: Installation) async throws -> Int {
            let store = installation.datasets
            let cut = try await store.cut(named.id)
            await installation.sequence()
            guard let checkpoint = try await store.newestCheckpointNote() else {
                Ending.complain(Spoken.text(.Published.noCheckpoint))
                throw Ending.couldNotLook
            }
            let folder = try PublishedFolder.begin(beside: out)
            do {
                let manifest = try await write(cut, checkpoint, of: store, into: folder)
                let publication = try await store.publish(
                    manifest,
                    of: cut,
                    by: installation.permit(on: installation.top())
                )
                await installation.sequence()
                let key = try installation.folder.signer().verifyKey
                let proof = try await store.proof(of: publication, key: key)
                try folder.write(manifest.json, PublishedManifest.fileName)
                try folder.write(proof.json + [0x0A], PublishedManifest.proofName)
                try folder.finish(as: out)
                return manifest.records
            } catch {
                folder.remove()
                throw error
            }
        }

        private func write(
            _ cut: PublicationCut,
            _ checkpoint: String,
            of store: DatasetStore,
            into folder: PublishedFolder
        ) async throws -> PublishedManifest {
            let name = cut.stored.dataset.id.rawValue
            let data = try folder.open("\(name).ndjson")
            let count = try await store.forEachRecord(of: cut) {
                try data.add(Array($0.content.utf8) + [0x0A])
            }
            let schema = try folder.open("schema.json")
            try schema.add(Array(cut.stored.schemaText.utf8) + [0x0A])
            return PublishedManifest(
                of: cut,
                checkpoint: checkpoint,
                records: count,
                files: [
                    try data.finish(mediaType: "application/x-ndjson"),
                    try schema.finish(mediaType: "application/schema+json"),
                ]
            )
        }
    }
}

/// A folder that is not there until it is whole.
struct PublishedFolder {
    private let path: String

    /// Published files are for everyone to read.
    private static let fileMode = 0o644

    static func begin(beside out: String) throws -> PublishedFolder {
        let path = (out.hasSuffix("/") ? String(out.dropLast()) : out) + ".unfinished"
        let folder = PublishedFolder(path: path)
        folder.remove()
        do { try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true) } catch
        {
            throw DataFolderError(.cannotWrite, "cannot make the folder", cause: error)
        }
        return folder
    }

    func open(_ name: String) throws -> PublishedFile {
        let file = path + "/" + name
        let attributes: [FileAttributeKey: Any] = [.posixPermissions: Self.fileMode]
        guard FileManager.default.createFile(atPath: file, contents: nil, attributes: attributes),
            let handle = FileHandle(forWritingAtPath: file)
        else { throw DataFolderError.cannotWrite(file) }
        return PublishedFile(name: name, handle: handle)
    }

    func write(_ bytes: [UInt8], _ name: String) throws {
        let file = try open(name)
        try file.add(bytes)
        _ = try file.finish(mediaType: "application/json")
    }

    func finish(as out: String) throws {
        try PrivateFile.sync(path)
        do { try FileManager.default.moveItem(atPath: path, toPath: out) } catch {
            throw DataFolderError(.cannotWrite, "cannot name the folder", cause: error)
        }
        try PrivateFile.syncFolder(of: out)
    }

    func remove() { try? FileManager.default.removeItem(atPath: path) }
}

/// One file that is hashed while it is written.
final class PublishedFile {
    private let name: String
    private let handle: FileHandle
    private var hasher = SHA256Hasher()
    private var count = 0
    private var waiting: [UInt8] = []

    /// Fewer, larger writes; what waits is all that is held.
    private static let chunkBytes = 1 << 18

    init(name: String, handle: FileHandle) {
        self.name = name
        self.handle = handle
    }

    func add(_ bytes: [UInt8]) throws {
        hasher.update(bytes)
        count += bytes.count
        waiting += bytes
        if waiting.count >= Self.chunkBytes { try flush() }
    }

    func finish(mediaType: String) throws -> PublishedManifest.File {
        try flush()
        do {
            try handle.synchronize()
            try handle.close()
        } catch { throw DataFolderError(.cannotWrite, "cannot finish a file", cause: error) }
        return PublishedManifest.File(
            name: name,
            mediaType: mediaType,
            bytes: count,
            sha256: hasher.finish()
        )
    }

    private func flush() throws {
        do { try handle.write(contentsOf: waiting) } catch {
            throw DataFolderError(.cannotWrite, "cannot write a file", cause: error)
        }
        waiting.removeAll(keepingCapacity: true)
    }
}
