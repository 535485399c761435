import CZlib

/// Why gzip from a stranger was not taken.
package enum GunzipError: Error, Hashable, Sendable {
    /// More bytes come out of it than are allowed: a large body, or a bomb.
    case tooLarge
    /// No gzip, damaged, cut off, or followed by something else.
    case damaged
}

package enum Gunzip {
    private static let pieceBytes = 64 << 10

    /// The bytes that `packed` stands for.
    ///
    /// Memory is bounded by `bytesMax`: a kilobyte of gzip can stand for a megabyte, so what comes out is counted, not
    /// what goes in.
    package static func bytes(_ packed: [UInt8], upTo bytesMax: Int) throws(GunzipError) -> [UInt8] {
        var stream = z_stream()
        guard sen_gunzip_begin(&stream) == Z_OK else { throw .damaged }
        defer { inflateEnd(&stream) }
        var made: [UInt8] = []
        var state = Z_OK
        var packed = packed
        packed.withUnsafeMutableBufferPointer { input in
            stream.next_in = input.baseAddress
            stream.avail_in = UInt32(clamping: input.count)
            while state == Z_OK, made.count <= bytesMax {
                made += [UInt8](unsafeUninitializedCapacity: pieceBytes) { buffer, count in
                    stream.next_out = buffer.baseAddress
                    stream.avail_out = UInt32(pieceBytes)
                    state = inflate(&stream, Z_NO_FLUSH)
                    count = pieceBytes - Int(stream.avail_out)
                }
            }
        }
        guard made.count <= bytesMax else { throw .tooLarge }
        guard state == Z_STREAM_END, stream.avail_in == 0 else { throw .damaged }
        return made
    }
}
