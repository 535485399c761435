import Foundation
import JSONReading
import Testing

/// The lines of a file with `bytes`; `nil` for one that is too long.
private func lines(_ bytes: [UInt8], lineBytesMax: Int = 1 << 20) throws -> [(number: Int, text: String?)] {
    let file = FileManager.default.temporaryDirectory.appending(path: "sen-lines-\(UUID().uuidString)")
    try Data(bytes).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let handle = try FileHandle(forReadingFrom: file)
    defer { try? handle.close() }
    let reader = LineReader(descriptor: handle.fileDescriptor, lineBytesMax: lineBytesMax)
    var found: [(Int, String?)] = []
    while let line = try reader.next() {
        found.append((line.number, line.bytes.map { String(decoding: $0, as: UTF8.self) }))
    }
    return found
}

private func lines(_ text: String) throws -> [String?] { try lines(Array(text.utf8)).map(\.text) }

@Test("lines end with LF or CRLF, the last one also with the file")
func ends() throws {
    #expect(try lines("a\nb\r\nc") == ["a", "b", "c"])
    #expect(try lines("a\n") == ["a"])
    #expect(try lines("") == [])
    #expect(try lines("\n\r\n\n") == [])
}

@Test("a byte order mark is skipped, empty lines are skipped and still counted")
func lineNumbers() throws {
    let found = try lines([0xEF, 0xBB, 0xBF] + Array("\na\n\n\nb".utf8))
    #expect(found.map(\.number) == [2, 5])
    #expect(found.map(\.text) == ["a", "b"])
}

@Test("a line longer than the limit is said to be so, and the next one is read")
func longLines() throws {
    let long = String(repeating: "x", count: 3_000_000)
    let found = try lines(Array("a\n\(long)\nb\n\(long)".utf8), lineBytesMax: 1_000_000)
    #expect(found.map(\.number) == [1, 2, 3, 4])
    #expect(found.map(\.text) == ["a", nil, "b", nil])
    let fitting = try lines(Array("\(long)\r\nb".utf8), lineBytesMax: 3_000_000)
    #expect(fitting.map { $0.text?.count } == [3_000_000, 1])
}

@Test("many lines across many chunks come whole and in order")
func manyLines() throws {
    let text = (0..<100_000).map { "{\"n\":\($0)}" }.joined(separator: "\n")
    let found = try lines(text)
    #expect(found.count == 100_000)
    #expect(found[77_777] == #"{"n":77777}"#)
}

@Test("a file that cannot be read is a failure with the system's word")
func unreadable() throws {
    let reader = LineReader(descriptor: -1)
    let failure = try #require(throws: LineReader.Failure.self) { _ = try reader.next() }
    #expect(failure.errno == EBADF)
}
