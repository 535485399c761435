import Cryptography
import Testing

@testable import AuditLog

/// The leaves that Certificate Transparency's own tests use, and the roots of the trees that begin with them.
let knownLeaves = [
    "", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f",
].map(hex)
private let knownRoots = [
    "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
].map(hex)

func hex(_ text: String) -> [UInt8] { BaseCoding.hex.decode(text) ?? [] }

/// MTH of RFC 6962 section 2.1, word for word.
func referenceRoot(_ leafHashes: ArraySlice<[UInt8]>) -> [UInt8] {
    if leafHashes.isEmpty { return Merkle.emptyRoot }
    if leafHashes.count == 1 { return leafHashes[leafHashes.startIndex] }
    var left = 1
    while left * 2 < leafHashes.count { left *= 2 }
    return Merkle.nodeHash(
        referenceRoot(leafHashes.prefix(left)),
        referenceRoot(leafHashes.dropFirst(left))
    )
}

/// Leaf hashes that are all different.
func someHashes(_ count: Int) -> [[UInt8]] {
    (0..<count).map { Merkle.leafHash([UInt8(truncatingIfNeeded: $0 >> 8), UInt8(truncatingIfNeeded: $0)]) }
}

private func tree(of hashes: some Sequence<[UInt8]>) -> TreeBuilder {
    var tree = TreeBuilder()
    for hash in hashes { tree.append(hash) }
    return tree
}

private func node(_ hashes: [[UInt8]]) -> (TreeNode) -> [UInt8] {
    { node in
        let start = Int(node.index) << node.height
        return referenceRoot(hashes[start..<start + 1 << node.height])
    }
}

@Test("trees of known leaves have the known roots", arguments: 0...8)
func rootsOfKnownLeaves(size: Int) {
    let hashes = knownLeaves.prefix(size).map { Merkle.leafHash($0) }
    #expect(tree(of: hashes).root == knownRoots[size])
    #expect(referenceRoot(hashes[...]) == knownRoots[size])
}

@Test("a tree that grows leaf by leaf has the root that the RFC defines, at every size")
func growingRoots() {
    let hashes = someHashes(600)
    var tree = TreeBuilder()
    for (size, hash) in hashes.enumerated() {
        if size % 7 == 0 { #expect(tree.root == referenceRoot(hashes.prefix(size))) }
        tree.append(hash)
    }
    #expect(tree.root == referenceRoot(hashes[...]))
}

@Test("each leaf of each small tree is proved, and no other leaf passes for it")
func inclusionProofs() throws {
    let hashes = someHashes(40)
    for size in 1...40 {
        let root = referenceRoot(hashes.prefix(size))
        for index in 0..<size {
            let (index, size) = (UInt64(index), UInt64(size))
            let proof = try #require(Merkle.inclusionProof(of: index, in: size, node: node(hashes)))
            let hash = hashes[Int(index)]
            #expect(Merkle.isIncluded(hash, at: index, in: size, root: root, proof: proof))
            #expect(
                !Merkle.isIncluded(hashes[39 - Int(index) / 2], at: index, in: size, root: root, proof: proof)
                    || hashes[39 - Int(index) / 2] == hash
            )
            #expect(!Merkle.isIncluded(hash, at: index, in: size, root: hash + [0], proof: proof))
            #expect(!Merkle.isIncluded(hash, at: index, in: size, root: root, proof: proof + [hash]))
        }
    }
    #expect(Merkle.inclusionProof(of: 4, in: 4, node: node(hashes)) == nil)
}

@Test("each small tree is proved to begin with each smaller one")
func consistencyProofs() throws {
    let hashes = someHashes(40)
    for new in 1...40 {
        for old in 1...new {
            let (oldRoot, newRoot) = (referenceRoot(hashes.prefix(old)), referenceRoot(hashes.prefix(new)))
            let proof = try #require(
                Merkle.consistencyProof(from: UInt64(old), to: UInt64(new), node: node(hashes))
            )
            func holds(_ a: [UInt8], _ b: [UInt8], _ proof: [[UInt8]]) -> Bool {
                Merkle.isConsistent(
                    oldSize: UInt64(old),
                    oldRoot: a,
                    newSize: UInt64(new),
                    newRoot: b,
                    proof: proof
                )
            }
            #expect(holds(oldRoot, newRoot, proof))
            #expect(!holds(Merkle.emptyRoot, newRoot, proof))
            #expect(!holds(oldRoot, Merkle.emptyRoot, proof))
            #expect(!holds(oldRoot, newRoot, proof + [oldRoot]))
        }
    }
    #expect(Merkle.consistencyProof(from: 0, to: 4, node: node(hashes)) == nil)
    #expect(Merkle.consistencyProof(from: 5, to: 4, node: node(hashes)) == nil)
}

@Test("a proof with hashes of a wrong length, or with more hashes than a tree has levels, is refused")
func oddProofs() {
    let root = Merkle.emptyRoot
    #expect(!Merkle.isIncluded(root, at: 0, in: 2, root: root, proof: [[1]]))
    let long = [[UInt8]](repeating: root, count: 70)
    #expect(!Merkle.isIncluded(root, at: 0, in: .max, root: root, proof: long))
    #expect(!Merkle.isIncluded(root, at: .max - 1, in: .max, root: root, proof: []))
    #expect(
        !Merkle.isConsistent(oldSize: .max - 1, oldRoot: root, newSize: .max, newRoot: root, proof: [root])
    )
}

@Test(
    "a tree goes on from its right edge as if it had never stopped",
    arguments: [0, 1, 255, 256, 257, 511, 512, 700]
)
func resume(size: Int) throws {
    let hashes = someHashes(1100)
    let begun = tree(of: hashes.prefix(size))
    var resumed = try #require(TreeBuilder(size: UInt64(size), edge: begun.edge))
    #expect(resumed.root == begun.root)
    for hash in hashes.dropFirst(size) { resumed.append(hash) }
    #expect(resumed.root == tree(of: hashes).root)
    #expect(resumed.edge == tree(of: hashes).edge)
}

@Test("a right edge that does not fit the size is refused")
func wrongEdge() {
    let begun = tree(of: someHashes(300))
    #expect(TreeBuilder(size: 301, edge: begun.edge) == nil)
    #expect(TreeBuilder(size: 300, edge: Array(begun.edge.prefix(1))) == nil)
    #expect(TreeBuilder(size: 300, edge: []) == nil)
}

@Test("tiles hold 256 hashes, and the level above holds the roots of full tiles")
func tiles() {
    let hashes = someHashes(600)
    var tree = tree(of: hashes)
    let full = tree.takeFinished()
    #expect(full.map(\.number) == [0, 1])
    #expect(full[0].bytes == Array(hashes.prefix(256).joined()))
    #expect(tree.edge[0].width == 600 - 512)
    #expect(tree.edge[1].hash(at: 1) == referenceRoot(hashes[256..<512]))
    #expect(tree.edge[1].hash(at: 2) == nil)
    #expect(tree.takeFinished().isEmpty)
}

@Test("a leaf that is no hash is in no tree, even where the root is as empty as it")
func emptyLeaf() {
    #expect(!Merkle.isIncluded([], at: 0, in: 1, root: [], proof: []))
    #expect(!Merkle.isIncluded([], at: 1, inSubtree: 1..<2, root: [], proof: []))
}
