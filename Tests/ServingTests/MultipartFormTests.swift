import Language
import Serving
import Testing

@testable import Serving

private let boundary = "----SenForm7MA4"

private func part(_ disposition: String, _ content: String, more: String = "") -> String {
    "--\(boundary)\r\nContent-Disposition: \(disposition)\r\n\(more)\r\n\(content)\r\n"
}

private let whole =
    part("form-data; name=\"token\"", "abc")
    + part(
        "form-data; name=\"file\"; filename=\"ảnh.png\"",
        "\r\n--x\r\n",
        more: "Content-Type: image/png\r\n"
    )
    + "--\(boundary)--\r\n"

private func read(_ body: String) throws(ServingError) -> MultipartForm {
    try MultipartForm(Array(body.utf8), boundary: boundary)
}

@Test("fields and files come out byte for byte, with the names that they were given")
func wholeForm() throws {
    let form = try read(whole)
    #expect(form["token"] == "abc" && form["file"] == nil && form["nothing"] == nil)
    let file = try form.file("file")
    #expect(file.name == "ảnh.png" && file.bytes == Array("\r\n--x\r\n".utf8))
}

@Test("a form that is cut off anywhere is refused as unreadable, and nothing traps")
func truncated() {
    let bytes = Array(whole.utf8)
    for length in 0..<bytes.count - 2 {
        let error = #expect(throws: ServingError.self) {
            try MultipartForm(Array(bytes.prefix(length)), boundary: boundary)
        }
        #expect(error?.code == .formUnreadable)
    }
}

@Test("any byte changed gives a form or a refusal, never a trap")
func changedBytes() {
    let bytes = Array(whole.utf8)
    for index in bytes.indices {
        for byte: UInt8 in [0, 0x0A, 0x0D, 0x22, 0x2D, 0x3B, 0x5C, 0xFF] {
            var changed = bytes
            changed[index] = byte
            _ = try? MultipartForm(changed, boundary: boundary)
        }
    }
}

@Test(
    "what no browser sends is refused",
    arguments: [
        "", "--\(boundary)", "x" + whole, whole + "more",
        part("form-data", "no name") + "--\(boundary)--",
        part("form-data; name=\"\"", "empty name") + "--\(boundary)--",
        part("form-data; name=\"a\"", "1") + part("form-data; name=\"a\"", "2") + "--\(boundary)--",
        part("attachment; name=\"a\"", "1") + "--\(boundary)--",
        part("form-data; name=\"a\"; filename*=UTF-8''x", "1") + "--\(boundary)--",
        part("form-data; name=a", "1") + "--\(boundary)--",
        part("form-data; name=\"a", "1") + "--\(boundary)--",
        part("form-data; name=\"a\"", "1", more: "Content-Transfer-Encoding: base64\r\n") + "--\(boundary)--",
        part("form-data; name=\"a\"", "1", more: "no colon\r\n") + "--\(boundary)--",
        part("form-data; name=\"a\"", "1", more: "Content-Type: \(String(repeating: "x", count: 5_000))\r\n")
            + "--\(boundary)--",
        (0...MultipartForm.partsMax).map { part("form-data; name=\"f\($0)\"", "1") }.joined()
            + "--\(boundary)--",
    ]
)
func refused(body: String) {
    let error = #expect(throws: ServingError.self) { try read(body) }
    #expect(error?.code == .formUnreadable)
}

@Test("quotes in a file name are read as browsers and as other programs write them")
func quotedNames() throws {
    let browser = try read(part("form-data; name=\"f\"; filename=\"a%22b.txt\"", "x") + "--\(boundary)--")
    let other = try read(part("form-data; name=\"f\"; filename=\"a\\\"b.txt\"", "x") + "--\(boundary)--")
    #expect(try browser.file("f").name == "a\"b.txt")
    #expect(try other.file("f").name == "a\"b.txt")
}

@Test("a form in which no file was chosen says so")
func noFileChosen() throws {
    let form = try read(part("form-data; name=\"file\"; filename=\"\"", "") + "--\(boundary)--")
    let error = #expect(throws: ServingError.self) { try form.file("file") }
    #expect(error?.code == .fileMissing)
}

@Test("a field that is not UTF-8 is refused, and a file may hold any bytes")
func bytesThatAreNoText() throws {
    func body(_ disposition: String) -> [UInt8] {
        Array("--b\r\nContent-Disposition: \(disposition)\r\n\r\n".utf8) + [0xFF, 0x00]
            + Array("\r\n--b--\r\n".utf8)
    }
    #expect(throws: ServingError.self) {
        try MultipartForm(body("form-data; name=\"a\""), boundary: "b")
    }
    let form = try MultipartForm(body("form-data; name=\"a\"; filename=\"x\""), boundary: "b")
    #expect(try form.file("a").bytes == [0xFF, 0x00])
}

@Test(
    "a boundary is taken with and without quotes, and nothing that could be read in two ways",
    arguments: [
        ("multipart/form-data; boundary=abc", "abc"), ("Multipart/Form-Data;boundary=\"a b\"", nil),
        ("multipart/form-data; boundary=\"abc\"", "abc"), ("multipart/form-data", nil), ("", nil),
        ("multipart/form-data; boundary=", nil), ("multipart/form-data; boundary=a; boundary=b", nil),
        ("application/x-www-form-urlencoded; boundary=a", nil),
        ("multipart/form-data; boundary=" + String(repeating: "x", count: 71), nil),
    ] as [(String, String?)]
)
func boundaries(contentType: String, expected: String?) {
    #expect((try? MultipartForm.boundary(of: contentType)) == expected)
}

@Test("four megabytes of almost-boundaries are read in well under a second")
func almostBoundaries() throws {
    let content = String(repeating: "\r\n--\(boundary.dropLast())", count: 220_000)
    let clock = ContinuousClock()
    let taken = try clock.measure {
        _ = try read(part("form-data; name=\"f\"; filename=\"x\"", content) + "--\(boundary)--")
    }
    #expect(taken < .seconds(10), "also without optimisation")
}
