import Testing

@testable import HTMLParsing

/// Calls `body` with a view of the text.
private func with<Result>(_ text: String, _ body: (Bytes) throws -> Result) rethrows -> Result {
    let utf8 = Array(text.utf8)
    return try utf8.withUnsafeBufferPointer { try body(Bytes(start: $0.baseAddress, count: $0.count)) }
}

@Test("reading outside gives zero, slicing outside gives what lies inside")
func bytesOutside() {
    with("abc") { bytes in
        #expect(bytes[-1] == 0 && bytes[3] == 0 && bytes[.max] == 0 && bytes[0] == 0x61)
        #expect(bytes[-5..<2].string == "ab")
        #expect(bytes[2..<99].string == "c")
        #expect(bytes[9..<12].isEmpty && bytes[Int.min..<Int.max].string == "abc")
    }
    #expect(Bytes.none.isEmpty && Bytes.none[0] == 0 && Bytes.none.string.isEmpty)
    #expect(Bytes(start: nil, count: 7).count == 0)
}

@Test("words compare in ASCII whatever the case, and only whole")
func bytesEqual() {
    with("Display") { bytes in
        #expect(bytes.equalsIgnoringCase("display"))
        #expect(!bytes.equalsIgnoringCase("displa"))
        #expect(!bytes.equalsIgnoringCase("displays"))
        with("dISPLAY") { #expect(bytes.equalsIgnoringCase($0) && bytes != $0) }
    }
    with("ĐÁ") { #expect(!$0.equalsIgnoringCase("đá")) }  // only ASCII has its case undone
}

@Test("words are found at the start, in the middle, at the end and not beyond")
func bytesSearch() {
    with("Http://A http") { bytes in
        #expect(bytes.firstIndex(ofIgnoringCase: "http") == 0)
        #expect(bytes.firstIndex(ofIgnoringCase: "http", from: 1) == 9)
        #expect(bytes.firstIndex(ofIgnoringCase: "http", from: 10) == nil)
        #expect(bytes.firstIndex(ofIgnoringCase: "http", from: 99) == nil)
        #expect(bytes.firstIndex(ofIgnoringCase: "http", from: -1) == nil)
        #expect(bytes.firstIndex(ofIgnoringCase: "") == nil)
        #expect(bytes.firstIndex(ofIgnoringCase: "http://a http and more") == nil)
    }
    with("hhttp") { #expect($0.firstIndex(ofIgnoringCase: "http") == 1) }
}

@Test("white space is cut at both ends and parts words")
func bytesWords() {
    with(" \t\r\n\u{0C}a b\n") { bytes in
        #expect(bytes.trimmed.string == "a b")
        var words: [String] = []
        bytes.forEachWord { words.append($0.string) }
        #expect(words == ["a", "b"])
        with("b") { #expect(bytes.hasWord($0)) }
        with("a b") { #expect(!bytes.hasWord($0)) }
    }
    with("  ") { #expect($0.trimmed.isEmpty) }
}

@Test("beginnings and parts are found, the empty one is a part of nothing")
func bytesParts() {
    with("abcabd") { bytes in
        with("abd") { #expect(bytes.contains($0) && !bytes.starts(with: $0)) }
        with("abc") { #expect(bytes.starts(with: $0)) }
        with("abcabdx") { #expect(!bytes.contains($0) && !bytes.starts(with: $0)) }
        #expect(!bytes.contains(.none))
    }
}
