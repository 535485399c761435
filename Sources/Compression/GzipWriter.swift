import CZlib

/// Turns bytes into gzip (RFC 1952), piece by piece.
package final class GzipWriter {
    /// Beyond 5 JSON and HTML get some hundredths smaller for twice the time.
    private static let level: Int32 = 5
    private static let pieceBytes = 32 << 10

    private var stream = z_stream()
    private let isReady: Bool

    package init() { isReady = sen_gzip_begin(&stream, Self.level) == Z_OK }

    deinit { if isReady { deflateEnd(&stream) } }

    /// What is ready after these bytes; with `flushing` all of them can be read on the other side.
    package func add(_ bytes: UnsafeRawBufferPointer, flushing: Bool) -> [UInt8] {
        run(bytes, flushing ? Z_SYNC_FLUSH : Z_NO_FLUSH)
    }

    /// The rest; the writer is of no use after it.
    package func finish() -> [UInt8] { run(UnsafeRawBufferPointer(start: nil, count: 0), Z_FINISH) }

    private func run(_ bytes: UnsafeRawBufferPointer, _ flush: Int32) -> [UInt8] {
        guard isReady else { return [] }
        stream.next_in = UnsafeMutablePointer(
            mutating: bytes.baseAddress?.assumingMemoryBound(to: UInt8.self)
        )
        stream.avail_in = UInt32(clamping: bytes.count)
        var made: [UInt8] = []
        var isFull = true
        while isFull {
            let piece = [UInt8](unsafeUninitializedCapacity: Self.pieceBytes) { buffer, count in
                stream.next_out = buffer.baseAddress
                stream.avail_out = UInt32(Self.pieceBytes)
                _ = deflate(&stream, flush)
                count = Self.pieceBytes - Int(stream.avail_out)
            }
            isFull = stream.avail_out == 0
            made += piece
        }
        return made
    }
}
