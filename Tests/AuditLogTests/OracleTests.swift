import AuditLog
import Cryptography
import Foundation
import Testing

/// Proofs made elsewhere, good and bad: the folder `merkle` of labelled cases, which is not part of this project.
private enum Oracle {
    static let folder: URL? = {
        let package = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let named = ProcessInfo.processInfo.environment["SEN_ORACLE"].map { URL(filePath: $0) }
        let candidates = [named, package.appending(path: "../shared/oracle")].compactMap { $0 }
        return candidates.map { $0.appending(path: "merkle").standardized }
            .first { FileManager.default.fileExists(atPath: $0.path) }
    }()

    static let absent: Comment = "set SEN_ORACLE to the folder that holds merkle/ to run the labelled proofs"

    /// The cases below a folder, with their paths.
    static func cases(_ name: String) throws -> [(path: String, vector: Vector)] {
        let folder = try #require(folder).appending(path: name)
        let files = try #require(FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil))
            .compactMap { $0 as? URL }.filter { $0.pathExtension == "json" }
        return try files.map { ($0.path, try JSONDecoder().decode(Vector.self, from: Data(contentsOf: $0))) }
    }
}

/// One case; which fields it has depends on its folder.
private struct Vector: Decodable {
    var leafIdx: UInt64?
    var treeSize: UInt64?
    var size1: UInt64?
    var size2: UInt64?
    var start: UInt64?
    var end: UInt64?
    var size: UInt64?
    var root: Data?
    var root1: Data?
    var root2: Data?
    var leafHash: Data?
    var proof: [Data]?
    var wantErr: Bool

    var hashes: [[UInt8]] { (proof ?? []).map(Array.init) }
    /// A range that is none has no subtree.
    var subtree: Range<UInt64>? {
        guard let start, let end, start <= end else { return nil }
        return start..<end
    }
}

/// Each case gets the answer that it is labelled with.
private func expectAnswers(in name: String, _ isAccepted: (Vector) throws -> Bool) throws {
    let cases = try Oracle.cases(name)
    #expect(cases.count > 10)
    #expect(cases.contains { !$0.vector.wantErr })
    for (path, vector) in cases {
        #expect(try isAccepted(vector) != vector.wantErr, "\(path)")
    }
}

@Test("labelled inclusion proofs", .enabled(if: Oracle.folder != nil, Oracle.absent))
func labelledInclusion() throws {
    try expectAnswers(in: "inclusion") { vector in
        Merkle.isIncluded(
            Array(vector.leafHash ?? Data()),
            at: try #require(vector.leafIdx),
            in: try #require(vector.treeSize),
            root: Array(vector.root ?? Data()),
            proof: vector.hashes
        )
    }
}

@Test("labelled consistency proofs", .enabled(if: Oracle.folder != nil, Oracle.absent))
func labelledConsistency() throws {
    try expectAnswers(in: "consistency") { vector in
        Merkle.isConsistent(
            oldSize: try #require(vector.size1),
            oldRoot: Array(vector.root1 ?? Data()),
            newSize: try #require(vector.size2),
            newRoot: Array(vector.root2 ?? Data()),
            proof: vector.hashes
        )
    }
}

@Test("labelled inclusion proofs in subtrees", .enabled(if: Oracle.folder != nil, Oracle.absent))
func labelledSubtreeInclusion() throws {
    try expectAnswers(in: "subtreeinclusion") { vector in
        guard let subtree = vector.subtree else { return false }
        return Merkle.isIncluded(
            Array(vector.leafHash ?? Data()),
            at: try #require(vector.leafIdx),
            inSubtree: subtree,
            root: Array(vector.root ?? Data()),
            proof: vector.hashes
        )
    }
}

@Test("labelled consistency proofs of subtrees", .enabled(if: Oracle.folder != nil, Oracle.absent))
func labelledSubtreeConsistency() throws {
    try expectAnswers(in: "subtreeconsistency") { vector in
        guard let subtree = vector.subtree else { return false }
        return Merkle.isConsistent(
            subtree: subtree,
            subtreeRoot: Array(vector.root1 ?? Data()),
            size: try #require(vector.size),
            root: Array(vector.root2 ?? Data()),
            proof: vector.hashes
        )
    }
}
