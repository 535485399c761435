import Foundation
import HTMLParsing
import Testing

private func body(_ bytes: [UInt8], _ contentType: String? = nil) throws -> (String, DetectedEncoding) {
    let document = try Document(bytes, contentType: contentType)
    return (document.textContent(at: 0), document.encoding)
}

@Test("UTF-8 is read under any label, since nothing else looks like it")
func wrongLabels() throws {
    for label in [
        "windows-1252", "ISO-8859-1", "tcvn", "windows-1258", "utf-16", "gb2312", "x-user-defined", "",
    ] {
        let (text, encoding) = try body(Array("<p>Đô Lương".utf8), "text/html; charset=\(label)")
        #expect(text == "Đô Lương", "\(label)")
        #expect(encoding.name == "UTF-8" && encoding.malformed == 0)
    }
    let (text, encoding) = try body(Array("<meta charset=latin1><p>Xã".utf8))
    #expect(text == "Xã")
    #expect(encoding.source == .labelWasWrong)
}

@Test("a legacy page is read by its label: header before meta")
func legacyPages() throws {
    let vietnamese = try body([0x3C, 0x70, 0x3E, 0x58, 0xE3], "text/html; charset=\"windows-1258\"")
    #expect(vietnamese.0 == "Xă")
    #expect(vietnamese.1.source == .header)
    let meta = try body(
        Array("<meta http-equiv=content-type content='text/html; charset=windows-1252'>".utf8) + [0xE9]
    )
    #expect(meta.0 == "é")
    #expect(meta.1.name == "windows-1252" && meta.1.source == .meta)
}

@Test("a byte order mark goes before every label")
func byteOrderMarks() throws {
    func bytes(_ high: Int, _ low: Int) -> [UInt8] {
        "<p>Xã".utf16.flatMap { unit -> [UInt8] in [UInt8(unit >> high & 0xFF), UInt8(unit >> low & 0xFF)] }
    }
    let little: [UInt8] = [0xFF, 0xFE] + bytes(0, 8)
    let big: [UInt8] = [0xFE, 0xFF] + bytes(8, 0)
    #expect(try body(little, "text/html; charset=utf-8").0 == "Xã")
    #expect(try body(big).0 == "Xã")
    let utf8 = try body([0xEF, 0xBB, 0xBF] + Array("<p>Xã".utf8), "text/html; charset=utf-16")
    #expect(utf8.0 == "Xã")
    #expect(utf8.1.source == .byteOrderMark)
}

@Test("bytes that are no text become U+FFFD and are counted")
func malformedBytes() throws {
    let (text, encoding) = try body(
        Array("<p>a".utf8) + [0xFF, 0xC3] + Array("b".utf8),
        "text/html; charset=utf-8"
    )
    #expect(text == "a\u{FFFD}\u{FFFD}b")
    #expect(encoding.malformed == 2)
    #expect(try body(Array("<p>a".utf8) + [0xE1, 0xBB]).0 == "a\u{FFFD}")
    #expect(try body([]).0 == "")
}
