import Testing

@testable import Identity

private let link = "otpauth://totp/Sen:lan?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Sen"

/// The square that a reader looks for in three corners, seven by seven.
private let finder = ["#######", "#.....#", "#.###.#", "#.###.#", "#.###.#", "#.....#", "#######"]

private func patch(of code: QRCode, x: Int, y: Int) -> [String] {
    (0..<7).map { row in
        (0..<7).map { code.squares[(y + row) * code.width + x + $0] ? "#" : "." }.joined()
    }
}

@Test("the code has a size of the standard and its three corners, and not a fourth")
func corners() throws {
    let code = try #require(QRCode(link))
    #expect(code.width >= 21 && (code.width - 21).isMultiple(of: 4))
    let far = code.width - 7
    #expect(patch(of: code, x: 0, y: 0) == finder)
    #expect(patch(of: code, x: far, y: 0) == finder)
    #expect(patch(of: code, x: 0, y: far) == finder)
    #expect(patch(of: code, x: far, y: far) != finder)
}

@Test("the drawing holds each dark square and nothing else, with four light ones around")
func drawing() throws {
    let code = try #require(QRCode(link))
    let side = code.width + 8
    #expect(code.svg.contains("viewBox=\"0 0 \(side) \(side)\""))
    var drawn = [Bool](repeating: false, count: code.width * code.width)
    for run in code.svg.matches(of: /M(\d+) (\d+)h(\d+)v1h-(\d+)z/) {
        let numbers = [run.1, run.2, run.3, run.4].compactMap { Int($0) }
        try #require(numbers.count == 4 && numbers[2] == numbers[3] && numbers[0] >= 4 && numbers[1] >= 4)
        for x in numbers[0]..<(numbers[0] + numbers[2]) {
            drawn[(numbers[1] - 4) * code.width + x - 4] = true
        }
    }
    #expect(drawn == code.squares)
}

@Test("another text is another code; nothing and too much are none")
func limits() {
    #expect(QRCode(link) == QRCode(link))
    #expect(QRCode(link) != QRCode(link + "x"))
    #expect(QRCode("") == nil)
    #expect(QRCode(String(repeating: "x", count: 512)) != nil)
    #expect(QRCode(String(repeating: "x", count: 513)) == nil)
}
