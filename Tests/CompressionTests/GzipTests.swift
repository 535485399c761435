import Compression
import Testing

private func packed(_ bytes: [UInt8], piece: Int = .max, flushing: Bool = false) -> [UInt8] {
    let writer = GzipWriter()
    var made: [UInt8] = []
    for start in stride(from: 0, to: bytes.count, by: min(piece, max(bytes.count, 1))) {
        let part = bytes[start..<min(start + min(piece, bytes.count), bytes.count)]
        made += part.withUnsafeBytes { writer.add($0, flushing: flushing) }
    }
    return made + writer.finish()
}

private func failure(_ bytes: [UInt8], upTo bytesMax: Int = 1 << 20) -> GunzipError? {
    do throws(GunzipError) {
        _ = try Gunzip.bytes(bytes, upTo: bytesMax)
        return nil
    } catch { return error }
}

@Test("what is packed comes out as it went in, in one piece or in many", arguments: [0, 1, 1_000, 300_000])
func roundTrip(count: Int) throws {
    let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 31 ^ $0 >> 8) }
    #expect(try Gunzip.bytes(packed(bytes), upTo: count) == bytes)
    #expect(try Gunzip.bytes(packed(bytes, piece: 777, flushing: true), upTo: count) == bytes)
}

@Test("a bomb is stopped at the limit, whatever it would become")
func bomb() {
    let bomb = packed([UInt8](repeating: 0, count: 32 << 20))
    #expect(bomb.count < 64 << 10)
    #expect(failure(bomb, upTo: 1 << 20) == .tooLarge)
    #expect(failure(packed([1, 2, 3]), upTo: 2) == .tooLarge)
}

@Test("what is no gzip, cut off, altered or has more behind it is refused")
func damaged() {
    let good = packed(Array("một hai ba".utf8))
    #expect(failure([]) == .damaged)
    #expect(failure(Array("{}".utf8)) == .damaged)
    #expect(failure(Array(good.dropLast())) == .damaged)
    #expect(failure(good + [0]) == .damaged)
    var altered = good
    altered[good.count - 6] ^= 1
    #expect(failure(altered) == .damaged)
}
