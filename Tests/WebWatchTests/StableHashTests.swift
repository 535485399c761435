import Testing

@testable import WebWatch

@Test("the hash is FNV-1a, the same for ever")
func knownHashes() {
    var hash = StableHash()
    #expect(hash.hex == "cbf29ce484222325")
    hash.add(UInt8(ascii: "a"))
    #expect(hash.hex == "af63dc4c8601ec8c")
}

@Test("where a text ends counts")
func textEnds() {
    var one = StableHash()
    one.add("ab")
    one.add("c")
    var two = StableHash()
    two.add("a")
    two.add("bc")
    #expect(one.value != two.value)
    #expect(StableHash.of("ab") == StableHash.of(Substring("ab")))
}

@Test("small values keep their leading zeros")
func hexDigits() {
    #expect(
        (0..<500).allSatisfy { number in
            var hash = StableHash()
            hash.add("\(number)")
            return hash.hex.count == 16
        }
    )
}
