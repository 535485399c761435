import Compression
import HTTPTypes
import Identity
import Testing

@testable import API

private let headers = ["Content-Type": "application/x-ndjson", "Content-Encoding": "gzip"]

private func packed(_ bytes: [UInt8]) -> [UInt8] {
    let writer = GzipWriter()
    return bytes.withUnsafeBytes { writer.add($0, flushing: false) } + writer.finish()
}

@Test("records are taken as gzip, and a bomb, damaged gzip and another coding are each refused with a reason")
func packedBodies() async throws {
    try await withAPI { (bench) async throws in
        try await bench.declare()
        let officer = try await bench.caller(.officer)
        let path = "\(records)?reason=a"
        let rows = (1...9).map { report(commune, "2026-0\($0)") }.joined(separator: "\n")
        let taken = try await officer.send(.post, path, headers, packed(Array(rows.utf8)))
        #expect(taken.status == 200 && taken.json["written"] == 9, "\(taken.text)")
        let bomb = packed([UInt8](repeating: 0x20, count: RecordListResource.rowsBytesMax + 1))
        #expect(try await officer.send(.post, path, headers, bomb).status == 413)
        let cut = Array(packed(Array(rows.utf8)).dropLast(3))
        let damaged = try await officer.send(.post, path, headers, cut)
        #expect(damaged.status == 400 && damaged.json["detail"]?.text?.contains("gzip") == true)
        let other = headers.merging(["Content-Encoding": "br"]) { $1 }
        #expect(try await officer.send(.post, path, other, cut).status == 415)
    }
}
