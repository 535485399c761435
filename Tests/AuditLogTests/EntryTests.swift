import Cryptography
import Foundation
import Testing
import Timekeeping

@testable import AuditLog

private let opened = Entry(
    at: Instant(microsecondsSince1970: 1_790_000_000_000_001),
    action: "case.opened",
    actor: "system:watch",
    subject: AuditSubject(kind: "case", id: "c1"),
    unit: "16681",
    commitment: [UInt8](repeating: 0xaa, count: 32)
)

@Test("a leaf has exactly these bytes, for ever")
func goldenLeaf() {
    let expected =
        "01" + "00065bfeda25e001" + "000c" + BaseCoding.hex.encode("system:watch".utf8)
        + "000b" + BaseCoding.hex.encode("case.opened".utf8) + "0004" + BaseCoding.hex.encode("case".utf8)
        + "0002" + BaseCoding.hex.encode("c1".utf8) + "01" + "0005" + BaseCoding.hex.encode("16681".utf8)
        + String(repeating: "aa", count: 32)
    #expect(BaseCoding.hex.encode(opened.encoded()) == expected)
}

@Test("an entry comes back from its leaf, with and without a unit, also from before 1970")
func leafRoundTrip() {
    var entry = opened
    #expect(Entry(entry.encoded()) == entry)
    entry.unit = nil
    entry.at = Instant(microsecondsSince1970: -1)
    #expect(Entry(entry.encoded()) == entry)
    entry.unit = ""
    #expect(Entry(entry.encoded()) == entry)
}

@Test("a leaf that is cut, longer, or of another version is refused and never crashes the reader")
func hostileLeaves() {
    let leaf = opened.encoded()
    for length in 0..<leaf.count { #expect(Entry(Array(leaf.prefix(length))) == nil) }
    #expect(Entry(leaf + [0]) == nil)
    #expect(Entry([2] + leaf.dropFirst()) == nil)
    for position in leaf.indices {
        var changed = leaf
        changed[position] ^= 0xff
        if let read = Entry(changed) { #expect(read.encoded() == changed) }
    }
}

@Test("different entries never have the same leaf")
func fieldsDoNotFlow() {
    var (a, b) = (opened, opened)
    (a.actor, a.action) = ("system:ab", "c")
    (b.actor, b.action) = ("system:a", "bc")
    #expect(a.encoded() != b.encoded())
}

@Test("a commitment depends on salt and content")
func commitments() {
    #expect(Entry.commitment(salt: [1], content: [2]) == SHA256.hash([1, 2] as [UInt8]))
    #expect(Entry.commitment(salt: [1], content: [2]) != Entry.commitment(salt: [2], content: [2]))
}

@Test("actors are written and read as codes")
func actorCodes() throws {
    let id = try #require(UUID(uuidString: "018F0000-0000-7000-8000-00000000000A"))
    #expect(Actor.account(id).code == "account:018f0000-0000-7000-8000-00000000000a")
    for actor in [Actor.account(id), .key(id), .system("watch")] { #expect(Actor(code: actor.code) == actor) }
    #expect(Actor.account(id).uuid == id)
    #expect(Actor.system("watch").uuid == nil)
}

@Test(
    "a code that is none is refused",
    arguments: [
        "", "watch", "system:", "person:a", "account:watch", "account:018F0000-0000-7000-8000-00000000000A",
    ]
)
func wrongActorCodes(code: String) { #expect(Actor(code: code) == nil) }
