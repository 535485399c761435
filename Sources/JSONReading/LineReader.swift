import Glibc

/// Reads a file line by line in memory that does not grow with the file; for NDJSON.
///
/// Lines end with LF or CRLF, the last one also with the file. A byte order mark in front is skipped, and so are
/// lines that are empty. One reader serves one task at a time.
public final class LineReader {
    /// A line and its number, counted from 1.
    public struct Line {
        /// The line without its end, good until the next one is read; `nil` when it is longer than the limit.
        public let bytes: UnsafeRawBufferPointer?
        /// Counted from 1 as editors do, empty ones too.
        public let number: Int
        /// Bytes of the file up to the end of this line.
        public let endsAt: Int
    }

    /// Why a file cannot be read on.
    public struct Failure: Error, Hashable {
        /// What the system calls it, such as `EIO`.
        public let errno: Int32
    }

    /// What is asked of the system at once.
    private static let chunkBytes = 256 << 10

    /// Bytes of a line; beyond it the line is given out as too long and skipped.
    public let lineBytesMax: Int
    private let descriptor: Int32
    private var buffer: UnsafeMutableRawBufferPointer
    private var filled = 0..<0
    private var number = 0
    private var consumed = 0
    private var isAtEnd = false

    /// A reader of what `descriptor` gives, which it does not close.
    public init(descriptor: Int32, lineBytesMax: Int = 16 << 20) {
        self.descriptor = descriptor
        self.lineBytesMax = lineBytesMax
        buffer = .allocate(byteCount: Self.chunkBytes, alignment: 16)
    }

    deinit { buffer.deallocate() }

    /// The next line that is not empty; `nil` after the last.
    ///
    /// - Throws: ``Failure`` when the system cannot read.
    public func next() throws(Failure) -> Line? {
        if number == 0, consumed == 0 { try skipByteOrderMark() }
        while let line = try nextLine() {
            if line.bytes?.isEmpty != true { return line }
        }
        return nil
    }

    private func skipByteOrderMark() throws(Failure) {
        while filled.count < 3, !isAtEnd { try fill() }
        if buffer[filled].starts(with: [0xEF, 0xBB, 0xBF]) { consume(3) }
    }

    private func nextLine() throws(Failure) -> Line? {
        var searched = 0
        while true {
            if let end = lineFeed(from: filled.lowerBound + searched) {
                return take(end - filled.lowerBound, end: 1)
            }
            searched = filled.count
            if isAtEnd { return filled.isEmpty ? nil : take(filled.count, end: 0) }
            if filled.count > lineBytesMax { return try skipLongLine() }
            try fill()
        }
    }

    private func lineFeed(from start: Int) -> Int? {
        guard start < filled.upperBound, let base = buffer.baseAddress else { return nil }
        guard let found = memchr(base + start, 0x0A, filled.upperBound - start) else { return nil }
        return UnsafeRawPointer(found) - UnsafeRawPointer(base)
    }

    private func take(_ count: Int, end: Int) -> Line {
        var range = filled.lowerBound..<filled.lowerBound + count
        consume(count + end)
        number += 1
        if let last = range.last, buffer[last] == 0x0D { range = range.dropLast() }
        let bytes = UnsafeRawBufferPointer(rebasing: buffer[range])
        return Line(bytes: bytes.count > lineBytesMax ? nil : bytes, number: number, endsAt: consumed)
    }

    private func skipLongLine() throws(Failure) -> Line {
        while true {
            if let end = lineFeed(from: filled.lowerBound) {
                consume(end - filled.lowerBound + 1)
                break
            }
            consume(filled.count)
            if isAtEnd { break }
            try fill()
        }
        number += 1
        return Line(bytes: nil, number: number, endsAt: consumed)
    }

    private func consume(_ count: Int) {
        filled = filled.lowerBound + count..<filled.upperBound
        consumed += count
    }

    /// Reads more behind what is there, which moves to the front; a longer line makes the buffer larger.
    private func fill() throws(Failure) {
        guard let base = buffer.baseAddress else { return }
        if filled.lowerBound > 0 {
            memmove(base, base + filled.lowerBound, filled.count)
            filled = 0..<filled.count
        }
        if filled.count == buffer.count { enlarge() }
        guard let start = buffer.baseAddress else { return }
        while true {
            let count = Glibc.read(descriptor, start + filled.upperBound, buffer.count - filled.upperBound)
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw Failure(errno: errno) }
            isAtEnd = count == 0
            filled = filled.lowerBound..<filled.upperBound + count
            return
        }
    }

    private func enlarge() {
        let larger = UnsafeMutableRawBufferPointer.allocate(byteCount: buffer.count * 2, alignment: 16)
        larger.copyMemory(from: UnsafeRawBufferPointer(buffer))
        buffer.deallocate()
        buffer = larger
    }
}
