import JSONReading
import Testing

@Test("random bytes, and JSON with random damage, never do more than fail", arguments: 0..<40)
func randomBytes(seed: UInt64) {
    var random = SplitMix(state: seed)
    let reader = JSONReader(limits: JSONLimits(bytesMax: 4_000, depthMax: 20, valuesMax: 200))
    let writer = CanonicalWriter()
    let alphabet = Array(#"{}[]",:0123456789.eE+-truefalsn\u "#.utf8)
    for round in 0..<250 {
        var bytes: [UInt8]
        if round % 2 == 0 {
            bytes = (0..<random.below(60)).map { _ in alphabet[Int(random.below(UInt64(alphabet.count)))] }
        } else {
            var maker = RandomJSON(seed: random.next())
            bytes = Array(maker.text().utf8)
            for _ in 0..<random.below(4) where !bytes.isEmpty {
                bytes[Int(random.below(UInt64(bytes.count)))] = UInt8(truncatingIfNeeded: random.next())
            }
        }
        guard let value = try? reader.read(bytes) else { continue }
        let again = try? JSONDocument(Array(writer.text(of: value)))
        #expect(again != nil, "\(String(decoding: bytes, as: UTF8.self))")
    }
}
